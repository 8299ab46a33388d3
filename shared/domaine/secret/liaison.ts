import { creerPartage, retenir } from '../../utils/partage.ts'
import type { Question, Recensement } from '../bilan/recensement.ts'

/** Several releases of the same unit seen as one: who is in which, and what each was counted as in each of them. */
export type Liaison = {
  readonly questions: readonly Question[]
  /** Releases in which some units are together, as ranks; every unit has one of these presences. */
  readonly presences: readonly (readonly number[])[]
  readonly unites: readonly {
    readonly personnes: readonly string[]
    readonly presence: number
    /** To each question, the answers that each release counts. Those counted alike, in the same releases, share one list. */
    readonly reponses: readonly (readonly (readonly string[])[])[]
  }[]
}

/**
 * A unit that is in two releases is one, whatever changed of it in between: a reader is taken to know it, and that the
 * answers that changed of nobody do not change. To hold less of him would miss the one woman that a second report adds to
 * nine others, three of whom have another role by then.
 */
export const lier = (releases: readonly Recensement[]): Liaison => {
  const questions = unirQuestions(releases)
  const rangees = releases.map((r) => new Map(r.questions.map((q, i) => [q.id, i])))
  const fiches = new Map<string, Fiche>()
  for (const [release, { unites }] of releases.entries())
    for (const { id, personnes, reponses } of unites) {
      const fiche = fiches.get(id)
      if (fiche === undefined)
        fiches.set(id, { personnes, dites: releases.map((_, r) => (r === release ? reponses : null)) })
      else fiche.dites[release] = reponses
    }
  const partager = creerPartage<Dite>()
  const presences = new Map<string, { readonly rang: number; readonly releases: readonly number[] }>()
  const suivre = retenir((dites: readonly Dite[]) => {
    const presence = dites.flatMap((d, release) => (d === null ? [] : [release]))
    const cle = presence.join()
    const connue = presences.get(cle) ?? { rang: presences.size, releases: presence }
    presences.set(cle, connue)
    return {
      presence: connue.rang,
      reponses: questions.map((q) => {
        const connues = dites.map((d, release) => d?.[rangees[release]?.get(q.id) ?? -1])
        // Where nothing prints it of this unit, any answer will do: the one that makes no change of it.
        const ailleurs = connues.find((c) => c !== undefined) ?? q.feuilles.slice(-1)
        return connues.map((c) => c ?? ailleurs)
      }),
    }
  })
  const unites = Array.from(fiches.values(), ({ personnes, dites }) => ({ personnes, ...suivre(partager(dites)) }))
  return { questions, presences: Array.from(presences.values(), (p) => p.releases), unites }
}

/** What each release counts of a unit, in the order of its questions; null where it is not. */
type Fiche = { readonly personnes: readonly string[]; readonly dites: Dite[] }
type Dite = Recensement['unites'][number]['reponses'] | null

const unirQuestions = (releases: readonly Recensement[]): readonly Question[] => {
  const unies = new Map<string, Question>()
  for (const question of releases.flatMap((r) => r.questions)) {
    const deja = unies.get(question.id)
    const feuilles = [...new Set([...(deja?.feuilles ?? []), ...question.feuilles])]
    unies.set(question.id, { ...question, ...deja, feuilles, sensible: question.sensible || deja?.sensible === true })
  }
  return [...unies.values()]
}
