import { sql } from 'kysely'
import { actesDesFaits } from '#shared/domaine/bilan/actes.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { Faits } from '#shared/domaine/bilan/faits.ts'
import { contient, type Periode } from '#shared/domaine/bilan/periode.ts'
import type { Db } from '../connection.ts'
import { aUnParcours, lireFaitsDuParcours, suivisComptes } from './bilan-parcours.ts'
import { lireReponses } from './reponses.ts'
import { accueille, lireFaitsDuTig } from './tig/faits.ts'

/**
 * What the report may read, column by column. Identity, free text, telephone, partner and household never leave the
 * database on this path.
 */
export const colonnesDuBilan = {
  entretien: ['entretien.id', 'entretien.suivi_id as suiviId', 'entretien.date', 'entretien.reponses'],
  presence: ['presence.entretien_id as entretienId', 'presence.personne_id as personneId', 'presence.commune'],
  orientation: ['orientation.id', 'orientation.entretien_id as entretienId', 'orientation.destination'],
  suivi: [
    'suivi.id',
    'suivi.saisine_date as saisineDate',
    'suivi.ouvert_le as ouvertLe',
    'suivi.clos_le as closLe',
    'suivi.reponses',
  ],
  participation: [
    'participation.suivi_id as suiviId',
    'participation.personne_id as personneId',
    'participation.role',
    'participation.reponses',
  ],
  personne: ['personne.id', 'personne.anonyme', 'personne.naissance', 'personne.reponses'],
} as const

/** Every fact that a report on these days counts, in one read per table. Deleted entretiens count nowhere. */
export const lireFaits = async (db: Db, dispositif: CodeDispositif, { du, au }: Periode): Promise<Faits> => {
  const vivants = db
    .selectFrom('entretien')
    .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
    .where('suivi.dispositif', '=', dispositif)
    .where('entretien.supprime_le', 'is', null)
  const actes = vivants.where('entretien.date', '>=', du).where('entretien.date', '<=', au)

  const entretiens = await actes.select(colonnesDuBilan.entretien).execute()
  const presences = await actes
    .innerJoin('presence', 'presence.entretien_id', 'entretien.id')
    .select(colonnesDuBilan.presence)
    .execute()
  const orientations = await actes
    .innerJoin('orientation', 'orientation.entretien_id', 'entretien.id')
    .select(colonnesDuBilan.orientation)
    .execute()

  // A suivi whose entretiens were all deleted is a mistake taken back: it counts nowhere either.
  const comptes = suivisComptes(dispositif)
  const suivis = await db.selectFrom('suivi').where('id', 'in', comptes).select(colonnesDuBilan.suivi).execute()
  const participations = accompagner(
    dispositif,
    await db
      .selectFrom('participation')
      .where('suivi_id', 'in', comptes)
      .select(colonnesDuBilan.participation)
      .execute(),
  )
  const autres = await lireAutres(db, dispositif, au)
  const venues = await vivants
    .innerJoin('presence', 'presence.entretien_id', 'entretien.id')
    .where('entretien.date', '<=', au)
    .groupBy(['presence.personne_id', 'entretien.suivi_id'])
    .select(['presence.personne_id as personneId', 'entretien.suivi_id as suiviId'])
    .select(({ fn }) => fn.min('entretien.date').as('date'))
    .execute()
  const jusquAu = [...venues, ...actesParPersonne(participations, autres)].filter((a) => a.date <= au)
  const premiers = premiersActes(jusquAu, (a) => a.personneId)
  const debuts = premiersActes(jusquAu, partDe)
  const personnes = await db
    .selectFrom('personne')
    .where('id', 'in', db.selectFrom('participation').where('suivi_id', 'in', comptes).select('personne_id'))
    .select(colonnesDuBilan.personne)
    .execute()

  return {
    entretiens: entretiens.map(avecReponses),
    presences,
    orientations,
    suivis: suivis.map(({ id, saisineDate, ouvertLe, closLe, reponses }) => ({
      id,
      saisineLe: saisineDate ?? ouvertLe,
      saisineNotee: saisineDate !== null,
      ouvertLe,
      closLe,
      reponses: lireReponses(reponses),
    })),
    participations: participations.map((p) =>
      Object.assign(avecReponses(p), { commenceLe: debuts.get(partDe(p)) ?? null }),
    ),
    personnes: personnes.flatMap((p) => {
      const premierActe = premiers.get(p.id)
      return premierActe === undefined ? [] : [{ ...avecReponses(p), anonyme: p.anonyme === 1, premierActe }]
    }),
    ...autres,
  }
}

/** Facts that are no entretien. */
const lireAutres = async (db: Db, dispositif: CodeDispositif, au: string): Promise<Autres> => ({
  parcours: await lireFaitsDuParcours(db, dispositif, au),
  tig: await lireFaitsDuTig(db, dispositif, au),
})

type Autres = Pick<Faits, 'parcours' | 'tig'>

type Participation = { readonly suiviId: string; readonly personneId: string; readonly role: string }

/** Those who have the usual role of a dispositif with a parcours; everybody in a suivi where nobody has it. */
const accompagner = <P extends Participation>(dispositif: CodeDispositif, participations: readonly P[]) => {
  const { roleParDefaut } = dispositifs[dispositif]
  const suivies = new Set(participations.filter((p) => p.role === roleParDefaut).map((p) => p.suiviId))
  const tous = !aUnParcours(dispositif)
  return participations.map((p) =>
    Object.assign({ accompagnee: tous || p.role === roleParDefaut || !suivies.has(p.suiviId) }, p),
  )
}

type ActeDePersonne = { readonly personneId: string; readonly date: string }

/** What is done in a suivi is an act of whoever is accompanied there. */
const actesParPersonne = (
  participations: readonly (Participation & { readonly accompagnee: boolean })[],
  autres: Autres,
): readonly (ActeDePersonne & { readonly suiviId: string })[] => {
  const accompagnees = Map.groupBy(
    participations.filter((p) => p.accompagnee),
    (p) => p.suiviId,
  )
  return actesDesFaits(autres).flatMap(({ suiviId, date }) =>
    (accompagnees.get(suiviId) ?? []).map(({ personneId }) => ({ personneId, suiviId, date })),
  )
}

/** The first day of each, by what `cle` says of an act. */
const premiersActes = <A extends ActeDePersonne>(
  actes: readonly A[],
  cle: (acte: A) => string,
): ReadonlyMap<string, string> => {
  const premiers = new Map<string, string>()
  for (const acte of actes) if (acte.date < (premiers.get(cle(acte)) ?? JAMAIS)) premiers.set(cle(acte), acte.date)
  return premiers
}

const partDe = ({ personneId, suiviId }: Omit<Participation, 'role'>): string => `${suiviId}|${personneId}`

const JAMAIS = '9999-12-31'

const avecReponses = <L extends { readonly reponses: string }>(ligne: L) => ({
  ...ligne,
  reponses: lireReponses(ligne.reponses),
})

/** Distinct persons with one act at least, for each of these periods. */
export const compterPersonnes = async (
  db: Db,
  dispositif: CodeDispositif,
  periodes: readonly Periode[],
): Promise<readonly number[]> => {
  const bornes = periodes.flatMap(({ du, au }) => [du, au]).toSorted()
  const [du = '', au = ''] = [bornes[0], bornes.at(-1)]
  const venues: readonly ActeDePersonne[] = await db
    .selectFrom('entretien')
    .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
    .innerJoin('presence', 'presence.entretien_id', 'entretien.id')
    .where('suivi.dispositif', '=', dispositif)
    .where('entretien.supprime_le', 'is', null)
    .where('entretien.date', '>=', du)
    .where('entretien.date', '<=', au)
    .select(['presence.personne_id as personneId', 'entretien.date'])
    .distinct()
    .execute()
  const actes =
    aUnParcours(dispositif) || accueille(dispositif) ? [...venues, ...(await autresActes(db, dispositif, au))] : venues
  return periodes.map(
    (periode) => new Set(actes.filter((a) => contient(periode, a.date)).map((a) => a.personneId)).size,
  )
}

const autresActes = async (db: Db, dispositif: CodeDispositif, au: string): Promise<readonly ActeDePersonne[]> => {
  const participations = await db
    .selectFrom('participation')
    .where('suivi_id', 'in', suivisComptes(dispositif))
    .select(['suivi_id as suiviId', 'personne_id as personneId', 'role'])
    .execute()
  return actesParPersonne(accompagner(dispositif, participations), await lireAutres(db, dispositif, au))
}

/** Years that hold an entretien or, where there is none, another act; latest first. */
export const lireAnnees = async (db: Db, dispositif: CodeDispositif): Promise<readonly number[]> => {
  const lignes = await db
    .selectFrom('entretien')
    .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
    .where('suivi.dispositif', '=', dispositif)
    .where('entretien.supprime_le', 'is', null)
    .select(sql<number>`cast(substr(entretien.date, 1, 4) as integer)`.as('annee'))
    .distinct()
    .orderBy('annee', 'desc')
    .execute()
  if (!accueille(dispositif)) return lignes.map((l) => l.annee)
  const actes = actesDesFaits(await lireAutres(db, dispositif, JAMAIS))
  return [...new Set(actes.map((a) => Number(a.date.slice(0, 4))))].toSorted((a, b) => b - a)
}

export const lireTextes = async (db: Db, dispositif: CodeDispositif, annee: number) =>
  db
    .selectFrom('bilan_texte')
    .where('dispositif', '=', dispositif)
    .where('annee', '=', annee)
    .select(['section', 'texte'])
    .execute()

export const ecrireTexte = async (
  db: Db,
  texte: {
    readonly dispositif: CodeDispositif
    readonly annee: number
    readonly section: string
    readonly texte: string
  },
): Promise<void> => {
  await db
    .insertInto('bilan_texte')
    .values(texte)
    .onConflict((conflit) => conflit.columns(['dispositif', 'annee', 'section']).doUpdateSet({ texte: texte.texte }))
    .execute()
}
