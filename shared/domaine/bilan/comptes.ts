import { ageAu, type DateIso, joursEntre } from '../../utils/dates.ts'
import type { Reponses } from '../reponses.ts'
import type { Unite } from './bilan.ts'
import type { Faits, FaitSuivi } from './faits.ts'
import { contient, type Periode } from './periode.ts'

/** Somebody present at one entretien of the period at least. */
export type PersonneComptee = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly anonyme: boolean
  /** Her first entretien ever falls in the period. */
  readonly nouvelle: boolean
  /** Age at her first entretien of the period. */
  readonly age: number | null
  /** Commune of her last entretien of the period. */
  readonly commune: string | null
  readonly reponses: Reponses
  readonly entretiens: readonly EntretienCompte[]
  /** Her part in each suivi where she was present, the one seen last at the end. */
  readonly participations: readonly {
    readonly role: string
    readonly reponses: Reponses
    readonly suivi: Reponses
  }[]
}

export type SuiviCompte = {
  readonly id: string
  /** Everybody concerned, present or not. */
  readonly personnes: readonly string[]
  readonly reponses: Reponses
  readonly ouvertDansLaPeriode: boolean
}

export type EntretienCompte = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly date: DateIso
  readonly suiviId: string
  readonly reponses: Reponses
}

export type OrientationComptee = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly destination: string
}

/** What each unit counts. */
export type Compte = {
  readonly personnes: PersonneComptee
  readonly suivis: SuiviCompte
  readonly saisines: SuiviCompte
  readonly entretiens: EntretienCompte
  readonly orientations: OrientationComptee
}

export type ParUnite = { readonly [U in Unite]: readonly Compte[U][] }

export type Comptes = ParUnite & {
  /** Suivis closed in the period, with how long they lasted in days. */
  readonly clotures: readonly { readonly personnes: readonly string[]; readonly jours: number }[]
}

/** The facts that a period counts. One pass over each kind of fact, whatever their order. */
export const compter = (faits: Faits, periode: Periode): Comptes => {
  const presents = grouper(faits.presences, (p) => p.entretienId)
  const concernes = grouper(faits.participations, (p) => p.suiviId)
  const entretiens = new Map<string, EntretienCompte>()
  for (const e of faits.entretiens.filter((f) => contient(periode, f.date)))
    entretiens.set(e.id, { ...e, personnes: (presents.get(e.id) ?? []).map((p) => p.personneId) })
  const actifs = new Set([...entretiens.values()].map((e) => e.suiviId))

  const suivi = (s: FaitSuivi): SuiviCompte => ({
    id: s.id,
    personnes: (concernes.get(s.id) ?? []).map((p) => p.personneId),
    reponses: s.reponses,
    ouvertDansLaPeriode: contient(periode, s.ouvertLe),
  })
  return {
    personnes: compterPersonnes(faits, periode, entretiens),
    suivis: faits.suivis.filter((s) => actifs.has(s.id)).map(suivi),
    saisines: faits.suivis.filter((s) => contient(periode, s.saisineLe)).map(suivi),
    entretiens: [...entretiens.values()],
    orientations: faits.orientations.flatMap(({ id, entretienId, destination }) => {
      const entretien = entretiens.get(entretienId)
      return entretien === undefined ? [] : [{ id, personnes: entretien.personnes, destination }]
    }),
    clotures: faits.suivis.flatMap((s) =>
      s.closLe !== null && contient(periode, s.closLe)
        ? [{ personnes: suivi(s).personnes, jours: joursEntre(s.ouvertLe, s.closLe) }]
        : [],
    ),
  }
}

const compterPersonnes = (
  faits: Faits,
  periode: Periode,
  entretiens: ReadonlyMap<string, EntretienCompte>,
): readonly PersonneComptee[] => {
  const venues = grouper(
    faits.presences.flatMap(({ entretienId, personneId, commune }) => {
      const entretien = entretiens.get(entretienId)
      return entretien === undefined ? [] : [{ entretienId, personneId, commune, entretien }]
    }),
    (v) => v.personneId,
  )
  const participations = new Map(faits.participations.map((p) => [`${p.suiviId} ${p.personneId}`, p]))
  const suivis = new Map(faits.suivis.map((s) => [s.id, s]))
  return faits.personnes.flatMap((personne) => {
    const siennes = (venues.get(personne.id) ?? []).toSorted(
      (a, b) => comparer(a.entretien.date, b.entretien.date) || comparer(a.entretienId, b.entretienId),
    )
    const premiere = siennes[0]
    if (premiere === undefined) return []
    const suivisVus = new Set(siennes.toReversed().map((v) => v.entretien.suiviId))
    return [
      {
        id: personne.id,
        personnes: [personne.id],
        anonyme: personne.anonyme,
        nouvelle: contient(periode, personne.premierActe),
        age: personne.naissance === null ? null : ageAu(personne.naissance, premiere.entretien.date),
        commune: siennes.at(-1)?.commune ?? null,
        reponses: personne.reponses,
        entretiens: siennes.map((v) => v.entretien),
        participations: [...suivisVus].toReversed().flatMap((suiviId) => {
          const p = participations.get(`${suiviId} ${personne.id}`)
          return p === undefined
            ? []
            : [{ role: p.role, reponses: p.reponses, suivi: suivis.get(suiviId)?.reponses ?? {} }]
        }),
      },
    ]
  })
}

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const grouper = <T>(elements: readonly T[], cle: (element: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(elements, cle)
