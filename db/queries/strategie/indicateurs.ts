import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Indicateur, ValeurANoter } from '#shared/domaine/strategie/indicateur.ts'
import { trouverLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { anneeSuivie, periodesDe } from '#shared/domaine/strategie/periode-suivie.ts'
import { genreAdmis } from '#shared/domaine/strategie/valeur.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { exiger, trouverFiche } from './appartenance.ts'
import { exigerUne } from './plan.ts'

/**
 * Makes an indicator at the end of its fiche, or corrects it. What its values were typed under does not change under them:
 * `valeur-utilisee` for another type or periodicité while there is any, and for a liaison while one was realised.
 */
export const enregistrerIndicateur = async (db: Db, indicateur: Indicateur, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { id, ficheId, ...reste } = indicateur
    await trouverFiche(trx, ficheId)
    if (reste.liaison !== null && trouverLiaison(reste.liaison).type !== reste.type)
      throw new ErreurMetier('entree-invalide', { champs: { liaison: 'autre-type' } })
    const connu = await trx
      .selectFrom('indicateur')
      .select(['type', 'periodicite', 'liaison'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (connu !== undefined) await refuserSousValeurs(trx, indicateur, connu)
    const colonnes = { ...reste, modifie_le: maintenant.toISOString() }
    const { rang } = await trx
      .selectFrom('indicateur')
      .select(({ fn }) => fn.max('rang').as('rang'))
      .where('fiche_id', '=', ficheId)
      .executeTakeFirstOrThrow()
    await exigerUne(
      trx
        .insertInto('indicateur')
        .values({ id, fiche_id: ficheId, ...colonnes, rang: (rang ?? -1) + 1 })
        .onConflict((oc) =>
          oc
            .column('id')
            .doUpdateSet(colonnes)
            .where('indicateur.fiche_id', '=', ficheId)
            .where('indicateur.supprime_le', 'is', null),
        ),
    )
  })

const refuserSousValeurs = async (
  db: Db,
  nouveau: Indicateur,
  connu: Pick<Indicateur, 'type' | 'periodicite' | 'liaison'>,
): Promise<void> => {
  const valeurs = await db
    .selectFrom('indicateur_valeur')
    .select('genre')
    .where('indicateur_id', '=', nouveau.id)
    .execute()
  if (valeurs.length === 0) return
  if (connu.type !== nouveau.type) throw new ErreurMetier('valeur-utilisee', { champs: { type: 'notee' } })
  if (connu.periodicite !== nouveau.periodicite)
    throw new ErreurMetier('valeur-utilisee', { champs: { periodicite: 'notee' } })
  if (connu.liaison !== nouveau.liaison && valeurs.some((v) => v.genre === 'realise'))
    throw new ErreurMetier('valeur-utilisee', { champs: { liaison: 'notee' } })
}

/**
 * Writes one cell, or empties it. What Jalon counts can't be typed over. Throws `entree-invalide` naming what is wrong:
 * `valeur: calculee` or `autre-type`, `periode: autre-periodicite`.
 */
export const noterValeur = async (db: Db, note: ValeurANoter, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { indicateurId, periode, genre, valeur } = note
    const indicateur = exiger(
      await trx
        .selectFrom('indicateur')
        .select(['fiche_id as ficheId', 'type', 'periodicite', 'liaison'])
        .where('id', '=', indicateurId)
        .where('supprime_le', 'is', null)
        .executeTakeFirst(),
      'indicateurId',
    )
    await trouverFiche(trx, indicateur.ficheId)
    if (genre === 'realise' && indicateur.liaison !== null) refuser({ valeur: 'calculee' })
    const siennes = periodesDe(anneeSuivie(periode), indicateur.periodicite)
    const annuelle = genre === 'cible' && periode === String(anneeSuivie(periode))
    if (!siennes.includes(periode) && !annuelle) refuser({ periode: 'autre-periodicite' })
    if (valeur === null) {
      await trx
        .deleteFrom('indicateur_valeur')
        .where('indicateur_id', '=', indicateurId)
        .where('periode', '=', periode)
        .where('genre', '=', genre)
        .execute()
      return
    }
    if (!genreAdmis(indicateur.type, genre, valeur)) refuser({ valeur: 'autre-type' })
    const colonnes = { valeur: JSON.stringify(valeur), note_le: maintenant.toISOString() }
    await trx
      .insertInto('indicateur_valeur')
      .values({ indicateur_id: indicateurId, periode, genre, ...colonnes })
      .onConflict((oc) => oc.columns(['indicateur_id', 'periode', 'genre']).doUpdateSet(colonnes))
      .execute()
  })

const refuser = (champs: Readonly<Record<string, string>>): never => {
  throw new ErreurMetier('entree-invalide', { champs })
}
