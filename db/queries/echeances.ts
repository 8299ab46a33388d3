import type { Db } from '#db/connection.ts'
import type { SourcesAgenda } from '#shared/domaine/agenda/composer.ts'
import type { Echeance, EcheanceASaisir } from '#shared/domaine/echeance.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { nommer } from './personnes.ts'
import { estCourant } from './dispositifs.ts'

/** Not done and due on that day at the latest, the latest first: nobody's answer is forgotten. */
export const echeancesJusquau = (db: Db, jusquau: string): Promise<Echeance[]> =>
  completer(db, actives(db).where('ec.faite_le', 'is', null).where('ec.date', '<=', jusquau))

/** All that is due between two days, done or not, with the suivi it hangs on. */
export const echeancesEntre = async (db: Db, du: string, au: string): Promise<SourcesAgenda['echeances']> => {
  const echeances = await completer(db, actives(db).where('ec.date', '>=', du).where('ec.date', '<=', au))
  const suivis = await db
    .selectFrom('suivi')
    .select(['id', 'numero'])
    .where('id', 'in', [...new Set(echeances.map((e) => e.suiviId))])
    .execute()
  const parId = new Map(suivis.map((s) => [s.id, s]))
  return echeances.map(({ suiviId, ...reste }) => Object.assign(reste, { suivi: parId.get(suiviId) ?? null }))
}

/** Everything due in the suivis of a person, done or not. */
export const echeancesDePersonne = (db: Db, personneId: string): Promise<Echeance[]> =>
  completer(
    db,
    actives(db).where('ec.suivi_id', 'in', (eb) =>
      eb.selectFrom('participation').select('suivi_id').where('personne_id', '=', personneId),
    ),
  )

export const ajouterEcheance = async (
  db: Db,
  { id, suiviId, date, libelle }: EcheanceASaisir & { readonly suiviId: string },
): Promise<void> => {
  const suivi = await db.selectFrom('suivi').select('id').where('id', '=', suiviId).executeTakeFirst()
  if (suivi === undefined) throw new ErreurMetier('introuvable')
  await db
    .insertInto('echeance')
    .values({ id, suivi_id: suiviId, entretien_id: null, date, libelle, faite_le: null })
    .onConflict((oc) => oc.column('id').doUpdateSet({ date, libelle }))
    .execute()
}

export const marquerEcheance = async (db: Db, id: string, faiteLe: string | null): Promise<void> => {
  const { numUpdatedRows } = await db
    .updateTable('echeance')
    .set({ faite_le: faiteLe })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ErreurMetier('introuvable')
}

/** Those of the dispositif shown, but those that a deleted entretien holds. */
const actives = (db: Db) =>
  db
    .selectFrom('echeance as ec')
    .innerJoin('suivi as s', 's.id', 'ec.suivi_id')
    .leftJoin('entretien as e', 'e.id', 'ec.entretien_id')
    .select(['ec.id', 'ec.date', 'ec.libelle', 'ec.suivi_id', 'ec.entretien_id', 'ec.faite_le'])
    .where(estCourant)
    .where('e.supprime_le', 'is', null)

const completer = async (db: Db, requete: ReturnType<typeof actives>): Promise<Echeance[]> => {
  const lignes = await requete.orderBy('ec.date').orderBy('ec.id').execute()
  const personnes = await personnesDeSuivis(db, [...new Set(lignes.map((l) => l.suivi_id))])
  return lignes.map((l) => ({
    id: l.id,
    suiviId: l.suivi_id,
    entretienId: l.entretien_id,
    date: l.date,
    libelle: l.libelle,
    faiteLe: l.faite_le,
    personnes: personnes.get(l.suivi_id) ?? [],
  }))
}

const personnesDeSuivis = async (
  db: Db,
  suivis: readonly string[],
): Promise<ReadonlyMap<string, Echeance['personnes']>> => {
  if (suivis.length === 0) return new Map()
  const lignes = await db
    .selectFrom('participation as pa')
    .innerJoin('personne as p', 'p.id', 'pa.personne_id')
    .select(['pa.suivi_id', 'p.id', 'p.anonyme', 'p.nom', 'p.prenom'])
    .where('pa.suivi_id', 'in', suivis)
    .orderBy('p.cle_identite')
    .execute()
  const parSuivi = Map.groupBy(lignes, (l) => l.suivi_id)
  return new Map([...parSuivi].map(([suivi, membres]) => [suivi, membres.map(nommer)]))
}
