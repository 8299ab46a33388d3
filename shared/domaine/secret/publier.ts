import type { Cellule, Unite } from '../bilan/bilan.ts'
import type { TableauBrut } from '../bilan/calculer.ts'
import type { Connu, MesureBrute, PeriodePubliee } from '../bilan/chiffre.ts'
import { part } from '../bilan/pourcentages.ts'
import { TOTAL } from '../bilan/tableau.ts'
import type { Protection } from './certifier.ts'
import { sansCycle } from './cycle.ts'
import { cleDe, construireSysteme } from './systeme.ts'

export type PeriodeBrute = {
  readonly annee: number
  readonly etp: number
  readonly tableaux: readonly TableauBrut[]
  readonly mesures: readonly MesureBrute[]
}

export type Publication = PeriodePubliee & {
  readonly cellules: (tableau: string) => readonly Cellule[]
  readonly certifiee: boolean
}

/** Hides what must be, once for all the tables of a period: past this function nobody holds a true number any more. */
export const publier = (
  { annee, etp, tableaux, mesures }: PeriodeBrute,
  seuil: number,
  protection: Protection,
): Publication => {
  const systeme = construireSysteme(tableaux)
  const { masquees, certifiee } = protection(systeme, seuil)
  const publies = new Map<string, ReadonlyMap<string, Cellule>>()
  for (const tableau of tableaux) {
    const imprimees = tableau.cellules.filter((c) => systeme.cellules.get(cleDe(tableau, c.codes))?.imprimee === true)
    const cellules = imprimees.map(({ codes, valeur }) =>
      cellule(codes, masquees.has(cleDe(tableau, codes)) ? null : valeur),
    )
    publies.set(tableau.id, new Map(avecParts(cellules).map((c) => [c.modalites.join(' '), c])))
  }
  const lire = (tableau: string, ...codes: readonly string[]): Connu => {
    const lue = publies.get(tableau)?.get(codes.join(' '))
    return lue === undefined ? undefined : (lue.valeur ?? null)
  }
  const total = (unite: Unite): Connu => {
    const tableau = tableaux.find((t) => t.unite === unite)
    return tableau === undefined ? undefined : lire(tableau.id, ...tableau.dimensions.map(() => TOTAL))
  }
  const sues = mesures.filter((m) => m.effectif === 0 || (m.effectif >= seuil && m.personnes >= seuil))
  return {
    annee,
    etp,
    certifiee: certifiee && sansCycle(tableaux),
    lire,
    total,
    mesure: (id) => sues.find((m) => m.id === id)?.valeur ?? (mesures.some((m) => m.id === id) ? null : undefined),
    cellules: (tableau) => [...(publies.get(tableau)?.values() ?? [])],
  }
}

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
