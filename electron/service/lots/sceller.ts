import { Encrypter } from 'age-encryption'
import type { Cle } from '#db/queries/cles.ts'
import { FORMAT_LOT, type Lot } from '#shared/domaine/lot/lot.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { signer } from './cles.ts'

/**
 * Signs then seals. The text signed is the JSON, which names the post and the recipient; it follows one line that says the
 * format, the key and the signature, so that the signature is checked before anything is read.
 */
export const scellerLot = async (
  lot: Lot,
  cle: Cle,
): Promise<{ readonly octets: Uint8Array; readonly texte: string }> => {
  const texte = JSON.stringify(lot)
  const entete = [FORMAT_LOT, cle.publique, signer(cle, Buffer.from(texte))].join(' ')
  return { octets: await scelleurPour(lot.destinataire).encrypt(`${entete}\n${texte}`), texte }
}

/** A key that was copied with one letter wrong does not add up: nothing is sealed to it. */
const scelleurPour = (destinataire: string): Encrypter => {
  const scelleur = new Encrypter()
  try {
    scelleur.addRecipient(destinataire)
    return scelleur
  } catch {
    throw new ErreurMetier('entree-invalide', { champs: { destinataire: 'invalide' } })
  }
}
