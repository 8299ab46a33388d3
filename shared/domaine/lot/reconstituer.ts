import type { Question, Recensement } from '../bilan/recensement.ts'
import { OUI } from '../secret/trajectoires.ts'
import { type RecensementLot, reponsesDeLAxe } from './recensement-lot.ts'

/**
 * Units that agree with every count of a lot: cliques are joined one after the other on what they share, which an exact lot
 * always allows. Nobody in particular: which answers of two cliques go together is not known, nor does any table tell it.
 * Persons behind acts are never more than there are behind any cell, so that what is of few is held to be of few. Null when
 * cliques contradict one another.
 */
export const reconstituer = (
  lot: string,
  { unite, effectif, questions, cliques }: RecensementLot,
  declarees: readonly Question[],
): Recensement['unites'] | null => {
  const feuilles = new Map(questions.map((q) => [q.id, q.feuilles]))
  const faites = Array.from({ length: effectif }, () => new Map<string, string>())
  const plafonds = faites.map(() => Number.POSITIVE_INFINITY)
  for (const { axes, cases } of cliques) {
    const cles = axes.map((a) => cleDAxe(a.question, a.code))
    const communes = cles.filter((c) => faites[0]?.has(c) === true)
    const attentes = Map.groupBy(faites.keys(), (i) => communes.map((c) => faites[i]?.get(c)).join('\n'))
    for (const { rangs, unites, personnes } of cases) {
      const dites = axes.map((a, i) => reponsesDeLAxe(a, feuilles.get(a.question) ?? [])[rangs[i] ?? -1])
      const cle = communes.map((c) => dites[cles.indexOf(c)]).join('\n')
      const prises = attentes.get(cle)?.splice(0, unites) ?? []
      if (prises.length < unites || dites.includes(undefined)) return null
      for (const [rang, i] of prises.entries()) {
        for (const [a, c] of cles.entries()) faites[i]?.set(c, dites[a] ?? '')
        plafonds[i] = Math.min(plafonds[i] ?? 1, rang + 1, Math.max(personnes, 1))
      }
    }
    if ([...attentes.values()].some((reste) => reste.length > 0)) return null
  }
  return faites.map((dites, i) => {
    const id = `${lot}:${unite}:${i + 1}`
    return {
      id,
      personnes: [unite === 'personnes' ? id : `${lot}:${plafonds[i]}`],
      reponses: declarees.map((q) => reponsesDe(q, dites, feuilles.get(q.id) ?? [])),
    }
  })
}

/** The lot that a unit was made of. */
export const lotDe = (unite: { readonly id: string }): string => unite.id.split(':')[0] ?? ''

const cleDAxe = (question: string, code: string | null): string => (code === null ? question : `${question} ${code}`)

/** A question that the post does not ask has no answer. */
const reponsesDe = (
  { id, multiple, sansReponse, feuilles: toutes }: Question,
  dites: ReadonlyMap<string, string>,
  feuilles: readonly string[],
): readonly string[] => {
  const lues = multiple
    ? feuilles.filter((f) => dites.get(cleDAxe(id, f)) === OUI)
    : [dites.get(id) ?? ''].filter((f) => f !== '')
  return lues.length > 0 ? lues : [sansReponse ?? toutes[0] ?? '']
}
