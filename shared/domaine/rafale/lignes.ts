import { z } from 'zod'
import { Id } from '../communs.ts'
import { EntretienASaisir } from '../entretien.ts'

/** Most lines of one burst: beyond, a file is imported. */
export const LIGNES_MAX = 200

/** One line of the grid, as typed: what each column holds, by question. Its id is that of the entretien it becomes. */
export const LigneRafale = z.strictObject({
  id: Id,
  cellules: z.record(z.string().max(60), z.string().max(2000)),
})
export type LigneRafale = z.infer<typeof LigneRafale>

/** What the service understands of one line. Reasons are French sentences, by question; any error and it is not saved. */
export const LigneExaminee = z.strictObject({
  id: Id,
  erreurs: z.record(z.string(), z.string()),
  remarques: z.record(z.string(), z.string()),
  /** Whether the person has a file already. */
  personne: z.enum(['connue', 'nouvelle', 'anonyme']).nullable(),
  /** Saved by an earlier try. */
  dejaEnregistree: z.boolean(),
})
export type LigneExaminee = z.infer<typeof LigneExaminee>

export const ExamenRafale = z.strictObject({
  lignes: z.array(LigneExaminee),
  /** The entretiens of the lines without error, in the order to save them: the first one of somebody new carries her file. */
  entretiens: z.array(EntretienASaisir),
})
export type ExamenRafale = z.infer<typeof ExamenRafale>
