import type { Contract } from './call.ts'
import { acces } from './contract/acces.ts'
import { agenda } from './contract/agenda.ts'
import { bilanCoordination } from './contract/bilan-coordination.ts'
import { bilans, echanges } from './contract/bilans.ts'
import { coffre } from './contract/coffre.ts'
import { brouillons, entretiens, rafale } from './contract/entretiens.ts'
import { impressions } from './contract/impressions.ts'
import { conservation } from './contract/conservation.ts'
import { contexte } from './contract/contexte.ts'
import { droits, notesPrivees } from './contract/droits.ts'
import { instances } from './contract/instances.ts'
import { miseAJour } from './contract/mise-a-jour.ts'
import { observatoire } from './contract/observatoire.ts'
import { journal } from './contract/journal.ts'
import { lettres } from './contract/lettres.ts'
import { listes } from './contract/listes.ts'
import { lots, postesSuivis } from './contract/lots.ts'
import { ouvertures } from './contract/ouvertures.ts'
import { etablissements, parcours } from './contract/parcours.ts'
import { copieEnClair } from './contract/copie-en-clair.ts'
import { echeances, personnes, suivis } from './contract/personnes.ts'
import { aujourdhui, nomenclature, partenaires, reglages } from './contract/poste.ts'
import { strategie } from './contract/strategie.ts'
import { reprises } from './contract/reprises.ts'
import { revisions } from './contract/revisions.ts'
import { restauration, sauvegardes } from './contract/sauvegardes.ts'
import { tig } from './contract/tig.ts'

/** Every call between the window and the data service; read by both, and by main for the paths it must ask. */
export const contract = {
  coffre,
  acces,
  journal,
  aujourdhui,
  agenda,
  entretiens,
  brouillons,
  rafale,
  reprises,
  revisions,
  personnes,
  suivis,
  echeances,
  partenaires,
  nomenclature,
  listes,
  lettres,
  bilans,
  bilanCoordination,
  echanges,
  copieEnClair,
  reglages,
  parcours,
  etablissements,
  impressions,
  contexte,
  strategie,
  instances,
  lots,
  postesSuivis,
  sauvegardes,
  restauration,
  ouvertures,
  miseAJour,
  observatoire,
  tig,
  conservation,
  droits,
  notesPrivees,
} as const satisfies Contract
