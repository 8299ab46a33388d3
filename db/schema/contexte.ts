import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'

/** `dont` and `annees` are JSON. */
interface ContexteTable {
  id: string
  dispositif: CodeDispositif
  libelle: string
  valeur: number
  unite: string
  dont: string
  du: string
  au: string
  perimetre: string
  editeur: string
  titre: string
  publie_le: string
  annees: string
  modifie_le: string
}

export interface TablesContexte {
  contexte: ContexteTable
}
