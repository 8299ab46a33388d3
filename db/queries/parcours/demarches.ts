import type { Db } from '#db/connection.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  type ChangementStatut,
  type Demarche,
  type DemarcheASaisir,
  erreursDeDemarche,
  erreursDeStatut,
  etatDemarche,
} from '#shared/domaine/parcours/demarche.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { parSuivi } from './lire-cadre-penal.ts'
import { estDeLaListe, refuserErreurs, refuserIdPris, refuserPartenairesInconnus, surLeParcours } from './suivi.ts'

/** Opens a démarche, or replaces what its form asks; its statuses are noted apart, and kept. */
export const enregistrerDemarche = (
  db: Db,
  nomenclature: Nomenclature,
  saisie: DemarcheASaisir,
  maintenant: Date,
): Promise<void> =>
  surLeParcours(db, nomenclature, saisie.suiviId, maintenant, async ({ trx, aujourdhui, instant }) => {
    const { id, suiviId, domaine, demarche, partenaireId, ouverteLe, echeance, precision } = saisie
    await refuserIdPris(trx, 'demarche', id, suiviId)
    await refuserPartenairesInconnus(trx, [partenaireId])
    const premier = (await historiquesDe(trx, [id])).get(id)?.[0]
    refuserErreurs({
      ...erreursDeDemarche(saisie, aujourdhui),
      ...(premier !== undefined && premier.date < ouverteLe ? { ouverteLe: 'apres-statut' } : {}),
      ...(estDeLaListe(nomenclature, 'demarche', demarche) ? {} : { demarche: 'valeur-inconnue' }),
    })
    const colonnes = {
      domaine,
      demarche,
      partenaire_id: partenaireId,
      ouverte_le: ouverteLe,
      echeance,
      precision,
      supprime_le: null,
      modifie_le: instant,
    }
    await trx
      .insertInto('demarche')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** Notes one change of status, on its day, or corrects the one of the same id. */
export const noterStatutDemarche = async (
  db: Db,
  nomenclature: Nomenclature,
  saisi: ChangementStatut & { readonly demarcheId: string },
  maintenant: Date,
): Promise<void> => {
  const { id, demarcheId, statut, date } = saisi
  const demarche = await db
    .selectFrom('demarche')
    .select(['suivi_id', 'ouverte_le'])
    .where('id', '=', demarcheId)
    .where('supprime_le', 'is', null)
    .executeTakeFirst()
  if (demarche === undefined) throw new ErreurMetier('introuvable')
  await surLeParcours(db, nomenclature, demarche.suivi_id, maintenant, async ({ trx, aujourdhui, instant }) => {
    refuserErreurs(erreursDeStatut(date, demarche.ouverte_le, aujourdhui))
    const deja = await trx.selectFrom('demarche_statut').select('demarche_id').where('id', '=', id).executeTakeFirst()
    if (deja !== undefined && deja.demarche_id !== demarcheId)
      throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
    const colonnes = { statut, date, supprime_le: null }
    await trx
      .insertInto('demarche_statut')
      .values({ id, demarche_id: demarcheId, ...colonnes, note_le: instant })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })
}

export const demarchesDe = async (db: Db, suivis: readonly string[]): Promise<ReadonlyMap<string, Demarche[]>> => {
  const lignes = await db
    .selectFrom('demarche as d')
    .leftJoin('partenaire as pa', 'pa.id', 'd.partenaire_id')
    .selectAll('d')
    .select('pa.nom as partenaire')
    .where('d.suivi_id', 'in', suivis)
    .where('d.supprime_le', 'is', null)
    .orderBy('d.ouverte_le')
    .orderBy('d.id')
    .execute()
  const historiques = await historiquesDe(
    db,
    lignes.map((l) => l.id),
  )
  return parSuivi(lignes, (l) => ({
    id: l.id,
    domaine: l.domaine,
    demarche: l.demarche,
    partenaireId: l.partenaire_id,
    partenaire: l.partenaire,
    ouverteLe: l.ouverte_le,
    echeance: l.echeance,
    precision: l.precision,
    ...etatDemarche(historiques.get(l.id) ?? []),
  }))
}

/** Changes of status by démarche, those of one day in the order they were noted. */
const historiquesDe = async (
  db: Db,
  demarches: readonly string[],
): Promise<ReadonlyMap<string, ChangementStatut[]>> => {
  const lignes = await db
    .selectFrom('demarche_statut')
    .select(['demarche_id', 'id', 'statut', 'date'])
    .where('demarche_id', 'in', demarches)
    .where('supprime_le', 'is', null)
    .orderBy('date')
    .orderBy('note_le')
    .execute()
  return new Map(
    [...Map.groupBy(lignes, (l) => l.demarche_id)].map(([demarche, changements]) => [
      demarche,
      changements.map(({ id, statut, date }) => ({ id, statut, date })),
    ]),
  )
}
