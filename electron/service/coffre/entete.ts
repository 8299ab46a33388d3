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
const Scelle = z.strictObject({ nonce: octets(12), chiffre: octets(32), sceau: octets(16) })
export type Scelle = z.infer<typeof Scelle>
const Enveloppe = z.strictObject({ sel: octets(32), ...Scelle.shape })
export type Enveloppe = z.infer<typeof Enveloppe>

/** Users beside the titulaire, at most. */
export const AGENTS = 200

/**
 * Envelopes of the other users, by the id of each in the encrypted base, which alone knows his name and his rights. They share
 * one salt: a passphrase is asked without asking whose it is, and one derivation then serves to try them all, be they
 * fifty. A salt protects from tables made in advance and from finding two equal secrets at a glance: this one is the coffre's
 * alone, and two users never have the same passphrase.
 */
const EnveloppesAgents = z.strictObject({
  sel: octets(32),
  enveloppes: z.array(z.strictObject({ id: z.uuid(), ...Scelle.shape })).max(AGENTS),
})

/** What binds an envelope to its coffre; the second format adds other users to the first. */
const formats = ['jalon-coffre/1', 'jalon-coffre/2'] as const

/** `coffre.json`: nothing typed by anybody is in it, and nothing that opens the coffre without one of its secrets. */
const Entete = z.strictObject({
  format: z.enum(formats),
  id: z.uuid(),
  kdf: z.strictObject({ algo: z.literal('scrypt'), N: z.int(), r: z.literal(8), p: z.literal(1) }),
  enveloppes: z.strictObject({ phrase: Enveloppe, secours: Enveloppe }),
  agents: EnveloppesAgents.optional(),
})
export type Entete = z.infer<typeof Entete>
export type Genre = keyof Entete['enveloppes']

export const nouvelEntete = (id: string, N: number): Omit<Entete, 'enveloppes' | 'agents'> => ({
  format: formats[0],
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

const FormatFutur = z.looseObject({ format: z.string().regex(/^jalon-coffre\/(?![12]$)[1-9]\d*$/u) })

const lireJson = (fichier: string): unknown => {
  try {
    return JSON.parse(readFileSync(fichier, 'utf8'))
  } catch {
    throw new ErreurMetier('coffre-illisible')
  }
}

/** The header with these envelopes of other users; without any, as if there never had been. */
export const avecAgents = (entete: Entete, agents: Entete['agents']): Entete => {
  const { format: _format, agents: _agents, ...reste } = entete
  return agents === undefined || agents.enveloppes.length === 0
    ? { format: formats[0], ...reste }
    : { format: formats[1], ...reste, agents }
}
