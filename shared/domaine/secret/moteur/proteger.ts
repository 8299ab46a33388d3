import { type Audit, auditer } from './audit.ts'
import { masquerParTemoins, type Motifs } from './heuristique.ts'
import { nettoyer } from './nettoyage.ts'
import { chercherOptimum, type Temps } from './optimum.ts'
import { coutDe, type Demande, demandesDe, type Probleme } from './regle.ts'
import { savoirExterieur, savoirPrudent } from './savoir.ts'
import type { Solveur } from './solveur.ts'

/** What to hide, with the proof that it is enough and the word on whether less would do. */
export type Protection = {
  readonly primaires: ReadonlySet<number>
  readonly secondaires: ReadonlySet<number>
  readonly cout: number
  /** No protection costs less than this. */
  readonly borneInferieure: number
  readonly optimal: boolean
  readonly audit: Audit
}

/**
 * Hides what must be: a safe pattern first, then the cheapest there is while time allows, then the audit of what would be
 * published. Whatever the audit finds to be too well known by a person of the file is asked for and protected in turn.
 */
export const proteger = (solveur: Solveur, probleme: Probleme, temps: Temps): Protection => {
  const demandes = new Map(demandesDe(probleme).map((d) => [cleDe(d), d]))
  for (;;) {
    const { secondaires, borneInferieure } = chercher(solveur, probleme, [...demandes.values()], temps)
    const audit = controler(solveur, probleme, new Set([...probleme.primaires, ...secondaires]))
    const nouvelles = audit.inities
      .map(({ cellule, initie }): Demande => ({ cellule, sens: [1, -1], ecart: 1, initie }))
      .filter((d) => !demandes.has(cleDe(d)))
    if (nouvelles.length === 0 || probleme.regle.inities === 'signales') {
      const cout = coutDe(probleme, secondaires)
      const optimal = cout <= borneInferieure && audit.exposees.length === 0
      return { primaires: probleme.primaires, secondaires, cout, borneInferieure, optimal, audit }
    }
    for (const demande of nouvelles) demandes.set(cleDe(demande), demande)
  }
}

const cleDe = ({ cellule, sens, initie = [] }: Demande): string => `${cellule} ${sens.join('')} ${initie.join(' ')}`

/** The audit reads the pattern as it would be printed (`masquees`: primary cells too), and knows nothing of how it was found. */
export const controler = (
  solveur: Solveur,
  { systeme, primaires, libres, limites, regle }: Probleme,
  masquees: ReadonlySet<number>,
): Audit => {
  const lire = regle.zeros === 'visibles' ? savoirPrudent : savoirExterieur
  const savoir = lire(systeme.valeurs, masquees.union(libres))
  const publication = {
    structure: systeme,
    savoir: savoir.map((su, c) => limites.get(c) ?? su),
    primaires: new Map([...primaires].map((c) => [c, systeme.valeurs[c] ?? 0])),
    inities: systeme.inities,
  }
  return auditer(solveur, publication, regle)
}

const chercher = (solveur: Solveur, probleme: Probleme, toutes: readonly Demande[], temps: Temps) => {
  const premier = masquerParTemoins(solveur, probleme, toutes)
  const demandes = toutes.filter((d) => !premier.impossibles.includes(d))
  const cout = coutDe(probleme, premier.secondaires)
  const { borneInferieure, secondaires, piste } = chercherOptimum(
    solveur,
    probleme,
    demandes,
    premier.secondaires,
    temps,
  )
  if (secondaires !== undefined) return { secondaires, borneInferieure }
  if (borneInferieure >= cout) return { secondaires: premier.secondaires, borneInferieure }
  const motifs = [masquerVite(solveur, probleme, demandes)]
  if (piste !== undefined)
    motifs.push(nettoyer(solveur, probleme, masquerParTemoins(solveur, probleme, demandes, piste)))
  return { secondaires: moinsCher(probleme, motifs).secondaires, borneInferieure }
}

/** The witness heuristic alone, from several orders of the same demands: safe, and within a few percent of the optimum. */
export const masquerVite = (solveur: Solveur, probleme: Probleme, demandes: readonly Demande[]): Motifs => {
  const valeur = ({ cellule }: Demande): number => probleme.systeme.valeurs[cellule] ?? 0
  const parEcart = demandes.toSorted((a, b) => b.ecart - a.ecart || valeur(b) - valeur(a))
  const ordres = [demandes, ...(probleme.systeme.valeurs.length <= PETIT ? [demandes.toReversed(), parEcart] : [])]
  return moinsCher(
    probleme,
    ordres.map((ordre) => nettoyer(solveur, probleme, masquerParTemoins(solveur, probleme, ordre))),
  )
}

/** Cells in a catalogue for which three searches stay under a few seconds. */
const PETIT = 450

const moinsCher = (probleme: Probleme, motifs: readonly Motifs[]): Motifs =>
  motifs.reduce((a, b) => (coutDe(probleme, b.secondaires) < coutDe(probleme, a.secondaires) ? b : a))
