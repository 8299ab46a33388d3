import type { Question, Recensement } from '../bilan/recensement.ts'

/** Several releases of the same unit seen as one: who is in which, and every answer that one of them knows. */
export type Liaison = {
  readonly questions: readonly Question[]
  /** Releases in which some units are together, as ranks; every unit has one of these presences. */
  readonly presences: readonly (readonly number[])[]
  readonly unites: readonly {
    readonly personnes: readonly string[]
    readonly presence: number
    readonly reponses: readonly (readonly string[])[]
  }[]
  /** Answers that a release did not know, and does not put with its others. */
  readonly absentes: readonly { readonly question: number; readonly feuille: number; readonly release: number }[]
}

/**
 * A unit that is in two releases with the same answers is one; with other answers, it left and another came
 * (secret-statistique.md §5.3): the reader is then taken to know all that did not change.
 */
export const lier = (releases: readonly Recensement[]): Liaison => {
  const questions = unirQuestions(releases)
  const rangees = releases.map((r) => new Map(r.questions.map((q, i) => [q.id, i])))
  const fiches = new Map<string, Fiche[]>()
  for (const [release, { unites }] of releases.entries())
    for (const { id, personnes, reponses } of unites) {
      const connues = questions.map((q) => reponses[rangees[release]?.get(q.id) ?? -1])
      const siennes = fiches.get(id) ?? []
      fiches.set(id, siennes)
      const meme = siennes.find((f) => !f.releases.includes(release) && saccordent(f.reponses, connues))
      if (meme === undefined) siennes.push({ personnes, releases: [release], reponses: connues })
      else {
        meme.releases.push(release)
        meme.reponses = meme.reponses.map((r, i) => r ?? connues[i])
      }
    }
  const toutes = [...fiches.values()].flat()
  const presences = [...new Map(toutes.map((f) => [f.releases.join(), f.releases])).values()]
  const rangs = new Map(presences.map((p, i) => [p.join(), i]))
  return {
    questions,
    presences,
    unites: toutes.map((f) => ({
      personnes: f.personnes,
      presence: rangs.get(f.releases.join()) ?? 0,
      // Asked in another release only: any answer will do, for nothing prints it of this unit.
      reponses: f.reponses.map((r, i) => r ?? (questions[i]?.feuilles ?? []).slice(-1)),
    })),
    absentes: questions.flatMap((q, question) =>
      q.feuilles.flatMap((code, feuille) =>
        releases.flatMap((r, release) => (ignore(r, q.id, code) ? [{ question, feuille, release }] : [])),
      ),
    ),
  }
}

type Fiche = {
  readonly personnes: readonly string[]
  readonly releases: number[]
  reponses: readonly (readonly string[] | undefined)[]
}

const saccordent = (a: Fiche['reponses'], b: Fiche['reponses']): boolean =>
  a.every((reponse, i) => {
    const autre = b[i]
    return reponse === undefined || autre === undefined || reponse.toSorted().join('|') === autre.toSorted().join('|')
  })

const unirQuestions = (releases: readonly Recensement[]): readonly Question[] => {
  const unies = new Map<string, Question>()
  for (const question of releases.flatMap((r) => r.questions)) {
    const deja = unies.get(question.id)
    const feuilles = [...new Set([...(deja?.feuilles ?? []), ...question.feuilles])]
    unies.set(question.id, { ...question, ...deja, feuilles, sensible: question.sensible || deja?.sensible === true })
  }
  return [...unies.values()]
}

/** A release that asks the question, has not that answer, and has no row for « all the others ». */
const ignore = ({ questions, tableaux }: Recensement, id: string, code: string): boolean => {
  const question = questions.find((q) => q.id === id)
  if (question === undefined || question.feuilles.includes(code)) return false
  return !tableaux.some((t) => t.dimensions.some((d) => d.question === id && d.modalites.some((m) => m.reste)))
}
