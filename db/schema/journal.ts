interface JournalTable {
  rang: number
  le: string
  agent: string | null
  geste: string
  objet: string | null
  empreinte: string
}

/** Rank and fingerprint of the last line that was purged. */
interface JournalAncreTable {
  seule: 1
  rang: number
  empreinte: string
}

export interface TablesJournal {
  journal: JournalTable
  journal_ancre: JournalAncreTable
}
