import type { Presentation, Recensement } from './recensement.ts'
import { TOTAL } from './tableau.ts'

/** What a census counts in a cell, whoever printed its table and whenever: its rows are read by their answers. */
export const compterCase = (
  { questions, unites }: Pick<Recensement, 'questions' | 'unites'>,
  dimensions: readonly Presentation[],
  codes: readonly string[],
): number => {
  const tests = dimensions.flatMap((dimension, i) => {
    const code = codes[i] ?? TOTAL
    const rang = questions.findIndex((q) => q.id === dimension.question)
    return code === TOTAL ? [] : [{ rang, appartient: rangee(dimension, code) }]
  })
  return unites.filter(({ reponses }) =>
    tests.every(({ rang, appartient }) => reponses[rang]?.some(appartient) === true),
  ).length
}

/** Whether an answer belongs to a row: one of its own or, for the row of all the others, one that has no row. */
const rangee = ({ modalites }: Presentation, code: string): ((reponse: string) => boolean) => {
  const ligne = modalites.find((m) => m.code === code)
  const rangees = new Set(modalites.flatMap((m) => m.feuilles))
  return (reponse) => ligne?.feuilles.includes(reponse) === true || (ligne?.reste === true && !rangees.has(reponse))
}
