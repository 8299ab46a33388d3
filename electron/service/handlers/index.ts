import { setTimeout as attendre } from 'node:timers/promises'
import type { HandlersALire } from '#shared/ipc/call.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Context } from '../context.ts'

/** Every feature of the contract, one line each; read when first asked, for the readers and writers of files are heavy. */
export const handlers: HandlersALire<typeof contract, Context> = {
  coffre: async () => (await import('./coffre.ts')).coffre,
  acces: async () => (await import('./acces.ts')).acces,
  journal: async () => (await import('./journal.ts')).journal,
  aujourdhui: async () => (await import('./poste.ts')).aujourdhui,
  agenda: async () => (await import('./agenda.ts')).agenda,
  entretiens: async () => (await import('./entretiens.ts')).entretiens,
  brouillons: async () => (await import('./entretiens.ts')).brouillons,
  rafale: async () => (await import('./entretiens.ts')).rafale,
  reprises: async () => (await import('./reprises.ts')).reprises,
  revisions: async () => (await import('./revisions.ts')).revisions,
  personnes: async () => (await import('./personnes.ts')).personnes,
  suivis: async () => (await import('./personnes.ts')).suivis,
  echeances: async () => (await import('./personnes.ts')).echeances,
  partenaires: async () => (await import('./poste.ts')).partenaires,
  nomenclature: async () => (await import('./poste.ts')).nomenclature,
  listes: async () => (await import('./listes.ts')).listes,
  lettres: async () => (await import('./lettres.ts')).lettres,
  bilans: async () => (await import('./bilans.ts')).bilans,
  bilanCoordination: async () => (await import('./bilan-coordination.ts')).bilanCoordination,
  echanges: async () => (await import('./echanges.ts')).echanges,
  copieEnClair: async () => (await import('./copie-en-clair.ts')).copieEnClair,
  reglages: async () => (await import('./poste.ts')).reglages,
  parcours: async () => (await import('./parcours.ts')).parcours,
  etablissements: async () => (await import('./parcours.ts')).etablissements,
  impressions: async () => (await import('./impressions.ts')).impressions,
  contexte: async () => (await import('./contexte.ts')).contexte,
  strategie: async () => (await import('./strategie.ts')).strategie,
  instances: async () => (await import('./instances.ts')).instances,
  lots: async () => (await import('./lots.ts')).lots,
  postesSuivis: async () => (await import('./lots.ts')).postesSuivis,
  sauvegardes: async () => (await import('./sauvegardes.ts')).sauvegardes,
  restauration: async () => (await import('./sauvegardes.ts')).restauration,
  ouvertures: async () => (await import('./ouvertures.ts')).ouvertures,
  miseAJour: async () => (await import('./mise-a-jour.ts')).miseAJour,
  observatoire: async () => (await import('./observatoire.ts')).observatoire,
  tig: async () => (await import('./tig.ts')).tig,
  conservation: async () => (await import('./conservation.ts')).conservation,
  droits: async () => (await import('./droits.ts')).droits,
  notesPrivees: async () => (await import('./droits.ts')).notesPrivees,
}

/**
 * Reads all of them one after the other, each while nothing is asked: no screen then waits for its own. One that cannot be
 * read is refused when it is asked.
 */
export const lireLesAutres = async (libre: () => boolean): Promise<void> => {
  for (const lire of Object.values(handlers)) {
    do await attendre(PAUSE)
    while (!libre())
    await lire().catch(() => undefined)
  }
}

/** Milliseconds left to the next question. */
const PAUSE = 100
