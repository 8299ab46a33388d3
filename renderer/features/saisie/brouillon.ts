import { api, essayer, signaler } from '#app/api.ts'
import { type Formulaire, titreBrouillon } from './formulaire.ts'

/** Longest time a key stays out of the encrypted database, before the call itself. */
const PAUSE_MS = 400

let lire: (() => Formulaire | null) | undefined
let minuterie: ReturnType<typeof setTimeout> | undefined
let enCours: Promise<unknown> = Promise.resolve()

/** Has the form written soon. While typing goes on it is written at each pause, never later than the next one. */
export const planifierEcriture = (lireFormulaire: () => Formulaire | null): void => {
  lire = lireFormulaire
  minuterie ??= setTimeout(() => void ecrireBrouillon(), PAUSE_MS)
}

/** Writes now what is still waiting; true when the form leaves a draft behind. */
export const ecrireBrouillon = async (): Promise<boolean> => {
  const formulaire = lire?.() ?? null
  const attendait = minuterie !== undefined
  arreter()
  if (formulaire === null) return false
  if (attendait) enCours = enCours.then(() => ecrire(formulaire))
  await enCours
  return true
}

/** Forgets what was waiting, and waits for what was being written. */
export const annulerEcriture = async (): Promise<void> => {
  oublierFormulaire()
  await enCours
}

export const oublierFormulaire = (): void => {
  arreter()
  lire = undefined
}

const arreter = (): void => {
  clearTimeout(minuterie)
  minuterie = undefined
}

const ecrire = async (formulaire: Formulaire): Promise<void> => {
  const reponse = await essayer(
    api.brouillons.enregistrer({
      id: formulaire.id,
      titre: titreBrouillon(formulaire),
      contenu: JSON.stringify(formulaire),
    }),
  )
  if (!reponse.ok && reponse.erreur.code !== 'verrouille') signaler(reponse.erreur)
}
