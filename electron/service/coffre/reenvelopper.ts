import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Chemins } from './chemins.ts'
import { ecrireEntete, type Entete, type Genre } from './entete.ts'
import { developper, envelopper } from './enveloppe.ts'

/**
 * Seals the key under a new secret and leaves the other envelope as it is. What is about to be written is opened first
 * with the new secret, and the file replaced in one step: there is no moment without a working secret, and no header of
 * the former one left behind for whoever knew it.
 */
export const reenvelopper = async (
  chemins: Chemins,
  entete: Entete,
  genre: Genre,
  secret: string,
  cle: Buffer,
): Promise<void> => {
  const enveloppe = await envelopper(entete, genre, secret, cle)
  const nouvel = { ...entete, enveloppes: { ...entete.enveloppes, [genre]: enveloppe } }
  const relue = await developper(nouvel, genre, secret)
  if (relue === undefined || !relue.equals(cle)) throw new ErreurMetier('ecriture-impossible')
  relue.fill(0)
  await ecrireEntete(chemins, nouvel)
}
