import type { Unite } from './bilan.ts'
import type { DimensionFermee } from './modalites.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import { type Classement, TOTAL } from './tableau.ts'

/** One true number, with the persons behind it. It leaves this folder only through `secret/`. */
export type CelluleBrute = {
  readonly codes: readonly string[]
  readonly valeur: number
  readonly personnes: ReadonlySet<string>
}

export type TableauBrut = {
  readonly id: string
  readonly unite: Unite
  readonly dimensions: readonly Omit<DimensionFermee, 'coder'>[]
  /** Every crossing of rows, totals included, then the numbers that a reader could work out of them. */
  readonly cellules: readonly CelluleBrute[]
}

/**
 * Pseudo rows of a dimension whose rows overlap. They are never printed, but they are what a subtraction gives away:
 * by how much the rows exceed the total, and how many units stand outside a row.
 */
export const SURNOMBRE = '+'
export const SAUF = '!'

/** Counts a table: one pass over the units, each added to every cell it stands in. */
export const calculer = (
  tableau: { readonly id: string; readonly unite: Unite },
  dimensions: readonly DimensionFermee[],
  classements: readonly Classement[],
): TableauBrut => {
  const cellules = new Map<string, { codes: readonly string[]; valeur: number; personnes: Set<string> }>()
  for (const codes of croiser(dimensions.map(rangees)))
    cellules.set(codes.join(' '), { codes, valeur: 0, personnes: new Set() })
  for (const { personnes, codes } of classements) {
    const places = dimensions.map((d, i) => placesDe(d, codes[i] ?? []))
    for (const place of croiser(places)) {
      const cellule = cellules.get(place.map((p) => p.code).join(' '))
      if (cellule === undefined) throw new Error(`code hors du tableau ${tableau.id}`)
      cellule.valeur += place.reduce((produit, p) => produit * p.poids, 1)
      for (const personne of personnes) cellule.personnes.add(personne)
    }
  }
  return { ...tableau, dimensions, cellules: [...cellules.values()] }
}

const rangees = (dimension: DimensionFermee): readonly string[] => {
  const codes = dimension.modalites.map((m) => m.code)
  const deduites = dimension.multiple ? [SURNOMBRE, ...codes.map((c) => SAUF + c)] : []
  return [...codes, TOTAL, ...deduites]
}

type Place = { readonly code: string; readonly poids: number }

/** Where one unit stands along a dimension: its rows, the total, and the pseudo rows when they may overlap. */
const placesDe = (dimension: DimensionFermee, reponses: readonly string[]): readonly Place[] => {
  const codes = new Set(reponses.length === 0 ? [NON_RENSEIGNE] : reponses.map(dimension.coder))
  const places = [...codes, TOTAL].map((code) => ({ code, poids: 1 }))
  if (!dimension.multiple) {
    if (codes.size !== 1) throw new Error(`plusieurs réponses dans la dimension ${dimension.id}`)
    return places
  }
  const absents = dimension.modalites.filter((m) => !codes.has(m.code))
  const surnombre = codes.size > 1 ? [{ code: SURNOMBRE, poids: codes.size - 1 }] : []
  return [...places, ...surnombre, ...absents.map((m) => ({ code: SAUF + m.code, poids: 1 }))]
}

const croiser = <T>(axes: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  axes.reduce<readonly (readonly T[])[]>(
    (croises, axe) => croises.flatMap((debut) => axe.map((element) => [...debut, element])),
    [[]],
  )
