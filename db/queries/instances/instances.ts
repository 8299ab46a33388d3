import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { anneeDe, regulariteDe } from '#shared/domaine/instances/frequence.ts'
import {
  admetNominatif,
  erreursDInstance,
  type Instance,
  type InstanceSuivie,
  peutEtreDeclaree,
} from '#shared/domaine/instances/instance.ts'
import { instancesAix } from '#shared/domaine/instances/modele-aix.ts'
import { estTenue, type Reunion } from '#shared/domaine/instances/reunion.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { comparerEnFrancais } from '#shared/utils/texte.ts'
import { listerReunions } from './reunions.ts'

/** Instances of the post, in the order they were made, then by name. */
export const listerInstances = async (db: Db): Promise<Instance[]> => {
  const lignes = await db
    .selectFrom('instance')
    .select(['id', 'genre', 'nom', 'secteur', 'frequence', 'depuis', 'au', 'l1325_le as l1325Le'])
    .where('supprime_le', 'is', null)
    .execute()
  return lignes.toSorted((a, b) => comparerEnFrancais(a.nom, b.nom))
}

/** Every instance with its regularity on that day, and the meetings of the year. */
export const suivreInstances = async (
  db: Db,
  annee: number,
  jour: DateIso,
): Promise<{ readonly instances: InstanceSuivie[]; readonly reunions: Reunion[] }> => {
  const [instances, reunions] = await Promise.all([listerInstances(db), listerReunions(db)])
  const parInstance = Map.groupBy(reunions, (r) => r.instanceId)
  const deLAnnee = (date: DateIso): boolean => date.startsWith(`${annee}-`)
  return {
    instances: instances.map((instance) => {
      const siennes = parInstance.get(instance.id) ?? []
      const tenues = siennes.filter((r) => estTenue(r, jour)).map((r) => r.date)
      const prevues = siennes.filter((r) => !estTenue(r, jour)).map((r) => r.date)
      return Object.assign(instance, {
        regularite: regulariteDe(instance, { tenues, prevues }, jour),
        tenues: tenues.filter(deLAnnee).length,
        annee: anneeDe(instance, tenues, annee, jour),
      })
    }),
    reunions: reunions.filter((r) => deLAnnee(r.date)),
  }
}

/**
 * Writes an instance whole. Throws `instance-non-nominative` when a kind that never speaks of persons is declared a group of
 * L132-5, or when what was said of persons would end in such a kind (DP-17).
 */
export const enregistrerInstance = (db: Db, instance: Instance, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const champs = erreursDInstance(instance)
    if (Object.keys(champs).length > 0) throw new ErreurMetier('entree-invalide', { champs })
    if (instance.l1325Le !== null && !peutEtreDeclaree(instance)) throw new ErreurMetier('instance-non-nominative')
    const nominatives = await trx
      .selectFrom('reunion as r')
      .innerJoin('point_nominatif as p', 'p.reunion_id', 'r.id')
      .select('r.date')
      .where('r.instance_id', '=', instance.id)
      .execute()
    if (nominatives.some((r) => !admetNominatif(instance, r.date))) throw new ErreurMetier('instance-non-nominative')
    const { id, l1325Le, ...reste } = instance
    const colonnes = { ...reste, l1325_le: l1325Le, supprime_le: null, modifie_le: maintenant.toISOString() }
    await trx
      .insertInto('instance')
      .values({ id, dispositif: 'coordination', ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** Writes the set of Aix in a coffre that has no instance yet. */
export const adopterModele = (
  db: Db,
  {
    jour,
    maintenant,
    nouvelId,
  }: { readonly jour: DateIso; readonly maintenant: Date; readonly nouvelId: () => string },
): Promise<void> =>
  inTransaction(db, async (trx) => {
    if ((await listerInstances(trx)).length > 0)
      throw new ErreurMetier('entree-invalide', { champs: { instances: 'deja' } })
    for (const instance of instancesAix(`${jour.slice(0, 4)}-01-01`, nouvelId))
      await enregistrerInstance(trx, instance, maintenant)
  })
