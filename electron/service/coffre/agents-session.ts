import type { Db } from '#db/connection.ts'
import { enregistrerAgent, exigerAgent, listerAgents, noterRevue, retirerAgent } from '#db/queries/agents.ts'
import type { Agent, AgentASaisir, AgentDuCoffre } from '#shared/domaine/acces/agent.ts'
import { peutConfier, type RoleAgent } from '#shared/domaine/acces/roles.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { envelopperPour, exigerPhraseLibre, retirerEnveloppe } from './agents.ts'
import type { Chemins } from './chemins.ts'
import { AGENTS, type Entete } from './entete.ts'
import { exigerPhraseSolide } from './phrase.ts'

/** Users of the open coffre, as whoever manages them sees and changes them. */
export type Agents = {
  readonly lister: () => Promise<AgentDuCoffre[]>
  readonly ajouter: (demande: AgentASaisir & { readonly phrase: string }) => Promise<void>
  /** What he may do from his next opening on. */
  readonly modifier: (agent: AgentASaisir) => Promise<void>
  /** His passphrase opens neither this coffre nor its backups within reach. */
  readonly retirer: (demande: { readonly id: string }) => Promise<void>
  /** Another passphrase, for one who forgot his. */
  readonly redonnerPhrase: (demande: { readonly id: string; readonly phrase: string }) => Promise<void>
  readonly noterRevue: () => Promise<void>
}

type Ouverte = { readonly db: Db; readonly cle: Buffer; readonly agent: Agent }

/**
 * A right is written in the base first and its envelope after it when given, and taken away in the same order: cut short in
 * between, somebody has a right and no key, or a key that the base does not know, and opens nothing.
 */
export const createAgents = (options: {
  readonly chemins: Chemins
  readonly maintenant: () => Date
  /** The open base, its key, and who opened it. Throws `verrouille`. */
  readonly acces: () => Ouverte
  readonly entete: () => Entete
  readonly enOrdre: <T>(travail: () => Promise<T>) => Promise<T>
  /** Gives the backups the header of the coffre. */
  readonly resceller: () => Promise<void>
}): Agents => {
  const { chemins, maintenant, acces, entete, enOrdre, resceller } = options
  const sceller = async (id: string, phrase: string): Promise<void> => {
    await envelopperPour(chemins, entete(), { id, phrase, cle: acces().cle })
    await resceller()
  }
  return {
    lister: async () => {
      const ouvrent = new Set(entete().agents?.enveloppes.map(({ id }) => id))
      return (await listerAgents(acces().db)).map((agent) =>
        Object.assign(agent, { peutOuvrir: ouvrent.has(agent.id) }),
      )
    },
    ajouter: ({ phrase, ...agent }) =>
      enOrdre(async () => {
        const { db, agent: donneur } = acces()
        exigerConfiance(donneur, agent.role)
        exigerPhraseSolide(phrase)
        const inscrits = await listerAgents(db)
        if (inscrits.length >= AGENTS || inscrits.some(({ id }) => id === agent.id))
          throw new ErreurMetier('entree-invalide', { champs: { id: inscrits.length >= AGENTS ? 'trop' : 'pris' } })
        await exigerPhraseLibre(entete(), phrase, agent.id)
        await enregistrerAgent(db, agent, maintenant())
        await sceller(agent.id, phrase)
      }),
    modifier: (agent) =>
      enOrdre(async () => {
        const { db, agent: donneur } = acces()
        await exigerAgent(db, agent.id)
        exigerConfiance(donneur, agent.role)
        await enregistrerAgent(db, agent, maintenant())
      }),
    retirer: ({ id }) =>
      enOrdre(async () => {
        await retirerAgent(acces().db, id, maintenant())
        await retirerEnveloppe(chemins, entete(), id)
        await resceller()
      }),
    redonnerPhrase: ({ id, phrase }) =>
      enOrdre(async () => {
        const { db, agent: donneur } = acces()
        exigerConfiance(donneur, (await exigerAgent(db, id)).role)
        exigerPhraseSolide(phrase)
        await exigerPhraseLibre(entete(), phrase, id)
        await sceller(id, phrase)
      }),
    noterRevue: () => enOrdre(() => noterRevue(acces().db, maintenant())),
  }
}

const exigerConfiance = ({ role: donneur }: Agent, role: RoleAgent): void => {
  if (!peutConfier(donneur, role)) throw new ErreurMetier('droit-absent')
}
