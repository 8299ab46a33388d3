import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { estCourant } from '#db/queries/dispositifs.ts'
import { contientMot } from '#db/queries/mots-personnes.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { motsCherches } from '#shared/domaine/recherche.ts'
import { type Accueil, type AccueilResume, etatDe } from '#shared/domaine/tig/accueil.ts'
import { alertesDe, rangAlerte } from '#shared/domaine/tig/alertes.ts'
import { avertissementsDAccueil } from '#shared/domaine/tig/avertissements.ts'
import { minutesDe } from '#shared/domaine/tig/journee.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeAccueils } from '#shared/ipc/contract/tig.ts'
import { retenues } from './faits.ts'

/** Those asked, the most pressing first, then by the end of their delay. */
export const listerAccueils = async (
  db: Db,
  { jour, etat, posteId, texte }: z.output<typeof DemandeAccueils>,
): Promise<AccueilResume[]> => {
  const lignes = await accueils(db)
    .where((eb) => eb.and(motsCherches(texte).map((mot) => contientMot(mot))))
    .$if(posteId !== null, (qb) => qb.where('a.poste_id', '=', posteId))
    .execute()
  return lignes
    .map((l) => resumer(l, jour))
    .filter((a) => etat === 'tous' || (a.etat === 'termine') === (etat === 'termines'))
    .toSorted((a, b) => urgence(a) - urgence(b) || terme(a).localeCompare(terme(b)) || a.numero - b.numero)
}

/** All of one accueil, as it stands on that day. */
export const lireAccueil = async (db: Db, suiviId: string, jour: string): Promise<Accueil> => {
  const ligne = await accueils(db).where('a.suivi_id', '=', suiviId).executeTakeFirst()
  if (ligne === undefined) throw new ErreurMetier('introuvable')
  const journees = await db
    .selectFrom('journee')
    .select(['id', 'date', 'debut', 'fin', 'pause', 'repas', 'trajet'])
    .where('suivi_id', '=', suiviId)
    .where('supprime_le', 'is', null)
    .orderBy('date')
    .orderBy('debut')
    .execute()
  const incidents = await db
    .selectFrom('incident')
    .select(['id', 'date', 'genre', 'signale_le as signaleLe'])
    .where('suivi_id', '=', suiviId)
    .where('supprime_le', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const { etat, alertes } = resumer(ligne, jour)
  const lu = { ...saisi(ligne), etat, journees, minutes: minutesDe(journees) + ligne.minutesReprises }
  return {
    ...lu,
    numero: ligne.numero,
    personne: { nom: ligne.nom, prenom: ligne.prenom, naissance: ligne.naissance },
    poste: ligne.poste,
    attestationLe: ligne.attestationLe,
    incidents,
    corrections: await compterCorrections(db, suiviId),
    alertes,
    avertissements: [...avertissementsDAccueil(lu, ligne.naissance, ligne.places, ligne.voisins)],
  }
}

const feuille = sql`from journee j where j.suivi_id = a.suivi_id and j.supprime_le is null`

/** Everything a line or a file shows of an accueil of the dispositif shown. */
const accueils = (db: Db) =>
  db
    .selectFrom('accueil as a')
    .innerJoin('suivi as s', 's.id', 'a.suivi_id')
    .innerJoin('personne as p', 'p.id', 'a.personne_id')
    .leftJoin('poste_travail as t', 't.id', 'a.poste_id')
    .where(estCourant)
    .where('a.supprime_le', 'is', null)
    .select([
      'a.suivi_id as id',
      's.numero',
      'a.personne_id as personneId',
      'p.nom',
      'p.prenom',
      'p.naissance',
      'a.mesure',
      'a.service',
      'a.referent',
      'a.heures',
      'a.decide_le as decideLe',
      'a.echeance',
      'a.debut_le as debutLe',
      'a.poste_id as posteId',
      't.intitule as poste',
      't.places',
      'a.encadrant',
      'a.heures_emploi as heuresEmploi',
      'a.examen_requis as examenRequis',
      'a.examen_vu as examenVu',
      'a.attestation_le as attestationLe',
      'a.minutes_reprises as minutesReprises',
      's.clos_le as finLe',
      's.motif_cloture as issue',
    ])
    .select([
      sql<number>`coalesce((select sum(${retenues}) ${feuille}), 0)`.as('feuille'),
      sql<string | null>`(select max(j.date) ${feuille})`.as('derniereJournee'),
      sql<number>`(select count(*) from incident i where i.suivi_id = a.suivi_id and i.supprime_le is null and i.signale_le is null)`.as(
        'incidentsNonSignales',
      ),
      sql<number>`(select count(*) from accueil v join suivi vs on vs.id = v.suivi_id where v.poste_id = a.poste_id
        and v.supprime_le is null and v.debut_le is not null and vs.clos_le is null)`.as('voisins'),
    ])

type Ligne = Awaited<ReturnType<ReturnType<typeof accueils>['execute']>>[number]

const resumer = (l: Ligne, jour: string): AccueilResume => {
  const minutes = l.feuille + l.minutesReprises
  const { id, numero, personneId, service, posteId, poste, heures, echeance, debutLe, finLe, issue } = l
  const alertes = alertesDe({ ...l, minutes, examenRequis: l.examenRequis === 1, examenVu: l.examenVu === 1 }, jour)
  return {
    id,
    numero,
    personneId,
    personne: nomComplet({ anonyme: false, nom: l.nom, prenom: l.prenom }),
    service,
    posteId,
    poste,
    heures,
    minutes,
    echeance,
    debutLe,
    finLe,
    issue,
    etat: etatDe(l, jour),
    alertes: [...alertes],
  }
}

const saisi = (l: Ligne) => ({
  suiviId: l.id,
  personneId: l.personneId,
  mesure: l.mesure,
  service: l.service,
  referent: l.referent,
  heures: l.heures,
  decideLe: l.decideLe,
  minutesReprises: l.minutesReprises,
  echeance: l.echeance,
  debutLe: l.debutLe,
  posteId: l.posteId,
  encadrant: l.encadrant,
  heuresEmploi: l.heuresEmploi,
  examenRequis: l.examenRequis === 1,
  examenVu: l.examenVu === 1,
  finLe: l.finLe,
  issue: l.issue,
})

/** Corrected lines and lines taken out, each once. */
const compterCorrections = async (db: Db, suiviId: string): Promise<number> => {
  const { n } = await db
    .selectFrom('journee as j')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('j.suivi_id', '=', suiviId)
    .where((eb) =>
      eb.or([
        eb('j.supprime_le', 'is not', null),
        eb.exists(eb.selectFrom('journee_correction as c').select('c.id').whereRef('c.journee_id', '=', 'j.id')),
      ]),
    )
    .executeTakeFirstOrThrow()
  return n
}

const urgence = ({ alertes: [premiere] }: AccueilResume): number => (premiere === undefined ? 99 : rangAlerte(premiere))
const terme = ({ finLe, echeance }: AccueilResume): string => finLe ?? echeance ?? '9999'
