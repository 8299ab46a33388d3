import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { estDeLaListe, refuserErreurs } from '#db/queries/parcours/suivi.ts'
import { ouvrirSuivi } from '#db/queries/suivis.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { type AccueilASaisir, erreursDAccueil } from '#shared/domaine/tig/accueil.ts'
import { statutAu } from '#shared/domaine/tig/poste-travail.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ageAu, jourLocal } from '#shared/utils/dates.ts'
import { exigerAccueils } from './exiger.ts'
import { listerPostesTravail } from './postes-travail.ts'

/** Creates or replaces an accueil: its suivi, its one person, and what a host may know of it. */
export const enregistrerAccueil = (
  db: Db,
  nomenclature: Nomenclature,
  saisi: AccueilASaisir,
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    exigerAccueils(nomenclature)
    const naissance = await lireNaissance(trx, saisi.personneId)
    const avant = await lireAvant(trx, nomenclature, saisi)
    const jour = jourLocal(maintenant)
    refuserErreurs({
      ...erreursDAccueil(saisi, naissance, jour),
      ...(await erreursDeLaFeuille(trx, saisi)),
      ...(await erreursDuPoste(trx, nomenclature, saisi, naissance, jour)),
      ...(estDeLaListe(nomenclature, nomenclature.listeDestinations, saisi.service)
        ? {}
        : { service: 'valeur-inconnue' }),
      ...(saisi.issue === null || estDeLaListe(nomenclature, nomenclature.listeMotifs, saisi.issue)
        ? {}
        : { issue: 'valeur-inconnue' }),
    })
    await ecrireSuivi(trx, nomenclature, saisi, avant?.cree_le.slice(0, 10) ?? jour)
    await ecrireAccueil(trx, saisi, maintenant.toISOString())
  })

/** The day the document was given to the service and to the person; null takes it back. */
export const noterAttestation = async (
  db: Db,
  nomenclature: Nomenclature,
  { suiviId, le }: { readonly suiviId: string; readonly le: string | null },
  maintenant: Date,
): Promise<void> => {
  exigerAccueils(nomenclature)
  if (le !== null && le > jourLocal(maintenant)) throw new ErreurMetier('entree-invalide', { champs: { le: 'futur' } })
  const { numUpdatedRows } = await db
    .updateTable('accueil')
    .set({ attestation_le: le, modifie_le: maintenant.toISOString() })
    .where('suivi_id', '=', suiviId)
    .where('supprime_le', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ErreurMetier('introuvable')
}

const lireNaissance = async (trx: Db, id: string): Promise<string | null> => {
  const personne = await trx
    .selectFrom('personne')
    .select(['anonyme', 'naissance'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (personne === undefined) throw new ErreurMetier('introuvable')
  // The document at the end names whom it is about.
  if (personne.anonyme === 1) throw new ErreurMetier('entree-invalide', { champs: { personneId: 'anonyme' } })
  return personne.naissance
}

/** An id taken by another dispositif, or by somebody else's accueil, is refused. */
const lireAvant = async (trx: Db, { code }: Nomenclature, { suiviId, personneId }: AccueilASaisir) => {
  const suivi = await trx.selectFrom('suivi').select('dispositif').where('id', '=', suiviId).executeTakeFirst()
  if (suivi !== undefined && suivi.dispositif !== code) throw new ErreurMetier('introuvable')
  const avant = await trx
    .selectFrom('accueil')
    .select(['personne_id', 'cree_le'])
    .where('suivi_id', '=', suiviId)
    .executeTakeFirst()
  if (avant !== undefined && avant.personne_id !== personneId)
    throw new ErreurMetier('entree-invalide', { champs: { personneId: 'pris' } })
  return avant
}

/** No line of the sheet may be left out of the accueil. */
const erreursDeLaFeuille = async (
  trx: Db,
  { suiviId, debutLe, finLe }: AccueilASaisir,
): Promise<Readonly<Record<string, string>>> => {
  const { premiere, derniere } = await trx
    .selectFrom('journee')
    .select([sql<string | null>`min(date)`.as('premiere'), sql<string | null>`max(date)`.as('derniere')])
    .where('suivi_id', '=', suiviId)
    .where('supprime_le', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    ...(premiere !== null && (debutLe === null || debutLe > premiere) ? { debutLe: 'apres-journee' } : {}),
    ...(derniere !== null && finLe !== null && finLe < derniere ? { finLe: 'avant-journee' } : {}),
  }
}

const erreursDuPoste = async (
  trx: Db,
  nomenclature: Nomenclature,
  { posteId, debutLe }: AccueilASaisir,
  naissance: string | null,
  jour: string,
): Promise<Readonly<Record<string, string>>> => {
  if (posteId === null) return {}
  const poste = (await listerPostesTravail(trx, nomenclature, jour)).find((p) => p.id === posteId)
  if (poste === undefined) return { posteId: 'valeur-inconnue' }
  const commence = debutLe ?? jour
  if (naissance !== null && ageAu(naissance, commence) < 18 && !poste.ouvertAuxMineurs)
    return { posteId: 'ferme-aux-mineurs' }
  return debutLe !== null && statutAu(poste, debutLe) !== 'actif' ? { posteId: 'ferme' } : {}
}

/** The suivi opens on the first day agreed and, before it is known, on the day when it was written down. */
const ecrireSuivi = async (
  trx: Db,
  nomenclature: Nomenclature,
  { suiviId, personneId, decideLe, debutLe, finLe, issue }: AccueilASaisir,
  creeLe: string,
): Promise<void> => {
  const ouvertLe = debutLe ?? (finLe !== null && finLe < creeLe ? finLe : creeLe)
  await ouvrirSuivi(trx, nomenclature, {
    suivi: { id: suiviId, saisineDate: decideLe, reponses: {} },
    date: ouvertLe,
  })
  await trx
    .updateTable('suivi')
    .set({ ouvert_le: ouvertLe, clos_le: finLe, motif_cloture: issue })
    .where('id', '=', suiviId)
    .execute()
  await trx
    .insertInto('participation')
    .values({ suivi_id: suiviId, personne_id: personneId, role: nomenclature.roleParDefaut, reponses: '{}' })
    .onConflict((oc) => oc.columns(['suivi_id', 'personne_id']).doNothing())
    .execute()
}

const ecrireAccueil = async (trx: Db, a: AccueilASaisir, instant: string): Promise<void> => {
  const colonnes = {
    mesure: a.mesure,
    service: a.service,
    referent: a.referent,
    heures: a.heures,
    decide_le: a.decideLe,
    echeance: a.echeance,
    minutes_reprises: a.minutesReprises,
    debut_le: a.debutLe,
    poste_id: a.posteId,
    encadrant: a.encadrant,
    heures_emploi: a.heuresEmploi,
    examen_requis: Number(a.examenRequis),
    examen_vu: Number(a.examenVu),
    supprime_le: null,
    modifie_le: instant,
  }
  const propres = {
    suivi_id: a.suiviId,
    personne_id: a.personneId,
    attestation_le: null,
    cree_le: instant,
  }
  await trx
    .insertInto('accueil')
    .values({ ...propres, ...colonnes })
    .onConflict((oc) => oc.column('suivi_id').doUpdateSet(colonnes))
    .execute()
}
