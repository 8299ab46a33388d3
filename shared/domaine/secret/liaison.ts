import type { Question, Recensement } from '../bilan/recensement.ts'

/** Several releases of the same unit seen as one: who is in which, and what each was counted as in each of them. */
export type Liaison = {
  readonly questions: readonly Question[]
  /** Releases in which some units are together, as ranks; every unit has one of these presences. */
  readonly presences: readonly (readonly number[])[]
  readonly unites: readonly {
    readonly personnes: readonly string[]
    readonly presence: number
    /** To each question, the answers that each release counts. */
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
      const fiche = fiches.get(id) ?? { personnes, dites: new Map() }
      fiches.set(id, fiche)
      fiche.dites.set(
        release,
        questions.map((q) => reponses[rangees[release]?.get(q.id) ?? -1]),
      )
    }
  const toutes = [...fiches.values()].map(({ personnes, dites }) => ({
    personnes,
    dites,
    presence: Array.from(dites.keys()),
  }))
  const presences = [...new Map(toutes.map((f) => [f.presence.join(), f.presence])).values()]
  const rangs = new Map(presences.map((p, i) => [p.join(), i]))
  return {
    questions,
    presences,
    unites: toutes.map(({ personnes, dites, presence }) => ({
      personnes,
      presence: rangs.get(presence.join()) ?? 0,
      reponses: questions.map((q, i) => {
        const connues = releases.map((_, release) => dites.get(release)?.[i])
        // Where nothing prints it of this unit, any answer will do: the one that makes no change of it.
        const ailleurs = connues.find((c) => c !== undefined) ?? q.feuilles.slice(-1)
        return connues.map((c) => c ?? ailleurs)
      }),
    })),
  }
}

/** The answers of each release that a unit is in, in their order; nothing to a question that it does not ask. */
type Fiche = {
  readonly personnes: readonly string[]
  readonly dites: Map<number, readonly (readonly string[] | undefined)[]>
}

const unirQuestions = (releases: readonly Recensement[]): readonly Question[] => {
  const unies = new Map<string, Question>()
  for (const question of releases.flatMap((r) => r.questions)) {
    const deja = unies.get(question.id)
    const feuilles = [...new Set([...(deja?.feuilles ?? []), ...question.feuilles])]
    unies.set(question.id, { ...question, ...deja, feuilles, sensible: question.sensible || deja?.sensible === true })
  }
  return [...unies.values()]
}
