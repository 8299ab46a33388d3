import type { Decideur, SortConservation } from '#shared/domaine/conservation/regle.ts'
import type { MotifProlongation } from '#shared/domaine/conservation/prolongation.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'

/** What the post decided instead of the declared duration, by which function, and on what text. */
interface DureeConservationTable {
  dispositif: CodeDispositif
  mois: number
  sort: SortConservation
  visa: number
  source: string
  par: Decideur
  modifie_le: string
}

/** The public archives allow the destruction of what reached its term by that day. */
interface VisaArchivesTable {
  id: string
  dispositif: CodeDispositif
  jusqu_au: string
  obtenu_le: string
  reference: string
  note_le: string
}

interface ProlongationTable {
  suivi_id: string
  motif: MotifProlongation
  jusqu_au: string
  note_le: string
}

/** Nothing in this suivi says any more whose it is: it is only counted. */
interface SuiviAnonymiseTable {
  suivi_id: string
  le: string
}

/** One run, without a name: `comptes` is JSON. Backups older than `le` are deleted from `sauvegardes_jusqu_au` on. */
interface PurgeTable {
  id: string
  le: string
  agent: string | null
  comptes: string
  sauvegardes_jusqu_au: string
  sauvegardes_otees_le: string | null
}

export interface TablesConservation {
  duree_conservation: DureeConservationTable
  visa_archives: VisaArchivesTable
  prolongation: ProlongationTable
  suivi_anonymise: SuiviAnonymiseTable
  purge: PurgeTable
}
