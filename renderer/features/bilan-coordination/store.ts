import type { z } from 'zod'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { CodeDocument, FormatDocument } from '#shared/domaine/bilan-coordination/documents.ts'
import type { Strategie } from '#shared/domaine/strategie/strategie.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { DemandeDocument } from '#shared/ipc/contract/bilan-coordination.ts'

type Apercu = z.output<typeof contract.bilanCoordination.apercu.output>
type Export = z.output<typeof contract.bilanCoordination.exporter.output>
export type Action = z.output<typeof contract.bilanCoordination.actions.output>[number]

export const useBilanCoordination = createFeatureStore<{
  readonly strategies: readonly Strategie[] | null
  readonly strategieId: string
  readonly annee: number
  readonly document: CodeDocument
  /** The action whose compte rendu is shown. */
  readonly ficheId: string | null
  readonly actions: readonly Action[]
  readonly apercu: Apercu | null
  readonly occupe: 'calcul' | 'export' | null
  readonly exporte: Export | null
}>(() => ({
  strategies: null,
  strategieId: '',
  annee: 0,
  document: 'bilan',
  ficheId: null,
  actions: [],
  apercu: null,
  occupe: null,
  exporte: null,
}))

/** Opens on the latest strategy, at the last year that is over. */
export const ouvrir = async (annee?: number): Promise<void> => {
  const strategies = await appeler(api.strategie.lister())
  if (strategies === undefined) return
  const { strategieId: montree, annee: vue } = useBilanCoordination.getState()
  const strategie = strategies.find((s) => s.id === montree) ?? strategies[0]
  useBilanCoordination.setState({ strategies })
  if (strategie === undefined) return
  const voulue = annee ?? (strategie.id === montree ? vue : Number(aujourdhui().slice(0, 4)) - 1)
  await choisirAnnee(strategie, Math.min(strategie.au, Math.max(strategie.du, voulue)))
}

export const choisirAnnee = async ({ id: strategieId }: Strategie, annee: number): Promise<void> => {
  useBilanCoordination.setState({ strategieId, annee })
  const actions = await appeler(api.bilanCoordination.actions({ strategieId, annee }))
  if (actions === undefined) return
  const { ficheId } = useBilanCoordination.getState()
  const chiffrees = actions.filter((a) => a.lignes > 0)
  const gardee = chiffrees.find((a) => a.id === ficheId) ?? chiffrees[0] ?? actions[0]
  useBilanCoordination.setState({ actions, ficheId: gardee?.id ?? null })
  await calculer()
}

export const choisirDocument = async (document: CodeDocument): Promise<void> => {
  useBilanCoordination.setState({ document })
  await calculer()
}

export const choisirAction = async (ficheId: string): Promise<void> => {
  useBilanCoordination.setState({ ficheId })
  await calculer()
}

/** What is asked on screen; nothing while no action can have a compte rendu. */
const lireDemande = (): DemandeDocument | undefined => {
  const { strategieId, annee, document, ficheId } = useBilanCoordination.getState()
  if (strategieId === '' || (document === 'compte-rendu' && ficheId === null)) return undefined
  return { strategieId, annee, document, ficheId: document === 'compte-rendu' ? ficheId : null }
}

/** Prints the page asked for; an answer to a question that has changed since is left aside. */
export const calculer = async (): Promise<void> => {
  const demande = lireDemande()
  useBilanCoordination.setState({ exporte: null, ...(demande === undefined ? { apercu: null } : { occupe: 'calcul' }) })
  if (demande === undefined) return
  const apercu = await appeler(api.bilanCoordination.apercu(demande))
  if (JSON.stringify(demande) !== JSON.stringify(lireDemande())) return
  useBilanCoordination.setState({ occupe: null, ...(apercu === undefined ? {} : { apercu }) })
}

/** Asks main for a folder, then writes the document shown. */
export const exporter = async (formats: FormatDocument[]): Promise<void> => {
  const demande = lireDemande()
  if (demande === undefined) return
  useBilanCoordination.setState({ occupe: 'export', exporte: null })
  const exporte = await appeler(api.bilanCoordination.exporter({ demande, formats }))
  useBilanCoordination.setState({ occupe: null, exporte: exporte ?? null })
}
