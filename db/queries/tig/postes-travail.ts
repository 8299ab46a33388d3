import type { Db } from '#db/connection.ts'
import { refuserErreurs } from '#db/queries/parcours/suivi.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ContraintePoste, erreursDePoste, type PosteTravail } from '#shared/domaine/tig/poste-travail.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { exigerAccueils } from './exiger.ts'

/** Posts of the host by name, with how many are there on that day. */
export const listerPostesTravail = async (
  db: Db,
  { code }: Nomenclature,
  jour: string,
): Promise<(PosteTravail & { occupees: number })[]> => {
  const lignes = await db
    .selectFrom('poste_travail as t')
    .selectAll('t')
    .select((eb) =>
      eb
        .selectFrom('accueil as a')
        .innerJoin('suivi as s', 's.id', 'a.suivi_id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .whereRef('a.poste_id', '=', 't.id')
        .where('a.supprime_le', 'is', null)
        .where('a.debut_le', '<=', jour)
        .where((e) => e.or([e('s.clos_le', 'is', null), e('s.clos_le', '>', jour)]))
        .as('occupees'),
    )
    .where('t.dispositif', '=', code)
    .orderBy('t.intitule')
    .orderBy('t.id')
    .execute()
  const statuts = await statutsDesPostes(db)
  return lignes.map((l) => ({
    id: l.id,
    intitule: l.intitule,
    service: l.service,
    lieu: l.lieu,
    missions: l.missions,
    places: l.places,
    forme: l.forme,
    horaires: l.horaires,
    contraintes: ContraintePoste.array().parse(JSON.parse(l.contraintes)),
    ouvertAuxMineurs: l.ouvert_aux_mineurs === 1,
    responsable: l.responsable,
    inscritLe: l.inscrit_le,
    statuts: [...(statuts.get(l.id) ?? [])],
    occupees: l.occupees ?? 0,
  }))
}

type Statuts = PosteTravail['statuts']

/** Changes of status of each post, in order. */
export const statutsDesPostes = async (db: Db): Promise<ReadonlyMap<string, Statuts>> => {
  const lignes = await db.selectFrom('poste_travail_statut').selectAll().orderBy('du').execute()
  return new Map(
    [...Map.groupBy(lignes, (l) => l.poste_id)].map(([poste, siens]) => [
      poste,
      siens.map(({ du, statut }) => ({ du, statut })),
    ]),
  )
}

/** Creates or replaces a post with its dated statuses. */
export const enregistrerPosteTravail = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: PosteTravail,
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    exigerAccueils(nomenclature)
    refuserErreurs(erreursDePoste(saisi, jourLocal(maintenant)))
    const { id, contraintes, ouvertAuxMineurs, inscritLe, statuts, ...textes } = saisi
    const colonnes = {
      ...textes,
      contraintes: JSON.stringify(contraintes),
      ouvert_aux_mineurs: Number(ouvertAuxMineurs),
      inscrit_le: inscritLe,
      modifie_le: maintenant.toISOString(),
    }
    await trx
      .insertInto('poste_travail')
      .values({ id, dispositif: nomenclature.code, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
    await trx.deleteFrom('poste_travail_statut').where('poste_id', '=', id).execute()
    if (statuts.length === 0) return
    await trx
      .insertInto('poste_travail_statut')
      .values(statuts.map(({ du, statut }) => ({ poste_id: id, du, statut })))
      .execute()
  })
