import type { TableauLu } from './document.ts'
import { pasDe } from './nombre.ts'
import { estMultiple, racineDe, reunies } from './nomenclature.ts'
import { NON_RENSEIGNE, TOTAL } from './savoir.ts'

/** A question as the reader can take it apart: its finest answers, and whether a unit may give several. */
export type Question = { readonly id: string; readonly feuilles: readonly string[]; readonly multiple: boolean }

/** Questions that some table crosses, together: one unknown per combination of their answers. */
export type Composante = {
  readonly questions: readonly Question[]
  /** For each unknown, the answers given to each question. */
  readonly profils: readonly (readonly (readonly string[])[])[]
}

/** The finest answers of every question of a unit, across the tables. */
export const questionsDe = (tableaux: readonly TableauLu[]): readonly Question[] => {
  const dimensions = tableaux.flatMap((t) => t.dimensions).filter((d) => d.id !== 'annee')
  const racines = [...new Set(dimensions.map((d) => racineDe(d.id)))]
  return racines.map((id) => {
    const siennes = dimensions.filter((d) => racineDe(d.id) === id)
    const codes = new Set([...siennes.flatMap((d) => d.modalites.map((m) => m.code)), NON_RENSEIGNE])
    const feuilles = [...codes].filter((code) =>
      siennes.every((d) => !d.modalites.some((m) => m.code === code) || reunies(d.id, code, [...codes]).length === 0),
    )
    // A row rounded down to zero is left out like an empty one, and somebody may stand in it all the same: where answers
    // are counted one by one, the rows printed need not cover everybody.
    const tues =
      estMultiple(id) && tableaux.some((t) => pasDe(t) > 1 && t.dimensions.some((d) => racineDe(d.id) === id))
    return { id, feuilles: tues ? [...feuilles, TUE] : feuilles, multiple: estMultiple(id) }
  })
}

const TUE = 'tue'

/** Answers that a row gathers. A row « autres » of a question told finer elsewhere holds what its table does not name. */
export const feuillesDe = (
  dimension: TableauLu['dimensions'][number],
  code: string,
  { feuilles }: Question,
): readonly string[] => {
  if (code === TOTAL) return feuilles
  const fines = reunies(dimension.id, code, feuilles)
  if (fines.length > 0) return fines
  if (!/^autres(?:-|$)/u.test(code)) return feuilles.filter((f) => f === code)
  const nommees = new Set(dimension.modalites.flatMap((m) => [m.code].concat(reunies(dimension.id, m.code, feuilles))))
  const reste = feuilles.filter((f) => f !== NON_RENSEIGNE && !nommees.has(f))
  return feuilles.includes(code) ? [code, ...reste] : reste
}

/** Crossed questions go together; a question that nothing crosses goes alone. */
export const composantesDe = (
  tableaux: readonly TableauLu[],
  questions: readonly Question[],
  /** Answers that nobody gave, as printed; and whether nobody gave two. */
  { vides, uniques }: { readonly vides: ReadonlySet<string>; readonly uniques: ReadonlySet<string> },
): readonly Composante[] => {
  const groupes = questions.map((q) => new Set([q.id]))
  for (const { dimensions } of tableaux) {
    const croisees = dimensions.map((d) => racineDe(d.id))
    const touches = groupes.filter((g) => croisees.some((r) => g.has(r)))
    const [premier, ...autres] = touches
    for (const g of autres) {
      for (const id of g) premier?.add(id)
      groupes.splice(groupes.indexOf(g), 1)
    }
  }
  return groupes.map((g) => {
    const siennes = questions.filter((q) => g.has(q.id))
    const reponses = siennes.map((q) => {
      const vivantes = q.feuilles.filter((f) => !vides.has(`${q.id} ${f}`))
      return q.multiple && !uniques.has(q.id) && siennes.length > 1 ? parties(vivantes) : vivantes.map((f) => [f])
    })
    return { questions: siennes, profils: croiser(reponses) }
  })
}

const croiser = <T>(axes: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  axes.reduce<readonly (readonly T[])[]>((debuts, axe) => debuts.flatMap((d) => axe.map((x) => d.concat([x]))), [[]])

/** Sets of answers that one unit may give: « non renseigné » is given alone. */
const parties = (feuilles: readonly string[]): readonly (readonly string[])[] => {
  const dites = feuilles.filter((f) => f !== NON_RENSEIGNE)
  if (dites.length > 6) throw new Error('trop de réponses à la fois pour un croisement complet')
  const ensembles = croiser(dites.map((f) => [[], [f]])).map((choix) => choix.flat())
  return ensembles.filter((e) => e.length > 0).concat(feuilles.includes(NON_RENSEIGNE) ? [[NON_RENSEIGNE]] : [])
}
