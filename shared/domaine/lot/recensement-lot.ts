import { z } from 'zod'
import { unites } from '../bilan/bilan.ts'
import type { Recensement } from '../bilan/recensement.ts'
import { decomposer } from '../secret/moteur/cliques.ts'
import { produit } from '../secret/moteur/univers.ts'
import { poserRecensement } from '../secret/poser-recensement.ts'
import { NON, OUI } from '../secret/trajectoires.ts'
import { CodeLigne, Effectif, Nom } from './formes.ts'

/** The rows that a table prints of a question; none of its answers for a row that nobody can stand in. */
export const LigneLot = z.strictObject({ code: CodeLigne, feuilles: z.array(CodeLigne).max(5000) })
export const PresentationLot = z.strictObject({ id: Nom, question: Nom, lignes: z.array(LigneLot).max(5000) })

/**
 * A unit of the report as a protection must know it: for each group of questions that tables cross, how many units gave
 * these answers together. A question with several answers is as
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
          .array(z.strictObject({ rangs: z.array(z.int().min(0).max(5000)).max(12), unites: Effectif.min(1) }))
          .max(20_000),
      }),
    )
    .max(500),
  /** Acts behind which fewer persons stand than there are acts: those of a cell, or that did not give one of several answers. */
  peu: z
    .array(
      z.strictObject({
        axes: z
          .array(z.strictObject({ question: Nom, feuilles: z.array(CodeLigne).max(5000), sauf: z.boolean() }))
          .max(3),
        personnes: Effectif,
      }),
    )
    .max(20_000),
})
export type RecensementLot = z.infer<typeof RecensementLot>

/** Answers of an axis, in the order of their ranks. */
export const reponsesDeLAxe = (
  { code }: RecensementLot['cliques'][number]['axes'][number],
  feuilles: readonly string[],
): readonly string[] => (code === null ? feuilles : [OUI, NON])

/** Counts a census by the cliques of its tables: what is crossed together, and no more. `regroupes`: its tables in few rows. */
export const mettreEnCliques = (recensement: Recensement, regroupes: Recensement['tableaux']): RecensementLot => {
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
    const cases = new Map<string, { rangs: number[]; unites: number }>()
    for (const place of places) {
      const rangs = clique.map((d) => place[d] ?? 0)
      const lue = cases.get(rangs.join()) ?? { rangs, unites: 0 }
      cases.set(rangs.join(), lue)
      lue.unites += 1
    }
    return {
      axes: clique.map((d) => ({ question: axes[d]?.question ?? '', code: axes[d]?.code ?? null })),
      cases: [...cases.values()].toSorted((a, b) => (a.rangs.join() < b.rangs.join() ? -1 : 1)),
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
    peu: unite === 'personnes' ? [] : peuDe(recensement, [...tableaux, ...regroupes]),
  }
}

const peuDe = ({ questions, unites: actes }: Recensement, tableaux: Recensement['tableaux']): RecensementLot['peu'] =>
  tableaux.flatMap(({ dimensions }) => {
    const rangs = dimensions.map((d) => questions.findIndex((q) => q.id === d.question))
    const choix = dimensions.map(({ question, multiple, modalites }) => [
      null,
      ...modalites.flatMap(({ feuilles }) =>
        [false, ...(multiple ? [true] : [])].map((sauf) => ({ question, feuilles: [...feuilles], sauf })),
      ),
    ])
    return produit(choix).flatMap((axes) => {
      const dedans = actes.filter(({ reponses }) =>
        axes.every((a, i) => a === null || estDansAxe(a, reponses[rangs[i] ?? -1] ?? [])),
      )
      const personnes = new Set(dedans.flatMap((u) => u.personnes)).size
      return personnes < dedans.length ? [{ axes: axes.filter((a) => a !== null), personnes }] : []
    })
  })

type AxePeu = RecensementLot['peu'][number]['axes'][number]

/** Whether a unit that answered so is among the acts told of. */
export const estDansAxe = ({ feuilles, sauf }: AxePeu, reponses: readonly string[]): boolean =>
  reponses.some((r) => feuilles.includes(r)) !== sauf
