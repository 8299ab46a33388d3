import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { inTransaction } from '#db/transaction.ts'
import { type CodeExemple, exemples } from '#shared/domaine/strategie/exemples/index.ts'
import type { Exemple } from '#shared/domaine/strategie/exemples/exemple.ts'
import { contenuVide } from '#shared/domaine/strategie/fiche.ts'
import { trouverLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { enregistrerFiche } from './fiches.ts'
import { enregistrerIndicateur } from './indicateurs.ts'
import { enregistrerAxe, enregistrerStrategie } from './plan.ts'

/** Loads an example whole, or nothing. Refused while it is there already. Answers the id of the strategy. */
export const chargerExemple = async (db: Db, code: CodeExemple, maintenant: Date): Promise<string> =>
  inTransaction(db, async (trx) => {
    const deja = await trx
      .selectFrom('strategie')
      .select('id')
      .where('exemple', '=', code)
      .where('supprime_le', 'is', null)
      .executeTakeFirst()
    if (deja !== undefined) throw new ErreurMetier('entree-invalide', { champs: { exemple: 'deja-charge' } })
    const { axes, ...plan }: Exemple = exemples[code]
    const id = randomUUID()
    await enregistrerStrategie(trx, { id, ...plan }, maintenant)
    await trx.updateTable('strategie').set({ exemple: code }).where('id', '=', id).execute()
    const { dispositifs } = await lireReglages(trx)
    for (const { fiches, ...axe } of axes) {
      const axeId = randomUUID()
      await enregistrerAxe(trx, { id: axeId, strategieId: id, ...axe })
      for (const { indicateurs, contenu, ...fiche } of fiches) {
        const ficheId = randomUUID()
        const lieu = { id: ficheId, axeId, territoireId: null }
        await enregistrerFiche(trx, { ...lieu, ...fiche, contenu: { ...contenuVide, ...contenu } }, maintenant)
        for (const { liaison = null, ...indicateur } of indicateurs) {
          const comptee = liaison !== null && dispositifs.includes(trouverLiaison(liaison).dispositif)
          await enregistrerIndicateur(
            trx,
            { ...defauts, ...indicateur, id: randomUUID(), ficheId, liaison: comptee ? liaison : null },
            maintenant,
          )
        }
      }
    }
    return id
  })

const defauts = { unite: '', periodicite: 'annee', sens: 'hausse' } as const
