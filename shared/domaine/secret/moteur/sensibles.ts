import type { Systeme } from './systeme.ts'
import { type Axe, feuillesDe, produit, suite, TOUT, type Univers } from './univers.ts'

/** A system where every number that must not be known is a cell, printed or not. */
export type SystemeSensible = {
  readonly systeme: Systeme
  /** Small counts, counts of few persons, and what a reader could take away from two printed cells. */
  readonly sensibles: ReadonlySet<number>
  /** Sensitive cells, by rank, that nothing prints. */
  readonly sousEntendues: ReadonlySet<number>
  /** Of these, what is left when nearly everybody of a group gave one same answer to a sensitive question. */
  readonly unanimes: ReadonlySet<number>
}

/** What a protector must know besides the tables. */
export type Sensibilite = {
  readonly seuil: number
  /**
   * Dimensions where a group may not be shown to be all of one answer, or all but one (secret-statistique.md §5.2), unless
   * it is one of the `muettes`: that nobody answered tells nothing of anybody.
   */
  readonly dimensions: readonly { readonly dimension: number; readonly muettes: readonly number[] }[]
  readonly recoupements: readonly Recoupement[]
}

/** The same answers in each release that asks for them, the newest first: what a reader compares from one to the next. */
export type Recoupement = readonly (readonly (readonly [dimension: number, feuilles: readonly number[]])[])[]

/**
 * Finds what has to be protected: a count of 1 to seuil − 1, or of fewer persons than that, whether it is printed or only
 * left by subtraction: units that did not give one of several answers, answers beyond the first, units that are in one of
 * two linked releases and not in the other, and the one or none left outside a nearly unanimous group.
 */
export const trouverSensibles = (univers: Univers, systeme: Systeme, regle: Sensibilite): SystemeSensible => {
  const atteignent = compterPersonnes(univers, systeme, regle.seuil)
  const estSensible = (variables: readonly number[]): boolean => {
    const valeur = valeurDe(systeme, variables)
    return valeur > 0 && (valeur < regle.seuil || !atteignent(variables))
  }
  const cellules = [...systeme.cellules]
  const rangs = new Map(cellules.map((c, rang) => [c.join(','), rang]))
  const sensibles = new Set(cellules.flatMap((c, rang) => (estSensible(c) ? [rang] : [])))
  const sousEntendues = new Set<number>()
  const unanimes = new Set<number>()
  const ajouter = (variables: readonly number[], ensembles: readonly Set<number>[]): void => {
    if (variables.length === 0) return
    const cle = variables.join(',')
    const rang = rangs.get(cle) ?? cellules.length
    if (rang === cellules.length) {
      rangs.set(cle, rang)
      cellules.push(variables)
      sousEntendues.add(rang)
    }
    for (const ensemble of ensembles) ensemble.add(rang)
  }
  for (const variables of [...soustractions(systeme, regle), ...recoupementsSecrets(univers, systeme)])
    if (estSensible(variables)) ajouter(variables, [sensibles])
  for (const variables of horsUnanimite(univers, systeme, regle)) ajouter(variables, [sensibles, unanimes])
  return {
    systeme: { ...systeme, cellules, valeurs: cellules.map((c) => valeurDe(systeme, c)) },
    sensibles,
    sousEntendues,
    unanimes,
  }
}

const recoupementsSecrets = ({ multiples }: Univers, { surnombres }: Systeme): readonly (readonly number[])[] =>
  surnombres.filter((_, rang) => multiples[rang]?.recoupementPublic !== true)

const valeurDe = ({ variables }: Systeme, inconnues: readonly number[]): number =>
  inconnues.reduce((total, v) => total + (variables[v] ?? 0), 0)

/** Whether a threshold of distinct persons stand behind the units that these unknowns count. */
const compterPersonnes = (
  { profils, sortes }: Univers,
  systeme: Systeme,
  seuil: number,
): ((variables: readonly number[]) => boolean) => {
  const parts = profils.flatMap((p) => p.parts ?? [])
  if (new Set(parts.map(([p]) => p)).size === parts.length && parts.every(([, n]) => n === 1))
    return (variables) => valeurDe(systeme, variables) >= seuil
  const parVariable = new Map<number, number[]>()
  for (const [i, profil] of profils.entries())
    for (const [variable] of systeme.profils[i] ?? []) {
      const siennes = parVariable.get(variable) ?? []
      parVariable.set(variable, siennes)
      for (const [sorte] of profil.parts ?? []) siennes.push(sorte)
    }
  return (variables) => {
    const vues = new Set<number>()
    let nombre = 0
    for (const variable of variables)
      for (const sorte of parVariable.get(variable) ?? []) {
        if (vues.has(sorte)) continue
        vues.add(sorte)
        nombre += sortes?.[sorte] ?? 1
        if (nombre >= seuil) return true
      }
    return false
  }
}

/** Units that gave these answers in some releases and not in others: each such set, and what one release adds to another. */
const soustractions = (systeme: Systeme, { recoupements }: Sensibilite): readonly (readonly number[])[] =>
  recoupements.flatMap((memes) => {
    const ensembles = memes.map((contraintes) => new Set(systeme.variablesEn(new Map(contraintes))))
    const toutes = [...new Set(ensembles.flatMap((e) => [...e]))].toSorted((a, b) => a - b)
    const parts = Map.groupBy(toutes, (v) => ensembles.map((e) => Number(e.has(v))).join(''))
    const [premier, ...autres] = ensembles
    const ecarts = autres.flatMap((e) => [
      premier?.difference(e) ?? new Set<number>(),
      e.difference(premier ?? new Set()),
    ])
    return [...parts.values(), ...ecarts.map((e) => Array.from(e))]
  })

type Contrainte = readonly (readonly [dimension: number, feuilles: readonly number[]])[]

const noeudsEn = ({ dimensions }: Univers, { dimension, noeuds }: Axe): readonly Contrainte[] =>
  noeuds.map((noeud) => {
    const declaree = dimensions[dimension]
    const feuilles = declaree === undefined ? undefined : feuillesDe(declaree, noeud)
    return feuilles === undefined ? [] : [[dimension, feuilles]]
  })

/** For a group of the threshold or more of whom all, or all but one, gave one answer: the others. */
const horsUnanimite = (
  univers: Univers,
  systeme: Systeme,
  { seuil, dimensions: sensibles }: Sensibilite,
): readonly (readonly number[])[] =>
  univers.tableaux.flatMap((axes) =>
    axes.flatMap((axe, rang) => {
      const declaree = univers.dimensions[axe.dimension]
      const sensible = sensibles.find((s) => s.dimension === axe.dimension)
      if (declaree === undefined || sensible === undefined) return []
      const autres = axes.filter((_, i) => i !== rang).map((a) => noeudsEn(univers, a))
      return produit(autres).flatMap((contraintes) => {
        const groupe = new Map(contraintes.flat())
        const effectif = valeurDe(systeme, systeme.variablesEn(groupe))
        if (effectif < seuil) return []
        return axe.noeuds.flatMap((noeud) => {
          const reponse = noeud === TOUT ? undefined : feuillesDe(declaree, noeud)
          if (reponse === undefined || reponse.every((f) => sensible.muettes.includes(f))) return []
          const restantes = suite(declaree.feuilles).filter((f) => !reponse.includes(f))
          if (restantes.length === 0) return []
          const hors = systeme.variablesEn(new Map([...groupe, [axe.dimension, restantes]]))
          return valeurDe(systeme, hors) <= 1 ? [hors] : []
        })
      })
    }),
  )
