import { create } from 'zustand'
import { permet } from '#shared/domaine/acces/droits-du-contrat.ts'
import type { Ouverture } from '#shared/ipc/contract/ouvertures.ts'
import type { SauvegardeTrouvee } from '#shared/ipc/contract/sauvegardes.ts'
import { annoncer } from './annoncer.tsx'
import { abonner, api, essayer, signaler } from './api.ts'
import { aller } from './navigation.ts'
import { changerDispositif, useSession } from './session.ts'

type Lot = Extract<Ouverture, { readonly genre: 'lot' }>

/** What a double click brought, until it is received or refused. Sealed or nameless: it may outlive a closed coffre. */
export const useOuvertures = create<{
  readonly lot: Lot | null
  readonly sauvegardes: readonly SauvegardeTrouvee[] | null
}>(() => ({ lot: null, sauvegardes: null }))

/** Takes the file that waits, now and each time another comes. */
export const suivreOuvertures = (): (() => void) => {
  void prendre()
  return abonner('ouverture', () => void prendre())
}

const prendre = async (): Promise<void> => {
  const reponse = await essayer(api.ouvertures.prendre())
  if (!reponse.ok) {
    if (reponse.erreur.code !== 'annule') signaler(reponse.erreur)
    return
  }
  const ouverture = reponse.value
  const ouvert = useSession.getState().ouverte !== null
  if (ouverture.genre === 'lot') {
    useOuvertures.setState({ lot: ouverture })
    if (ouvert) await proposerLot()
    else annoncer(`Ouvrez d’abord le coffre : « ${ouverture.nom} » vous sera proposé ensuite.`)
  } else if (ouvert)
    annoncer(
      'Pour repartir de cette sauvegarde, verrouillez d’abord le coffre, puis rouvrez le fichier. Rien n’a changé.',
    )
  else useOuvertures.setState({ sauvegardes: ouverture.trouvees })
}

/** Goes to the screen where lots are received, or says why this coffre receives none. */
export const proposerLot = async (): Promise<void> => {
  const { lot } = useOuvertures.getState()
  const { ouverte } = useSession.getState()
  if (lot === null || ouverte === null) return
  if (!permet(ouverte.agent.role, 'postesSuivis.recevoir') || !ouverte.reglages.dispositifs.includes('coordination')) {
    useOuvertures.setState({ lot: null })
    return annoncer(
      `« ${lot.nom} » est un lot pour un coordinateur : ce coffre, ou votre rôle, n’en reçoit pas. Rien n’a changé.`,
    )
  }
  if (ouverte.reglages.dispositif !== 'coordination') await changerDispositif('coordination')
  aller('coordination', { onglet: 'postes' })
}
