import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { lirePersonnes } from './personnes.ts'
import { estCourant } from './dispositifs.ts'
import { lireReponses } from './reponses.ts'
import { transmettreSuivi } from './transmettre-suivi.ts'

/** Suivis of a person in the dispositif shown, latest first, but those whose entretiens are all deleted; one of somebody not met yet is there. */
export const suivisDePersonne = async (db: Db, personneId: string): Promise<Suivi[]> => {
  const suivis = await db
    .selectFrom('suivi as s')
    .innerJoin('participation as p', 'p.suivi_id', 's.id')
    .selectAll('s')
    .where('p.personne_id', '=', personneId)
    .where(estCourant)
    .where(estVisible)
    .orderBy('s.ouvert_le', 'desc')
    .orderBy('s.numero', 'desc')
    .execute()
  const parts = await lireParticipations(
    db,
    suivis.map((s) => s.id),
  )
  return suivis.map((s) => ({
    id: s.id,
    numero: s.numero,
    saisineDate: s.saisine_date,
    ouvertLe: s.ouvert_le,
    closLe: s.clos_le,
    motifCloture: s.motif_cloture,
    reponses: lireReponses(s.reponses),
    participations: parts.get(s.id) ?? [],
  }))
}

/** Is seen even without an entretien. The suivi bears that name in the query. */
export function estVisibleSans(suivi: 's' | 'suivi') {
  const id = sql.ref(`${suivi}.id`)
  return sql<number>`(exists (select 1 from accueil a where a.suivi_id = ${id} and a.supprime_le is null)
  or exists (select 1 from reperage r where r.suivi_id = ${id}))`
}

/** Has an entretien or an accueil that is not taken out, or was opened before any. The suivi is named `s` in the query. */
export const estVisible = sql<boolean>`(exists (select 1 from entretien e where e.suivi_id = s.id and e.supprime_le is null)
  or ${estVisibleSans('s')})`

type Participations = Suivi['participations']

const lireParticipations = async (db: Db, suivis: readonly string[]): Promise<ReadonlyMap<string, Participations>> => {
  const lignes =
    suivis.length === 0
      ? []
      : await db.selectFrom('participation').selectAll().where('suivi_id', 'in', suivis).execute()
  const personnes = await lirePersonnes(db, [...new Set(lignes.map((l) => l.personne_id))])
  const parId = new Map(personnes.map((p) => [p.id, p]))
  const participations = (membres: typeof lignes) =>
    membres.flatMap(({ personne_id, role, reponses }) => {
      const personne = parId.get(personne_id)
      return personne === undefined ? [] : { personne, role, reponses: lireReponses(reponses) }
    })
  return new Map(
    [...Map.groupBy(lignes, (l) => l.suivi_id)].map(([suivi, membres]) => [suivi, participations(membres)]),
  )
}

/** `motif` is null where an imported file says none. */
export const cloturerSuivi = async (
  db: Db,
  nomenclature: Nomenclature,
  cloture: { readonly id: string; readonly date: string; readonly motif: string | null },
  maintenant: Date,
): Promise<void> => {
  // The end of an accueil is written with the rest of it, which its sheet bounds.
  if (nomenclature.nature !== 'entretiens')
    throw new ErreurMetier('entree-invalide', { champs: { dispositif: 'sans-entretien' } })
  const { modalites } = trouverListe(nomenclature, nomenclature.listeMotifs)
  if (cloture.motif !== null && !modalites.some((m) => m.code === cloture.motif))
    throw new ErreurMetier('valeur-inconnue', { champs: { motif: 'valeur-inconnue' } })
  if (cloture.date > jourLocal(maintenant)) throw new ErreurMetier('entree-invalide', { champs: { date: 'futur' } })
  const suivi = await db
    .selectFrom('suivi')
    .select('ouvert_le')
    .where('id', '=', cloture.id)
    .where('dispositif', '=', nomenclature.code)
    .executeTakeFirst()
  if (suivi === undefined) throw new ErreurMetier('introuvable')
  if (cloture.date < suivi.ouvert_le) throw new ErreurMetier('entree-invalide', { champs: { date: 'avant-ouverture' } })
  await ecrireCloture(db, cloture.id, cloture.date, cloture.motif)
}

export const rouvrirSuivi = (db: Db, id: string): Promise<void> => ecrireCloture(db, id, null, null)

const ecrireCloture = async (db: Db, id: string, date: string | null, motif: string | null): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('suivi')
    .set({ clos_le: date, motif_cloture: motif })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ErreurMetier('introuvable')
}

/**
 * Creates the suivi of an entretien, with the next number of its dispositif, or replaces what its form asks of it. Says whether
 * it was created.
 */
export const ouvrirSuivi = async (
  trx: Db,
  nomenclature: Nomenclature,
  { suivi, date }: Pick<EntretienASaisir, 'suivi' | 'date'>,
): Promise<boolean> => {
  const saisie = { saisine_date: suivi.saisineDate, reponses: JSON.stringify(suivi.reponses) }
  const dispositif = nomenclature.code
  const { numUpdatedRows } = await trx.updateTable('suivi').set(saisie).where('id', '=', suivi.id).executeTakeFirst()
  if (numUpdatedRows > 0n) return false
  await trx
    .insertInto('suivi')
    .columns(['id', 'dispositif', 'numero', 'ouvert_le', 'saisine_date', 'reponses'])
    .expression((eb) =>
      eb
        .selectFrom('suivi as s')
        .select([
          eb.val(suivi.id).as('id'),
          eb.val(dispositif).as('dispositif'),
          sql<number>`coalesce(max(s.numero), 0) + 1`.as('numero'),
          eb.val(date).as('ouvert_le'),
          eb.val(saisie.saisine_date).as('saisine_date'),
          eb.val(saisie.reponses).as('reponses'),
        ])
        .where('s.dispositif', '=', dispositif),
    )
    .execute()
  return true
}

/**
 * Sets what a suivi owes to its entretiens after one changed: its first day, and its persons, who are those received.
 * A suivi left without any goes away, all that hangs on it going to `heritier`; one whose entretiens are all
 * deleted stays, and one opened before its first entretien keeps its person.
 */
export const rangerSuivi = async (trx: Db, id: string, heritier?: string): Promise<void> => {
  await sql`delete from main.participation where suivi_id = ${id} and not exists (
    select 1 from presence pr join entretien e on e.id = pr.entretien_id
    where pr.personne_id = participation.personne_id and e.suivi_id = ${id})
    and not exists (select 1 from reperage r where r.suivi_id = ${id} and r.personne_id = participation.personne_id)`.execute(
    trx,
  )
  const { premier } = await trx
    .selectFrom('entretien')
    .select(
      sql<string | null>`coalesce(min(iif(supprime_le is null, date, null)), min(date),
        (select r.date from reperage r where r.suivi_id = ${id}))`.as('premier'),
    )
    .where('suivi_id', '=', id)
    .executeTakeFirstOrThrow()
  if (premier !== null) {
    await trx.updateTable('suivi').set({ ouvert_le: premier }).where('id', '=', id).execute()
  } else if (heritier !== undefined) {
    await transmettreSuivi(trx, id, heritier)
    await trx.deleteFrom('suivi').where('id', '=', id).execute()
  }
}
