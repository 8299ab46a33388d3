import { type CodeDispositif, codesDispositif, dispositifs } from '../dispositifs/index.ts'
import type { Dispositif } from '../dispositif.ts'
import type { Decideur, Regle } from './regle.ts'

/** A rule as the post decided it, with the instant of the decision. */
export type Choisie = Pick<Regle, 'mois' | 'sort' | 'visa' | 'source'> & {
  readonly dispositif: CodeDispositif
  readonly par: Decideur
  readonly le: string
}

/** The rule of every dispositif: the post's own, or the one declared. */
export const reglesEnVigueur = (choisies: readonly Choisie[]): ReadonlyMap<CodeDispositif, Regle> =>
  new Map(codesDispositif.map((code) => [code, regleDe(code, choisies)]))

const regleDe = (dispositif: CodeDispositif, choisies: readonly Choisie[]): Regle => {
  const { conservation }: Dispositif = dispositifs[dispositif]
  const { fixe = false, depuis, mois, sort, visa, source } = conservation
  const declaree = { mois, sort, visa, source }
  const choisie = fixe ? undefined : choisies.find((c) => c.dispositif === dispositif)
  return {
    dispositif,
    depuis,
    fixe,
    declaree,
    ...(choisie === undefined
      ? { ...declaree, choisie: null }
      : {
          mois: choisie.mois,
          sort: choisie.sort,
          visa: choisie.visa,
          source: choisie.source,
          choisie: { par: choisie.par, le: choisie.le },
        }),
  }
}
