import { z } from 'zod'
import { Id } from './communs.ts'

/**
 * Places whose acts are not undone: keys, users, backups, what was published or received, what leaves for good. What they write is of no row that
 * somebody typed.
 */
const horsAnnulation: ReadonlySet<string> = new Set([
  'coffre',
  'acces',
  'sauvegardes',
  'restauration',
  'lots',
  'postesSuivis',
  'conservation',
  'droits',
  'notesPrivees',
])

/** Whether what a call writes is kept as it was before, to be told and undone; `geste` is « personnes.enregistrer ». */
export const seGarde = (geste: string, kind: 'query' | 'command'): boolean =>
  kind === 'command' && !horsAnnulation.has(geste.split('.')[0] ?? '')

/** Days that what was removed can be put back; then it is destroyed. */
export const JOURS_CORBEILLE = 30

/** A record whose past can be read. */
export const SujetHistorique = z.strictObject({ genre: z.enum(['personne', 'suivi', 'entretien']), id: Id })
export type SujetHistorique = z.infer<typeof SujetHistorique>

const Valeur = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type Valeur = z.infer<typeof Valeur>

/** One field as an act found it and as it left it; an answer to a question is « reponses.<question> ». */
const ChampChange = z.strictObject({ champ: z.string(), avant: Valeur, apres: Valeur })
export type ChampChange = z.infer<typeof ChampChange>

const GenreRevision = z.enum(['ajout', 'changement', 'retrait', 'mise-de-cote'])
export type GenreRevision = z.infer<typeof GenreRevision>

/** One act on a record: who, when, by which call, and what it changed, row by row. */
export const GesteLu = z.strictObject({
  id: Id,
  le: z.iso.datetime(),
  qui: z.string(),
  nom: z.string(),
  /** Undone since. */
  annule: z.boolean(),
  /** An undo itself. */
  annulation: z.boolean(),
  lignes: z.array(z.strictObject({ tableau: z.string(), genre: GenreRevision, champs: z.array(ChampChange) })),
})
export type GesteLu = z.infer<typeof GesteLu>

/** Latest first; `noms` says who and what the ids in it are. */
export const Historique = z.strictObject({ gestes: z.array(GesteLu), noms: z.record(z.string(), z.string()) })
export type Historique = z.infer<typeof Historique>

/** Something that was removed and can be put back until `jusquau`, with what hung on it. */
export const Retire = z.strictObject({
  gesteId: Id,
  le: z.iso.datetime(),
  jusquau: z.iso.datetime(),
  qui: z.string(),
  tableau: z.string(),
  /** What names it: a date, a title, a code of a list. */
  titre: z.array(z.string()),
  personnes: z.array(z.string()),
})
export type Retire = z.infer<typeof Retire>
