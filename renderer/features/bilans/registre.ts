import { api, appeler } from '#app/api.ts'
import { lireDispositif } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Changements, EditionPubliee } from '#shared/ipc/contract/bilans.ts'

type Ecrits = { readonly dossier: string; readonly fichiers: readonly string[] }

/** The editions already published, and what was asked of one of them. */
export const useRegistre = createFeatureStore<{
  readonly editions: readonly EditionPubliee[] | null
  readonly occupee: string | null
  readonly ecrits: (Ecrits & { readonly edition: string }) | null
  readonly changements: Readonly<Record<string, Changements>>
}>(() => ({ editions: null, occupee: null, ecrits: null, changements: {} }))

/** What changed since an edition is computed anew each time the ledger is opened. */
export const lireEditions = async (): Promise<void> => {
  const editions = await appeler(api.bilans.editions({ dispositif: lireDispositif() }))
  useRegistre.setState({ changements: {}, ...(editions === undefined ? {} : { editions }) })
}

export const republier = (edition: string): Promise<void> => ecrire(edition, api.bilans.republier)

export const imprimerRapport = (edition: string): Promise<void> => ecrire(edition, api.bilans.rapport)

export const comparerEdition = async (edition: string): Promise<void> => {
  useRegistre.setState({ occupee: edition })
  const changements = await appeler(api.bilans.changements({ edition }))
  useRegistre.setState(({ changements: connus }) => ({
    occupee: null,
    changements: changements === undefined ? connus : { ...connus, [edition]: changements },
  }))
}

/** Asks main for a folder, then writes there what an edition holds. */
const ecrire = async (edition: string, appel: typeof api.bilans.republier): Promise<void> => {
  useRegistre.setState({ occupee: edition, ecrits: null })
  const ecrits = await appeler(appel({ edition }))
  useRegistre.setState({ occupee: null, ecrits: ecrits === undefined ? null : { ...ecrits, edition } })
}
