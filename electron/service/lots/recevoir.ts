import { createHash, randomUUID } from 'node:crypto'
import { attendreSonTour, type Consolidation } from '#db/consolidation/base.ts'
import { inscrireEcarte, inscrireLot } from '#db/consolidation/inscrire.ts'
import { lotExiste, numeroRecu } from '#db/consolidation/lots.ts'
import { enregistrerPosteSuivi, posteDuCoffre } from '#db/consolidation/postes.ts'
import type { Cle } from '#db/queries/cles.ts'
import { inTransaction } from '#db/transaction.ts'
import { controlerLot } from '#shared/domaine/lot/controler.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import type { RaisonLot } from '#shared/domaine/lot/raisons.ts'
import { empreinteDeDefinition } from './definition.ts'
import { type LotOuvert, ouvrirLot } from './ouvrir.ts'

/** What became of one file. A lot that could be read says whose it is, refused or not. */
export type ReceptionLot =
  | { readonly etat: 'recu'; readonly lot: Lot; readonly nouveauPoste: boolean; readonly remplace: boolean }
  | { readonly etat: 'refuse'; readonly raison: RaisonLot; readonly lot?: Lot }

/**
 * Receives one sealed lot, whole or not at all. A refused one changes nothing; of one that counts by other definitions, when
 * its post is known or new, it is only noted that it came.
 */
export const recevoirLot = async (
  base: Consolidation,
  octets: Uint8Array,
  reception: Cle,
  maintenant: Date,
): Promise<ReceptionLot> => {
  const ouvert = await ouvrirLot(octets, reception)
  if ('raison' in ouvert) return { etat: 'refuse', raison: ouvert.raison }
  return inTransaction(base, (trx) => inscrire(trx, ouvert, maintenant))
}

const inscrire = async (trx: Consolidation, { lot, texte }: LotOuvert, maintenant: Date): Promise<ReceptionLot> => {
  const { poste, cle, dispositif } = lot
  await attendreSonTour(trx)
  const connu = await posteDuCoffre(trx, poste.coffre)
  const refuser = (raison: RaisonLot): ReceptionLot => ({ etat: 'refuse', raison, lot })
  if (connu !== undefined && connu.cle !== cle) return refuser('autre-signataire')
  if (await lotExiste(trx, lot.id)) return refuser('deja-recu')
  const dernier = connu === undefined ? null : await numeroRecu(trx, connu.id, { dispositif, du: lot.du, au: lot.au })
  if (dernier !== null && lot.numero <= dernier) return refuser('depasse')
  if (lot.du > lot.au) return refuser('periode-inversee')
  const recuLe = maintenant.toISOString()
  if (lot.definition.empreinte !== empreinteDeDefinition(dispositif)) {
    await inscrireEcarte(trx, lot, recuLe)
    return refuser('autre-definition')
  }
  const raison = controlerLot(lot)
  if (raison !== null) return refuser(raison)
  const posteId =
    connu?.id ??
    (await enregistrerPosteSuivi(trx, { id: randomUUID(), nom: poste.nom, coffre: poste.coffre, cle }, maintenant))
  const empreinte = createHash('sha256').update(texte).digest('hex')
  await inscrireLot(trx, lot, { posteId, empreinte, recuLe })
  return { etat: 'recu', lot, nouveauPoste: connu === undefined, remplace: dernier !== null }
}
