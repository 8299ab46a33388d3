import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import type { DemandeAgenda } from '#shared/ipc/contract/agenda.ts'
import { api, appeler } from './api.ts'
import { aller } from './navigation.ts'
import { useSession } from './session.ts'

/** Whoever leads without a person has his meetings; the others, what falls in their suivis. */
export const sansPersonne = (): boolean => useSession.getState().ouverte?.nomenclature.nature === 'sans-personne'

export const lireAgenda = (demande: DemandeAgenda): Promise<Evenement[] | undefined> =>
  appeler(sansPersonne() ? api.agenda.reunions(demande) : api.agenda.lire(demande))

/** Goes where the thing is. */
export const ouvrirEvenement = ({ genre, suivi, personnes: [premiere], sourceId }: Evenement): void => {
  if (genre === 'comite') return aller('sorties', { vue: 'comites' })
  if (suivi === null)
    return aller('coordination', { onglet: 'instances', ...(sourceId === null ? {} : { id: sourceId }) })
  if (genre === 'arrivee' || genre === 'delai') return aller('tig', { id: suivi.id })
  if (genre !== 'rendez-vous' && genre !== 'echeance')
    return aller('parcours', { suiviId: suivi.id, ...(premiere === undefined ? {} : { personneId: premiere.id }) })
  if (premiere !== undefined) return aller('personnes', { id: premiere.id })
  if (sourceId !== null) aller('entretiens', { id: sourceId })
}
