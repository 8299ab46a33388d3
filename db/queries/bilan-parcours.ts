import { sql } from 'kysely'
import { type FaitDemarche, type FaitsDuParcours, sansParcours } from '#shared/domaine/bilan/faits-parcours.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import type { Db } from '../connection.ts'
import { lireReponses } from './reponses.ts'
import { estVisible } from './suivis.ts'

/** Same rule as `colonnesDuBilan`. Mesures are never read: no number of the report needs one. */
export const colonnesDuParcours = {
  entretien: ['entretien.suivi_id as suiviId', 'entretien.date'],
  passage: [
    'passage.suivi_id as suiviId',
    'passage.id',
    'passage.etablissement',
    'passage.entree',
    'passage.sortie',
    'passage.mode',
  ],
  situation: [
    'situation.suivi_id as suiviId',
    'situation.moment',
    'situation.date',
    'situation.jointe',
    'situation.reponses',
  ],
  demarche: ['demarche.suivi_id as suiviId', 'demarche.id', 'demarche.domaine', 'demarche.ouverte_le as ouverteLe'],
  demarche_statut: [
    'demarche_statut.demarche_id as demarcheId',
    'demarche_statut.id',
    'demarche_statut.statut',
    'demarche_statut.date',
  ],
  consentement: ['consentement.suivi_id as suiviId', 'consentement.objet', 'consentement.reponse', 'consentement.date'],
  statut_penal: ['statut_penal.suivi_id as suiviId', 'statut_penal.id', 'statut_penal.statut', 'statut_penal.du'],
  contrat: ['contrat.suivi_id as suiviId', 'contrat.type', 'contrat.du', 'contrat.au'],
  suivi: ['suivi.id as suiviId', 'suivi.motif_cloture as motif'],
  comite: ['comite_decision.suivi_id as suiviId', 'comite.date'],
  parcours_repere: ['parcours_repere.suivi_id as suiviId', 'parcours_repere.date'],
} as const

/** A dispositif has a parcours when it declares its lists, and only then. */
export const aUnParcours = (dispositif: CodeDispositif): boolean =>
  dispositifs[dispositif].listes.some((l) => l.code === 'mesure')

/** Suivis that were not taken back: an entretien is left, or somebody was referred. */
export const suivisComptes = (dispositif: CodeDispositif) =>
  sql<string>`(select s.id from suivi s where s.dispositif = ${dispositif} and ${estVisible})`

/** Facts of the parcours of a dispositif; none where it has no parcours. */
export const lireFaitsDuParcours = async (
  db: Db,
  dispositif: CodeDispositif,
  au: DateIso,
): Promise<FaitsDuParcours> => {
  if (!aUnParcours(dispositif)) return sansParcours
  const suivis = suivisComptes(dispositif)
  return {
    contacts: await db
      .selectFrom('entretien')
      .select(colonnesDuParcours.entretien)
      .select([reponse('modalite').as('modalite'), reponse('etablissement').as('etablissement')])
      .where('suivi_id', 'in', suivis)
      .where('supprime_le', 'is', null)
      .where('date', '<=', au)
      .orderBy('date')
      .execute(),
    ...(await lireCadre(db, suivis)),
    demarches: await lireDemarches(db, suivis),
    motifs: await db
      .selectFrom('suivi')
      .select(colonnesDuParcours.suivi)
      .where('id', 'in', suivis)
      .where('clos_le', 'is not', null)
      .execute(),
    decisions: await db
      .selectFrom('comite_decision')
      .innerJoin('comite', 'comite.id', 'comite_decision.comite_id')
      .select(colonnesDuParcours.comite)
      .where('comite_decision.suivi_id', 'in', suivis)
      .where('comite_decision.supprime_le', 'is', null)
      .where('comite.supprime_le', 'is', null)
      .execute(),
    rendezVous: await db
      .selectFrom('parcours_repere')
      .select(colonnesDuParcours.parcours_repere)
      .$narrowType<{ date: string }>()
      .where('suivi_id', 'in', suivis)
      .where('repere', '=', 'rendez-vous-dehors')
      .where('date', 'is not', null)
      .execute(),
  }
}

type Suivis = ReturnType<typeof suivisComptes>

/** Stays, situations, answers, statuts and contracts. Only what the person herself answered counts. */
const lireCadre = async (db: Db, suivis: Suivis) => ({
  passages: await db
    .selectFrom('passage')
    .select(colonnesDuParcours.passage)
    .where('suivi_id', 'in', suivis)
    .where('supprime_le', 'is', null)
    .orderBy('entree')
    .orderBy('id')
    .execute(),
  situations: (
    await db.selectFrom('situation').select(colonnesDuParcours.situation).where('suivi_id', 'in', suivis).execute()
  ).map(({ suiviId, moment, date, jointe, reponses }) => ({
    suiviId,
    moment,
    date,
    jointe: jointe === 1,
    reponses: lireReponses(reponses),
  })),
  consentements: await db
    .selectFrom('consentement')
    .select(colonnesDuParcours.consentement)
    .where('suivi_id', 'in', suivis)
    .where('aupres_de', '=', 'personne')
    .where('supprime_le', 'is', null)
    .orderBy('date')
    .orderBy('modifie_le')
    .execute(),
  statuts: await db
    .selectFrom('statut_penal')
    .select(colonnesDuParcours.statut_penal)
    .where('suivi_id', 'in', suivis)
    .where('supprime_le', 'is', null)
    .orderBy('du')
    .orderBy('modifie_le')
    .execute(),
  contrats: await db
    .selectFrom('contrat')
    .select(colonnesDuParcours.contrat)
    .where('suivi_id', 'in', suivis)
    .where('supprime_le', 'is', null)
    .execute(),
})

const lireDemarches = async (db: Db, suivis: Suivis): Promise<readonly FaitDemarche[]> => {
  const demarches = db.selectFrom('demarche').where('suivi_id', 'in', suivis).where('supprime_le', 'is', null)
  const lues = await demarches.select(colonnesDuParcours.demarche).execute()
  const changements = await db
    .selectFrom('demarche_statut')
    .select(colonnesDuParcours.demarche_statut)
    .where('demarche_id', 'in', demarches.select('demarche.id'))
    .where('supprime_le', 'is', null)
    .orderBy('date')
    .orderBy('note_le')
    .execute()
  const parDemarche = Map.groupBy(changements, (c) => c.demarcheId)
  return lues.map((d) => Object.assign({ historique: parDemarche.get(d.id) ?? [] }, d))
}

const reponse = (champ: string) => sql<string | null>`json_extract(entretien.reponses, ${`$.${champ}`})`
