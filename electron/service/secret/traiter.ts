import { arrondirTableaux, baseDe, sontTrahies } from '#shared/domaine/secret/moteur/arrondi.ts'
import { attaquer, intervalles } from '#shared/domaine/secret/moteur/attaque.ts'
import { type Audit, compterPourPrudent } from '#shared/domaine/secret/moteur/audit.ts'
import type { Temps } from '#shared/domaine/secret/moteur/optimum.ts'
import { controler, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { coutDe, poserProbleme, type Probleme, type Regle } from '#shared/domaine/secret/moteur/regle.ts'
import { type Intervalle, savoirArrondi } from '#shared/domaine/secret/moteur/savoir.ts'
import type { Solveur } from '#shared/domaine/secret/moteur/solveur.ts'
import type { Traduite } from './traduire.ts'

export type Choix = {
  /** Nothing: the threshold that the instance itself says, or 5. */
  readonly seuil: number | undefined
  readonly exigence: Regle['exigence']
  readonly zeros: Regle['zeros']
  readonly mode: 'masquage' | 'arrondi'
}

export type Resultat = {
  readonly id: string
  readonly seuil: number
  readonly masques: { readonly primaires: readonly string[]; readonly secondaires: readonly string[] }
  /** Of the secondary cells, or persons moved by the rounding. */
  readonly cout: number
  /** Null when a pattern was given: whether less would do was not asked. */
  readonly borneInferieure: number | null
  readonly optimal: boolean | null
  readonly intervalles: Readonly<Record<string, Intervalle>>
  readonly statut: 'protege' | 'expose'
  readonly exposees: readonly string[]
  /** Cells that some person of the file finds exactly (A1), and that fail for a reader who knows of no hidden zero (A3). */
  readonly attaques?: { readonly inities: number; readonly prudents: number; readonly calculs: number }
  /** The published value of every cell, when rounded. */
  readonly arrondis?: Readonly<Record<string, number>>
}

/** Protects an instance, or audits the pattern it comes with. */
export const traiter = (solveur: Solveur, traduite: Traduite, choix: Choix, temps: Temps): Resultat => {
  const { systeme, plage, masquees } = traduite
  const seuil = choix.seuil ?? (plage === undefined ? 5 : plage[1] + 1)
  const { exigence, zeros } = choix
  // Literature asks « exact » of outsiders alone; what insiders find is then told, not repaired.
  const inities = exigence === 'exact' ? 'signales' : 'proteges'
  const primaires =
    traduite.primaires ?? new Set(systeme.valeurs.flatMap((v, c) => (v >= (plage?.[0] ?? 1) && v < seuil ? [c] : [])))
  const probleme = poserProbleme(systeme, { seuil, exigence, zeros, inities }, { primaires })
  if (choix.mode === 'arrondi') return arrondir(solveur, traduite, probleme)
  return masquees === undefined
    ? masquer(solveur, traduite, probleme, temps)
    : auditerMotif(solveur, traduite, probleme, masquees)
}

const masquer = (solveur: Solveur, traduite: Traduite, probleme: Probleme, temps: Temps): Resultat => {
  const { primaires, secondaires, audit, cout, borneInferieure, optimal } = proteger(solveur, probleme, temps)
  const constat = constater(solveur, traduite, probleme, primaires, secondaires, audit)
  return { ...constat, cout, borneInferieure, optimal }
}

const auditerMotif = (
  solveur: Solveur,
  traduite: Traduite,
  probleme: Probleme,
  masquees: ReadonlySet<number>,
): Resultat => {
  const primaires = new Set([...masquees].filter((c) => probleme.primaires.has(c)))
  const secondaires = new Set([...masquees].filter((c) => !primaires.has(c)))
  const trouve = controler(solveur, probleme, masquees)
  // Nothing says what the pattern protects: then every cell that it hides and that is found is a failure of it.
  const muet = traduite.primaires === undefined && traduite.plage === undefined
  const retrouvees = [...trouve.intervalles].flatMap(([c, [bas, haut]]) => (muet && bas === haut ? [c] : []))
  const audit = { ...trouve, exposees: [...new Set([...trouve.exposees, ...retrouvees])] }
  const constat = constater(solveur, traduite, probleme, primaires, secondaires, audit)
  return { ...constat, cout: coutDe(probleme, secondaires), borneInferieure: null, optimal: null }
}

const constater = (
  solveur: Solveur,
  { id, noms, systeme }: Traduite,
  probleme: Probleme,
  primaires: ReadonlySet<number>,
  secondaires: ReadonlySet<number>,
  audit: Audit,
) => {
  const nommer = (cellules: Iterable<number>): readonly string[] =>
    [...cellules].toSorted(croissant).map((c) => noms[c] ?? '')
  const bloquants = probleme.regle.inities === 'proteges' ? audit.inities.map((i) => i.cellule) : []
  const exposees = new Set([...audit.exposees, ...bloquants])
  const aProteger = { structure: systeme, primaires: new Map([...primaires].map((c) => [c, systeme.valeurs[c] ?? 0])) }
  const masquees = new Set([...primaires, ...secondaires])
  return {
    id,
    seuil: probleme.regle.seuil,
    masques: { primaires: nommer(primaires), secondaires: nommer(secondaires) },
    intervalles: parNom(noms, audit.intervalles),
    statut: exposees.size === 0 ? ('protege' as const) : ('expose' as const),
    exposees: nommer(exposees),
    attaques: {
      inities: audit.inities.length,
      prudents: compterPourPrudent(solveur, aProteger, systeme.valeurs, masquees, probleme.regle),
      calculs: audit.nbCalculs,
    },
  }
}

/** Small cells are those to protect: their intervals are those of a reader who knows the base and nothing else. */
const arrondir = (solveur: Solveur, { id, noms, systeme }: Traduite, { primaires, regle }: Probleme): Resultat => {
  const base = baseDe(regle.seuil)
  const arrondies = arrondirTableaux(solveur, systeme, base)
  const cout = arrondies.reduce((total, r, c) => total + Math.abs(r - (systeme.valeurs[c] ?? 0)), 0)
  const trouves = attaquer(solveur, systeme, savoirArrondi(arrondies, base), (a) => intervalles(a, primaires))
  const exposees = [...trouves]
    .filter(([, intervalle]) => sontTrahies(regle.seuil, intervalle))
    .map(([c]) => noms[c] ?? '')
  return {
    id,
    seuil: regle.seuil,
    masques: { primaires: [], secondaires: [] },
    cout,
    borneInferieure: cout,
    optimal: true,
    intervalles: parNom(noms, trouves),
    statut: exposees.length === 0 ? 'protege' : 'expose',
    exposees,
    arrondis: Object.fromEntries(arrondies.map((r, c) => [noms[c] ?? '', r])),
  }
}

const parNom = (noms: readonly string[], trouves: ReadonlyMap<number, Intervalle>): Resultat['intervalles'] =>
  Object.fromEntries(
    [...trouves].toSorted(([a], [b]) => croissant(a, b)).map(([c, intervalle]) => [noms[c] ?? '', intervalle]),
  )

const croissant = (a: number, b: number): number => a - b
