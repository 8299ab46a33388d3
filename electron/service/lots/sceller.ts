import { Encrypter } from 'age-encryption'
import type { Cle } from '#db/queries/cles.ts'
import { FORMAT_LOT, type Lot } from '#shared/domaine/lot/lot.ts'
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
  const scelleur = new Encrypter()
  scelleur.addRecipient(lot.destinataire)
  return { octets: await scelleur.encrypt(`${entete}\n${texte}`), texte }
}
