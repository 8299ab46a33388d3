import { ageAu, type DateIso, joursEntre } from '../../utils/dates.ts'
import { creerPartage } from '../../utils/partage.ts'
import type { Reponses } from '../reponses.ts'
import type { Unite } from './bilan.ts'
import { compterParcours, type Delai, type DemarcheEnCompte, type ParcoursCompte } from './comptes-parcours.ts'
import {
  type AccueilCompte,
  compterAccueils,
  type ComptesTig,
  type ExecutionComptee,
  type IncidentCompte,
} from './comptes-tig.ts'
import { actesDesFaits } from './actes.ts'
import type { Faits, FaitSuivi } from './faits.ts'
import { contient, type Periode } from './periode.ts'

/** Somebody of whom there is an act in the period: present at an entretien, or accompanied where a démarche or a comité moved. */
export type PersonneComptee = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly anonyme: boolean
  /** Her first act ever falls in the period. */
  readonly nouvelle: boolean
  /** One of her suivis, begun by an act before the period, was not closed when it starts: her first act since her last exit is older. */
  readonly poursuivie: boolean
  /** All her suivis, seen in the period or not, that an act began are closed on its last day. */
  readonly sortie: boolean
  /** Age at her first act of the period. */
  readonly age: number | null
  /** Commune of her last entretien of the period. */
  readonly commune: string | null
  readonly reponses: Reponses
  readonly entretiens: readonly EntretienCompte[]
  /** Her part in each suivi where she was present, the one seen last at the end. */
  readonly participations: readonly {
    readonly role: string
    readonly accompagnee: boolean
    readonly reponses: Reponses
    readonly suivi: Reponses
    readonly parcours: ParcoursCompte
  }[]
}

export type SuiviCompte = {
  readonly id: string
  /** Everybody concerned, present or not. */
  readonly personnes: readonly string[]
  readonly reponses: Reponses
  readonly ouvertDansLaPeriode: boolean
  readonly parcours: ParcoursCompte
  /** Null but for a dispositif that receives people for work. */
  readonly accueil: AccueilCompte | null
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

export type DemarcheComptee = DemarcheEnCompte & { readonly personnes: readonly string[] }

/** A suivi closed in the period. */
export type ClotureComptee = {
  readonly id: string
  readonly personnes: readonly string[]
  readonly motif: string | null
  /** Days since it was opened. */
  readonly jours: number
  readonly parcours: ParcoursCompte
  readonly accueil: AccueilCompte | null
}

/** What each unit counts. */
export type Compte = {
  readonly personnes: PersonneComptee
  readonly suivis: SuiviCompte
  readonly saisines: SuiviCompte
  readonly entretiens: EntretienCompte
  readonly orientations: OrientationComptee
  readonly demarches: DemarcheComptee
  readonly clotures: ClotureComptee
  readonly incidents: IncidentCompte
  readonly executions: ExecutionComptee
}

export type ParUnite = { readonly [U in Unite]: readonly Compte[U][] }

export type Comptes = ParUnite & {
  readonly delais: readonly (Delai & { readonly personnes: readonly string[] })[]
  readonly tig: ComptesTig | null
}

/** The facts that a period counts. One pass over each kind of fact, whatever their order. */
export const compter = (faits: Faits, periode: Periode): Comptes => {
  const { presents, concernes } = indexDe(faits)
  const entretiens = new Map<string, EntretienCompte>()
  const listes = creerPartage<string>()
  for (const e of faits.entretiens)
    if (contient(periode, e.date)) {
      const personnes = listes((presents.get(e.id) ?? []).map((p) => p.personneId))
      entretiens.set(e.id, { id: e.id, personnes, date: e.date, suiviId: e.suiviId, reponses: e.reponses })
    }
  const actes = actesDesFaits(faits).filter((a) => contient(periode, a.date))
  const actifs = new Set([...entretiens.values(), ...actes].map((a) => a.suiviId))
  const parcours = compterParcours(faits.parcours, faits.suivis, periode)
  const tig = faits.tig === null ? null : compterAccueils(faits.tig, periode)
  const accueilDe = (suiviId: string): AccueilCompte | null => tig?.de(suiviId) ?? null
  const motifs = new Map(faits.parcours.motifs.map((m) => [m.suiviId, m.motif]))
  const accompagnees = (suiviId: string): readonly string[] =>
    (concernes.get(suiviId) ?? []).filter((p) => p.accompagnee).map((p) => p.personneId)

  const suivi = (s: FaitSuivi): SuiviCompte => ({
    id: s.id,
    personnes: (concernes.get(s.id) ?? []).map((p) => p.personneId),
    reponses: s.reponses,
    ouvertDansLaPeriode: contient(periode, s.ouvertLe),
    parcours: parcours.de(s.id),
    accueil: accueilDe(s.id),
  })
  return {
    personnes: compterPersonnes(faits, periode, entretiens, { actes, parcoursDe: parcours.de }),
    suivis: faits.suivis.filter((s) => actifs.has(s.id)).map(suivi),
    saisines: faits.suivis.filter((s) => contient(periode, s.saisineLe)).map(suivi),
    entretiens: [...entretiens.values()],
    orientations: faits.orientations.flatMap(({ id, entretienId, destination }) => {
      const entretien = entretiens.get(entretienId)
      return entretien === undefined ? [] : [{ id, personnes: entretien.personnes, destination }]
    }),
    clotures: faits.suivis.flatMap((s) =>
      s.closLe !== null && contient(periode, s.closLe)
        ? [
            {
              id: s.id,
              personnes: accompagnees(s.id),
              motif: motifs.get(s.id) ?? accueilDe(s.id)?.issue ?? null,
              jours: joursEntre(s.ouvertLe, s.closLe),
              parcours: parcours.de(s.id),
              accueil: accueilDe(s.id),
            },
          ]
        : [],
    ),
    demarches: parcours.demarches.map((d) => Object.assign({ personnes: accompagnees(d.suiviId) }, d)),
    incidents: tig?.incidents ?? [],
    executions: tig?.executions ?? [],
    tig,
    delais: parcours.delais.map((d) => Object.assign({ personnes: accompagnees(d.suiviId) }, d)),
  }
}

/** Facts by what they hang on, the same for every period. */
const indexer = ({ presences, participations, suivis }: Faits) => ({
  presents: grouper(presences, (p) => p.entretienId),
  concernes: grouper(participations, (p) => p.suiviId),
  parties: grouper(participations, (p) => p.personneId),
  suivis: new Map(suivis.map((s) => [s.id, s])),
})

const index = new WeakMap<Faits, ReturnType<typeof indexer>>()

const indexDe = (faits: Faits): ReturnType<typeof indexer> => {
  const sien = index.get(faits) ?? indexer(faits)
  index.set(faits, sien)
  return sien
}

type Actes = {
  readonly actes: readonly { readonly suiviId: string; readonly date: DateIso }[]
  readonly parcoursDe: (suiviId: string) => ParcoursCompte
}

const compterPersonnes = (
  faits: Faits,
  periode: Periode,
  entretiens: ReadonlyMap<string, EntretienCompte>,
  { actes, parcoursDe }: Actes,
): readonly PersonneComptee[] => {
  const venues = grouper(
    faits.presences.flatMap(({ entretienId, personneId, commune }) => {
      const entretien = entretiens.get(entretienId)
      return entretien === undefined ? [] : [{ entretienId, personneId, commune, entretien }]
    }),
    (v) => v.personneId,
  )
  const { parties, suivis } = indexDe(faits)
  const parSuivi = grouper(actes, (a) => a.suiviId)
  return faits.personnes.flatMap((personne) => {
    if (parSuivi.size === 0 && !venues.has(personne.id)) return []
    const siennes = (venues.get(personne.id) ?? []).toSorted(
      (a, b) => comparer(a.entretien.date, b.entretien.date) || comparer(a.entretienId, b.entretienId),
    )
    const jours = new Map<string, DateIso[]>()
    const noter = (suiviId: string, jour: DateIso) => jours.set(suiviId, [...(jours.get(suiviId) ?? []), jour])
    for (const { entretien } of siennes) noter(entretien.suiviId, entretien.date)
    const accompagnements = (parties.get(personne.id) ?? []).filter((p) => p.accompagnee)
    for (const { suiviId } of accompagnements) for (const a of parSuivi.get(suiviId) ?? []) noter(suiviId, a.date)
    const premier = [...jours.values()].flat().toSorted()[0]
    if (premier === undefined) return []
    const vus = ordonner(
      jours,
      siennes.map((v) => v.entretien.suiviId),
    )
    const commences = (parties.get(personne.id) ?? []).flatMap(({ suiviId, commenceLe }) => {
      const suivi = suivis.get(suiviId)
      return suivi === undefined || commenceLe === null ? [] : [{ commenceLe, closLe: suivi.closLe ?? JAMAIS }]
    })
    return [
      {
        id: personne.id,
        personnes: [personne.id],
        anonyme: personne.anonyme,
        nouvelle: contient(periode, personne.premierActe),
        poursuivie: commences.some((s) => s.commenceLe < periode.du && s.closLe >= periode.du),
        sortie: commences.every((s) => s.commenceLe > periode.au || s.closLe <= periode.au),
        age: personne.naissance === null ? null : ageAu(personne.naissance, premier),
        commune: siennes.at(-1)?.commune ?? null,
        reponses: personne.reponses,
        entretiens: siennes.map((v) => v.entretien),
        participations: vus.flatMap((suiviId) =>
          (parties.get(personne.id) ?? [])
            .filter((p) => p.suiviId === suiviId)
            .map(({ role, accompagnee, reponses }) => ({
              role,
              accompagnee,
              reponses,
              suivi: suivis.get(suiviId)?.reponses ?? {},
              parcours: parcoursDe(suiviId),
            })),
        ),
      },
    ]
  })
}

/** Suivis by the day they were last seen. On one day the order of the entretiens decides. */
const ordonner = (jours: ReadonlyMap<string, readonly DateIso[]>, entretiens: readonly string[]): readonly string[] => {
  const dernier = (id: string): string => (jours.get(id) ?? []).toSorted().at(-1) ?? ''
  return [...jours.keys()].toSorted(
    (a, b) =>
      comparer(dernier(a), dernier(b)) || entretiens.lastIndexOf(a) - entretiens.lastIndexOf(b) || comparer(a, b),
  )
}

const JAMAIS = '9999-12-31'

const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const grouper = <T>(elements: readonly T[], cle: (element: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(elements, cle)
