import { type Audit, auditer, compterPourPrudent } from './audit.ts'
import { sontTrahies } from './arrondi.ts'
import { arrondirPublication } from './arrondir.ts'
import type { Temps } from './optimum.ts'
import { posees, type Posee } from './poser.ts'
import { proteger } from './proteger.ts'
import { estProtegee, type Regle } from './regle.ts'
import type { Intervalle } from './savoir.ts'
import type { Solveur } from './solveur.ts'
import type { Place } from './systeme.ts'
import type { Univers } from './univers.ts'

/** What one release must protect: ranks only, no label and no name, so that it can be handed to another thread. */
export type Tache = {
  readonly univers: Univers
  /** Tables before this rank are printed; those after it belong to linked releases, printed before. */
  readonly imprimes: number
  /** What linked releases say of their cells: a value, a range when they were rounded, nothing when they hide it. */
  readonly dites: readonly { readonly place: Place; readonly dit: Intervalle | null }[]
  readonly seuil: number
  readonly sensibles: readonly number[]
  readonly releases: number | null
  readonly mode: 'masquage' | 'arrondi'
  /** Rounded values of the last edition on the same cells, kept where they still hold. */
  readonly arrondisAvant: readonly { readonly place: Place; readonly valeur: number }[]
  /** Seconds for a lighter hiding than the first safe one. */
  readonly budget: number
}

/** What may be printed, and the proof. */
export type Constat = {
  readonly statut: 'protege' | 'expose'
  readonly arrondi: boolean
  /** Every place of the printed tables, in order; null where it is hidden. */
  readonly imprimees: readonly { readonly place: Place; readonly valeur: number | null }[]
  readonly controle: Controle
}

/** Confidential: it holds true values. */
export type Controle = {
  readonly cellules: number
  readonly primaires: number
  readonly secondaires: number
  readonly unitesPrimaires: number
  readonly unitesSecondaires: number
  readonly unanimes: number
  /** Cells of linked releases that the attackers were given. */
  readonly liees: number
  readonly cout: number
  readonly borneInferieure: number
  readonly optimal: boolean
  /** Sensitive cells; `place` is null for one that no table prints. An open bound is null. */
  readonly intervalles: readonly {
    readonly place: Place | null
    readonly valeur: number
    readonly bas: number
    readonly haut: number | null
    readonly protegee: boolean
  }[]
  readonly solveur: string
  readonly attaquants: number
  readonly retrouveesParInities: number
  /** Cells that would fail for a reader who knew that no hidden cell is empty: told, not blocking (A3). */
  readonly prudents: number
  readonly calculs: number
}

/** Hides or rounds what must be, then attacks the result. Throws `ErreurSolveur` when anything is left unproved. */
export const accomplir = (solveur: Solveur, tache: Tache, temps: Temps): Constat => {
  const posee = posees(tache)
  if (tache.mode === 'arrondi') {
    const arrondie = arrondirPublication(solveur, tache, posee)
    if (arrondie !== undefined) return arrondie
  }
  const { probleme } = posee
  const { secondaires, cout, borneInferieure, optimal, audit } = proteger(solveur, probleme, temps)
  const masquees = probleme.primaires.union(secondaires)
  const expose = audit.exposees.length + audit.inities.length > 0
  return {
    statut: expose ? 'expose' : 'protege',
    arrondi: false,
    imprimees: posee.imprimees.map(({ place, rang }) => ({
      place,
      valeur: masquees.has(rang) || posee.tues.has(rang) ? null : (probleme.systeme.valeurs[rang] ?? 0),
    })),
    controle: {
      ...constater(solveur, posee, audit),
      secondaires: compterImprimees(posee, secondaires),
      unitesSecondaires: sommer(posee, secondaires),
      cout,
      borneInferieure,
      optimal,
      prudents: compterPourPrudent(
        solveur,
        { structure: probleme.systeme, primaires: vraies(posee) },
        probleme.systeme.valeurs,
        masquees.union(probleme.libres),
        probleme.regle,
      ),
    },
  }
}

/**
 * What a file and the ledger say of each place, attacked by somebody who was not told how it was protected: an outsider, then
 * each person of the file.
 */
export const controlerLecture = (
  solveur: Solveur,
  tache: Tache,
  lues: Tache['dites'],
): { readonly statut: Constat['statut']; readonly exposees: readonly (Place | null)[]; readonly calculs: number } => {
  const posee = posees(tache)
  const { systeme } = posee.probleme
  const regle: Regle = { ...posee.probleme.regle, exigence: tache.mode === 'arrondi' ? 'exact' : 'intervalle' }
  const primaires = vraies(posee)
  const savoir = posee.savoirDe([...tache.dites, ...lues])
  const audit = auditer(solveur, { structure: systeme, savoir, primaires, inities: systeme.inities }, regle)
  const trahies = [...primaires.keys()].filter((c) => {
    const intervalle = audit.intervalles.get(c)
    return tache.mode === 'arrondi' && intervalle !== undefined && sontTrahies(regle.seuil, intervalle)
  })
  const fautives = new Set([...audit.exposees, ...trahies, ...audit.inities.map((i) => i.cellule)])
  return {
    statut: fautives.size === 0 ? 'protege' : 'expose',
    exposees: [...fautives].map((c) => systeme.places[c]?.[0] ?? null),
    calculs: audit.nbCalculs,
  }
}

const vraies = ({ probleme }: Posee): ReadonlyMap<number, number> =>
  new Map([...probleme.primaires].map((c) => [c, probleme.systeme.valeurs[c] ?? 0]))

/** The part of the certificate that masking and rounding share. */
export const constater = ({ nom, version }: Solveur, posee: Posee, audit: Audit) => {
  const { systeme, primaires, regle } = posee.probleme
  return {
    solveur: `${nom} ${version}`,
    cellules: new Set(posee.imprimees.map((i) => i.rang)).size,
    primaires: compterImprimees(posee, primaires),
    unitesPrimaires: sommer(posee, primaires),
    unanimes: posee.unanimes,
    liees: posee.liees,
    intervalles: [...primaires].map((cellule) => {
      const valeur = systeme.valeurs[cellule] ?? 0
      const [bas, haut] = audit.intervalles.get(cellule) ?? [valeur, valeur]
      return {
        place: systeme.places[cellule]?.[0] ?? null,
        valeur,
        bas,
        haut: Number.isFinite(haut) ? haut : null,
        protegee: estProtegee(regle, valeur, [bas, haut]),
      }
    }),
    attaquants: systeme.inities.length,
    retrouveesParInities: audit.inities.length,
    calculs: audit.nbCalculs,
  }
}

const imprimeesParmi = ({ imprimees }: Posee, rangs: ReadonlySet<number>): readonly number[] => [
  ...new Set(imprimees.map((i) => i.rang).filter((rang) => rangs.has(rang))),
]

const compterImprimees = (posee: Posee, rangs: ReadonlySet<number>): number => imprimeesParmi(posee, rangs).length

const sommer = (posee: Posee, rangs: ReadonlySet<number>): number =>
  imprimeesParmi(posee, rangs).reduce((total, rang) => total + (posee.probleme.systeme.valeurs[rang] ?? 0), 0)
