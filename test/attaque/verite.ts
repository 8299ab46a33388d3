import type { Document } from './document.ts'
import { reunies } from './nomenclature.ts'
import { NON_RENSEIGNE, TOTAL } from './savoir.ts'
import type { Verite } from './verdict.ts'
import { recompter } from '../integration/bilan/recompte.ts'

type Unite = { readonly personne: string; readonly codes: readonly (readonly string[])[] }

/** What the raw file says of each number of the report, deduced ones included (`+` rows in excess, `!code` outside a row). */
export const veriteDe = ({ tableaux, periode }: Document): Verite => {
  const annees = new Map<string, Readonly<Record<string, readonly Unite[]>>>()
  const recompteDe = (annee: string) => {
    const deja = annees.get(annee) ?? recompter(`${annee}${periode.du.slice(4)}`, `${annee}${periode.au.slice(4)}`)
    annees.set(annee, deja)
    return deja
  }
  return ({ tableau, annee, codes }) => {
    const dimensions = tableaux.find((t) => t.id === tableau)?.dimensions ?? []
    const unites = recompteDe(annee)[tableau === 'personnes-par-annee' ? 'sexe' : tableau]
    if (unites === undefined) return null
    const poids = (u: Unite): number =>
      codes.reduce((produit, code, i) => {
        const dites = u.codes[i]?.length ? u.codes[i] : [NON_RENSEIGNE]
        if (code === TOTAL) return produit
        if (code === '+') return produit * (dites.length - 1)
        if (code.startsWith('!')) return dites.includes(code.slice(1)) ? 0 : produit
        return dites.some((dite) => estDans(dite, code, dimensions[i])) ? produit : 0
      }, 1)
    const comptees = unites.filter((u) => poids(u) > 0)
    return {
      valeur: comptees.reduce((n, u) => n + poids(u), 0),
      personnes: new Set(comptees.map((u) => u.personne)).size,
    }
  }
}

/** In its own row, in a row that gathers it, or in the row of all others. */
const estDans = (
  dite: string,
  code: string,
  dimension: Document['tableaux'][number]['dimensions'][number] | undefined,
) => {
  if (dite === code || dimension === undefined) return dite === code
  const lignes = dimension.modalites.map((m) => m.code)
  if (lignes.includes(dite) || dite === NON_RENSEIGNE) return false
  if (reunies(dimension.id, code, [dite]).length > 0) return true
  return code.startsWith('autre') && !lignes.some((l) => reunies(dimension.id, l, [dite]).length > 0)
}
