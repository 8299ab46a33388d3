import type { Table } from '#db/suivies.ts'
import { classement } from './classement.ts'

/** The column by which a row of a table hangs on one of another. */
export type LienDe = readonly [colonne: string, vers: Table]

const lienDe = (table: Table): LienDe | undefined => {
  const classe = classement[table]
  return 'lien' in classe && typeof classe.lien !== 'string' ? classe.lien : undefined
}

const profondeur = ([, vers]: LienDe): number => {
  const haut = lienDe(vers)
  return haut === undefined ? 0 : 1 + profondeur(haut)
}

/** Tables whose rows hang on a suivi, those that hang on another of them before it. */
export const tablesDuSuivi: readonly { readonly table: Table; readonly lien: LienDe }[] = (
  Object.keys(classement) as Table[]
)
  .flatMap((table) => {
    const lien = lienDe(table)
    return lien === undefined ? [] : [{ table, lien }]
  })
  .toSorted((a, b) => profondeur(b.lien) - profondeur(a.lien))
