import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { noterLotFait, prochainNumero } from '#db/queries/lots-faits.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { inTransaction } from '#db/transaction.ts'
import { controlerLot } from '#shared/domaine/lot/controler.ts'
import { tableauxDefinis } from '#shared/domaine/lot/definition.ts'
import { FORMAT_LOT, Lot } from '#shared/domaine/lot/lot.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { cleDeSignature } from './cles.ts'
import { composerLot, type DemandeLot } from './composer.ts'
import { scellerLot } from './sceller.ts'

export type LotScelle = { readonly lot: Lot; readonly octets: Uint8Array; readonly nom: string }

/**
 * Makes the lot of a period for one recipient, and notes that it was made. Throws `periode-invalide` for days to come or put
 * the wrong way round, and for a dispositif that counts no table.
 */
export const faireLot = async (
  db: Db,
  { destinataire, ...demande }: DemandeLot & { readonly destinataire: string },
  maintenant: Date,
): Promise<LotScelle> => {
  const { dispositif, du, au } = demande
  if (du > au || du > jourLocal(maintenant) || tableauxDefinis(dispositif).length === 0)
    throw new ErreurMetier('periode-invalide')
  return inTransaction(db, async (trx) => {
    const cle = await cleDeSignature(trx, maintenant)
    const { nom } = await lireReglages(trx)
    const lot = Lot.parse({
      schema: FORMAT_LOT,
      id: randomUUID(),
      poste: { coffre: cle.id, nom: nom.trim() === '' ? 'Poste sans nom' : nom.trim() },
      cle: cle.publique,
      destinataire,
      numero: await prochainNumero(trx, dispositif, demande),
      faitLe: maintenant.toISOString(),
      ...(await composerLot(trx, demande)),
    })
    const raison = controlerLot(lot)
    if (raison !== null) throw new Error(`lot made wrong: ${raison}`)
    const { octets, texte } = await scellerLot(lot, cle)
    const empreinte = createHash('sha256').update(texte).digest('hex')
    const { id, numero, faitLe } = lot
    await noterLotFait(trx, { id, dispositif, du, au, numero, faitLe, destinataire, empreinte })
    return { lot, octets, nom: nomDuFichier(lot) }
  })
}

/** « isc-2012-aubervilliers-1.jalonlot ». */
const nomDuFichier = ({ dispositif, du, au, poste, numero }: Lot): string => {
  const jours = du.endsWith('-01-01') && au === `${du.slice(0, 4)}-12-31` ? du.slice(0, 4) : `${du}-${au}`
  const nom = poste.nom
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  return [dispositif, jours, nom.slice(0, 40) || 'poste', numero].join('-').concat('.jalonlot')
}
