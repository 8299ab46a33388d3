import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { inTransaction } from '#db/transaction.ts'
import { admetNominatif, type Instance } from '#shared/domaine/instances/instance.ts'
import {
  aDetruireLe,
  erreursDePoint,
  type ExportNominatif,
  type PointNominatif,
  type PointNominatifLu,
} from '#shared/domaine/instances/nominatif.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import { charteCouvre } from '#shared/domaine/instances/signataire.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { lireReunion, refuser } from './reunions.ts'
import { listerSignataires } from './signataires.ts'

type Ouverte = { readonly reunion: Reunion; readonly instance: Instance }

/**
 * A meeting where persons may be spoken of. Throws `instance-non-nominative` for any instance but a group of L132-5 of that
 * day, `charte-non-signee` unless every function present has a signatory (DP-17). Reading and writing both pass by here.
 */
export const exigerNominatif = async (db: Db, reunionId: string): Promise<Ouverte> => {
  const ouverte = await lireReunion(db, reunionId)
  const { reunion, instance } = ouverte
  if (!admetNominatif(instance, reunion.date)) throw new ErreurMetier('instance-non-nominative')
  if (!charteCouvre(reunion.presences, await listerSignataires(db), reunion.date))
    throw new ErreurMetier('charte-non-signee')
  return ouverte
}

/** Points of a meeting, in the order of their deadlines; `nommer` gives the name of a person of the coffre. */
export const lirePoints = async (db: Db, reunionId: string, nommer: boolean): Promise<PointNominatifLu[]> => {
  await exigerNominatif(db, reunionId)
  const lignes = await db
    .selectFrom('point_nominatif as p')
    .leftJoin('personne as q', 'q.id', 'p.personne_id')
    .select(['p.id', 'p.reunion_id as reunionId', 'p.personne_id as personneId', 'p.designation', 'p.naissance'])
    .select(['p.origine', 'p.besoin', 'p.decision', 'p.acteur', 'p.pour_le as pourLe', 'p.faite_le as faiteLe'])
    .select(['p.fin_suivi as finSuivi', 'q.nom', 'q.prenom'])
    .where('p.reunion_id', '=', reunionId)
    .orderBy('p.pour_le')
    .orderBy('p.id')
    .execute()
  return lignes.map(({ nom, prenom, ...point }) =>
    Object.assign(point, {
      nom: nommer && nom !== null ? nomComplet({ anonyme: false, nom, prenom: prenom ?? '' }) : null,
      aDetruireLe: aDetruireLe(point),
    }),
  )
}

/** Writes a point; it keeps its meeting for ever. Throws `introuvable` for a person that the coffre does not know. */
export const noterPoint = (db: Db, point: PointNominatif, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { reunion } = await exigerNominatif(trx, point.reunionId)
    refuser(erreursDePoint(point, reunion.date, jourLocal(maintenant)))
    await refuserValeursInconnues(trx, point)
    await refuserEtrangers(trx, point)
    const { id, reunionId, personneId, pourLe, faiteLe, finSuivi, ...reste } = point
    const colonnes = {
      ...reste,
      personne_id: personneId,
      pour_le: pourLe,
      faite_le: faiteLe,
      fin_suivi: finSuivi,
      modifie_le: maintenant.toISOString(),
    }
    await trx
      .insertInto('point_nominatif')
      .values({ id, reunion_id: reunionId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** Destroys a point, whoever sat there since: what may no longer be read may still be destroyed. */
export const effacerPoint = async (
  db: Db,
  { id, reunionId }: Pick<PointNominatif, 'id' | 'reunionId'>,
): Promise<void> => {
  const { numDeletedRows: effaces } = await db
    .deleteFrom('point_nominatif')
    .where('id', '=', id)
    .where('reunion_id', '=', reunionId)
    .executeTakeFirstOrThrow()
  if (effaces !== 1n) throw new ErreurMetier('introuvable')
}

/** Nominative relevés that left the coffre, latest first. */
export const listerExports = (db: Db, reunionId: string): Promise<ExportNominatif[]> =>
  db
    .selectFrom('export_nominatif')
    .select(['le', 'par'])
    .where('reunion_id', '=', reunionId)
    .orderBy('le', 'desc')
    .execute()

export const inscrireExport = async (
  db: Db,
  { id, reunionId, le, par }: ExportNominatif & { readonly id: string; readonly reunionId: string },
): Promise<void> => {
  await db.insertInto('export_nominatif').values({ id, reunion_id: reunionId, le, par }).execute()
}

const refuserValeursInconnues = async (db: Db, { origine, besoin, acteur }: PointNominatif): Promise<void> => {
  const nomenclature = await lireNomenclature(db, 'coordination')
  const connue = (liste: string, code: string): boolean =>
    trouverListe(nomenclature, liste).modalites.some((m) => m.code === code)
  const champs = {
    ...(connue('origine-signalement', origine) ? {} : { origine: 'valeur-inconnue' }),
    ...(connue('besoin-signale', besoin) ? {} : { besoin: 'valeur-inconnue' }),
    ...(connue('fonction-instance', acteur) ? {} : { acteur: 'valeur-inconnue' }),
  }
  if (Object.keys(champs).length > 0) throw new ErreurMetier('valeur-inconnue', { champs })
}

const refuserEtrangers = async (db: Db, { id, reunionId, personneId }: PointNominatif): Promise<void> => {
  const avant = await db.selectFrom('point_nominatif').select('reunion_id').where('id', '=', id).executeTakeFirst()
  if (avant !== undefined && avant.reunion_id !== reunionId)
    throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
  if (personneId === null) return
  const connue = await db
    .selectFrom('personne')
    .select('id')
    .where('id', '=', personneId)
    .where('anonyme', '=', 0)
    .executeTakeFirst()
  if (connue === undefined) throw new ErreurMetier('introuvable')
}
