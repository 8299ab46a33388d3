import { z } from 'zod'
import { unites } from '../bilan/bilan.ts'
import type { Recensement } from '../bilan/recensement.ts'
import { decomposer } from '../secret/moteur/cliques.ts'
import { poserRecensement } from '../secret/poser-recensement.ts'
import { NON, OUI } from '../secret/trajectoires.ts'
import { CodeLigne, Effectif, Nom } from './formes.ts'

/** The rows that a table prints of a question; none of its answers for a row that nobody can stand in. */
export const LigneLot = z.strictObject({ code: CodeLigne, feuilles: z.array(CodeLigne).max(5000) })
export const PresentationLot = z.strictObject({ id: Nom, question: Nom, lignes: z.array(LigneLot).max(5000) })

/**
 * A unit of the report as a protection must know it: for each group of questions that tables cross, how many units gave
 * these answers together. `personnes`: how many distinct persons stand behind them. A question with several answers is as
 * many axes, yes or no, that bear the `code` of the answer.
 */
export const RecensementLot = z.strictObject({
  unite: z.enum(unites),
  effectif: Effectif,
  questions: z.array(z.strictObject({ id: Nom, feuilles: z.array(CodeLigne).max(5000) })).max(200),
  tableaux: z.array(z.strictObject({ id: Nom, dimensions: z.array(PresentationLot).max(3) })).max(200),
  /** Each one shares with those before it only what one of them holds whole: they can be joined back in this order. */
  cliques: z
    .array(
      z.strictObject({
        axes: z
          .array(z.strictObject({ question: Nom, code: CodeLigne.nullable() }))
          .min(1)
          .max(12),
        cases: z
          .array(
            z.strictObject({
              rangs: z.array(z.int().min(0).max(5000)).max(12),
              unites: Effectif.min(1),
              personnes: Effectif,
            }),
          )
          .max(20_000),
      }),
    )
    .max(500),
})
export type RecensementLot = z.infer<typeof RecensementLot>

/** Answers of an axis, in the order of their ranks. */
export const reponsesDeLAxe = (
  { code }: RecensementLot['cliques'][number]['axes'][number],
  feuilles: readonly string[],
): readonly string[] => (code === null ? feuilles : [OUI, NON])

/** Counts a census by the cliques of its tables: what is crossed together, and no more. */
export const mettreEnCliques = (recensement: Recensement): RecensementLot => {
  const { unite, questions, tableaux, unites: comptees } = recensement
  const axes = questions.flatMap((q, rang) =>
    (q.multiple ? q.feuilles : [null]).map((code) => ({ question: q.id, code, rang, feuilles: q.feuilles })),
  )
  const { tache } = poserRecensement(recensement, [], { seuil: 5, mode: 'masquage', budget: 0 })
  const { cliques, separateurs } = decomposer(tache.univers, Number.POSITIVE_INFINITY)
  const places = comptees.map(({ reponses }) =>
    axes.map(({ rang, code, feuilles }) => {
      const dites = reponses[rang] ?? []
      if (code !== null) return dites.includes(code) ? 0 : 1
      return feuilles.indexOf(dites[0] ?? '')
    }),
  )
  const compter = (clique: readonly number[]): RecensementLot['cliques'][number] => {
    const cases = new Map<string, { rangs: number[]; unites: number; readonly qui: Set<string> }>()
    for (const [u, place] of places.entries()) {
      const rangs = clique.map((d) => place[d] ?? 0)
      const lue = cases.get(rangs.join()) ?? { rangs, unites: 0, qui: new Set<string>() }
      cases.set(rangs.join(), lue)
      lue.unites += 1
      for (const personne of comptees[u]?.personnes ?? []) lue.qui.add(personne)
    }
    return {
      axes: clique.map((d) => ({ question: axes[d]?.question ?? '', code: axes[d]?.code ?? null })),
      cases: [...cases.values()]
        .toSorted((a, b) => (a.rangs.join() < b.rangs.join() ? -1 : 1))
        .map(({ rangs, unites: n, qui }) => ({ rangs, unites: n, personnes: qui.size })),
    }
  }
  return {
    unite,
    effectif: comptees.length,
    questions: questions.map(({ id, feuilles }) => ({ id, feuilles: [...feuilles] })),
    tableaux: tableaux.map(({ id, dimensions }) => ({
      id,
      dimensions: dimensions.map((d) => ({
        id: d.id,
        question: d.question,
        lignes: d.modalites.map(({ code, feuilles }) => ({ code, feuilles: [...feuilles] })),
      })),
    })),
    cliques: (cliques.length === 0 ? [] : [0, ...separateurs.map((s) => s.vers)]).map((c) => compter(cliques[c] ?? [])),
  }
}
