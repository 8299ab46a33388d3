import { join } from 'node:path'
import { createSession } from '#electron/service/coffre/session.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import type { AgentASaisir } from '#shared/domaine/acces/agent.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { onTestFinished } from 'vitest'
import { unId } from '../../fixtures/builders.ts'
import { cout, unDossier } from '../coffre/aide.ts'

const imprimer = (html: string) => Promise.resolve(Buffer.from(html))

/** What the service of one window answers; another one may be opened on the same folder once this one is closed. */
export const uneFenetre = (dossier: string, jour = '2025-06-02') => {
  const maintenant = () => new Date(`${jour}T14:03:00`)
  const atelier = createAtelier()
  const session = createSession({ dossier, maintenant, cout })
  onTestFinished(async () => {
    await atelier.fermer()
    await session.verrouiller()
  })
  const incidents: string[] = []
  const router = createServiceRouter(
    { session, atelier, maintenant, imprimer, progression: () => undefined },
    ({ appel, erreur }) => incidents.push(`${appel} ${erreur}`),
  )
  return { session, router, api: createClient(contract, router), incidents }
}

export const unAgent = (change: Partial<AgentASaisir> = {}): AgentASaisir => ({
  id: unId(),
  nom: 'Camille',
  role: 'intervenant',
  dispositifs: ['isc'],
  ...change,
})

export const phrases = {
  titulaire: 'la phrase de la titulaire',
  agent: 'la phrase de Camille seule',
  autre: 'une tout autre phrase ici',
}

/** A folder for a coffre, its two dispositifs used, open by its titulaire. */
export const unCoffrePartage = async (...agents: readonly AgentASaisir[]) => {
  const dossier = join(unDossier(), 'coffre')
  const fenetre = uneFenetre(dossier)
  const { codeSecours } = await fenetre.session.creer({
    phrase: phrases.titulaire,
    nom: 'Poste',
    dispositifs: ['isc', 'cvp'],
  })
  for (const [rang, agent] of agents.entries())
    await fenetre.session.agents.ajouter({ ...agent, phrase: rang === 0 ? phrases.agent : `${phrases.autre} ${rang}` })
  return { ...fenetre, dossier, codeSecours }
}
