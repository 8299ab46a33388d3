import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import { DecisionReunion, erreursDeReunion, PresenceFonction, type Reunion } from '#shared/domaine/instances/reunion.ts'
import { charteCouvre } from '#shared/domaine/instances/signataire.ts'
import { admetNominatif, type Instance } from '#shared/domaine/instances/instance.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { listerSignataires } from './signataires.ts'

/** Meetings of all the instances in use, latest first. */
export const listerReunions = async (db: Db): Promise<Reunion[]> => {
  const lignes = await reunionsActives(db)
    .orderBy('r.date', 'desc')
    .orderBy('r.heure', 'desc')
    .orderBy('r.id')
    .execute()
  return lignes.map(versReunion)
}

/** One meeting with its instance. Throws `introuvable`. */
export const lireReunion = async (
  db: Db,
  id: string,
): Promise<{ readonly reunion: Reunion; readonly instance: Instance }> => {
  const ligne = await reunionsActives(db).where('r.id', '=', id).executeTakeFirst()
  if (ligne === undefined) throw new ErreurMetier('introuvable')
  const instance = await lireInstance(db, ligne.instanceId)
  return { reunion: versReunion(ligne), instance }
}

/**
 * Writes a meeting whole; it keeps its instance for ever. Where persons were spoken of, what made it lawful must stay true:
 * the day within the règlement intérieur, a signatory for each function present.
 */
export const enregistrerReunion = (db: Db, reunion: Reunion, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const instance = await lireInstance(trx, reunion.instanceId)
    refuser(erreursDeReunion(reunion, jourLocal(maintenant)))
    refuserFonctionsInconnues(await lireNomenclature(trx, 'coordination'), reunion)
    const avant = await trx.selectFrom('reunion').select('instance_id').where('id', '=', reunion.id).executeTakeFirst()
    if (avant !== undefined && avant.instance_id !== instance.id)
      throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
    if (await aDesPoints(trx, reunion.id)) {
      if (!admetNominatif(instance, reunion.date)) throw new ErreurMetier('instance-non-nominative')
      if (!charteCouvre(reunion.presences, await listerSignataires(trx), reunion.date))
        throw new ErreurMetier('charte-non-signee')
    }
    const colonnes = {
      date: reunion.date,
      heure: reunion.heure,
      lieu: reunion.lieu,
      convoquee_le: reunion.convoqueeLe,
      ordre_du_jour: JSON.stringify(reunion.ordreDuJour),
      presences: JSON.stringify(reunion.presences),
      decisions: JSON.stringify(reunion.decisions),
      supprime_le: null,
      modifie_le: maintenant.toISOString(),
    }
    await trx
      .insertInto('reunion')
      .values({ id: reunion.id, instance_id: instance.id, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** Whether persons were spoken of at a meeting. */
export const aDesPoints = async (db: Db, reunionId: string): Promise<boolean> =>
  (await db.selectFrom('point_nominatif').select('id').where('reunion_id', '=', reunionId).executeTakeFirst()) !==
  undefined

/** Functions are those of the post; one that a list no longer offers is still known. */
export const estFonction = (nomenclature: Nomenclature, code: string): boolean =>
  trouverListe(nomenclature, 'fonction-instance').modalites.some((m) => m.code === code)

export const refuser = (champs: Readonly<Record<string, string>>): void => {
  if (Object.keys(champs).length > 0) throw new ErreurMetier('entree-invalide', { champs })
}

const refuserFonctionsInconnues = (nomenclature: Nomenclature, { presences, decisions }: Reunion): void => {
  const champs = {
    ...(presences.every((p) => estFonction(nomenclature, p.fonction)) ? {} : { presences: 'valeur-inconnue' }),
    ...Object.fromEntries(
      decisions.flatMap((d, i) =>
        estFonction(nomenclature, d.acteur) ? [] : [[`decisions.${i}.acteur`, 'valeur-inconnue']],
      ),
    ),
  }
  if (Object.keys(champs).length > 0) throw new ErreurMetier('valeur-inconnue', { champs })
}

const lireInstance = async (db: Db, id: string): Promise<Instance> => {
  const instance = await db
    .selectFrom('instance')
    .select(['id', 'genre', 'nom', 'secteur', 'frequence', 'depuis', 'au', 'l1325_le as l1325Le'])
    .where('id', '=', id)
    .where('supprime_le', 'is', null)
    .executeTakeFirst()
  if (instance === undefined) throw new ErreurMetier('introuvable')
  return instance
}

const reunionsActives = (db: Db) =>
  db
    .selectFrom('reunion as r')
    .innerJoin('instance as i', 'i.id', 'r.instance_id')
    .select(['r.id', 'r.instance_id as instanceId', 'r.date', 'r.heure', 'r.lieu', 'r.convoquee_le as convoqueeLe'])
    .select(['r.ordre_du_jour as ordreDuJour', 'r.presences', 'r.decisions'])
    .where('r.supprime_le', 'is', null)
    .where('i.supprime_le', 'is', null)

const versReunion = ({
  ordreDuJour,
  presences,
  decisions,
  ...reste
}: Omit<Reunion, 'ordreDuJour' | 'presences' | 'decisions'> & Readonly<Record<Ecrits, string>>): Reunion => ({
  ...reste,
  ordreDuJour: z.array(z.string()).parse(JSON.parse(ordreDuJour)),
  presences: z.array(PresenceFonction).parse(JSON.parse(presences)),
  decisions: z.array(DecisionReunion).parse(JSON.parse(decisions)),
})

type Ecrits = 'ordreDuJour' | 'presences' | 'decisions'
