import { randomUUID } from 'node:crypto'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { lirePersonnes } from './personnes.ts'

/** The other members of the household, with the link each was given. */
export const foyerDe = async (
  db: Db,
  personneId: string,
): Promise<{ personne: PersonneResume; lien: string | null }[]> => {
  const membres = await db
    .selectFrom('personne as moi')
    .innerJoin('personne as p', 'p.foyer_id', 'moi.foyer_id')
    .select(['p.id', 'p.lien_foyer'])
    .where('moi.id', '=', personneId)
    .where('p.id', '!=', personneId)
    .orderBy('p.cle_identite')
    .execute()
  const liens = new Map(membres.map((m) => [m.id, m.lien_foyer]))
  const personnes = await lirePersonnes(db, [...liens.keys()])
  return personnes.map((personne) => ({ personne, lien: liens.get(personne.id) ?? null }))
}

/** Puts a person in the household of another, leaving her own; `lien` says who she is in it (« conjointe », « fils »…). */
export const rattacherFoyer = (
  db: Db,
  { personneId, avecId, lien }: { readonly personneId: string; readonly avecId: string; readonly lien: string },
): Promise<void> =>
  inTransaction(db, async (trx) => {
    if (personneId === avecId) throw new ErreurMetier('entree-invalide', { champs: { avecId: 'meme-personne' } })
    const avant = await foyerId(trx, personneId)
    const foyer = (await foyerId(trx, avecId)) ?? (await creerFoyer(trx, avecId))
    await trx
      .updateTable('personne')
      .set({ foyer_id: foyer, lien_foyer: lien === '' ? null : lien })
      .where('id', '=', personneId)
      .execute()
    if (avant !== null) await dissoudreSiSeul(trx, avant)
  })

export const quitterFoyer = (db: Db, personneId: string): Promise<void> =>
  inTransaction(db, async (trx) => {
    const foyer = await foyerId(trx, personneId)
    if (foyer === null) return
    await trx.updateTable('personne').set({ foyer_id: null, lien_foyer: null }).where('id', '=', personneId).execute()
    await dissoudreSiSeul(trx, foyer)
  })

const foyerId = async (trx: Db, personneId: string): Promise<string | null> => {
  const personne = await trx.selectFrom('personne').select('foyer_id').where('id', '=', personneId).executeTakeFirst()
  if (personne === undefined) throw new ErreurMetier('introuvable')
  return personne.foyer_id
}

const creerFoyer = async (trx: Db, personneId: string): Promise<string> => {
  const id = randomUUID()
  await trx.insertInto('foyer').values({ id }).execute()
  await trx.updateTable('personne').set({ foyer_id: id }).where('id', '=', personneId).execute()
  return id
}

/** A household of one is not a household. */
const dissoudreSiSeul = async (trx: Db, foyer: string): Promise<void> => {
  const membres = await entier(trx).selectFrom('personne').select('id').where('foyer_id', '=', foyer).execute()
  const visibles = await trx.selectFrom('personne').select('id').where('foyer_id', '=', foyer).execute()
  // Somebody whom this user may not see stays where she is: he writes nothing of hers.
  if (membres.length > 1 || visibles.length < membres.length) return
  await trx.updateTable('personne').set({ foyer_id: null, lien_foyer: null }).where('foyer_id', '=', foyer).execute()
  await trx.deleteFrom('foyer').where('id', '=', foyer).execute()
}
