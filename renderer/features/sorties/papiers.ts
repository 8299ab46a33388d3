import type { z } from 'zod'
import type { Reply } from '#shared/ipc/call.ts'
import { api, appeler } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { DemandeGuide, DemandeListe } from '#shared/ipc/contract/impressions.ts'

type Ecrits = z.output<typeof contract.impressions.imprimerListe.output>

/** The paper on screen and what was written of it. It is asked again at each choice: only the last answer counts. */
export const usePapiers = createFeatureStore<{
  readonly html: string | null
  readonly occupe: boolean
  readonly ecrits: Ecrits | null
}>(() => ({ html: null, occupe: false, ecrits: null }))

export const montrerListe = (demande: DemandeListe): Promise<void> => montrer(api.impressions.apercuListe(demande))
export const montrerGuide = (demande: DemandeGuide): Promise<void> => montrer(api.impressions.apercuGuide(demande))
export const imprimerListe = (demande: DemandeListe): Promise<void> => ecrire(api.impressions.imprimerListe(demande))
export const imprimerGuide = (demande: DemandeGuide): Promise<void> => ecrire(api.impressions.imprimerGuide(demande))

/** Nothing of a paper is kept once its window is closed. */
export const rangerPapier = (): void => usePapiers.setState({ html: null, occupe: false, ecrits: null })

let derniere: unknown
const montrer = async (reponse: Promise<Reply<{ html: string }>>): Promise<void> => {
  derniere = reponse
  usePapiers.setState({ ecrits: null })
  const apercu = await appeler(reponse)
  if (derniere === reponse) usePapiers.setState({ html: apercu?.html ?? null })
}

const ecrire = async (reponse: Promise<Reply<Ecrits>>): Promise<void> => {
  usePapiers.setState({ occupe: true, ecrits: null })
  usePapiers.setState({ ecrits: (await appeler(reponse)) ?? null, occupe: false })
}
