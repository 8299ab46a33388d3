import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Chemins } from './chemins.ts'
import { ecrireAtomique } from './fichiers.ts'

/**
 * Cost of scrypt (N): the one of a new coffre, and the least accepted from an existing header, so that no file can weaken
 * it. Only a test lowers it, through an option of `createSession`.
 */
export const COUT = 2 ** 17
const COUT_MAXIMAL = 2 ** 20

const octets = (nombre: number) =>
  z.base64().refine((texte) => Buffer.from(texte, 'base64').length === nombre, { error: `${nombre} octets` })

/** The database key, sealed by a secret of the user: AES-256-GCM under a key that scrypt makes of it. */
const Enveloppe = z.strictObject({ sel: octets(32), nonce: octets(12), chiffre: octets(32), sceau: octets(16) })
export type Enveloppe = z.infer<typeof Enveloppe>

const format = 'jalon-coffre/1'

/** `coffre.json`: nothing typed by the user is in it, and nothing that opens the coffre without one of the two secrets. */
const Entete = z.strictObject({
  format: z.literal(format),
  id: z.uuid(),
  kdf: z.strictObject({ algo: z.literal('scrypt'), N: z.int(), r: z.literal(8), p: z.literal(1) }),
  enveloppes: z.strictObject({ phrase: Enveloppe, secours: Enveloppe }),
})
export type Entete = z.infer<typeof Entete>
export type Genre = keyof Entete['enveloppes']

export const nouvelEntete = (id: string, N: number): Omit<Entete, 'enveloppes'> => ({
  format,
  id,
  kdf: { algo: 'scrypt', N, r: 8, p: 1 },
})

/** Throws `coffre-illisible` on a damaged or weakened header, `version-future` on one of a newer Jalon. */
export const lireEntete = (chemins: Chemins, coutMinimal: number): Entete => {
  const lu = lireJson(chemins.entete)
  if (FormatFutur.safeParse(lu).success) throw new ErreurMetier('version-future')
  const { success, data } = Entete.safeParse(lu)
  if (!success || data.kdf.N < coutMinimal || data.kdf.N > COUT_MAXIMAL || !Number.isInteger(Math.log2(data.kdf.N)))
    throw new ErreurMetier('coffre-illisible')
  return data
}

export const ecrireEntete = (chemins: Chemins, entete: Entete): Promise<void> =>
  ecrireAtomique(chemins.entete, `${JSON.stringify(entete, undefined, 2)}\n`)

const FormatFutur = z.looseObject({ format: z.string().regex(/^jalon-coffre\/(?!1$)[1-9]\d*$/u) })

const lireJson = (fichier: string): unknown => {
  try {
    return JSON.parse(readFileSync(fichier, 'utf8'))
  } catch {
    throw new ErreurMetier('coffre-illisible')
  }
}
