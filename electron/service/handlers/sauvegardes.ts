import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { SauvegardeTrouvee } from '#shared/ipc/contract/sauvegardes.ts'
import { cheminsDuCoffre } from '../coffre/chemins.ts'
import { estEmportee } from '../coffre/sauvegardes-emporter.ts'
import { chercherSauvegardes, listerSauvegardes, type Sauvegarde } from '../coffre/sauvegardes.ts'
import type { HandlersDe } from '../context.ts'

export const sauvegardes: HandlersDe<'sauvegardes'> = {
  etat: (_, { session }) => session.sauvegardes.etat(),
  sauvegarder: async (_, { session }) => {
    await session.sauvegardes.sauvegarder()
    return session.sauvegardes.etat()
  },
  choisirSecond: async (_, { session, chemin }) => {
    await session.sauvegardes.choisirSecond(exiger(chemin))
    return session.sauvegardes.etat()
  },
  oublierSecond: async (_, { session }) => {
    await session.sauvegardes.choisirSecond(null)
    return session.sauvegardes.etat()
  },
  emporter: async ({ malgrePlusRecent }, { session, chemin }) => ({
    dossier: await session.sauvegardes.emporter(exiger(chemin), malgrePlusRecent),
  }),
}

export const restauration: HandlersDe<'restauration'> = {
  lister: (_, { session }) => presenter(listerSauvegardes(cheminsDuCoffre(session.etat().emplacement).sauvegardes)),
  chercher: (_, { chemin }) => {
    const lues = chercherSauvegardes(exiger(chemin))
    if (lues.length === 0) throw new ErreurMetier('sauvegarde-absente')
    return presenter(lues)
  },
  examiner: async ({ id, genre, secret }, { session }) => {
    const sauvegarde = retrouver(id)
    const { apercu, present } = await session.examinerSauvegarde({ sauvegarde, genre, secret })
    return {
      faiteLe: sauvegarde.faiteLe,
      dernierEcrit: apercu.dernierEcrit,
      personnes: apercu.lignes['personne'] ?? 0,
      entretiens: apercu.lignes['entretien'] ?? 0,
      present,
    }
  },
  remplacer: async ({ id, ...demande }, { session }) => {
    const { misDeCote } = await session.restaurer({ ...demande, sauvegarde: retrouver(id) })
    return { misDeCote }
  },
  placerAilleurs: async ({ id, ...demande }, { session, chemin }) => {
    const vers = join(exiger(chemin), 'coffre-jalon')
    if (existsSync(vers)) throw new ErreurMetier('dossier-occupe')
    await session.restaurer({ ...demande, sauvegarde: retrouver(id), malgrePlusRecent: false, vers })
    return { dossier: vers }
  },
}

/** Backups shown to the window, by the id given to it. */
const montrees = new Map<string, Sauvegarde>()

export const presenter = (lues: readonly Sauvegarde[]): SauvegardeTrouvee[] => {
  montrees.clear()
  return lues.slice(0, 100).map((sauvegarde) => {
    const id = randomUUID()
    montrees.set(id, sauvegarde)
    const { dossier, faiteLe, octets } = sauvegarde
    return { id, faiteLe, octets, emportee: estEmportee(dossier) }
  })
}

const retrouver = (id: string): Sauvegarde => {
  const sauvegarde = montrees.get(id)
  if (sauvegarde === undefined) throw new ErreurMetier('sauvegarde-absente')
  return sauvegarde
}

const exiger = (chemin: string | undefined): string => {
  if (chemin === undefined) throw new ErreurMetier('annule')
  return chemin
}
