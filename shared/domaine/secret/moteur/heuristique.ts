import { TOLERANCE } from './attaque.ts'
import { estInfaisable, suffit } from './capacite.ts'
import { coutDe, estToujoursMasquee, plafondDe, plancherDe, type Demande, type Probleme } from './regle.ts'
import { colonnesDe, reduire, sommeDe } from './reduire.ts'
import { avecProgramme, type Programme, type Solveur } from './solveur.ts'

/** Cells hidden beside the primary ones, and for each demand the other table that proves it. */
export type Motifs = {
  readonly secondaires: ReadonlySet<number>
  readonly preuves: ReadonlyMap<Demande, Float64Array>
  /** Demands that no hiding whatever can satisfy. */
  readonly impossibles: readonly Demande[]
}

/**
 * For each demand not proved yet, the other table that satisfies it by moving the cheapest published cells; every cell
 * that it moves is hidden, and it is tried on all other demands. Safe by construction: each demand keeps its own table.
 */
export const masquerParTemoins = (
  solveur: Solveur,
  probleme: Probleme,
  demandes: readonly Demande[],
  depart: ReadonlySet<number> = new Set(),
): Motifs => {
  const { modele, plan } = poser(probleme)
  return avecProgramme(solveur, modele, (programme) => {
    const secondaires = new Set(depart)
    const preuves = new Map<Demande, Float64Array>()
    const impossibles: Demande[] = []
    const gratuites = [...probleme.primaires, ...probleme.libres, ...depart]
    peser(
      programme,
      plan,
      gratuites,
      gratuites.map(() => 0),
    )
    for (const demande of demandes) {
      if (preuves.has(demande)) continue
      const autre = moinsCher(programme, plan, probleme, demande, secondaires)
      if (autre === undefined) {
        impossibles.push(demande)
        continue
      }
      for (const cellule of deplacees(probleme, autre)) {
        if (estToujoursMasquee(probleme, cellule)) continue
        secondaires.add(cellule)
        peser(programme, plan, [cellule], [0])
      }
      preuves.set(demande, autre)
      for (const d of demandes) if (!preuves.has(d) && suffit(probleme, d, autre)) preuves.set(d, autre)
    }
    return { secondaires, preuves, impossibles }
  })
}

/** Cells that a table moves from their true value. */
export const deplacees = ({ systeme }: Probleme, autre: Float64Array): readonly number[] =>
  systeme.valeurs.flatMap((v, rang) => (Math.abs((autre[rang] ?? v) - v) > TOLERANCE ? [rang] : []))

/** Columns: the unknowns, then what each cell gains, then what it loses. */
type Plan = {
  readonly nbColonnes: number
  readonly cellules: readonly (readonly number[])[]
  readonly colonneDe: readonly (number | undefined)[]
  readonly pertes: readonly number[]
  readonly gains: readonly number[]
}

const poser = (probleme: Probleme) => {
  const { systeme, figees, couts } = probleme
  const { nbColonnes, cellules, egalites, colonneDe } = reduire(systeme, new Set())
  const gains = systeme.valeurs.map((v, c) => (figees.has(c) ? 0 : plafondDe(probleme, c) - v))
  const pertes = systeme.valeurs.map((v, c) => (figees.has(c) ? 0 : v - plancherDe(probleme, c)))
  const n = cellules.length
  const lignes = cellules.map((indices, c) => ({
    bas: systeme.valeurs[c] ?? 0,
    haut: systeme.valeurs[c] ?? 0,
    indices: [...indices, nbColonnes + c, nbColonnes + n + c],
    coefficients: [...indices.map(() => 1), -1, 1],
  }))
  const infini = Array<number>(nbColonnes).fill(Number.POSITIVE_INFINITY)
  const modele = {
    couts: [...Array<number>(nbColonnes).fill(0), ...couts, ...couts],
    bas: Array<number>(nbColonnes + 2 * n).fill(0),
    haut: [...infini, ...gains, ...pertes],
    lignes: [...lignes, ...egalites],
  }
  return { modele, plan: { nbColonnes, cellules, colonneDe, pertes, gains } satisfies Plan }
}

const peser = (programme: Programme, plan: Plan, cellules: readonly number[], poids: readonly number[]): void => {
  const rang = new Map(cellules.map((c, i) => [c, poids[i] ?? 0]))
  const triees = [...rang.keys()].toSorted((a, b) => a - b)
  const n = plan.cellules.length
  const colonnes = [...triees.map((c) => plan.nbColonnes + c), ...triees.map((c) => plan.nbColonnes + n + c)]
  const valeurs = triees.map((c) => rang.get(c) ?? 0)
  programme.changerCouts(colonnes, [...valeurs, ...valeurs])
}

/** The cheapest table found in a few rounds, over the directions that would do. */
const moinsCher = (
  programme: Programme,
  plan: Plan,
  probleme: Probleme,
  demande: Demande,
  masquees: ReadonlySet<number>,
): Float64Array | undefined => {
  const candidats = demande.sens.flatMap((sens) => {
    const ecart = { ...demande, sens: [sens] }
    return exiger(programme, plan, ecart, () => affiner(programme, plan, probleme, masquees)) ?? []
  })
  const prix = (autre: Float64Array): number => coutDe(probleme, nouvelles(probleme, masquees, autre))
  const [meilleur] = candidats.toSorted((a, b) => prix(a) - prix(b))
  return meilleur
}

/** Demands the move for the time of `travail`; nothing when no table allows it. */
const exiger = <T>(programme: Programme, plan: Plan, demande: Demande, travail: () => T): T | undefined => {
  const { cellule, ecart } = demande
  const n = plan.cellules.length
  const gain = plan.nbColonnes + cellule
  const perte = gain + n
  const monte = demande.sens.includes(1)
  const { colonnes: siennes, nombres } = colonnesDe(plan, demande.initie ?? [])
  const infini = siennes.map(() => Number.POSITIVE_INFINITY)
  if (!monte && (plan.pertes[cellule] ?? 0) < ecart) return undefined
  const [plusHaut, moinsHaut] = [plan.gains[cellule] ?? 0, plan.pertes[cellule] ?? 0]
  if (monte && plusHaut < ecart) return undefined
  programme.borner([gain, perte], monte ? [ecart, 0] : [0, ecart], monte ? [plusHaut, 0] : [0, moinsHaut])
  programme.borner(siennes, nombres, infini)
  try {
    return travail()
  } catch (erreur) {
    if (estInfaisable(erreur)) return undefined
    throw erreur
  } finally {
    programme.borner([gain, perte], [0, 0], [plusHaut, moinsHaut])
    programme.borner(
      siennes,
      infini.map(() => 0),
      infini,
    )
  }
}

/** A cell that moves costs its whole price, however little it moves: prices are weighed again by how much it moved. */
const affiner = (programme: Programme, plan: Plan, probleme: Probleme, masquees: ReadonlySet<number>): Float64Array => {
  const lire = (): Float64Array => {
    const { colonnes } = programme.minimiser()
    return Float64Array.from(plan.cellules, (c) => sommeDe(c, colonnes))
  }
  const ouvertes = probleme.couts.flatMap((_, c) => (masquees.has(c) || estToujoursMasquee(probleme, c) ? [] : [c]))
  let meilleur = lire()
  let cout = coutDe(probleme, nouvelles(probleme, masquees, meilleur))
  let courant = meilleur
  for (let tour = 0; tour < TOURS && cout > 0; tour += 1) {
    const vu = courant
    const poids = ouvertes.map((c) => {
      const ecart = Math.abs((vu[c] ?? 0) - (probleme.systeme.valeurs[c] ?? 0))
      return (probleme.couts[c] ?? 0) / (ecart + 0.3)
    })
    peser(programme, plan, ouvertes, poids)
    courant = lire()
    const nouveau = coutDe(probleme, nouvelles(probleme, masquees, courant))
    if (nouveau >= cout) break
    ;[meilleur, cout] = [courant, nouveau]
  }
  peser(
    programme,
    plan,
    ouvertes,
    ouvertes.map((c) => probleme.couts[c] ?? 0),
  )
  return meilleur
}

const TOURS = 3

const nouvelles = (probleme: Probleme, masquees: ReadonlySet<number>, autre: Float64Array): readonly number[] =>
  deplacees(probleme, autre).filter((c) => !masquees.has(c) && !estToujoursMasquee(probleme, c))
