import type { Publication } from '../secret/publier.ts'
import type { Cellule, Tableau } from './bilan.ts'
import type { Presentation, Recensement } from './recensement.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import { notesDe, sommeDesLignes } from './notes.ts'
import { TOTAL } from './tableau.ts'

type Structure = Recensement['tableaux'][number] & Pick<Recensement, 'unite'>

/** A table as printed, made of published cells alone: the true ones are out of reach here. */
export const composerTableau = (
  structure: Structure,
  texte: { readonly titre: string; readonly definition: string },
  publications: readonly [Publication, ...Publication[]],
  chevauchantes: ReadonlySet<string>,
  seuil: number,
): Tableau => {
  const { id, unite, dimensions } = structure
  const [periode, ...precedentes] = publications
  const total = dimensions.map(() => TOTAL)
  const gardees = dimensions.map((d, rang) => rangeesUtiles(d, rang, structure, publications))
  const garder = (p: Publication): Tableau['cellules'] =>
    p.cellules(id).filter((c) => c.modalites.every((m, rang) => m === TOTAL || gardees[rang]?.has(m) === true))
  const multiples = dimensions.filter((d) => chevauchantes.has(d.id)).map((d) => d.libelle)
  const tableau = {
    id,
    titre: texte.titre,
    definition: texte.definition,
    unite,
    base: periode.lire(id, ...total) ?? null,
    nonRenseigne: sansReponse(dimensions, (codes) => periode.lire(id, ...codes) ?? null),
    reponsesMultiples: multiples.length > 0,
    dimensions: dimensions.map((d, rang) => ({
      id: d.id,
      libelle: d.libelle,
      modalites: d.modalites
        .filter((m) => gardees[rang]?.has(m.code) === true)
        .map((m) => ({ code: m.code, libelle: m.libelle })),
    })),
    cellules: garder(periode).map((c) => (multiples.length > 0 ? sansCentPourCent(c) : c)),
    ...arrondiDe(periode, id),
    precedents: precedentes.flatMap((p) =>
      p.cellules(id).length === 0
        ? []
        : [{ annee: p.annee, base: p.lire(id, ...total) ?? null, ...arrondiDe(p, id), cellules: garder(p) }],
    ),
  }
  return { ...tableau, notes: [...notesDe(tableau, multiples, { seuil, base: periode.base(id) })] }
}

const arrondiDe = (publication: Publication, tableau: string): Pick<Tableau, 'arrondi'> =>
  publication.base(tableau) === 1 ? {} : { arrondi: publication.base(tableau) }

/** Where rows overlap, shares have no 100 % to add up to. */
const sansCentPourCent = ({ part, ...cellule }: Cellule): Cellule =>
  part === undefined || cellule.modalites.every((m) => m === TOTAL) ? cellule : { ...cellule, part }

/**
 * Dimensions whose rows may overlap, as far as a reader can tell: where all the rows of the period are shown and add up to
 * its total, nobody stands in two of them, unless an earlier period shows an overlap.
 */
export const dimensionsChevauchantes = (
  structures: readonly Structure[],
  publications: readonly Publication[],
): ReadonlySet<string> => {
  const [periode, ...precedentes] = publications
  const simples = structures.filter(
    (s) => s.dimensions.length === 1 && exces(s, periode) === 0 && precedentes.every((p) => (exces(s, p) ?? 0) === 0),
  )
  const exactes = new Set(simples.flatMap((s) => s.dimensions.map((d) => d.id)))
  const multiples = structures.flatMap((s) => s.dimensions.filter((d) => d.multiple).map((d) => d.id))
  return new Set(multiples.filter((id) => !exactes.has(id)))
}

/** By how much the rows exceed the total; null when it cannot be told, as of rounded numbers. */
const exces = ({ id }: Structure, publication: Publication | undefined): number | null => {
  if (publication === undefined || publication.base(id) > 1) return null
  const somme = sommeDesLignes({ cellules: [...publication.cellules(id)] })
  const total = publication.lire(id, TOTAL) ?? null
  return somme === null || total === null ? null : somme - total
}

/**
 * Rows worth printing: all but the ones that are zero everywhere, and shown as such. Leaving those out says « zero », as
 * printing them would; a masked row stays, and may be empty.
 */
const rangeesUtiles = (
  dimension: Presentation,
  rang: number,
  { id, dimensions }: Structure,
  publications: readonly Publication[],
): ReadonlySet<string> => {
  const codes = dimension.modalites.map((m) => m.code)
  const cellules = publications.flatMap((p) => p.cellules(id))
  const pleines = new Set(cellules.filter((c) => c.valeur !== 0).map((c) => c.modalites[rang]))
  const utiles = codes.filter((code) => pleines.has(code) || (code === NON_RENSEIGNE && dimensions.length === 1))
  return new Set(utiles.some((code) => code !== NON_RENSEIGNE) ? utiles : codes)
}

/** Units left without an answer in at least one dimension; null when it cannot be told from the printed cells. */
const sansReponse = (
  dimensions: Structure['dimensions'],
  lire: (codes: readonly string[]) => number | null,
): number | null => {
  const manquants = dimensions.map((d) => d.modalites.some((m) => m.code === NON_RENSEIGNE))
  const marges = dimensions.map((_, i) =>
    manquants[i] === true ? lire(dimensions.map((__, j) => (i === j ? NON_RENSEIGNE : TOTAL))) : 0,
  )
  const communs = dimensions.length > 1 && manquants.every(Boolean) ? lire(dimensions.map(() => NON_RENSEIGNE)) : 0
  return marges.reduce((n, m) => (n === null || m === null ? null : n + m), communs === null ? null : -communs)
}
