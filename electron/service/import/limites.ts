/** What an import accepts, so that a wrong or hostile file is refused before it fills the memory. */
export const limites = {
  octets: 60_000_000,
  /** Sum of the inflated entries of a spreadsheet, as its directory declares them, checked again while inflating. */
  octetsDecompresses: 200_000_000,
  /** The same for the one XML part of an ODS, which is read whole. */
  octetsContenuOds: 80_000_000,
  entrees: 2000,
  lignes: 200_000,
  colonnes: 1024,
  cellules: 20_000_000,
  /** Characters between two tags of a sheet: a cell of Excel holds 32,767, and readers go through a longer text again and again. */
  texte: 2_000_000,
  /** Separators on one line of a CSV; a sheet of Excel has 16,384 columns. */
  separateurs: 20_000,
} as const
