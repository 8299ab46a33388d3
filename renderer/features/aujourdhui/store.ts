import type { z } from 'zod'
import { lireAgenda } from '#app/agenda.ts'
import { api, appeler, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { aller } from '#app/navigation.ts'
import { useSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import { enRetard } from '#shared/domaine/agenda/composer.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import type { StatutOrientation } from '#shared/domaine/orientation.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import type { EcheanceLegaleDuSuivi } from '#shared/domaine/parcours/horloge.ts'
import type { contract } from '#shared/ipc/contract.ts'
import { ajouterJours, type DateIso } from '#shared/utils/dates.ts'

type Journee = z.output<typeof contract.aujourdhui.lire.output>

/** What is done stays on screen until the next visit, so that undoing it is where the eye already is. */
export const useAujourdhui = createFeatureStore<{
  readonly jour: DateIso
  readonly journee: Journee | null
  /** Legal clocks of the days to come; null where the dispositif has none. */
  readonly legales: readonly EcheanceLegaleDuSuivi[] | null
  /** Late, then of the seven days to come; null until read. */
  readonly attendus: readonly Evenement[] | null
  readonly faites: ReadonlySet<string>
  readonly statuts: Readonly<Record<string, StatutOrientation>>
}>(() => ({ jour: aujourdhui(), journee: null, legales: null, attendus: null, faites: new Set(), statuts: {} }))

export const lireJournee = async (): Promise<void> => {
  const jour = aujourdhui()
  const [journee, legales, attendus] = await Promise.all([
    appeler(api.aujourdhui.lire({ jour })),
    lireLegales(jour),
    lireEcheancesDuParcours(jour),
  ])
  if (journee !== undefined)
    useAujourdhui.setState({ jour, journee, legales, attendus, faites: new Set(), statuts: {} })
}

/** The day of who notes no entretien: all that the agenda holds. */
export const lireAttendus = async (): Promise<void> => {
  const jour = aujourdhui()
  useAujourdhui.setState({ jour, attendus: await attendusAu(jour) })
}

/** How far back what is late is looked for, and how far ahead what comes, in days. */
const [JOURS_RETARD, JOURS_A_VENIR] = [90, 7]

const attendusAu = async (jour: DateIso): Promise<readonly Evenement[]> => {
  const [du, au] = [ajouterJours(jour, -JOURS_RETARD), ajouterJours(jour, JOURS_A_VENIR)]
  const lus = (await lireAgenda({ du, au, jour })) ?? []
  return [...enRetard(lus, jour), ...lus.filter((e) => e.date >= jour && !e.fait)]
}

/** Démarches and decisions of comités that are due: échéances, releases and legal clocks have their own place. */
const lireEcheancesDuParcours = async (jour: DateIso): Promise<readonly Evenement[] | null> => {
  const { ouverte } = useSession.getState()
  if (ouverte === null || !aUnParcours(ouverte.nomenclature)) return null
  return (await attendusAu(jour)).filter((e) => e.genre === 'demarche' || e.genre === 'decision')
}

/** How far ahead the day looks for legal clocks, in days. */
export const JOURS_LEGAUX = 30

const lireLegales = async (jour: DateIso): Promise<readonly EcheanceLegaleDuSuivi[] | null> => {
  const { ouverte } = useSession.getState()
  if (ouverte === null || !aUnParcours(ouverte.nomenclature)) return null
  const jusquau = ajouterJours(jour, JOURS_LEGAUX)
  return (await appeler(api.parcours.echeancesLegales({ jour, jusquau }))) ?? null
}

/** Marks a due thing as done today, or as still to do. */
export const basculerEcheance = async (id: string): Promise<void> => {
  const { faites, jour } = useAujourdhui.getState()
  const faite = !faites.has(id)
  if (!(await reussir(api.echeances.marquer({ id, faiteLe: faite ? jour : null })))) return
  const suivantes = new Set(useAujourdhui.getState().faites)
  if (faite) suivantes.add(id)
  else suivantes.delete(id)
  useAujourdhui.setState({ faites: suivantes })
}

/** Notes what became of an orientation; « en attente » takes the answer back. */
export const noterSuite = async (orientationId: string, statut: StatutOrientation): Promise<void> => {
  const { jour } = useAujourdhui.getState()
  const date = statut === 'attente' ? null : jour
  if (await reussir(api.entretiens.noterSuite({ orientationId, statut, date })))
    useAujourdhui.setState(({ statuts }) => ({ statuts: { ...statuts, [orientationId]: statut } }))
}

export const nouvelEntretien = (): void => aller('entretiens', { saisie: { genre: 'nouveau' } })
