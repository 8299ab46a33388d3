import type { Bilan, Cellule, Tableau } from '../bilan/bilan.ts'
import type { Recensement } from '../bilan/recensement.ts'
import { TOTAL } from '../bilan/tableau.ts'
import type { Tache } from './moteur/tache.ts'
import { type Adresse, direValeur } from './poser-recensement.ts'

/**
 * What a published document says of each place of a census, for the period of the report or for an earlier one: read from
 * the document alone, never from what the protector decided.
 */
export const relire = (bilan: Bilan, annee: number | null, adresses: readonly Adresse[]): Tache['dites'] => {
  const tableaux = new Map(bilan.tableaux.map((t) => [t.id, lectureDe(t, annee)]))
  return adresses.flatMap(({ place, tableau, codes }) => {
    const dit = tableaux.get(tableau)?.(codes)
    return dit === undefined ? [] : [{ place, dit }]
  })
}

/** Whether the document says that it rounds the numbers of this census. */
export const estArrondi = (bilan: Bilan, { tableaux }: Pick<Recensement, 'tableaux'>, annee: number | null): boolean =>
  bilan.tableaux
    .filter((t) => tableaux.some((recense) => recense.id === t.id))
    .some((t) => (annee === null ? t : t.precedents.find((p) => p.annee === annee))?.arrondi !== undefined)

type Dit = Tache['dites'][number]['dit']

const lectureDe = (tableau: Tableau, annee: number | null): ((codes: readonly string[]) => Dit | undefined) => {
  const ancien = tableau.precedents.find((p) => p.annee === annee)
  const source = annee === null ? tableau : ancien
  if (source === undefined) return () => undefined
  const cellules = new Map(source.cellules.map((c) => [c.modalites.join(' '), c]))
  const lignes = tableau.dimensions.map((d) => new Set([TOTAL, ...d.modalites.map((m) => m.code)]))
  return (codes) => {
    const lue = cellules.get(codes.join(' '))
    if (lue !== undefined) return direCellule(lue, source.arrondi ?? 1, codes)
    // A row that is not printed says « zero » as surely as if it were: empty, or rounded to nothing.
    const imprimee = codes.every((code, i) => lignes[i]?.has(code) === true)
    return imprimee ? undefined : direValeur(0, source.arrondi ?? 1, codes)
  }
}

const direCellule = ({ valeur }: Cellule, base: number, codes: readonly string[]): Dit =>
  valeur === undefined ? null : direValeur(valeur, base, codes)
