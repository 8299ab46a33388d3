import { TOLERANCE } from './attaque.ts'
import { type Capacite, type Deplacement, estInfaisable, mesurer, satisfaite } from './capacite.ts'
import { motifDe } from './nettoyage.ts'
import { coutDe, type Demande, estToujoursMasquee, type Probleme } from './regle.ts'
import { avecProgramme, ErreurSolveur, type LigneModele, type Optimum, type Solveur } from './solveur.ts'

/** The cheapest hiding there is, or what is known of it when time runs out. */
export type Recherche = {
  /** No hiding that satisfies the demands costs less. */
  readonly borneInferieure: number
  /** Cheaper than the one given, and satisfying every demand. */
  readonly secondaires?: ReadonlySet<number>
  /** When time ran out: the last choice of the master program, not safe, but close to what would be. */
  readonly piste?: ReadonlySet<number>
}

export type Temps = {
  /** Milliseconds, from any origin. */
  readonly maintenant: () => number
  /** When to stop, on the same clock. */
  readonly fin: number
}

/**
 * Benders cuts: a master program chooses what to hide, the attacker answers with the price of what it lacks, that choice and
 * all its like are cut off, and again. First on the relaxed program, then in whole numbers, among the hidings that the
 * relaxed one leaves room for to be cheaper than `sur`, a safe one. Stops at `fin` with its bound.
 */
export const chercherOptimum = (
  solveur: Solveur,
  probleme: Probleme,
  demandes: readonly Demande[],
  sur: ReadonlySet<number>,
  temps: Temps,
): Recherche => {
  const cout = coutDe(probleme, sur)
  if (cout === 0) return { borneInferieure: 0 }
  const candidates = probleme.couts.flatMap((_, c) =>
    estToujoursMasquee(probleme, c) || probleme.figees.has(c) ? [] : [c],
  )
  return mesurer(solveur, probleme, (capacite) => {
    const recherche: Etat = { solveur, probleme, demandes, candidates, capacite, temps, coupes: [] }
    let borneInferieure = 0
    let piste: ReadonlySet<number> | undefined
    try {
      const relache = relacher(recherche, sur, cout)
      borneInferieure = relache.valeur
      const entier = enNombresEntiers(recherche, relache)
      if (entier !== undefined) return { borneInferieure: coutDe(probleme, entier), secondaires: entier }
      const bornes = bornerColonnes(relache, cout)
      while (plafonner(borneInferieure) < cout) {
        const { borne, choix, suffisant } = resoudreEntier(recherche, bornes, cout)
        borneInferieure = Math.max(borneInferieure, borne)
        if (suffisant) return { borneInferieure: coutDe(probleme, choix), secondaires: choix }
        piste = choix
      }
    } catch (erreur) {
      if (!(erreur instanceof ErreurSolveur && erreur.statut === 'temps')) throw erreur
    }
    return { borneInferieure: Math.min(plafonner(borneInferieure), cout), ...(piste === undefined ? {} : { piste }) }
  })
}

type Etat = {
  readonly solveur: Solveur
  readonly probleme: Probleme
  readonly demandes: readonly Demande[]
  readonly candidates: readonly number[]
  readonly capacite: Capacite
  readonly temps: Temps
  readonly coupes: LigneModele[]
}

/** Costs are whole numbers: a bound of 170.2 says 171. */
const plafonner = (borne: number): number => Math.max(0, Math.ceil(borne - 1e-6))

/** Cuts on the relaxed program until nothing more is violated, or its bound alone is proof enough. */
const relacher = (etat: Etat, sur: ReadonlySet<number>, cout: number): Optimum =>
  avecProgramme(etat.solveur, maitre(etat, tout(etat), false), (programme) => {
    const cachees = Float64Array.from(etat.candidates, (c) => (sur.has(c) ? 1 : 0))
    for (;;) {
      const optimum = programme.minimiser(restant(etat))
      if (plafonner(optimum.valeur) >= cout) return optimum
      const nouvelles = separer(etat, cachees, optimum.colonnes)
      if (nouvelles.length === 0) return optimum
      programme.ajouter(nouvelles)
    }
  })

/**
 * Cuts taken half-way to a safe hiding, which they all leave: they cut the choice off too, and deeper than those taken at the
 * choice itself.
 */
const separer = (etat: Etat, cachees: Float64Array, choix: Float64Array): readonly LigneModele[] => {
  const milieu = choix.map((x, i) => (x + (cachees[i] ?? 0)) / 2)
  const profondes = couper(etat, etendre(etat, milieu))
  const violee = ({ indices, coefficients }: LigneModele): boolean =>
    indices.reduce((somme, c, i) => somme + (coefficients[i] ?? 0) * (choix[c] ?? 0), 0) < 1 - TOLERANCE
  return profondes.some(violee) ? profondes : [...profondes, ...couper(etat, etendre(etat, choix))]
}

/** The relaxed optimum, when it hides or shows each cell whole and satisfies every demand: then nothing is cheaper. */
const enNombresEntiers = (etat: Etat, { valeur, colonnes }: Optimum): ReadonlySet<number> | undefined => {
  const choix = new Set(etat.candidates.filter((_, i) => (colonnes[i] ?? 0) > 0.5))
  const exact = coutDe(etat.probleme, choix) <= plafonner(valeur)
  const entier = colonnes.every((x) => Math.min(Math.abs(x), Math.abs(1 - x)) <= TOLERANCE)
  return exact && entier && couper(etat, motifDe(etat.probleme, choix)).length === 0 ? choix : undefined
}

type Bornes = { readonly bas: readonly number[]; readonly haut: readonly number[] }

const tout = ({ candidates }: Etat): Bornes => ({ bas: candidates.map(() => 0), haut: candidates.map(() => 1) })

/**
 * What a hiding cheaper than `cout` may be: a cell whose reduced cost takes the bound past it is shown, or hidden, in all of
 * them. Costs are whole numbers: the next one is cheaper by one at least.
 */
const bornerColonnes = ({ valeur, couts }: Optimum, cout: number): Bornes => {
  const marge = cout - 1 - valeur + MARGE
  return {
    bas: Array.from(couts, (c) => (-c > marge ? 1 : 0)),
    haut: Array.from(couts, (c) => (c > marge ? 0 : 1)),
  }
}

/** Far above what the duals of a proved optimum may be wrong by. */
const MARGE = 1e-3

/** The cheapest hiding that these bounds allow; when none is cheaper than `cout`, `cout` is the least. */
const resoudreEntier = (
  etat: Etat,
  bornes: Bornes,
  cout: number,
): { borne: number; choix: ReadonlySet<number>; suffisant: boolean } =>
  avecProgramme(etat.solveur, maitre(etat, bornes, true), (programme) => {
    try {
      const { valeur, colonnes } = programme.minimiser(restant(etat))
      const choix = new Set(etat.candidates.filter((_, i) => (colonnes[i] ?? 0) > 0.5))
      if (plafonner(valeur) >= cout) return { borne: cout, choix, suffisant: false }
      return { borne: valeur, choix, suffisant: couper(etat, motifDe(etat.probleme, choix)).length === 0 }
    } catch (erreur) {
      if (estInfaisable(erreur)) return { borne: cout, choix: new Set(), suffisant: false }
      throw erreur
    }
  })

const maitre = ({ candidates, probleme, coupes }: Etat, bornes: Bornes, entier: boolean) => ({
  couts: candidates.map((c) => probleme.couts[c] ?? 0),
  ...bornes,
  lignes: coupes,
  entier,
})

const etendre = ({ probleme, candidates }: Etat, choix: Float64Array): Float64Array => {
  const motif = motifDe(probleme, new Set())
  for (const [i, c] of candidates.entries()) motif[c] = Math.min(1, Math.max(0, choix[i] ?? 0))
  return motif
}

/** One cut for each demand that the motif leaves unsatisfied; kept for all later programs. */
const couper = (etat: Etat, motif: Float64Array): readonly LigneModele[] => {
  etat.capacite.fixer(motif)
  const vus: Float64Array[] = []
  const nouvelles: LigneModele[] = []
  for (const demande of etat.demandes) {
    if (vus.some((autre) => dejaVu(etat, demande, autre))) continue
    restant(etat)
    const deplacement = etat.capacite.deplacer(demande)
    if (satisfaite(demande, deplacement)) vus.push(deplacement.cellules)
    else nouvelles.push(coupeDe(etat, demande, deplacement))
  }
  etat.coupes.push(...nouvelles)
  return nouvelles
}

const dejaVu = ({ probleme }: Etat, demande: Demande, autre: Float64Array): boolean => {
  if (demande.initie !== undefined || demande.sens.length > 1) return false
  const deplacement = (autre[demande.cellule] ?? 0) - (probleme.systeme.valeurs[demande.cellule] ?? 0)
  return demande.sens.some((sens) => satisfaite(demande, { ecart: sens * deplacement }))
}

/** Σ min(price / what is missing, 1) × hidden ≥ 1, what the primary cells already give being taken off. */
const coupeDe = ({ candidates, probleme }: Etat, { ecart }: Demande, { constante, prix }: Deplacement): LigneModele => {
  const acquis = [...probleme.primaires, ...probleme.libres].reduce((total, c) => total + (prix[c] ?? 0), constante)
  const manque = ecart - acquis
  const termes = candidates.flatMap((c, i) => {
    const part = Math.min(1, (prix[c] ?? 0) / manque)
    return part > 1e-7 ? [[i, part] as const] : []
  })
  if (manque <= 0 || termes.length === 0) throw new ErreurSolveur('echec')
  return {
    bas: 1,
    haut: Number.POSITIVE_INFINITY,
    indices: termes.map(([i]) => i),
    coefficients: termes.map(([, part]) => part),
  }
}

const restant = ({ temps }: Etat): number => {
  const secondes = (temps.fin - temps.maintenant()) / 1000
  if (secondes <= 0) throw new ErreurSolveur('temps')
  return secondes
}
