import type { Chemins } from './chemins.ts'
import { type Entete } from './entete.ts'
/** Whose passphrase opened: the titulaire's for null. */
export type Porteur = {
  readonly cle: Buffer
  readonly agent: string | null
}
/** The key by a passphrase, whoever it belongs to: two derivations at most. */
export declare const developperPhrase: (entete: Entete, phrase: string) => Promise<Porteur | undefined>
/**
 * Refuses a passphrase that opens the coffre for somebody else: it would open with his rights. Whose it is is not said.
 * `pour` is who asks for it, and may keep his own.
 */
export declare const exigerPhraseLibre: (entete: Entete, phrase: string, pour: string | null) => Promise<void>
/**
 * Seals the key under the passphrase of a user, in place of the one he had. As for the two secrets of the titulaire, what is
 * about to be written is opened first, and the file replaced in one step.
 */
export declare const envelopperPour: (
  chemins: Chemins,
  entete: Entete,
  {
    id,
    phrase,
    cle,
  }: {
    readonly id: string
    readonly phrase: string
    readonly cle: Buffer
  },
) => Promise<void>
/** Takes the envelope of a user away: his passphrase opens nothing here any more. */
export declare const retirerEnveloppe: (chemins: Chemins, entete: Entete, id: string) => Promise<void>
