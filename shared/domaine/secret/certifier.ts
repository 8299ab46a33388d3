import { TOLERANCE } from './moteur/attaque.ts'
import { avecProgramme, ErreurSolveur, type Modele, type Programme, type Solveur } from './moteur/solveur.ts'
import { type Attaque, attaquerAuCrayon, estCouverte, masquerContre, sensiblesDe } from './seuil.ts'
import type { Systeme } from './systeme.ts'

/** What a release hides, and whether no combination of its sums undoes it. */
export type Protection = (
  systeme: Systeme,
  seuil: number,
) => { readonly masquees: ReadonlySet<string>; readonly certifiee: boolean }

/**
 * Masks until the attack on all sums fails, then attacks once more from nothing: only that last attack certifies. Throws
 * `ErreurSolveur` when nothing proves it.
 */
export const protegerAvecPreuve =
  (solveur: Solveur): Protection =>
  (systeme, seuil) => {
    const attaque = attaquerExactement(solveur)
    const masquees = masquerContre(attaque)(systeme, seuil)
    const sensibles = sensiblesDe(systeme, seuil)
    if (!attaque(systeme, masquees, seuil, (resiste) => sensibles.every(resiste))) throw new ErreurSolveur('echec')
    return { masquees, certifiee: true }
  }

/**
 * The reader with a computer: all the sums of the release at once, as a linear program with an unknown per masked cell.
 * That is everything a reader can use where the crossings make no cycle (see `sansCycle`), and all the sums but no more
 * elsewhere. Throws `ErreurSolveur` when any bound is not proved.
 */
export const attaquerExactement =
  (solveur: Solveur): Attaque =>
  (systeme, masquees, seuil, travail) =>
    attaquerAuCrayon(systeme, masquees, seuil, (resisteAuCrayon) => {
      const { modele, colonnes } = poser(systeme, masquees)
      if (colonnes.size === 0) return travail(() => true)
      return avecProgramme(solveur, modele, (programme) => {
        const extreme = createExtreme(programme)
        return travail((cellule) => {
          const colonne = colonnes.get(cellule.cle)
          if (colonne === undefined) return true
          if (!resisteAuCrayon(cellule)) return false
          // Rounded towards the inside: counts are whole, and a bound is proved to 10⁻⁷.
          const bas = Math.ceil(extreme(colonne, 1, Math.min(cellule.valeur, 1)) - TOLERANCE)
          const haut = Math.floor(extreme(colonne, -1, Math.max(cellule.valeur, seuil)) + TOLERANCE)
          return estCouverte(cellule, [bas, haut], seuil)
        })
      })
    })

/** No post counts that many: a bound for the cells that nothing else bounds. */
const PLAFOND = 10_000_000

const poser = (
  { cellules, lignes }: Systeme,
  masquees: ReadonlySet<string>,
): { readonly modele: Modele; readonly colonnes: ReadonlyMap<string, number> } => {
  const colonnes = new Map([...masquees].map((cle, colonne) => [cle, colonne]))
  const contraintes = lignes.flatMap((ligne) => {
    const inconnues = ligne
      .flatMap(({ cle, signe }) => {
        const indice = colonnes.get(cle)
        return indice === undefined ? [] : [{ indice, signe }]
      })
      .toSorted((a, b) => a.indice - b.indice)
    if (inconnues.length === 0) return []
    const connu = ligne
      .filter(({ cle }) => !colonnes.has(cle))
      .reduce((total, { cle, signe }) => total - signe * (cellules.get(cle)?.valeur ?? 0), 0)
    const [indices, coefficients] = [inconnues.map((i) => i.indice), inconnues.map((i) => i.signe)]
    return [{ bas: connu, haut: connu, indices, coefficients }]
  })
  const partout = (valeur: number) => Array<number>(colonnes.size).fill(valeur)
  return {
    colonnes,
    modele: { couts: partout(0), bas: partout(0), haut: partout(PLAFOND), lignes: contraintes },
  }
}

/**
 * The least (sens 1) or the most (sens −1) that an unknown may be. A release found on the way that already goes as far as
 * `assez` answers without a new search.
 */
const createExtreme = (programme: Programme) => {
  const temoins: Float64Array[] = []
  let visee = 0
  return (colonne: number, sens: 1 | -1, assez: number): number => {
    const connu = temoins.find((t) => sens * ((t[colonne] ?? 0) - assez) <= TOLERANCE)?.[colonne]
    if (connu !== undefined) return connu
    programme.changerCouts([visee], [0])
    programme.changerCouts([colonne], [sens])
    visee = colonne
    const { colonnes } = programme.minimiser()
    temoins.push(Float64Array.from(colonnes))
    return colonnes[colonne] ?? 0
  }
}
