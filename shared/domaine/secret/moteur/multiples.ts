import { type Bloc, variablesEn } from './blocs.ts'
import type { Structure } from './systeme.ts'
import { type Multiple, suite, TOUT, type Univers } from './univers.ts'

/** What the answers to the multiple questions add to the system, numbered after the cases of the cliques. */
export type Inconnues = {
  readonly nombre: number
  readonly egalites: Structure['egalites']
  /** For each multiple question, the unknowns by which its answers exceed its units. */
  readonly surnombres: readonly (readonly number[])[]
  /** Unknowns that count a unit with these answers, and how many times. */
  readonly touchees: (feuilles: readonly number[]) => readonly (readonly [variable: number, nombre: number])[]
}

/**
 * Everybody gives an answer at least, so that Σ answers = units + excess, never negative; an exclusive answer is given
 * alone, so that it and any other never count more than everybody. Nothing else is known of answers counted apart.
 */
export const inconnuesDesMultiples = (univers: Univers, blocs: readonly Bloc[], premiere: number): Inconnues => {
  let prochaine = premiere
  const nouvelle = (): number => prochaine++
  const egalites: Structure['egalites'][number][] = []
  const touches: Inconnues['touchees'][] = []
  const surnombres = univers.multiples.map(({ reponses, exclusive, dans }) =>
    (dans?.feuilles ?? [TOUT]).map((part) => {
      const ici = (feuilles: readonly number[]): boolean => dans === null || feuilles[dans.dimension] === part
      const contrainte = dans === null ? [] : [[dans.dimension, [part]] as const]
      const donnant = ({ dimension, oui }: Reponse): readonly number[] =>
        variablesEn(univers, blocs, new Map([...contrainte, [dimension, oui]]))
      const [tete] = reponses
      const toutes = suite(univers.dimensions[tete?.dimension ?? -1]?.feuilles ?? 0)
      const tous = tete === undefined ? [] : donnant({ ...tete, oui: toutes })
      const surnombre = nouvelle()
      egalites.push({ plus: reponses.flatMap(donnant), moins: [...tous, surnombre] })
      touches.push((feuilles) =>
        ici(feuilles) ? [[surnombre, reponses.filter((r) => donne(r, feuilles)).length - 1]] : [],
      )
      const seule = exclusive === null ? undefined : reponses[exclusive]
      if (seule === undefined) return surnombre
      for (const autre of reponses.filter((r) => r !== seule)) {
        const nulle = nouvelle()
        egalites.push({ plus: tous, moins: [...donnant(seule), ...donnant(autre), nulle] })
        touches.push((feuilles) =>
          ici(feuilles) && !donne(seule, feuilles) && !donne(autre, feuilles) ? [[nulle, 1]] : [],
        )
      }
      return surnombre
    }),
  )
  return {
    nombre: prochaine - premiere,
    egalites,
    surnombres,
    touchees: (feuilles) => touches.flatMap((toucher) => toucher(feuilles)),
  }
}

type Reponse = Multiple['reponses'][number]

const donne = ({ dimension, oui }: Reponse, feuilles: readonly number[]): boolean =>
  oui.includes(feuilles[dimension] ?? TOUT)
