import { lireAgenda, sansPersonne } from '#app/agenda.ts'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { createFeatureStore } from '#app/stores.ts'
import { avancer, semaineDe, type VueAgenda } from '#shared/domaine/agenda/calendrier.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import type { DateIso } from '#shared/utils/dates.ts'

/** The day chosen, and what the days read so far hold. */
export const useAgenda = createFeatureStore<{
  readonly jour: DateIso
  readonly choisi: DateIso
  readonly parJour: ReadonlyMap<DateIso, readonly Evenement[]>
  /** The paper shown before it is written. */
  readonly papier: string | null
}>(() => ({ jour: aujourdhui(), choisi: aujourdhui(), parJour: new Map(), papier: null }))

let tour = 0
/** Reads the days that a view shows; an answer older than the latest question is thrown away. */
export const lireJours = async (du: DateIso, au: DateIso): Promise<void> => {
  const moi = ++tour
  const jour = aujourdhui()
  const lus = await lireAgenda({ du, au, jour })
  if (lus === undefined || moi !== tour) return
  useAgenda.setState(({ parJour }) => {
    const ailleurs = [...parJour].filter(([date]) => date < du || date > au)
    return { jour, parJour: new Map([...ailleurs, ...Map.groupBy(lus, (e) => e.date)]) }
  })
}

export const choisirJour = (choisi: DateIso): void => useAgenda.setState({ choisi })
export const tourner = (vue: VueAgenda, sens: 1 | -1): void =>
  useAgenda.setState(({ choisi }) => ({ choisi: avancer(vue, choisi, sens) }))

export const portees = ['jour', 'semaine'] as const
export type Portee = (typeof portees)[number]

/** Shows the paper of that day, or of its week, as it will be written without a name. */
export const montrerPapier = async (portee: Portee, jour: DateIso): Promise<void> => {
  useAgenda.setState({ papier: null })
  const demande = demander(portee, jour)
  const apercu = await appeler(sansPersonne() ? api.agenda.apercuReunions(demande) : api.agenda.apercu(demande))
  useAgenda.setState({ papier: apercu?.html ?? null })
}

/** Writes it where the user says; with the names only when he confirmed it. */
export const ecrirePapier = async (portee: Portee, jour: DateIso, avecNoms: boolean): Promise<boolean> => {
  const demande = demander(portee, jour)
  const ecrits = await appeler(
    sansPersonne()
      ? api.agenda.imprimerReunions(demande)
      : avecNoms
        ? api.agenda.imprimerAvecNoms({ ...demande, confirmation: 'avec-noms' })
        : api.agenda.imprimer(demande),
  )
  if (ecrits !== undefined) annoncer(`Écrit dans ${ecrits.dossier} : ${ecrits.fichiers.join(', ')}`)
  return ecrits !== undefined
}

const demander = (portee: Portee, choisi: DateIso) => {
  const jours = portee === 'jour' ? [choisi] : semaineDe(choisi)
  return { du: jours.at(0) ?? choisi, au: jours.at(-1) ?? choisi, jour: aujourdhui() }
}
