import type { Cellule, Unite } from '../bilan/bilan.ts'
import type { Connu, MesureBrute, PeriodePubliee } from '../bilan/chiffre.ts'
import { part } from '../bilan/pourcentages.ts'
import type { Recensement } from '../bilan/recensement.ts'
import { TOTAL } from '../bilan/tableau.ts'
import { produit } from './moteur/univers.ts'
import type { Bases, Imprime } from './poser-recensement.ts'

/** What may be printed of a census: made by `juger`, or read back from the ledger. */
export type UniteJugee = {
  readonly recensement: Omit<Recensement, 'unites'>
  /** The grand total; null when it is hidden. */
  readonly total: number | null
  readonly imprimes: readonly Imprime[]
  readonly bases: Bases
}

export type PeriodeJugee = {
  readonly annee: number
  readonly etp: number
  readonly unites: readonly UniteJugee[]
  readonly mesures: readonly MesureBrute[]
}

export type Publication = PeriodePubliee & {
  readonly cellules: (tableau: string) => readonly Cellule[]
  readonly base: (tableau: string) => number
}

/** Past this function nobody holds a true number any more: tables, shares and headline numbers are made of what is left. */
export const publier = ({ annee, etp, unites, mesures }: PeriodeJugee, seuil: number): Publication => {
  const publies = new Map<string, ReadonlyMap<string, Cellule>>()
  const arrondis: Bases = Object.assign({}, ...unites.map((u) => u.bases))
  for (const { recensement, imprimes } of unites)
    for (const { id, dimensions } of recensement.tableaux) {
      const valeurs = new Map(imprimes.filter((i) => i.tableau === id).map((i) => [i.codes.join(' '), i.valeur]))
      const places = produit(dimensions.map((d) => d.modalites.map((m) => m.code).concat(TOTAL)))
      // A place that the engine has no cell for is one that nobody can stand in.
      const cellules = places.map((codes) => cellule(codes, valeurs.get(codes.join(' ')) ?? zeroOuNul(valeurs, codes)))
      publies.set(id, new Map(avecParts(cellules).map((c) => [c.modalites.join(' '), c])))
    }
  const lire = (tableau: string, ...codes: readonly string[]): Connu => {
    const lue = publies.get(tableau)?.get(codes.join(' '))
    return lue === undefined ? undefined : (lue.valeur ?? null)
  }
  const exacte = unites.some((u) => u.recensement.tableaux.some((t) => arrondis[t.id] === undefined))
  const sues = mesures.filter(
    (m) => m.effectif === 0 || (m.effectif >= seuil && m.personnes >= seuil && (exacte || m.somme !== true)),
  )
  return {
    annee,
    etp,
    lire,
    total: (unite: Unite) => unites.find((u) => u.recensement.unite === unite)?.total,
    mesure: (id) => sues.find((m) => m.id === id)?.valeur ?? (mesures.some((m) => m.id === id) ? null : undefined),
    cellules: (tableau) => [...(publies.get(tableau)?.values() ?? [])],
    base: (tableau) => arrondis[tableau] ?? 1,
  }
}

const zeroOuNul = (valeurs: ReadonlyMap<string, number | null>, codes: readonly string[]): number | null =>
  valeurs.has(codes.join(' ')) ? null : 0

/** One symbol for every reason: to tell small cells from their neighbours would give them back (secret-statistique.md §0.2). */
export const cellule = (codes: readonly string[], valeur: number | null): Cellule =>
  valeur === null
    ? { modalites: [...codes], etat: 'secret-primaire' }
    : { modalites: [...codes], etat: 'publie', valeur }

const avecParts = (cellules: readonly Cellule[]): readonly Cellule[] => {
  const base = cellules.find((c) => c.modalites.every((m) => m === TOTAL))?.valeur
  return cellules.map((c) => {
    const taux = base === undefined || c.valeur === undefined ? undefined : part(c.valeur, base)
    return taux === undefined ? c : { ...c, part: taux }
  })
}
