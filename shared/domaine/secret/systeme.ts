import { SAUF, SURNOMBRE, type TableauBrut } from '../bilan/calculer.ts'
import { TOTAL } from '../bilan/tableau.ts'

/** One number of a release, whatever the tables that print it. */
export type CelluleSecrete = {
  readonly cle: string
  readonly valeur: number
  readonly personnes: ReadonlySet<string>
  /** How many answers define it: 0 for a grand total. */
  readonly conditions: number
  /** Printed somewhere; else a reader only works it out by subtraction. */
  readonly imprimee: boolean
  /** « All but this row »: known as soon as its row and the total both are, and only then. */
  readonly deduite: boolean
}

/** Cells that add up: Σ signe × valeur = 0. */
export type Ligne = readonly { readonly cle: string; readonly signe: 1 | -1 }[]

/** All the tables of a release as one linear system: what an attacker with a pencil knows. */
export type Systeme = {
  readonly cellules: ReadonlyMap<string, CelluleSecrete>
  readonly lignes: readonly Ligne[]
}

/** Two cells that count the same unit under the same answers are one cell: the margin of one table is the row of another. */
export const cleDe = (tableau: Pick<TableauBrut, 'unite' | 'dimensions'>, codes: readonly string[]): string =>
  [
    tableau.unite,
    ...tableau.dimensions.flatMap((d, i) => (codes[i] === TOTAL ? [] : [`${d.id}=${codes[i]}`])).toSorted(),
  ].join(' ')

export const construireSysteme = (tableaux: readonly TableauBrut[]): Systeme => {
  const cellules = new Map<string, CelluleSecrete>()
  const lignes = new Map<string, Ligne>()
  for (const tableau of tableaux)
    for (const { codes, valeur, personnes } of tableau.cellules) {
      const cle = cleDe(tableau, codes)
      const connue = cellules.get(cle)
      if (connue !== undefined && connue.valeur !== valeur) throw new Error(`deux valeurs pour ${cle}`)
      cellules.set(cle, {
        cle,
        valeur,
        personnes,
        conditions: codes.filter((c) => c !== TOTAL).length,
        imprimee: codes.every((c) => c !== SURNOMBRE && !c.startsWith(SAUF)),
        deduite: codes.some((c) => c.startsWith(SAUF)),
      })
    }
  const ajouter = (ligne: Ligne): void => {
    if (ligne.every((t) => cellules.has(t.cle))) lignes.set(nommer(ligne), ligne)
  }
  for (const tableau of tableaux) for (const ligne of lignesDe(tableau, tableaux)) ajouter(ligne)
  return {
    cellules: new Map([...cellules].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    lignes: [...lignes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, ligne]) => ligne),
  }
}

const nommer = (ligne: Ligne): string =>
  ligne
    .map((t) => `${t.signe} ${t.cle}`)
    .toSorted()
    .join('|')

/** Sums of one table: along each dimension, for every place in the others; and its groups, against the finer dimension. */
function* lignesDe(tableau: TableauBrut, tableaux: readonly TableauBrut[]): Generator<Ligne> {
  for (const [rang, dimension] of tableau.dimensions.entries()) {
    const fine = tableaux.flatMap((t) => t.dimensions).find((d) => d.id === dimension.groupeDe)
    for (const { codes: place } of tableau.cellules.filter((c) => c.codes[rang] === TOTAL)) {
      const en = (code: string): string => cleDe(tableau, place.with(rang, code))
      yield* dimension.multiple ? lignesChevauchantes(dimension, en) : [somme(en(TOTAL), codesDe(dimension).map(en))]
      if (fine === undefined) continue
      const dimensions = tableau.dimensions.with(rang, fine)
      for (const groupe of codesDe(dimension)) {
        const membres = fine.modalites.filter((m) => m.groupe === groupe).map((m) => place.with(rang, m.code))
        yield somme(
          en(groupe),
          membres.map((codes) => cleDe({ unite: tableau.unite, dimensions }, codes)),
        )
      }
    }
  }
}

type DimensionBrute = TableauBrut['dimensions'][number]

const codesDe = (dimension: DimensionBrute): readonly string[] => dimension.modalites.map((m) => m.code)

const somme = (total: string, parties: readonly string[]): Ligne => [
  { cle: total, signe: -1 },
  ...parties.map((cle) => ({ cle, signe: 1 as const })),
]

/** Rows that overlap: their sum is the total and the excess; each row and all that is not it make the total. */
const lignesChevauchantes = (dimension: DimensionBrute, en: (code: string) => string): readonly Ligne[] => [
  [...somme(en(TOTAL), codesDe(dimension).map(en)), { cle: en(SURNOMBRE), signe: -1 }],
  ...codesDe(dimension).map((code) => somme(en(TOTAL), [en(code), en(SAUF + code)])),
]
