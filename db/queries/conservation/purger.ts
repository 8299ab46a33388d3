import { type RawBuilder, sql } from 'kysely'
import { sansRestriction } from '#db/cloison.ts'
import { classement } from '#db/conservation/classement.ts'
import { type LienDe, tablesDuSuivi } from '#db/conservation/liens.ts'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { type ComptesPurge, JOURS_SAUVEGARDES } from '#shared/domaine/conservation/apercu.ts'
import { ajouterJours, jourLocal } from '#shared/utils/dates.ts'
import { anonymiserPersonnes } from './anonymiser.ts'
import { brouillonsAbandonnes, type Cible, lireCibles } from './lister.ts'
import { effacerTraces } from './traces.ts'

type Demande = {
  readonly id: string
  /** Lines that were shown, by their ids: nothing else leaves. Null takes all that is at its term. */
  readonly attendues: readonly string[] | null
  /** Takes also what is held back by a year without a published report. */
  readonly malgreBilans: boolean
  readonly agent: string | null
}

/**
 * Erases, or makes nobody's, all that is at its term and that nothing holds back, in one transaction: a process that dies
 * half way has purged nothing. Reports already published are in none of these rows.
 */
export const purger = (db: Db, demande: Demande, maintenant: Date): Promise<ComptesPurge> =>
  inTransaction(db, (trx) =>
    sansRestriction(trx, async () => {
      // A row may go before the one it is named by: all are checked at the end.
      await sql`pragma defer_foreign_keys = on`.execute(trx)
      const jour = jourLocal(maintenant)
      const cibles = (await lireCibles(trx, jour)).filter((c) => c.terme <= jour && prise(c, demande))
      const choisies = (tri: (c: Cible) => boolean) => cibles.filter(tri)
      const anonymes = choisies((c) => c.genre === 'dossier' && c.sort === 'anonymisation')
      const effaces = choisies((c) => c.genre === 'dossier' && c.sort === 'effacement')
      const fiches = choisies((c) => c.genre === 'fiche')
      const points = choisies((c) => c.genre === 'point').map((c) => c.id)
      const brouillons = await brouillonsAbandonnes(trx, jour)

      const rendues = await anonymiser(trx, anonymes, maintenant)
      const suivis = effaces.flatMap((c) => c.suivis)
      await effacerSuivis(trx, suivis)
      await sql`delete from main.point_nominatif where id in ${parmi(points)}`.execute(trx)
      const parties = await personnesSansLien(
        trx,
        [...effaces, ...fiches].flatMap((c) => c.personnes),
      )
      for (const { table, cle } of brouillons)
        await sql`delete from main.${sql.table(table)} where ${sql.ref(table === 'reprise' ? 'cle' : 'id')} = ${cle}`.execute(
          trx,
        )
      await effacerTraces(trx, {
        suivis: [...suivis, ...anonymes.flatMap((c) => c.suivis)],
        personnes: [...parties, ...rendues],
        points,
      })
      await sql`delete from main.personne where id in ${parmi(parties)}`.execute(trx)
      // What was indexed of a note is still in the index until its parts are made one.
      await sql`insert into main.note_mots (note_mots) values ('optimize')`.execute(trx)

      const comptes = {
        anonymises: anonymes.length,
        effaces: effaces.length,
        fiches: fiches.length,
        points: points.length,
        brouillons: brouillons.length,
        personnes: parties.length + rendues.length,
      }
      if (cibles.length + brouillons.length > 0) await inscrire(trx, demande, comptes, maintenant)
      return comptes
    }),
  )

const prise = ({ id, retenue }: Cible, { attendues, malgreBilans }: Demande): boolean =>
  (attendues === null || attendues.includes(id)) && (retenue === null || (retenue === 'bilan' && malgreBilans))

const inscrire = async (trx: Db, { id, agent }: Demande, comptes: ComptesPurge, maintenant: Date): Promise<void> => {
  await trx
    .insertInto('purge')
    .values({
      id,
      le: maintenant.toISOString(),
      agent,
      comptes: JSON.stringify(comptes),
      sauvegardes_jusqu_au: ajouterJours(jourLocal(maintenant), JOURS_SAUVEGARDES),
      sauvegardes_otees_le: null,
    })
    .execute()
}

const anonymiser = async (trx: Db, dossiers: readonly Cible[], maintenant: Date): Promise<readonly string[]> => {
  const suivis = dossiers.flatMap((d) => d.suivis)
  if (suivis.length === 0) return []
  const retires = sql`(select id from main.entretien where supprime_le is not null and suivi_id in ${parmi(suivis)})`
  for (const { table, lien } of tablesDuSuivi) {
    const classe = classement[table]
    if ('ote' in classe) await sql`delete from main.${sql.table(table)} where ${pris(lien, suivis)}`.execute(trx)
    if (lien[1] === 'entretien')
      await sql`delete from main.${sql.table(table)} where ${sql.ref(lien[0])} in ${retires}`.execute(trx)
    if ('efface' in classe && classe.efface !== undefined) await vider(trx, table, classe.efface, pris(lien, suivis))
  }
  await sql`delete from main.entretien where id in ${retires}`.execute(trx)
  const rendues = await anonymiserPersonnes(trx, suivis, maintenant)
  await sql`insert or replace into main.suivi_anonymise (suivi_id, le)
    select value, ${maintenant.toISOString()} from json_each(${JSON.stringify(suivis)})`.execute(trx)
  return rendues
}

/** Empties columns: null where it may be, an empty text elsewhere. */
const vider = async (trx: Db, table: string, colonnes: string, ou: RawBuilder<unknown>): Promise<void> => {
  const { rows } = await sql<{ name: string; notnull: number }>`
    select name, "notnull" from pragma_table_info(${table}, 'main')`.execute(trx)
  const vides = colonnes.split(' ').map((nom) => {
    const obligatoire = rows.find((r) => r.name === nom)?.notnull === 1
    return sql`${sql.ref(nom)} = ${obligatoire ? '' : null}`
  })
  await sql`update main.${sql.table(table)} set ${sql.join(vides)} where ${ou}`.execute(trx)
}

const effacerSuivis = async (trx: Db, suivis: readonly string[]): Promise<void> => {
  if (suivis.length === 0) return
  for (const { table, lien } of tablesDuSuivi)
    await sql`delete from main.${sql.table(table)} where ${pris(lien, suivis)}`.execute(trx)
  await sql`delete from main.suivi where id in ${parmi(suivis)}`.execute(trx)
}

/** Whether a row hangs on one of these suivis. */
const pris = ([colonne, vers]: LienDe, suivis: readonly string[]): RawBuilder<unknown> => {
  if (vers === 'suivi') return sql`${sql.ref(colonne)} in ${parmi(suivis)}`
  const haut = tablesDuSuivi.find((t) => t.table === vers)
  if (haut === undefined) throw new Error(`no link for ${vers}`)
  return sql`${sql.ref(colonne)} in (select id from main.${sql.table(vers)} where ${pris(haut.lien, suivis)})`
}

/** Of these persons, those that nothing speaks of any more. */
const personnesSansLien = async (trx: Db, personnes: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from main.personne where id in ${parmi(personnes)}
    and not exists (select 1 from main.participation p where p.personne_id = personne.id)
    and not exists (select 1 from main.point_nominatif p where p.personne_id = personne.id)`.execute(trx)
  return rows.map((r) => r.id)
}

const parmi = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`
