import type { Handlers } from '#shared/ipc/call.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Context } from '../context.ts'
import { acces } from './acces.ts'
import { agenda } from './agenda.ts'
import { bilanCoordination } from './bilan-coordination.ts'
import { bilans } from './bilans.ts'
import { coffre } from './coffre.ts'
import { conservation } from './conservation.ts'
import { contexte } from './contexte.ts'
import { droits, notesPrivees } from './droits.ts'
import { echanges } from './echanges.ts'
import { brouillons, entretiens, rafale } from './entretiens.ts'
import { impressions } from './impressions.ts'
import { instances } from './instances.ts'
import { lettres } from './lettres.ts'
import { listes } from './listes.ts'
import { observatoire } from './observatoire.ts'
import { lots, postesSuivis } from './lots.ts'
import { etablissements, parcours } from './parcours.ts'
import { copieEnClair } from './copie-en-clair.ts'
import { echeances, personnes, suivis } from './personnes.ts'
import { aujourdhui, nomenclature, partenaires, reglages } from './poste.ts'
import { miseAJour } from './mise-a-jour.ts'
import { ouvertures } from './ouvertures.ts'
import { journal } from './journal.ts'
import { reprises } from './reprises.ts'
import { revisions } from './revisions.ts'
import { restauration, sauvegardes } from './sauvegardes.ts'
import { tig } from './tig.ts'
import { strategie } from './strategie.ts'

/** Every feature of the contract, one line each. */
export const handlers = {
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
} satisfies Handlers<typeof contract, Context>
