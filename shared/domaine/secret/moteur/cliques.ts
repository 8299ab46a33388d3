import { dimensionsDe, suite, type Univers } from './univers.ts'

/** Groups of dimensions that are crossed whole, and what two neighbours of the tree must agree on (possibly nothing: the total). */
export type Decomposition = {
  readonly cliques: readonly (readonly number[])[]
  readonly separateurs: readonly {
    readonly de: number
    readonly vers: number
    readonly dimensions: readonly number[]
  }[]
}

/** The catalogue crosses so much that no proof is small. Dropping `croisement` (two dimensions) makes it smallest. */
export class ErreurCatalogue extends Error {
  readonly croisement: readonly [number, number]
  readonly taille: number
  constructor(croisement: readonly [number, number], taille: number) {
    super(`catalogue trop croisé : ${taille} cases`)
    this.name = 'ErreurCatalogue'
    this.croisement = croisement
    this.taille = taille
  }
}

/** Above this many unknowns, a proof would take minutes on the machine of a police station. */
const TAILLE_MAX = 6000

/**
 * The maximal cliques of the catalogue, once triangulated, and a tree that links them (secret-statistique.md §5.11).
 * Tables on these cliques that agree on their separators always extend to one table of persons: nothing is lost.
 */
export const decomposer = (univers: Univers, tailleMax = TAILLE_MAX): Decomposition => {
  const tailles = univers.dimensions.map((d) => d.feuilles)
  const groupes = groupesDe(univers)
  const liens = liensDe(groupes)
  const sommets = [...new Set(groupes.flat())].toSorted((a, b) => a - b)
  const cliques = cliquesDe(sommets, liens, tailles)
  const taille = tailleDe(cliques, tailles)
  if (taille > tailleMax) throw refus(univers, sommets, tailles, taille)
  return { cliques, separateurs: arbreDe(cliques) }
}

/** The whole cross of the dimensions in use: one clique. The long way, to check the short one against. */
export const toutCroiser = (univers: Univers): Decomposition => ({
  cliques: [[...new Set(groupesDe(univers).flat())].toSorted((a, b) => a - b)],
  separateurs: [],
})

/** Dimensions that something is known of together. */
const groupesDe = ({ tableaux, impossibles, multiples }: Univers): readonly (readonly number[])[] => [
  ...tableaux.map(dimensionsDe),
  ...impossibles.map((i) => i.dimensions),
  ...multiples.flatMap(({ reponses, dans }) => reponses.flatMap((r) => (dans ? [[r.dimension, dans.dimension]] : []))),
]

const tailleDe = (cliques: Decomposition['cliques'], tailles: readonly number[]): number =>
  cliques.reduce((total, clique) => total + clique.reduce((produit, d) => produit * (tailles[d] ?? 1), 1), 0)

type Liens = ReadonlyMap<number, ReadonlySet<number>>

const liensDe = (groupes: readonly (readonly number[])[]): Liens => {
  const liens = new Map<number, Set<number>>()
  for (const groupe of groupes)
    for (const a of groupe) {
      const voisins = liens.get(a) ?? new Set()
      liens.set(a, voisins)
      for (const b of groupe) if (b !== a) voisins.add(b)
    }
  return liens
}

/** Eliminates the dimension that adds the fewest joins, then the smallest; what it was joined to is a clique. */
const cliquesDe = (sommets: readonly number[], liens: Liens, tailles: readonly number[]): Decomposition['cliques'] => {
  const voisins = new Map(sommets.map((s) => [s, new Set(liens.get(s))]))
  const trouvees: number[][] = []
  while (voisins.size > 0) {
    const choix = [...voisins].map(([sommet, autour]) => ({
      sommet,
      autour: [...autour],
      ajouts: manquants([...autour], voisins).length,
      poids: [...autour].reduce((p, d) => p * (tailles[d] ?? 1), tailles[sommet] ?? 1),
    }))
    const [premier] = choix.toSorted((a, b) => a.ajouts - b.ajouts || a.poids - b.poids || a.sommet - b.sommet)
    if (premier === undefined) break
    for (const [a, b] of manquants(premier.autour, voisins)) {
      voisins.get(a)?.add(b)
      voisins.get(b)?.add(a)
    }
    trouvees.push([premier.sommet, ...premier.autour].toSorted((a, b) => a - b))
    for (const autre of premier.autour) voisins.get(autre)?.delete(premier.sommet)
    voisins.delete(premier.sommet)
  }
  return trouvees.filter(
    (c, i) => !trouvees.some((d, j) => j !== i && contient(d, c) && (d.length > c.length || j < i)),
  )
}

const manquants = (autour: readonly number[], voisins: Liens): readonly (readonly [number, number])[] =>
  autour.flatMap((a) => autour.filter((b) => a < b && voisins.get(a)?.has(b) !== true).map((b) => [a, b] as const))

const contient = (grand: readonly number[], petit: readonly number[]): boolean => petit.every((d) => grand.includes(d))

/** The tree whose separators are largest: for triangulated cliques, the only one that says all they must agree on. */
const arbreDe = (cliques: Decomposition['cliques']): Decomposition['separateurs'] => {
  const separateurs: Decomposition['separateurs'][number][] = []
  const reliees = new Set([0])
  while (reliees.size < cliques.length) {
    const [meilleur] = [...reliees]
      .flatMap((de) =>
        suite(cliques.length)
          .filter((vers) => !reliees.has(vers))
          .map((vers) => ({ de, vers, dimensions: (cliques[de] ?? []).filter((d) => cliques[vers]?.includes(d)) })),
      )
      .toSorted((a, b) => b.dimensions.length - a.dimensions.length || a.vers - b.vers || a.de - b.de)
    if (meilleur === undefined) break
    separateurs.push(meilleur)
    reliees.add(meilleur.vers)
  }
  return separateurs
}

/** Names the crossing of two dimensions without which the system is smallest. */
const refus = (
  univers: Univers,
  sommets: readonly number[],
  tailles: readonly number[],
  taille: number,
): ErreurCatalogue => {
  const groupes = groupesDe(univers)
  const croises = univers.tableaux.map(dimensionsDe)
  const paires = croises.flatMap((t) => t.flatMap((a) => t.filter((b) => a < b).map((b) => [a, b] as const)))
  const essais = paires.map((paire) => {
    const sans = groupes.flatMap((g) => (contient(g, paire) ? paire.map((d) => g.filter((autre) => autre !== d)) : [g]))
    return { paire, reste: tailleDe(cliquesDe(sommets, liensDe(sans), tailles), tailles) }
  })
  const [meilleur] = essais.toSorted((a, b) => a.reste - b.reste)
  return new ErreurCatalogue(meilleur?.paire ?? [sommets[0] ?? 0, sommets[0] ?? 0], taille)
}
