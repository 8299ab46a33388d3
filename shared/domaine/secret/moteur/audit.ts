import { arrondir, type Attaque, attaquer, intervalles } from './attaque.ts'
import { estProtegee, type Regle } from './regle.ts'
import { type Intervalle, type Savoir, savoirPrudent } from './savoir.ts'
import type { Solveur } from './solveur.ts'
import type { Initie, Structure } from './systeme.ts'

/** What is published, and what had to be protected in it. Nothing of how it was protected. */
export type Publication = {
  readonly structure: Structure
  readonly savoir: Savoir
  /** The true values of the cells that had to be protected. */
  readonly primaires: ReadonlyMap<number, number>
  /** Each kind of person in the file: each of them may attack. */
  readonly inities: readonly Initie[]
}

export type Audit = {
  /** What an outsider finds of each hidden cell. */
  readonly intervalles: ReadonlyMap<number, Intervalle>
  /** Cells that had to be protected and are not: shown, or found too well. */
  readonly exposees: readonly number[]
  /** Cells that a person of the file would find exactly, and what she knows. */
  readonly inities: readonly { readonly cellule: number; readonly initie: Initie }[]
  readonly nbCalculs: number
}

/** Attacks what is published as an outsider, then as each person of the file. Throws when a bound is not proved. */
export const auditer = (solveur: Solveur, publication: Publication, regle: Regle): Audit => {
  const { structure, savoir, primaires } = publication
  const cachees = savoir.flatMap(([bas, haut], cellule) => (bas < haut ? [cellule] : []))
  return attaquer(solveur, structure, savoir, (attaque) => {
    const trouves = intervalles(attaque, cachees)
    const exposees = [...primaires].flatMap(([cellule, valeur]) => {
      const intervalle = trouves.get(cellule)
      return intervalle !== undefined && estProtegee(regle, valeur, intervalle) ? [] : [cellule]
    })
    const aProteger = [...primaires.keys()].filter((cellule) => trouves.has(cellule) && !exposees.includes(cellule))
    const touches = new Set(cachees.flatMap((cellule) => structure.cellules[cellule] ?? []))
    // Where there is nothing to find, whoever looks finds nothing: a large post has people by the thousand.
    const attaquants =
      aProteger.length === 0 ? [] : publication.inities.filter((initie) => initie.some(([v]) => touches.has(v)))
    const inities = attaquants.flatMap((initie) =>
      attaque
        .enInitie(initie, (possibles) =>
          aProteger
            .filter((cellule) => !estSeule(publication, initie, cellule))
            .filter((cellule) => trouveExactement(attaque, possibles, cellule)),
        )
        .map((cellule) => ({ cellule, initie })),
    )
    return { intervalles: trouves, exposees, inities, nbCalculs: attaque.nbCalculs() }
  })
}

/** All that the cell counts is hers: to find it tells her that nobody else is there, and nothing of anybody. */
const estSeule = ({ structure, primaires }: Publication, initie: Initie, cellule: number): boolean => {
  const comptees = new Set(structure.cellules[cellule])
  return initie.reduce((n, [v, nombre]) => n + (comptees.has(v) ? nombre : 0), 0) === primaires.get(cellule)
}

/** A3: how many of the cells to protect fail for a reader who knows that no hidden cell is empty. Told, not blocking. */
export const compterPourPrudent = (
  solveur: Solveur,
  { structure, primaires }: Pick<Publication, 'structure' | 'primaires'>,
  valeurs: readonly number[],
  masquees: ReadonlySet<number>,
  regle: Regle,
): number => {
  const tenable = new Set([...masquees].filter((c) => (valeurs[c] ?? 0) > 0))
  const savoir = savoirPrudent(valeurs, tenable)
  const trouves = attaquer(solveur, structure, savoir, (attaque) => intervalles(attaque, primaires.keys()))
  return [...trouves].filter(([c, intervalle]) => !estProtegee(regle, primaires.get(c) ?? 0, intervalle)).length
}

/** Tables already found often show two values; else the two bounds decide. */
const trouveExactement = (attaque: Attaque, possibles: Attaque['temoins'], cellule: number): boolean => {
  let [bas, haut] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const voir = (valeur: number): boolean => {
    bas = Math.min(bas, valeur)
    haut = Math.max(haut, valeur)
    const [premier, dernier] = arrondir(bas, haut)
    return premier < dernier
  }
  return !(
    possibles.some((temoin) => voir(temoin.cellules[cellule] ?? 0)) ||
    voir(attaque.extreme(cellule, 1)) ||
    voir(attaque.extreme(cellule, -1))
  )
}
