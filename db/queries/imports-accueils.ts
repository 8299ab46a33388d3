import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { AccueilConnu } from '#shared/domaine/import/accueils-connus.ts'
import type { PersonneConnue } from '#shared/domaine/import/connus.ts'
import type { PlanAccueils } from '#shared/domaine/import/plan-accueils.ts'
import type { Ajout } from '#shared/domaine/import/valeurs.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { PosteTravail } from '#shared/domaine/tig/poste-travail.ts'
import { utiliserDispositif } from './dispositifs.ts'
import { lireNomenclature, modifierModalite } from './nomenclature.ts'
import { parmi } from './parmi.ts'
import { enregistrerPersonne } from './personnes.ts'
import { lireReponses } from './reponses.ts'
import { enregistrerAccueil, noterAttestation } from './tig/accueils.ts'
import { enregistrerPosteTravail, listerPostesTravail } from './tig/postes-travail.ts'

type Connus = {
  readonly personnes: readonly PersonneConnue[]
  readonly accueils: readonly AccueilConnu[]
  readonly postes: readonly PosteTravail[]
}

/** What the coffre of a host holds about the lines of a file; accueils taken out included, so that no file brings them back. */
export const lireAccueilsConnus = async (
  db: Db,
  nomenclature: Nomenclature,
  { cles, ids, jour }: { readonly cles: Iterable<string>; readonly ids: Iterable<string>; readonly jour: string },
): Promise<Connus> => {
  const personnes = await db
    .selectFrom('personne as p')
    .select(['p.id', 'p.nom', 'p.prenom', 'p.naissance', 'p.telephone', 'p.commune', 'p.reponses'])
    .where((eb) =>
      eb.or([
        eb.and([eb('p.anonyme', '=', 0), eb('p.cle_doublon', 'in', parmi(cles))]),
        eb('p.id', 'in', eb.selectFrom('accueil').select('personne_id').where('suivi_id', 'in', parmi(ids))),
      ]),
    )
    .orderBy('p.cree_le')
    .orderBy('p.id')
    .execute()
  const accueils = await db
    .selectFrom('accueil as a')
    .innerJoin('suivi as s', 's.id', 'a.suivi_id')
    .selectAll('a')
    .select(['s.clos_le', 's.motif_cloture'])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('journee as j').select('j.id').whereRef('j.suivi_id', '=', 'a.suivi_id'))
        .$castTo<number>()
        .as('feuille'),
    )
    .where('s.dispositif', '=', nomenclature.code)
    .where('a.personne_id', 'in', parmi(personnes.map((p) => p.id)))
    .orderBy('s.numero')
    .execute()
  const postes = await listerPostesTravail(db, nomenclature, jour)
  return {
    personnes: personnes.map((p) => Object.assign(p, { reponses: lireReponses(p.reponses) })),
    postes: postes.map(({ occupees: _occupees, ...poste }) => poste),
    accueils: accueils.map((a) => ({
      suiviId: a.suivi_id,
      personneId: a.personne_id,
      mesure: a.mesure,
      service: a.service,
      referent: a.referent,
      heures: a.heures,
      decideLe: a.decide_le,
      minutesReprises: a.minutes_reprises,
      echeance: a.echeance,
      debutLe: a.debut_le,
      posteId: a.poste_id,
      encadrant: a.encadrant,
      heuresEmploi: a.heures_emploi,
      examenRequis: a.examen_requis === 1,
      examenVu: a.examen_vu === 1,
      finLe: a.clos_le,
      issue: a.motif_cloture,
      attestationLe: a.attestation_le,
      aUneFeuille: a.feuille === 1,
      supprime: a.supprime_le !== null,
    })),
  }
}

/** Writes a planned import of a host, all or nothing, by the very acts of a user: posts first, then each accueil. */
export const ecrireAccueilsImportes = (
  db: Db,
  code: CodeDispositif,
  { ajouts, postes, accueils }: Pick<PlanAccueils, 'postes' | 'accueils'> & { readonly ajouts: readonly Ajout[] },
  maintenant: Date,
  avancer: (fait: number) => Promise<void>,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await utiliserDispositif(trx, code)
    for (const { groupe = null, ...ajout } of ajouts)
      await modifierModalite(trx, { ...ajout, masquee: false, ordre: null, groupe })
    const nomenclature = await lireNomenclature(trx, code)
    for (const poste of postes) await enregistrerPosteTravail(trx, nomenclature, poste, maintenant)
    for (const [rang, { accueil, fiche, attestationLe }] of accueils.entries()) {
      if (fiche !== null) await enregistrerPersonne(trx, nomenclature, fiche, maintenant)
      await enregistrerAccueil(trx, nomenclature, accueil, maintenant)
      if (attestationLe !== null)
        await noterAttestation(trx, nomenclature, { suiviId: accueil.suiviId, le: attestationLe }, maintenant)
      await avancer(rang + 1)
    }
  })
