import type { ContenuFiche } from '../fiche.ts'
import type { Indicateur } from '../indicateur.ts'

/** A published strategy that can be loaded whole into a coffre. Its axes and fiches get their ids there. */
export type Exemple = {
  readonly titre: string
  readonly territoire: string
  readonly du: number
  readonly au: number
  readonly axes: readonly AxeExemple[]
}

export type AxeExemple = {
  readonly numero: string
  readonly titre: string
  readonly fiches: readonly FicheExemple[]
}

type FicheExemple = {
  readonly numero: string
  readonly titre: string
  readonly contenu: Partial<ContenuFiche>
  /** `liaison` holds only in a coffre that counts it: elsewhere the indicator is typed. */
  readonly indicateurs: readonly (Pick<Indicateur, 'libelle' | 'type'> &
    Partial<Pick<Indicateur, 'unite' | 'periodicite' | 'sens' | 'liaison'>>)[]
}
