import { api, appeler, essayer, reussir } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { rafraichirSession } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import { type AgentASaisir, type AgentDuCoffre, JOURS_REVUE } from '#shared/domaine/acces/agent.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { roles } from '#shared/domaine/acces/roles.ts'
import type { Erreur } from '#shared/erreurs/erreur.ts'
import { joursEntre } from '#shared/utils/dates.ts'

export const useUtilisateurs = createFeatureStore<{ readonly agents: readonly AgentDuCoffre[] | null }>(() => ({
  agents: null,
}))

export const lireAgents = async (): Promise<void> => {
  const agents = await appeler(api.acces.lister())
  if (agents !== undefined) useUtilisateurs.setState({ agents })
}

/** Adds a user; what is refused is told, for the form to say it beside the field. */
export const ajouterAgent = async (agent: AgentASaisir, phrase: string): Promise<Erreur | undefined> =>
  relire(await essayer(api.acces.ajouter({ ...agent, phrase })))

export const modifierAgent = async (agent: AgentASaisir): Promise<Erreur | undefined> =>
  relire(await essayer(api.acces.modifier(agent)))

export const redonnerPhrase = async (id: string, phrase: string): Promise<Erreur | undefined> =>
  relire(await essayer(api.acces.redonnerPhrase({ id, phrase })))

export const retirerAgent = async ({ id }: AgentDuCoffre): Promise<boolean> => {
  const retire = await reussir(api.acces.retirer({ id }))
  await lireAgents()
  await rafraichirSession()
  return retire
}

export const noterRevue = async (): Promise<boolean> => {
  const notee = await reussir(api.acces.noterRevue())
  await lireAgents()
  return notee
}

const relire = async (reponse: { readonly ok: true } | { readonly ok: false; readonly erreur: Erreur }) => {
  await lireAgents()
  // The header says who is there as soon as there are two.
  await rafraichirSession()
  return reponse.ok ? undefined : reponse.erreur
}

/** The oldest day when one of them was looked at, and whether that is too long ago. */
export const revueDe = (
  agents: readonly AgentDuCoffre[],
): { readonly le: string; readonly ancienne: boolean } | null => {
  const le = agents.map(({ revuLe }) => revuLe).toSorted()[0]
  return le === undefined ? null : { le, ancienne: joursEntre(le, aujourdhui()) >= JOURS_REVUE }
}

/** « CVP, mission locale », or all of them for a role that serves everywhere. */
export const metiersDe = ({ role, dispositifs: siens }: AgentASaisir): string =>
  roles[role].partout ? 'Tous' : siens.map((code) => dispositifs[code].libelleCourt).join(', ')
