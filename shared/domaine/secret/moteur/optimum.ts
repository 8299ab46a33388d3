import { mesurer, satisfaite, type Capacite, type Deplacement } from './capacite.ts'
import { motifDe } from './nettoyage.ts'
import { coutDe, type Demande, estToujoursMasquee, type Probleme } from './regle.ts'
import { avecProgramme, ErreurSolveur, type LigneModele, type Solveur } from './solveur.ts'

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
 * all its like are cut off, and again. First on the relaxed program, then in whole numbers. Stops at `fin` with its bound.
 */
export const chercherOptimum = (
  solveur: Solveur,
  probleme: Probleme,
  demandes: readonly Demande[],
  cout: number,
  temps: Temps,
): Recherche => {
  if (cout === 0) return { borneInferieure: 0 }
  const candidates = probleme.couts.flatMap((_, c) =>
    estToujoursMasquee(probleme, c) || probleme.figees.has(c) ? [] : [c],
  )
  return mesurer(solveur, probleme, (capacite) => {
    const recherche: Etat = { solveur, probleme, demandes, candidates, capacite, temps, coupes: [] }
    let borneInferieure = 0
    let piste: ReadonlySet<number> | undefined
    try {
      borneInferieure = relacher(recherche, cout)
      while (plafonner(borneInferieure) < cout) {
        const { borne, choix, suffisant } = resoudreEntier(recherche)
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
const relacher = (etat: Etat, cout: number): number =>
  avecProgramme(etat.solveur, maitre(etat, false), (programme) => {
    for (;;) {
      const { valeur, colonnes } = programme.minimiser(restant(etat))
      if (plafonner(valeur) >= cout) return valeur
      const nouvelles = couper(etat, etendre(etat, colonnes))
      if (nouvelles.length === 0) return valeur
      programme.ajouter(nouvelles)
    }
  })

const resoudreEntier = (etat: Etat): { borne: number; choix: ReadonlySet<number>; suffisant: boolean } =>
  avecProgramme(etat.solveur, maitre(etat, true), (programme) => {
    const { valeur, colonnes } = programme.minimiser(restant(etat))
    const choix = new Set(etat.candidates.filter((_, i) => (colonnes[i] ?? 0) > 0.5))
    return { borne: valeur, choix, suffisant: couper(etat, motifDe(etat.probleme, choix)).length === 0 }
  })

const maitre = ({ candidates, probleme, coupes }: Etat, entier: boolean) => ({
  couts: candidates.map((c) => probleme.couts[c] ?? 0),
  bas: candidates.map(() => 0),
  haut: candidates.map(() => 1),
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
