import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Entretien, EntretienResume } from '#shared/domaine/entretien.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { orientationsDe } from './orientations.ts'
import { lirePersonnes, nommer } from './personnes.ts'
import { estCourant } from './dispositifs.ts'
import { lireReponses } from './reponses.ts'

/** One entretien, with what its form needs to open again. A deleted one, or of another dispositif, is `introuvable`. */
export const lireEntretien = async (db: Db, id: string): Promise<Entretien> => {
  const saisi = await lireSaisie(db, id)
  const personnes = await lirePersonnes(
    db,
    saisi.presences.map((p) => p.personneId),
  )
  const parId = new Map(personnes.map((p) => [p.id, p]))
  return {
    ...saisi,
    presences: saisi.presences.flatMap(({ personneId, role, reponses }) => {
      const personne = parId.get(personneId)
      return personne === undefined ? [] : [{ personne, role, reponses }]
    }),
  }
}

export type Saisie = Omit<Entretien, 'presences'> & {
  readonly presences: readonly { readonly personneId: string; readonly role: string; readonly reponses: Reponses }[]
}

/** The same, naming persons by their id alone. */
export const lireSaisie = async (db: Db, id: string): Promise<Saisie> => {
  const lu = await db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select(['e.id', 'e.date', 'e.heure', 'e.duree_minutes', 'e.note', 'e.reponses', 'e.modifie_le', 'e.suivi_id'])
    .select(['s.numero', 's.saisine_date', 's.clos_le', 's.reponses as reponses_suivi'])
    .where('e.id', '=', id)
    .where(estCourant)
    .where('e.supprime_le', 'is', null)
    .executeTakeFirst()
  if (lu === undefined) throw new ErreurMetier('introuvable')
  return {
    id: lu.id,
    suivi: {
      id: lu.suivi_id,
      numero: lu.numero,
      saisineDate: lu.saisine_date,
      closLe: lu.clos_le,
      reponses: lireReponses(lu.reponses_suivi),
    },
    date: lu.date,
    heure: lu.heure,
    dureeMinutes: lu.duree_minutes,
    note: lu.note,
    reponses: lireReponses(lu.reponses),
    presences: (await participationsPresentes(db, [id])).map((l) => ({
      personneId: l.id,
      role: l.role,
      reponses: lireReponses(l.part),
    })),
    orientations: await orientationsDe(db, { entretienId: id }),
    echeances: await lireEcheancesSaisies(db, id),
    enregistreLe: lu.modifie_le,
  }
}

const lireEcheancesSaisies = async (db: Db, entretienId: string): Promise<Entretien['echeances']> =>
  db
    .selectFrom('echeance')
    .select(['id', 'date', 'libelle', 'faite_le as faiteLe'])
    .where('entretien_id', '=', entretienId)
    .orderBy('date')
    .orderBy('id')
    .execute()

/** Lines of a list of entretiens, in the order asked. */
export const resumesEntretiens = async (db: Db, ids: readonly string[]): Promise<EntretienResume[]> => {
  if (ids.length === 0) return []
  const lues = await lignesResume(db).where('e.id', 'in', ids).execute()
  const parId = new Map(lues.map((e) => [e.id, e]))
  return resumer(
    db,
    ids.flatMap((id) => parId.get(id) ?? []),
  )
}

/** Those where somebody was present, of the dispositif shown, latest first. */
export const resumesDePersonne = async (db: Db, personneId: string): Promise<EntretienResume[]> =>
  resumer(
    db,
    await lignesResume(db)
      .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
      .where('pr.personne_id', '=', personneId)
      .where(estCourant)
      .where('e.supprime_le', 'is', null)
      .orderBy('e.date', 'desc')
      .orderBy('e.heure', 'desc')
      .execute(),
  )

const lignesResume = (db: Db) =>
  db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .select(['e.id', 'e.suivi_id', 'e.date', 'e.duree_minutes', 'e.reponses', 's.reponses as reponses_suivi'])

type LigneResume = Awaited<ReturnType<ReturnType<typeof lignesResume>['execute']>>[number]

const resumer = async (db: Db, lignes: readonly LigneResume[]): Promise<EntretienResume[]> => {
  if (lignes.length === 0) return []
  const ids = lignes.map((e) => e.id)
  const presents = Map.groupBy(await participationsPresentes(db, ids), (p) => p.entretien_id)
  const envois = await db
    .selectFrom('orientation')
    .select(['entretien_id', 'destination'])
    .where('entretien_id', 'in', ids)
    .orderBy(sql`orientation.rowid`)
    .execute()
  const destinations = Map.groupBy(envois, (o) => o.entretien_id)
  return lignes.map((e) => ({
    id: e.id,
    suiviId: e.suivi_id,
    date: e.date,
    dureeMinutes: e.duree_minutes,
    personnes: (presents.get(e.id) ?? []).map((p) => Object.assign(nommer(p), { role: p.role })),
    reponsesSuivi: lireReponses(e.reponses_suivi),
    reponses: lireReponses(e.reponses),
    orientations: (destinations.get(e.id) ?? []).map((o) => o.destination),
  }))
}

/** Persons received, with their part in the suivi, in the order of the form. */
const participationsPresentes = (db: Db, entretiens: readonly string[]) =>
  db
    .selectFrom('presence as pr')
    .innerJoin('entretien as e', 'e.id', 'pr.entretien_id')
    .innerJoin('participation as pa', (join) =>
      join.onRef('pa.suivi_id', '=', 'e.suivi_id').onRef('pa.personne_id', '=', 'pr.personne_id'),
    )
    .innerJoin('personne as p', 'p.id', 'pr.personne_id')
    .select(['pr.entretien_id', 'p.id', 'p.anonyme', 'p.nom', 'p.prenom', 'pa.role', 'pa.reponses as part'])
    .where('pr.entretien_id', 'in', entretiens)
    .orderBy('pr.rang')
    .orderBy('pr.personne_id')
    .execute()
