import { type Bloc, variablesEn } from './blocs.ts'
import type { Structure } from './systeme.ts'
import { type Multiple, suite, type Univers } from './univers.ts'

/** What the answers to the multiple questions add to the system, numbered after the cases of the cliques. */
export type Inconnues = {
  readonly nombre: number
  readonly egalites: Structure['egalites']
  /** For each multiple question, the unknowns by which its answers exceed its units. */
  readonly surnombres: readonly (readonly number[])[]
  /** Unknowns that count a unit with these answers, and how many times. */
  readonly touchees: (feuilles: readonly number[]) => readonly (readonly [variable: number, nombre: number])[]
}

const OUI = 0

/**
 * Everybody gives an answer at least, so that Σ answers = units + excess, never negative; an exclusive answer is given
 * alone, so that it and any other never count more than everybody. Nothing else is known of answers counted apart.
 */
export const inconnuesDesMultiples = (univers: Univers, blocs: readonly Bloc[], premiere: number): Inconnues => {
  let prochaine = premiere
  const nouvelle = (): number => prochaine++
  const egalites: Structure['egalites'][number][] = []
  const touches: Inconnues['touchees'][] = []
  const surnombres = univers.multiples.map((multiple) => {
    const parts = multiple.par === null ? [null] : suite(univers.dimensions[multiple.par]?.feuilles ?? 0)
    return parts.map((part) => {
      const { tous, donnant } = compter(univers, blocs, multiple, part)
      const ici = (feuilles: readonly number[]): boolean => multiple.par === null || feuilles[multiple.par] === part
      const surnombre = nouvelle()
      egalites.push({ plus: multiple.dimensions.flatMap(donnant), moins: [...tous, surnombre] })
      touches.push((feuilles) => {
        const reponses = multiple.dimensions.filter((d) => feuilles[d] === OUI).length
        return ici(feuilles) ? [[surnombre, reponses - 1]] : []
      })
      const { exclusive } = multiple
      if (exclusive === null) return surnombre
      for (const autre of multiple.dimensions.filter((d) => d !== exclusive)) {
        const nulle = nouvelle()
        egalites.push({ plus: tous, moins: [...donnant(exclusive), ...donnant(autre), nulle] })
        touches.push((feuilles) =>
          ici(feuilles) && feuilles[exclusive] !== OUI && feuilles[autre] !== OUI ? [[nulle, 1]] : [],
        )
      }
      return surnombre
    })
  })
  return {
    nombre: prochaine - premiere,
    egalites,
    surnombres,
    touchees: (feuilles) => touches.flatMap((toucher) => toucher(feuilles)),
  }
}

const compter = (univers: Univers, blocs: readonly Bloc[], { dimensions, par }: Multiple, part: number | null) => {
  const contrainte = par === null || part === null ? [] : [[par, [part]] as const]
  const donnant = (d: number): readonly number[] => variablesEn(univers, blocs, new Map([...contrainte, [d, [OUI]]]))
  const premiere = dimensions[0] ?? 0
  const nonDonnant = variablesEn(univers, blocs, new Map([...contrainte, [premiere, [1 - OUI]]]))
  return { tous: [...donnant(premiere), ...nonDonnant], donnant }
}
