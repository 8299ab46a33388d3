import type { Nomenclature } from '../nomenclature.ts'

/** Whether a dispositif follows people out of prison: it declares the lists of the parcours, or knows nothing of it. */
export const aUnParcours = ({ listes }: Pick<Nomenclature, 'listes'>): boolean =>
  listes.some((l) => l.code === 'mesure')
