import { deplacees, type Motifs } from './heuristique.ts'
import { mesurer, satisfaite, suffit, type Capacite } from './capacite.ts'
import { type Demande, estToujoursMasquee, type Probleme } from './regle.ts'
import type { Solveur } from './solveur.ts'

/** Tries to show each secondary cell again, dearest first: kept hidden only when some demand cannot do without it. */
export const nettoyer = (solveur: Solveur, probleme: Probleme, motifs: Motifs): Motifs =>
  mesurer(solveur, probleme, (capacite) => {
    const secondaires = new Set(motifs.secondaires)
    let preuves = new Map(motifs.preuves)
    const parPrix = [...secondaires].toSorted((a, b) => (probleme.couts[b] ?? 0) - (probleme.couts[a] ?? 0) || a - b)
    for (const cellule of parPrix) {
      secondaires.delete(cellule)
      const renouvelees = prouverSans(probleme, capacite, preuves, cellule, secondaires)
      if (renouvelees === undefined) secondaires.add(cellule)
      else preuves = renouvelees
    }
    return { ...motifs, secondaires, preuves }
  })

/** Proves again the demands whose table moved the cell that is shown; gives up at the first that cannot be. */
const prouverSans = (
  probleme: Probleme,
  capacite: Capacite,
  preuves: ReadonlyMap<Demande, Float64Array>,
  cellule: number,
  secondaires: ReadonlySet<number>,
): Map<Demande, Float64Array> | undefined => {
  const touchees = [...preuves].filter(([, autre]) => deplacees(probleme, autre).includes(cellule)).map(([d]) => d)
  if (touchees.length === 0) return new Map(preuves)
  capacite.fixer(motifDe(probleme, secondaires))
  const nouvelles: Float64Array[] = []
  const renouvelees = new Map(preuves)
  for (const demande of touchees) {
    const deja = nouvelles.find((autre) => suffit(probleme, demande, autre))
    if (deja !== undefined) {
      renouvelees.set(demande, deja)
      continue
    }
    const deplacement = capacite.deplacer(demande)
    if (!satisfaite(demande, deplacement)) return undefined
    nouvelles.push(deplacement.cellules)
    renouvelees.set(demande, deplacement.cellules)
  }
  return renouvelees
}

export const motifDe = (probleme: Probleme, secondaires: ReadonlySet<number>): Float64Array =>
  Float64Array.from(probleme.systeme.valeurs, (_, c) => (estToujoursMasquee(probleme, c) || secondaires.has(c) ? 1 : 0))
