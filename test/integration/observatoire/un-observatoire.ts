import type { Intervention, Signalement } from '#shared/domaine/observatoire/signalement.ts'
import { unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

/** A real service of a coordinator, with two sectors. */
export const unObservatoire = async () => {
  const service = await unService('2014-03-20')
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['coordination'] }))
  const secteur = async (nom: string) => {
    const id = unId()
    await valeur(api.observatoire.enregistrerSecteur({ id, nom, actif: true }))
    return id
  }
  return Object.assign(service, {
    encagnane: await secteur('Encagnane'),
    jas: await secteur('Jas de Bouffan'),
    secteur,
  })
}

export const unSignalement = (secteurId: string, suite: Partial<Signalement> = {}): Signalement => ({
  id: unId(),
  secteurId,
  date: '2014-03-10',
  moment: null,
  trouble: 'nuisances-sonores',
  lieu: null,
  fonction: 'bailleur',
  frequence: null,
  note: '',
  noteRelue: false,
  ...suite,
})

export const uneIntervention = (secteurId: string, suite: Partial<Intervention> = {}): Intervention => ({
  id: unId(),
  secteurId,
  date: '2014-03-12',
  intervention: 'dialogue',
  signalementId: null,
  resultat: null,
  mediateurs: 2,
  ...suite,
})

/** Nothing left out. */
export const tous = { secteurId: null, trouble: null, mois: null, page: { debut: 0, taille: 100 } }
