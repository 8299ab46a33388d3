import type { TablesAcces } from './schema/acces.ts'
import type { TablesConservation } from './schema/conservation.ts'
import type { TablesContexte } from './schema/contexte.ts'
import type { TablesDroits } from './schema/droits.ts'
import type { TablesFusionModalites } from './schema/fusion-modalites.ts'
import type { TablesFusion } from './schema/fusion.ts'
import type { TablesInstances } from './schema/instances.ts'
import type { TablesJournal } from './schema/journal.ts'
import type { TablesLettres } from './schema/lettres.ts'
import type { TablesLots } from './schema/lots.ts'
import type { TablesObservatoire } from './schema/observatoire.ts'
import type { TablesParcours } from './schema/parcours.ts'
import type { TablesPoste } from './schema/poste.ts'
import type { TablesRecherche } from './schema/recherche.ts'
import type { TablesRegistre } from './schema/registre.ts'
import type { TablesReprises } from './schema/reprises.ts'
import type { TablesRevisions } from './schema/revisions.ts'
import type { TablesStrategie } from './schema/strategie.ts'
import type { TablesSuivi } from './schema/suivi.ts'
import type { TablesTig } from './schema/tig.ts'

/**
 * Every table, one interface each in `schema/`, columns as stored. `reponses` is JSON of declared questions; booleans are 0 or
 * 1; dates ISO text; codes that Jalon closes have their type.
 */
export interface Database
  extends
    TablesAcces,
    TablesConservation,
    TablesContexte,
    TablesDroits,
    TablesFusion,
    TablesFusionModalites,
    TablesInstances,
    TablesJournal,
    TablesLettres,
    TablesLots,
    TablesObservatoire,
    TablesParcours,
    TablesPoste,
    TablesRecherche,
    TablesRegistre,
    TablesReprises,
    TablesRevisions,
    TablesStrategie,
    TablesSuivi,
    TablesTig {}
