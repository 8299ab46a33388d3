import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { MOIS_GARDES } from '#shared/domaine/journal.ts'
import { ajouterMois, jourLocal } from '#shared/utils/dates.ts'
import { limite } from './corbeille.ts'
import { oublierGestes } from './effacer.ts'

type Destruction = { readonly cle: string; readonly suite: readonly Suite[] }
type Suite = readonly [table: string, condition: (id: string) => ReturnType<typeof sql>]

const par = (table: string, colonne: string): Suite => [table, (id) => sql`${sql.ref(colonne)} = ${id}`]

/**
 * What goes with each thing destroyed that is about a person, in that order, then the thing itself by its key. A suivi stays,
 * with whom it is of: it is what says who may see her. What is about nobody is only forgotten by the bin.
 */
const destructions: Readonly<Record<string, Destruction>> = {
  entretien: {
    cle: 'id',
    suite: [par('orientation', 'entretien_id'), par('echeance', 'entretien_id'), par('presence', 'entretien_id')],
  },
  consentement: { cle: 'id', suite: [] },
  statut_penal: { cle: 'id', suite: [] },
  mesure: { cle: 'id', suite: [] },
  passage: { cle: 'id', suite: [] },
  contrat: { cle: 'id', suite: [] },
  incident: { cle: 'id', suite: [] },
  demarche_statut: { cle: 'id', suite: [] },
  demarche: { cle: 'id', suite: [par('demarche_statut', 'demarche_id')] },
  comite: { cle: 'id', suite: [par('comite_decision', 'comite_id')] },
  journee: { cle: 'id', suite: [par('journee_correction', 'journee_id')] },
  accueil: {
    cle: 'suivi_id',
    suite: [
      [
        'journee_correction',
        (id) => sql`journee_id in (select journee.id from main.journee where journee.suivi_id = ${id})`,
      ],
      par('journee', 'suivi_id'),
      par('incident', 'suivi_id'),
    ],
  },
}

/**
 * Destroys what these removals removed, and what is kept of it: nothing brings it back. Gives back how many things went.
 * To be called outside of an act, or it would be kept.
 */
export const detruire = (db: Db, rangs: readonly number[]): Promise<number> =>
  inTransaction(db, async (trx) => {
    const retraits = await trx
      .selectFrom('revision')
      .select(['rang', 'tableau', 'cle', 'genre', 'apres'])
      .where(sql<boolean>`rang in (select value from json_each(${JSON.stringify(rangs)}))`)
      .execute()
    let detruites = 0
    for (const { rang, tableau, cle, genre, apres } of retraits) {
      const [id = ''] = JSON.parse(cle) as readonly string[]
      const regle = destructions[tableau]
      if (genre === 'mise-de-cote' && regle !== undefined) {
        if (!(await supprimer(trx, tableau, id, regle, lireRetrait(apres)))) continue
        await sql`delete from main.revision where tableau = ${tableau} and cle = ${cle}`.execute(trx)
        if (tableau === 'entretien') await sql`delete from main.revision where entretien_id = ${id}`.execute(trx)
      } else
        await sql`delete from main.revision where tableau = ${tableau} and cle = ${cle}
          and rang ${sql.raw(genre === 'retrait' ? '<=' : '=')} ${rang}`.execute(trx)
      detruites++
    }
    await oublierGestes(trx)
    return detruites
  })

/** Only what is still removed, since that very removal. */
const supprimer = async (
  trx: Db,
  tableau: string,
  id: string,
  { cle, suite }: Destruction,
  le: string | null,
): Promise<boolean> => {
  const { rows } =
    await sql`select 1 from ${sql.table(tableau)} where ${sql.ref(cle)} = ${id} and supprime_le = ${le}`.execute(trx)
  if (rows.length === 0) return false
  for (const [table, condition] of [...suite, par(tableau, cle)])
    await sql`delete from main.${sql.table(table)} where ${condition(id)}`.execute(trx)
  return true
}

/**
 * At each opening: what was removed long enough ago is destroyed, and what the rest said more than a year ago is forgotten.
 * Only of what this user sees.
 */
export const purgerRevisions = (db: Db, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const avant = (instant: string) =>
      trx
        .selectFrom('revision as r')
        .innerJoin('geste as g', 'g.id', 'r.geste_id')
        .select('r.rang')
        .where('g.le', '<', instant)
    const retirees = await avant(limite(maintenant)).where('r.genre', 'in', ['retrait', 'mise-de-cote']).execute()
    if (retirees.length > 0)
      await detruire(
        trx,
        retirees.map((r) => r.rang),
      )
    const anciennes = await avant(`${ajouterMois(jourLocal(maintenant), -MOIS_GARDES)}T00:00:00.000Z`).execute()
    if (anciennes.length === 0) return
    await sql`delete from main.revision where rang in (
      select value from json_each(${JSON.stringify(anciennes.map((r) => r.rang))}))`.execute(trx)
    await oublierGestes(trx)
  })

const lireRetrait = (apres: string | null): string | null =>
  apres === null ? null : (JSON.parse(apres) as { readonly supprime_le: string | null }).supprime_le
