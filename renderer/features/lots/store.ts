import { annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { lireBase64 } from '#app/base64.ts'
import { lireDispositif } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { LotFait } from '#shared/ipc/contract/lots.ts'

type Cle = { readonly publique: string; readonly empreinte: string }

export const useLots = createFeatureStore<{
  /** The key of the coordinator, once its file is read. */
  readonly cle: Cle | null
  /** The fingerprint of the key that signs the lots of this post; null before the first. */
  readonly signature: string | null
  readonly faits: readonly LotFait[]
  readonly annees: readonly number[]
  readonly occupe: boolean
}>(() => ({ cle: null, signature: null, faits: [], annees: [], occupe: false }))

export const lireLots = async (): Promise<void> => {
  const dispositif = lireDispositif()
  const faits = await appeler(api.lots.faits({ dispositif }))
  const annees = await appeler(api.bilans.annees({ dispositif }))
  const signature = await appeler(api.lots.signature())
  if (faits !== undefined && annees !== undefined) useLots.setState({ faits, annees, signature: signature ?? null })
}

export const choisirCle = async (fichier: File): Promise<void> => {
  const cle = await appeler(api.lots.lireCle({ contenu: await lireBase64(fichier.slice(0, 5000)) }))
  useLots.setState({ cle: cle ?? null })
}

export const donnerLot = async (annee: number, avecSections: boolean): Promise<void> => {
  const { cle } = useLots.getState()
  if (cle === null) return
  useLots.setState({ occupe: true })
  const demande = { dispositif: lireDispositif(), annee, destinataire: cle.publique, avecSections }
  const ecrits = await appeler(api.lots.donner(demande))
  useLots.setState({ occupe: false })
  if (ecrits === undefined) return
  annoncer(`Lot écrit : ${ecrits.fichiers.join(', ')}`)
  await lireLots()
}
