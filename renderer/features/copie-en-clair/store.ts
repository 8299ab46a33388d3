import { createFeatureStore } from '#app/stores.ts'

/** The copy just made; forgotten when the coffre locks. */
export const useCopie = createFeatureStore<{
  readonly faite: { readonly dossier: string; readonly tables: number; readonly lignes: number } | null
}>(() => ({ faite: null }))
