import { annoncer } from '#app/annoncer.tsx'
import { api, appeler, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { enUnGeste } from '#app/gestes.ts'
import { aller } from '#app/navigation.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Etablissement } from '#shared/domaine/etablissements.ts'
import type { DemarcheASaisir, StatutDemarche } from '#shared/domaine/parcours/demarche.ts'
import type { EcheanceLegaleDuSuivi } from '#shared/domaine/parcours/horloge.ts'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { ajouterMois, type DateIso } from '#shared/utils/dates.ts'

export const vues = ['tableau', 'calendrier', 'comites'] as const
export type Vue = (typeof vues)[number]

/** How far the calendar knows the legal clocks, in months. */
export const MOIS_CONNUS = 12

export const useSorties = createFeatureStore<{
  readonly jour: DateIso
  readonly sorties: readonly Sortie[] | null
  readonly legales: readonly EcheanceLegaleDuSuivi[]
  readonly etablissements: readonly Etablissement[]
  /** Code of the one shown alone; all of them when empty. */
  readonly etablissement: string
  readonly vue: Vue
  /** Day chosen in the calendar, and the month it shows. */
  readonly choisi: DateIso
  readonly mois: DateIso
}>(() => ({
  jour: aujourdhui(),
  sorties: null,
  legales: [],
  etablissements: [],
  etablissement: '',
  vue: 'tableau',
  choisi: aujourdhui(),
  mois: aujourdhui(),
}))

export const lireSorties = async (): Promise<void> => {
  const jour = aujourdhui()
  const [sorties, legales, etablissements] = await Promise.all([
    appeler(api.parcours.sorties({ jour })),
    appeler(api.parcours.echeancesLegales({ jour, jusquau: ajouterMois(jour, MOIS_CONNUS) })),
    appeler(api.etablissements.lister()),
  ])
  if (sorties === undefined || legales === undefined || etablissements === undefined) return
  const { etablissement } = useSorties.getState()
  const reste = sorties.some((s) => s.etablissement === etablissement)
  useSorties.setState({ jour, sorties, legales, etablissements, etablissement: reste ? etablissement : '' })
}

export const montrerVue = (vue: Vue): void => useSorties.setState({ vue })
export const filtrerEtablissement = (etablissement: string): void => useSorties.setState({ etablissement })
export const choisirJour = (choisi: DateIso): void => useSorties.setState({ choisi, mois: choisi })
export const montrerMois = (mois: DateIso): void => useSorties.setState({ mois })

/** What the short form of the board says, with ids made when it opened: sent twice, it is written once. */
export type DemarcheDuJour = Pick<DemarcheASaisir, 'id' | 'suiviId' | 'demarche' | 'domaine'> & {
  readonly nom: string
  readonly statut: { readonly id: string; readonly statut: StatutDemarche }
}

/** Opens a démarche today where it stands today; the board is read again, for it may make something ready. */
export const noterDemarche = async ({ nom, statut, ...demarche }: DemarcheDuJour): Promise<boolean> => {
  const date = aujourdhui()
  const { id } = demarche
  const saisie = { ...demarche, partenaireId: null, ouverteLe: date, echeance: null, precision: null }
  const changement = { ...statut, demarcheId: id, date }
  const notee = await enUnGeste(
    async () =>
      (await reussir(api.parcours.enregistrerDemarche(saisie))) &&
      (statut.statut === 'a-faire' || (await reussir(api.parcours.noterStatutDemarche(changement)))),
  )
  if (!notee) return false
  await lireSorties()
  annoncer(`Démarche notée : ${nom}.`, { annule: 'Démarche retirée.' })

  return true
}

/** The screen of the suivi, where everything is noted. */
export const ouvrirParcours = ({ suiviId, personnes }: Pick<Sortie, 'suiviId' | 'personnes'>): void => {
  const [personne] = personnes
  aller('parcours', { suiviId, ...(personne === undefined ? {} : { personneId: personne.id }) })
}
