import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Prolongation, PROLONGATION_MOIS } from '#shared/domaine/conservation/prolongation.ts'
import type { Regle, RegleChoisie, VisaArchives } from '#shared/domaine/conservation/regle.ts'
import { reglesEnVigueur } from '#shared/domaine/conservation/regles.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ajouterMois, jourLocal } from '#shared/utils/dates.ts'

/** The rule that holds for every dispositif. */
export const lireRegles = async (db: Db): Promise<ReadonlyMap<CodeDispositif, Regle>> => {
  const lues = await db.selectFrom('duree_conservation').selectAll().execute()
  return reglesEnVigueur(lues.map(({ visa, modifie_le: le, ...r }) => Object.assign(r, { le, visa: visa === 1 })))
}

/** Changes a rule, or gives the declared one back with null. What a text fixes, and facts to be erased, cannot be kept more. */
export const choisirRegle = (
  db: Db,
  dispositif: CodeDispositif,
  regle: RegleChoisie | null,
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await trx.deleteFrom('duree_conservation').where('dispositif', '=', dispositif).execute()
    if (regle === null) return
    const enVigueur = (await lireRegles(trx)).get(dispositif)
    if (enVigueur === undefined) throw new ErreurMetier('introuvable')
    const { declaree, fixe } = enVigueur
    if (fixe && (regle.mois !== declaree.mois || regle.sort !== declaree.sort))
      throw new ErreurMetier('entree-invalide', { champs: { mois: 'fixe' } })
    if (declaree.sort === 'effacement' && regle.sort !== 'effacement')
      throw new ErreurMetier('entree-invalide', { champs: { sort: 'effacement' } })
    await trx
      .insertInto('duree_conservation')
      .values({ ...regle, visa: Number(regle.visa), modifie_le: maintenant.toISOString() })
      .execute()
  })

/** Visas of the public archives, the latest first. */
export const listerVisas = (db: Db): Promise<VisaArchives[]> =>
  db
    .selectFrom('visa_archives')
    .select(['id', 'dispositif', 'jusqu_au as jusquAu', 'obtenu_le as obtenuLe', 'reference'])
    .orderBy('jusqu_au', 'desc')
    .orderBy('id')
    .execute()

export const noterVisa = async (
  db: Db,
  { id, dispositif, jusquAu, obtenuLe, reference }: VisaArchives,
  maintenant: Date,
): Promise<void> => {
  if (obtenuLe > jourLocal(maintenant)) throw new ErreurMetier('entree-invalide', { champs: { obtenuLe: 'futur' } })
  if (jusquAu > obtenuLe) throw new ErreurMetier('entree-invalide', { champs: { jusquAu: 'apres-visa' } })
  const colonnes = { dispositif, jusqu_au: jusquAu, obtenu_le: obtenuLe, reference }
  await db
    .insertInto('visa_archives')
    .values({ id, ...colonnes, note_le: maintenant.toISOString() })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}

/** Keeps a suivi longer, for a reason of the list; three years at most, and never without an end. */
export const prolonger = async (db: Db, { suiviId, motif, jusquAu }: Prolongation, maintenant: Date): Promise<void> => {
  const jour = jourLocal(maintenant)
  if (jusquAu <= jour) throw new ErreurMetier('entree-invalide', { champs: { jusquAu: 'passe' } })
  if (jusquAu > ajouterMois(jour, PROLONGATION_MOIS))
    throw new ErreurMetier('entree-invalide', { champs: { jusquAu: 'trop-loin' } })
  const suivi = await entier(db).selectFrom('suivi').select('id').where('id', '=', suiviId).executeTakeFirst()
  if (suivi === undefined) throw new ErreurMetier('introuvable')
  const colonnes = { motif, jusqu_au: jusquAu, note_le: maintenant.toISOString() }
  await entier(db)
    .insertInto('prolongation')
    .values({ suivi_id: suiviId, ...colonnes })
    .onConflict((oc) => oc.column('suivi_id').doUpdateSet(colonnes))
    .execute()
}

/** Lets the suivi come to its term again. */
export const cesserProlongation = async (db: Db, suiviId: string): Promise<void> => {
  await entier(db).deleteFrom('prolongation').where('suivi_id', '=', suiviId).execute()
}
