import type { Recensement } from '../bilan/recensement.ts'
import type { Liaison } from './liaison.ts'
import type { Dimension } from './moteur/univers.ts'

/**
 * The dimensions of the engine: one per question (several for one with several answers), and one of presence in the linked
 * releases. A leaf is what a unit answered in each release: the same everywhere, or a change that some unit made.
 */
export type Plan = {
  readonly dimensions: readonly Dimension[]
  /** Of each question, by rank. */
  readonly colonnes: readonly (readonly number[])[]
  readonly releases: number | null
  readonly presencesDe: (release: number) => readonly number[]
  /** Leaves of a dimension whose answer in this release is wanted. */
  readonly feuillesEn: (dimension: number, release: number, voulue: (reponse: string) => boolean) => readonly number[]
  readonly noeudDe: (dimension: number, feuilles: readonly number[]) => number
  /** The leaf of each dimension where a unit stands. */
  readonly placer: (unite: Liaison['unites'][number]) => readonly number[]
}

/** Answers to each of several answers, in the order of their leaves. */
export const OUI = 'oui'
export const NON = 'non'

export const tracer = ({ questions, presences, unites }: Liaison, releases: readonly Recensement[]): Plan => {
  const traces = questions.flatMap((q, question): readonly Trace[] =>
    q.multiple
      ? q.feuilles.map((code) => ({
          question,
          constantes: [OUI, NON],
          lire: (donnees) => (donnees.includes(code) ? OUI : NON),
        }))
      : [{ question, constantes: q.feuilles, lire: (donnees) => seule(donnees, q.id, q.feuilles) }],
  )
  const dites = [...new Set(unites.map((u) => u.reponses))]
  const trajectoires = traces.map((trace) => [
    ...new Map(
      [...trace.constantes.map((c) => releases.map(() => c)), ...dites.map((d) => suivre(trace, d))].map((t) => [
        cleDe(t),
        t,
      ]),
    ).values(),
  ])
  const rangs = trajectoires.map((ts) => new Map(ts.map((t, i) => [cleDe(t), i])))
  const placees = new Map<Reponses, readonly number[]>()
  const liees = releases.length > 1
  const dimensions: { feuilles: number; groupes: (readonly number[])[] }[] = trajectoires
    .map((t) => ({ feuilles: t.length, groupes: [] }))
    .concat(liees ? [{ feuilles: presences.length, groupes: [] }] : [])
  return {
    dimensions,
    colonnes: questions.map((_, q) => traces.flatMap((t, dimension) => (t.question === q ? [dimension] : []))),
    releases: liees ? traces.length : null,
    presencesDe: (release) => presences.flatMap((p, i) => (p.includes(release) ? [i] : [])),
    feuillesEn: (dimension, release, voulue) =>
      (trajectoires[dimension] ?? []).flatMap((t, i) => (voulue(t[release] ?? '') ? [i] : [])),
    noeudDe: (dimension, feuilles) => {
      const declaree = dimensions[dimension]
      if (declaree === undefined) throw new Error('dimension inconnue')
      const [premiere, ...autres] = feuilles
      if (premiere !== undefined && autres.length === 0) return premiere
      const deja = declaree.groupes.findIndex((g) => g.join() === feuilles.join())
      if (deja === -1) declaree.groupes.push(feuilles)
      return declaree.feuilles + (deja === -1 ? declaree.groupes.length - 1 : deja)
    },
    placer: ({ reponses, presence }) => {
      const placee = placees.get(reponses) ?? [
        ...traces.map((trace, dimension) => rangs[dimension]?.get(cleDe(suivre(trace, reponses))) ?? 0),
        ...(liees ? [presence] : []),
      ]
      placees.set(reponses, placee)
      return placee
    },
  }
}

type Trace = {
  readonly question: number
  readonly constantes: readonly string[]
  readonly lire: (donnees: readonly string[]) => string
}

type Reponses = Liaison['unites'][number]['reponses']

const suivre = ({ question, lire }: Trace, reponses: Reponses): readonly string[] =>
  (reponses[question] ?? []).map(lire)

const cleDe = (trajectoire: readonly string[]): string => JSON.stringify(trajectoire)

const seule = (donnees: readonly string[], id: string, feuilles: readonly string[]): string => {
  const [une, ...autres] = donnees
  if (une === undefined || autres.length > 0) throw new Error(`plusieurs réponses à la question ${id}`)
  if (!feuilles.includes(une)) throw new Error(`réponse hors de la question ${id}`)
  return une
}
