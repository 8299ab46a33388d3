import { z } from 'zod'
import { commandVers } from '../call.ts'
import { Phrase } from './coffre.ts'

/** The whole coffre in plain open files, names included, for whoever leaves Jalon or must hand everything over. */
export const copieEnClair = {
  /** Asks the passphrase again, and writes in a new folder of the place chosen. */
  ecrire: commandVers(
    'dossier',
    z.strictObject({ phrase: Phrase }),
    z.strictObject({ dossier: z.string(), tables: z.int(), lignes: z.int() }),
  ),
}
