import type { z } from 'zod'
import { api, appeler } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { contract } from '#shared/ipc/contract.ts'

type Lignes = z.output<typeof contract.journal.lire.output>['lignes']

const TAILLE = 100

export const useJournal = createFeatureStore<{
  readonly lignes: Lignes | null
  /** Rank of the first line that does not follow from the one before. */
  readonly rupture: number | null
  readonly finie: boolean
}>(() => ({ lignes: null, rupture: null, finie: false }))

export const lireJournal = async (): Promise<void> => {
  const lu = await appeler(api.journal.lire({ avant: null, combien: TAILLE }))
  if (lu !== undefined) useJournal.setState({ ...lu, finie: lu.lignes.length < TAILLE })
}

/** The lines before those shown. */
export const lireAvant = async (): Promise<void> => {
  const { lignes } = useJournal.getState()
  const derniere = lignes?.at(-1)
  if (lignes === null || derniere === undefined) return
  const lu = await appeler(api.journal.lire({ avant: derniere.rang, combien: TAILLE }))
  if (lu !== undefined) useJournal.setState({ lignes: [...lignes, ...lu.lignes], finie: lu.lignes.length < TAILLE })
}
