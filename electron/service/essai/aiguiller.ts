import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Log, Router } from '#shared/ipc/router.ts'
import { createServiceRouter, type Outils } from '../router.ts'
import type { Essai } from './essai.ts'

/**
 * The data service over two coffres, one at a time: the post's own, and the invented one while somebody tries Jalon, which
 * may only begin where there is no coffre yet. Each has its own router: nothing asked of one ever reaches the other.
 */
export const createServiceAvecEssai = (outils: Outils, essai: Essai, log: Log): Router => {
  let enCours = false
  const commencer = async () => {
    if (!enCours && outils.session.etat().etat !== 'absent') throw new ErreurMetier('coffre-existant')
    await essai.ouvrir((fait, total) => outils.progression(PREPARATION, fait, total))
    enCours = true
  }
  // The window reads itself again as soon as the coffre closes: it must then find its own.
  const quitter = async () => {
    if (!enCours) return
    enCours = false
    await essai.effacer()
  }
  const pour = (session: Outils['session'], ici: boolean) =>
    createServiceRouter({ ...outils, session, essai: { enCours: ici, commencer, quitter } }, log)
  const [sien, invente] = [pour(outils.session, false), pour(essai.session, true)]
  let oublie = false
  // Whoever opened a coffre of his own tries no more. What nobody left holds nobody: a disk that keeps it is asked again next time.
  const poste: Router = async (...question) => {
    const reponse = await sien(...question)
    if (!oublie && outils.session.estOuverte()) {
      oublie = true
      await essai.effacer().catch(() => undefined)
    }
    return reponse
  }
  return (...question) => (enCours ? invente : poste)(...question)
}

const PREPARATION = 'Préparation des données inventées'
