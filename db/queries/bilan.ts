import { sql } from 'kysely'
import { actesDesFaits } from '#shared/domaine/bilan/actes.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { FaitPresence, Faits } from '#shared/domaine/bilan/faits.ts'
import { contient, type Periode } from '#shared/domaine/bilan/periode.ts'
import { retenir } from '#shared/utils/partage.ts'
import type { Db } from '../connection.ts'
import { aUnParcours, lireFaitsDuParcours, suivisComptes } from './bilan-parcours.ts'
import { lecteurDeReponses } from './reponses.ts'
import { estVisibleSans } from './suivis.ts'
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

/**
 * Every fact that a report on these days counts. Deleted entretiens count nowhere. Tables are read to their end, in the order
 * of their pages, and joined here: to look each row up would decipher the same pages over and over.
 */
export const lireFaits = async (db: Db, dispositif: CodeDispositif, { du, au }: Periode): Promise<Faits> => {
  const lireTexte = lecteurDeReponses()
  const ouverts = await lireSuivis(db, dispositif)
  const parSuivi = await lireEntretiens(db, ouverts, { du, au })
  // A suivi whose entretiens were all deleted is a mistake taken back: it counts nowhere either.
  const suivis = ouverts.filter((s) => s.autrement === 1 || parSuivi.has(s.id))
  const histoire = new Map<string, Entretien>()
  for (const { id } of suivis) for (const e of parSuivi.get(id) ?? []) if (e.date <= au) histoire.set(e.id, e)

  const presences: FaitPresence[] = []
  const venues: ActeDuSuivi[] = []
  const lues = await db.selectFrom('presence').select(colonnesDuBilan.presence).execute()
  for (const { entretienId, personneId, commune } of lues) {
    const entretien = histoire.get(entretienId)
    if (entretien === undefined) continue
    const { id, suiviId, date } = entretien
    venues.push({ personneId, suiviId, date })
    if (date >= du) presences.push({ entretienId: id, personneId, commune })
  }
  const participations = accompagner(dispositif, await lireParticipations(db, new Map(suivis.map((s) => [s.id, s.id]))))
  const autres = await lireAutres(db, dispositif, au)
  const jusquAu = [venues, actesParPersonne(participations, autres).filter((a) => a.date <= au)]
  const premiers = premiersActes(jusquAu, (a) => a.personneId)
  const debuts = premiersActes(jusquAu, partDe)
  const personnes = await db
    .selectFrom('personne')
    .where('id', 'in', concernes(db, dispositif))
    .select(colonnesDuBilan.personne)
    .orderBy('id')
    .execute()

  return {
    entretiens: [...histoire.values()].flatMap(({ id, suiviId, date, reponses }) =>
      reponses === null ? [] : [{ id, suiviId, date, reponses: lireTexte(reponses) }],
    ),
    presences,
    orientations: await lireOrientations(db, histoire, du),
    suivis: suivis
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, saisineDate, ouvertLe, closLe, reponses }) => ({
        id,
        saisineLe: saisineDate ?? ouvertLe,
        saisineNotee: saisineDate !== null,
        ouvertLe,
        closLe,
        reponses: lireTexte(reponses),
      })),
    participations: participations.map(({ suiviId, personneId, role, accompagnee, reponses }) => ({
      suiviId,
      personneId,
      role,
      accompagnee,
      reponses: lireTexte(reponses),
      commenceLe: debuts.get(partDe({ suiviId, personneId })) ?? null,
    })),
    personnes: personnes.flatMap(({ id, anonyme, naissance, reponses }) => {
      const premierActe = premiers.get(id)
      if (premierActe === undefined) return []
      return [{ id, anonyme: anonyme === 1, naissance, reponses: lireTexte(reponses), premierActe }]
    }),
    ...autres,
  }
}

/** In the order of their numbers. */
const lireSuivis = (db: Db, dispositif: CodeDispositif) =>
  db
    .selectFrom('suivi')
    .where('suivi.dispositif', '=', dispositif)
    .select(colonnesDuBilan.suivi)
    .select(estVisibleSans('suivi').as('autrement'))
    .orderBy('suivi.numero')
    .execute()

/** Without the plus sign SQLite would go by the index of dates, from one page to another. As they were entered, else. */
const nonSupprime = sql`+entretien.supprime_le`

type Entretien = {
  readonly id: string
  readonly suiviId: string
  readonly date: string
  /** Only of those of the period. */
  readonly reponses: string | null
}

/** All those of these suivis that were not deleted, day by day in each; of one day, as they were entered. */
const lireEntretiens = async (
  db: Db,
  suivis: readonly { readonly id: string }[],
  { du, au }: Periode,
): Promise<ReadonlyMap<string, readonly Entretien[]>> => {
  const siens = new Map(suivis.map((s) => [s.id, s.id]))
  const partager = retenir((texte: string) => texte)
  const lus = await db
    .selectFrom('entretien')
    .where(nonSupprime, 'is', null)
    .select(colonnesDuBilan.entretien.slice(0, 3))
    .select(sql<string | null>`iif(entretien.date between ${du} and ${au}, entretien.reponses, null)`.as('reponses'))
    .execute()
  const parSuivi = new Map<string, Entretien[]>()
  for (const { id, date, reponses, ...e } of lus) {
    const suiviId = siens.get(e.suiviId)
    if (suiviId === undefined) continue
    const entretien = { id, suiviId, date: partager(date), reponses: reponses === null ? null : partager(reponses) }
    const autres = parSuivi.get(suiviId)
    if (autres === undefined) parSuivi.set(suiviId, [entretien])
    else autres.push(entretien)
  }
  for (const entretiens of parSuivi.values())
    entretiens.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return parSuivi
}

const lireParticipations = async (db: Db, suivis: ReadonlyMap<string, string>) => {
  const lues = await db
    .selectFrom('participation')
    .select(colonnesDuBilan.participation)
    .orderBy('suivi_id')
    .orderBy('personne_id')
    .execute()
  return lues.flatMap((p) => {
    const suiviId = suivis.get(p.suiviId)
    return suiviId === undefined ? [] : [Object.assign(p, { suiviId })]
  })
}

/** Those of the entretiens of the period, in their order. */
const lireOrientations = async (
  db: Db,
  histoire: ReadonlyMap<string, Entretien>,
  du: string,
): Promise<Faits['orientations']> => {
  const lues = await db.selectFrom('orientation').select(colonnesDuBilan.orientation).execute()
  const partager = retenir((texte: string) => texte)
  const parEntretien = Map.groupBy(lues, (o) => o.entretienId)
  return [...histoire.values()].flatMap((e) =>
    e.date < du
      ? []
      : (parEntretien.get(e.id) ?? []).map(({ id, destination }) => ({
          id,
          entretienId: e.id,
          destination: partager(destination),
        })),
  )
}

/** Whoever has a part in a suivi of the dispositif. */
const concernes = (db: Db, dispositif: CodeDispositif) =>
  db
    .selectFrom('participation')
    .where('suivi_id', 'in', db.selectFrom('suivi').where('dispositif', '=', dispositif).select('id'))
    .select('personne_id')

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
type ActeDuSuivi = ActeDePersonne & { readonly suiviId: string }

/** What is done in a suivi is an act of whoever is accompanied there. */
const actesParPersonne = (
  participations: readonly (Participation & { readonly accompagnee: boolean })[],
  autres: Autres,
): readonly ActeDuSuivi[] => {
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
  actes: readonly (readonly A[])[],
  cle: (acte: A) => string,
): ReadonlyMap<string, string> => {
  const premiers = new Map<string, string>()
  for (const acte of actes.flat()) {
    const sienne = cle(acte)
    if (acte.date < (premiers.get(sienne) ?? JAMAIS)) premiers.set(sienne, acte.date)
  }
  return premiers
}

const partDe = ({ personneId, suiviId }: Omit<Participation, 'role'>): string => `${suiviId}|${personneId}`

const JAMAIS = '9999-12-31'

/** Distinct persons with one act at least, for each of these periods. */
export const compterPersonnes = async (
  db: Db,
  dispositif: CodeDispositif,
  periodes: readonly Periode[],
): Promise<readonly number[]> => {
  const bornes = periodes.flatMap(({ du, au }) => [du, au]).toSorted()
  const [du = '', au = ''] = [bornes[0], bornes.at(-1)]
  const venues = await lireVenues(db, dispositif, { du, au })
  const actes =
    aUnParcours(dispositif) || accueille(dispositif) ? [...venues, ...(await autresActes(db, dispositif, au))] : venues
  return periodes.map(
    (periode) => new Set(actes.filter((a) => contient(periode, a.date)).map((a) => a.personneId)).size,
  )
}

const lireVenues = async (db: Db, dispositif: CodeDispositif, periode: Periode): Promise<readonly ActeDePersonne[]> => {
  const suivis = await db.selectFrom('suivi').where('dispositif', '=', dispositif).select('id').execute()
  const siens = new Set(suivis.map((s) => s.id))
  const lus = await db
    .selectFrom('entretien')
    .where(nonSupprime, 'is', null)
    .select(['id', 'suivi_id as suiviId', 'date'])
    .execute()
  const jours = new Map(lus.flatMap((e) => (siens.has(e.suiviId) && contient(periode, e.date) ? [[e.id, e.date]] : [])))
  const presences = await db.selectFrom('presence').select(['entretien_id', 'personne_id as personneId']).execute()
  return presences.flatMap(({ entretien_id: entretien, personneId }) => {
    const date = jours.get(entretien)
    return date === undefined ? [] : [{ personneId, date }]
  })
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
