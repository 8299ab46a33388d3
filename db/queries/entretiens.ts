import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { erreursDEntretien } from '#shared/domaine/entretien-regles.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { StatutOrientation } from '#shared/domaine/orientation.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { rattacherFoyer } from './foyers.ts'
import { enregistrerPersonne } from './personnes.ts'
import { ouvrirSuivi, rangerSuivi } from './suivis.ts'
import { suivreEntretien } from './transmettre-suivi.ts'

/**
 * Creates or replaces an entretien and everything its form holds, all or nothing, and deletes its draft. What came after
 * the form (answer to an orientation, échéance done) is kept. `empreinte` is the imported line, so that it comes in once; a file
 * says where somebody was sent, not what came of it: nobody is then waiting for an answer.
 */
export const enregistrerEntretien = async (
  db: Db,
  nomenclature: Nomenclature,
  entretien: EntretienASaisir,
  maintenant: Date,
  empreinte?: string,
): Promise<void> => {
  if (nomenclature.nature !== 'entretiens')
    throw new ErreurMetier('entree-invalide', { champs: { dispositif: 'sans-entretien' } })
  const erreur = erreursDEntretien(nomenclature, entretien, jourLocal(maintenant))
  if (erreur !== undefined) throw new ErreurMetier(erreur.code, { champs: erreur.champs })
  await inTransaction(db, async (trx) => {
    await refuserAutreDispositif(trx, nomenclature, entretien)
    await refuserReferencesInconnues(trx, entretien)
    const avant = await trx.selectFrom('entretien').select('suivi_id').where('id', '=', entretien.id).executeTakeFirst()
    const suiviOuvert = await ouvrirSuivi(trx, nomenclature, entretien)
    await ecrireEntretien(trx, entretien, maintenant.toISOString(), empreinte)
    await ecrirePresences(trx, nomenclature, entretien, maintenant)
    await ecrireOrientations(trx, entretien, empreinte === undefined ? 'attente' : 'inconnue')
    await ecrireEcheances(trx, entretien)
    if (avant !== undefined) await retirerLeReste(trx, entretien)
    await joindreFoyer(trx, entretien)
    if (entretien.honore !== undefined) await honorer(trx, entretien, entretien.honore)
    await trx.deleteFrom('brouillon').where('id', '=', entretien.id).execute()
    if (!suiviOuvert) await rangerSuivi(trx, entretien.suivi.id)
    if (avant !== undefined && avant.suivi_id !== entretien.suivi.id) {
      await suivreEntretien(trx, entretien.id)
      await rangerSuivi(trx, avant.suivi_id, entretien.suivi.id)
    }
  })
}

/** Takes an entretien out of every list and count. */
export const supprimerEntretien = (db: Db, id: string, maintenant: Date): Promise<void> =>
  marquerSupprime(db, id, maintenant.toISOString())

export const retablirEntretien = (db: Db, id: string): Promise<void> => marquerSupprime(db, id, null)

const marquerSupprime = (db: Db, id: string, supprimeLe: string | null): Promise<void> =>
  inTransaction(db, async (trx) => {
    const entretien = await trx
      .updateTable('entretien')
      .set({ supprime_le: supprimeLe })
      .where('id', '=', id)
      .returning('suivi_id')
      .executeTakeFirst()
    if (entretien === undefined) throw new ErreurMetier('introuvable')
    await rangerSuivi(trx, entretien.suivi_id)
  })

/** A suivi belongs to one dispositif for ever, and so do its entretiens: from another one, neither exists. */
const refuserAutreDispositif = async (trx: Db, { code }: Nomenclature, entretien: EntretienASaisir): Promise<void> => {
  const ailleurs = await trx
    .selectFrom('suivi as s')
    .select('s.id')
    .where('s.dispositif', '!=', code)
    .where((eb) =>
      eb.or([
        eb('s.id', '=', entretien.suivi.id),
        eb('s.id', '=', (sub) => sub.selectFrom('entretien').select('suivi_id').where('id', '=', entretien.id)),
      ]),
    )
    .executeTakeFirst()
  if (ailleurs !== undefined) throw new ErreurMetier('introuvable')
}

/** Ids come from a form: one that names somebody unknown, or belongs to another entretien, is refused before any writing. */
const refuserReferencesInconnues = async (trx: Db, entretien: EntretienASaisir): Promise<void> => {
  const personnes = entretien.presences.filter((p) => p.fiche === null).map((p) => p.personneId)
  const partenaires = entretien.orientations.flatMap((o) => o.partenaireId ?? [])
  const orientations = entretien.orientations.map((o) => o.id)
  const echeances = entretien.echeances.map((e) => e.id)
  const connues = await compter(trx.selectFrom('personne').select('id').where('id', 'in', personnes), personnes)
  const connus = await compter(trx.selectFrom('partenaire').select('id').where('id', 'in', partenaires), partenaires)
  if (connues < new Set(personnes).size || connus < new Set(partenaires).size) throw new ErreurMetier('introuvable')
  const prises =
    (await compter(
      trx
        .selectFrom('orientation')
        .select('id')
        .where('id', 'in', orientations)
        .where('entretien_id', '!=', entretien.id),
      orientations,
    )) +
    (await compter(
      trx
        .selectFrom('echeance')
        .select('id')
        .where('id', 'in', echeances)
        .where('entretien_id', 'is not', entretien.id),
      echeances,
    ))
  if (prises > 0) throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
}

const compter = async (
  requete: { readonly execute: () => Promise<readonly unknown[]> },
  ids: readonly string[],
): Promise<number> => (ids.length === 0 ? 0 : (await requete.execute()).length)

const ecrireEntretien = async (
  trx: Db,
  entretien: EntretienASaisir,
  instant: string,
  empreinte: string | undefined,
): Promise<void> => {
  const colonnes = {
    suivi_id: entretien.suivi.id,
    date: entretien.date,
    heure: entretien.heure,
    duree_minutes: entretien.dureeMinutes,
    note: entretien.note,
    reponses: JSON.stringify(entretien.reponses),
    supprime_le: null,
    modifie_le: instant,
  }
  await trx
    .insertInto('entretien')
    .values({ id: entretien.id, ...colonnes, empreinte: empreinte ?? null, cree_le: instant })
    .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
    .execute()
}

const ecrirePresences = async (
  trx: Db,
  nomenclature: Nomenclature,
  entretien: EntretienASaisir,
  maintenant: Date,
): Promise<void> => {
  for (const [rang, presence] of entretien.presences.entries()) {
    if (presence.fiche !== null) await enregistrerPersonne(trx, nomenclature, presence.fiche, maintenant)
    const part = { role: presence.role, reponses: JSON.stringify(presence.reponses) }
    await trx
      .insertInto('participation')
      .values({ suivi_id: entretien.suivi.id, personne_id: presence.personneId, ...part })
      .onConflict((oc) => oc.columns(['suivi_id', 'personne_id']).doUpdateSet(part))
      .execute()
    const { commune } = presence.fiche ?? (await lireCommune(trx, presence.personneId))
    await trx
      .insertInto('presence')
      .values({ entretien_id: entretien.id, personne_id: presence.personneId, commune, rang })
      .onConflict((oc) =>
        oc.columns(['entretien_id', 'personne_id']).doUpdateSet(presence.fiche === null ? { rang } : { rang, commune }),
      )
      .execute()
  }
}

const lireCommune = (trx: Db, personneId: string) =>
  trx.selectFrom('personne').select('commune').where('id', '=', personneId).executeTakeFirstOrThrow()

/** Members who came along join the household of the first person present. */
const joindreFoyer = async (trx: Db, { presences: [premiere, ...autres] }: EntretienASaisir): Promise<void> => {
  if (premiere === undefined) return
  for (const { personneId, lien } of autres)
    if (lien !== undefined) await rattacherFoyer(trx, { personneId, avecId: premiere.personneId, lien })
}

/** The appointment took place: it is done, unless it is of another suivi or was done already. */
const honorer = async (trx: Db, { suivi, date }: EntretienASaisir, id: string): Promise<void> => {
  await trx
    .updateTable('echeance')
    .set({ faite_le: date })
    .where('id', '=', id)
    .where('suivi_id', '=', suivi.id)
    .where('faite_le', 'is', null)
    .execute()
}

const ecrireOrientations = async (trx: Db, entretien: EntretienASaisir, statut: StatutOrientation): Promise<void> => {
  for (const { id, destination, partenaireId } of entretien.orientations)
    await trx
      .insertInto('orientation')
      .values({
        id,
        entretien_id: entretien.id,
        destination,
        partenaire_id: partenaireId,
        statut,
        repondu_le: null,
      })
      .onConflict((oc) => oc.column('id').doUpdateSet({ destination, partenaire_id: partenaireId }))
      .execute()
}

const ecrireEcheances = async (trx: Db, entretien: EntretienASaisir): Promise<void> => {
  for (const { id, date, libelle } of entretien.echeances)
    await trx
      .insertInto('echeance')
      .values({ id, suivi_id: entretien.suivi.id, entretien_id: entretien.id, date, libelle, faite_le: null })
      .onConflict((oc) => oc.column('id').doUpdateSet({ suivi_id: entretien.suivi.id, date, libelle }))
      .execute()
}

/** What the form held the last time, and holds no more; an échéance goes where its entretien goes. */
const retirerLeReste = async (trx: Db, { id, suivi, presences, orientations, echeances }: EntretienASaisir) => {
  const presents = presences.map((p) => p.personneId)
  await trx.deleteFrom('presence').where('entretien_id', '=', id).where('personne_id', 'not in', presents).execute()
  for (const [table, gardees] of [
    ['orientation', orientations],
    ['echeance', echeances],
  ] as const)
    await trx
      .deleteFrom(table)
      .where('entretien_id', '=', id)
      .where(
        'id',
        'not in',
        gardees.map((g) => g.id),
      )
      .execute()
  await trx.updateTable('echeance').set({ suivi_id: suivi.id }).where('entretien_id', '=', id).execute()
}
