import type { Rapport } from './attaquer.ts'
import { type Case, cle, type Regle } from './savoir.ts'

/** The truth, known to the test alone: how many units, and how many persons behind them; null when it was not recounted. */
export type Verite = (cible: Case) => { readonly valeur: number; readonly personnes: number } | null

export type Verdict = {
  /** Small numbers printed as they are. */
  readonly montrees: readonly string[]
  /** Hidden numbers found to the unit. */
  readonly exactes: readonly string[]
  /** Hidden small numbers proved to be small, or proved to be there (secret-statistique.md §5.3: lo ≤ 1, hi ≥ seuil). */
  readonly sures: readonly string[]
  /** The attack itself is wrong there: the truth is outside the bounds that it found. */
  readonly fausses: readonly string[]
  readonly nonRecomptees: readonly string[]
}

export const juger = ({ trouvees, montrees }: Rapport, verite: Verite, { seuil, mode }: Regle): Verdict => {
  const petite = (n: number) => n > 0 && n < seuil
  const jugees = trouvees.map(({ cible, intervalle: [bas, haut], deduite }) => ({
    nom: `${cle(cible)} ∈ [${bas}, ${haut}]`,
    bas,
    haut,
    deduite,
    vraie: verite(cible),
  }))
  const noms = (garder: (j: (typeof jugees)[number]) => boolean) => jugees.filter(garder).map((j) => j.nom)
  const estPetite = (j: (typeof jugees)[number]) => j.vraie !== null && petite(j.vraie.valeur)
  // What was only deduced, or only rounded, hides nobody unless it is small.
  const compte = (j: (typeof jugees)[number]) => estPetite(j) || (!j.deduite && mode !== 'arrondi')
  const resserree = ({ bas, haut }: { readonly bas: number; readonly haut: number }) =>
    mode === 'arrondi' ? bas >= 1 && haut < seuil : bas > 1 || haut < seuil
  return {
    montrees:
      mode === 'arrondi'
        ? []
        : montrees
            .filter((m) => petite(verite(m.cible)?.personnes ?? m.valeur))
            .map((m) => `${cle(m.cible)} = ${m.valeur}`),
    exactes: noms((j) => j.bas === j.haut && compte(j)),
    sures: noms((j) => j.bas < j.haut && estPetite(j) && resserree(j)),
    fausses: noms((j) => j.vraie !== null && (j.vraie.valeur < j.bas || j.vraie.valeur > j.haut)),
    nonRecomptees: noms((j) => j.vraie === null && !j.deduite),
  }
}
