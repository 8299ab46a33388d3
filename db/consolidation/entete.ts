import type { Lot, TableauLot } from '#shared/domaine/lot/lot.ts'

/** What a lot says besides its cells, its numbers, its texts and its publications: kept as one JSON. */
export type EnteteLot = Pick<
  Lot,
  'poste' | 'demonstration' | 'postes' | 'contexte' | 'modalites' | 'recensements' | 'liees'
> & {
  readonly tableaux: readonly Omit<TableauLot, 'cellules'>[]
}

export const enteteDe = ({ poste, demonstration, postes, contexte, modalites, tableaux, ...lot }: Lot): EnteteLot => ({
  poste,
  demonstration,
  postes,
  contexte,
  modalites,
  recensements: lot.recensements,
  liees: lot.liees,
  tableaux: tableaux.map(({ id, unite, base, nonRenseigne, recoupements }) => ({
    id,
    unite,
    base,
    nonRenseigne,
    recoupements,
  })),
})
