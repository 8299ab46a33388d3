import { z } from 'zod'
import { ligne } from '../../domaine/communs.ts'
import { command, query } from '../call.ts'

const Cle = ligne(300).min(1)

/** What is typed in a form and not saved yet, by form and thing: it comes back after a lock or a crash. */
export const reprises = {
  lire: query(z.strictObject({ cle: Cle }), z.string().nullable()),
  garder: command(z.strictObject({ cle: Cle, contenu: z.string().max(400_000) }), z.void()),
  oublier: command(z.strictObject({ cle: Cle }), z.void()),
}
