import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Chemins } from './chemins.ts'
import { avecAgents, ecrireEntete, type Entete } from './entete.ts'
import { developper, developperAgent, envelopperAgent, nouveauSel } from './enveloppe.ts'

/** Whose passphrase opened: the titulaire's for null. */
export type Porteur = { readonly cle: Buffer; readonly agent: string | null }

/** The key by a passphrase, whoever it belongs to: two derivations at most. */
export const developperPhrase = async (entete: Entete, phrase: string): Promise<Porteur | undefined> => {
  const cle = await developper(entete, 'phrase', phrase)
  return cle === undefined ? developperAgent(entete, phrase) : { cle, agent: null }
}

/**
 * Refuses a passphrase that opens the coffre for somebody else: it would open with his rights. Whose it is is not said.
 * `pour` is who asks for it, and may keep his own.
 */
export const exigerPhraseLibre = async (entete: Entete, phrase: string, pour: string | null): Promise<void> => {
  const porteur = await developperPhrase(entete, phrase)
  porteur?.cle.fill(0)
  if (porteur !== undefined && porteur.agent !== pour) throw new ErreurMetier('phrase-refusee')
}

/**
 * Seals the key under the passphrase of a user, in place of the one he had. As for the two secrets of the titulaire, what is
 * about to be written is opened first, and the file replaced in one step.
 */
export const envelopperPour = async (
  chemins: Chemins,
  entete: Entete,
  { id, phrase, cle }: { readonly id: string; readonly phrase: string; readonly cle: Buffer },
): Promise<void> => {
  const { sel, enveloppes } = entete.agents ?? { sel: nouveauSel(), enveloppes: [] }
  const enveloppe = await envelopperAgent(entete, { id, sel }, phrase, cle)
  const nouvel = avecAgents(entete, { sel, enveloppes: [...enveloppes.filter((e) => e.id !== id), enveloppe] })
  const relue = await developperAgent(nouvel, phrase)
  if (relue?.agent !== id || !relue.cle.equals(cle)) throw new ErreurMetier('ecriture-impossible')
  relue.cle.fill(0)
  await ecrireEntete(chemins, nouvel)
}

/** Takes the envelope of a user away: his passphrase opens nothing here any more. */
export const retirerEnveloppe = async (chemins: Chemins, entete: Entete, id: string): Promise<void> => {
  if (entete.agents?.enveloppes.some((e) => e.id === id) !== true) return
  const { sel, enveloppes } = entete.agents
  await ecrireEntete(chemins, avecAgents(entete, { sel, enveloppes: enveloppes.filter((e) => e.id !== id) }))
}
