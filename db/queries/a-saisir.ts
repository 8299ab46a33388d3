import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type ASaisir, estRendezVous } from '#shared/domaine/a-saisir.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { estCourant } from './dispositifs.ts'
import { echeancesJusquau } from './echeances.ts'
import { nommer } from './personnes.ts'

/** Older than this, nobody is going to type it any more: it must not stay in the way. In days. */
const JOURS_GARDES = 90

/**
 * What awaits its entretien on that day: appointments whose day has come, and suivis opened before any entretien. An
 * appointment leaves the list once done, once its suivi has an entretien of that day or later, or is closed.
 */
export const listerASaisir = async (db: Db, jour: string): Promise<ASaisir[]> => {
  const depuis = ajouterJours(jour, -JOURS_GARDES)
  const rendezVous = (await echeancesJusquau(db, jour)).filter((e) => e.date >= depuis && estRendezVous(e.libelle))
  const suivis = rendezVous.map((r) => r.suiviId)
  const derniers = await dernierParSuivi(db, suivis)
  const ouverts = await suivisOuverts(db, suivis)
  const sansEntretien = await suivisSansEntretien(db, depuis)
  return [
    ...rendezVous
      .filter((r) => ouverts.has(r.suiviId) && (derniers.get(r.suiviId) ?? '') < r.date)
      .map(({ id, suiviId, date, libelle, personnes }) => ({ suiviId, echeanceId: id, date, libelle, personnes })),
    ...sansEntretien,
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

const suivisOuverts = async (db: Db, suivis: readonly string[]): Promise<ReadonlySet<string>> => {
  // An empty list is no list for SQLite: it would read the whole table to find nothing.
  if (suivis.length === 0) return new Set()
  const lignes = await db
    .selectFrom('suivi')
    .select('id')
    .where('clos_le', 'is', null)
    .where('id', 'in', suivis)
    .execute()
  return new Set(lignes.map((l) => l.id))
}

const dernierParSuivi = async (db: Db, suivis: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (suivis.length === 0) return new Map()
  const lignes = await db
    .selectFrom('entretien')
    .select((eb) => ['suivi_id', eb.fn.max<string>('date').as('dernier')])
    .where('supprime_le', 'is', null)
    .where('suivi_id', 'in', suivis)
    .groupBy('suivi_id')
    .execute()
  return new Map(lignes.map((l) => [l.suivi_id, l.dernier]))
}

const suivisSansEntretien = async (db: Db, depuis: string): Promise<ASaisir[]> => {
  const lignes = await db
    .selectFrom('reperage as r')
    // Crossed, so that SQLite goes from the few that were referred to their suivis, and not through all the suivis.
    .crossJoin('suivi as s')
    .innerJoin('personne as p', 'p.id', 'r.personne_id')
    .select(['s.id as suivi_id', 'p.id', 'p.anonyme', 'p.nom', 'p.prenom'])
    .select(sql<string>`coalesce(s.saisine_date, s.ouvert_le)`.as('date'))
    .whereRef('s.id', '=', 'r.suivi_id')
    .where(estCourant)
    .where('s.clos_le', 'is', null)
    .where(sql<boolean>`coalesce(s.saisine_date, s.ouvert_le) >= ${depuis}`)
    .where(sql<boolean>`not exists (select 1 from entretien e where e.suivi_id = s.id and e.supprime_le is null)`)
    .orderBy('p.cle_identite')
    .execute()
  return lignes.map(({ suivi_id, date, ...personne }) => ({
    suiviId: suivi_id,
    echeanceId: null,
    date,
    libelle: 'Premier entretien',
    personnes: [nommer(personne)],
  }))
}
