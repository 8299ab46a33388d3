import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import type { Chemins } from './chemins.ts'
import { presence } from './creation.ts'
import { exigerEmplacementSur } from './emplacement.ts'
import { type Entete, lireEntete } from './entete.ts'
import { terminerRestauration } from './sauvegardes-restaurer.ts'

/** The header of a coffre that may be opened. Nothing is ever made or repaired on the way. */
export const lireCoffre = (chemins: Chemins, cout: number): Entete => {
  const etat = presence(chemins)
  if (etat === 'absent') throw new ErreurMetier('coffre-absent')
  if (etat === 'incomplet') throw new ErreurMetier('coffre-incomplet')
  exigerEmplacementSur(chemins.dossier)
  return lireEntete(chemins, cout)
}

export const etatFerme = (chemins: Chemins, cout: number, maintenant: Date): EtatCoffre['etat'] => {
  try {
    terminerRestauration(chemins.dossier, maintenant)
    exigerEmplacementSur(chemins.dossier)
    lireCoffre(chemins, cout)
    return 'verrouille'
  } catch (error) {
    const etat = error instanceof ErreurMetier ? etats[error.erreur.code as keyof typeof etats] : undefined
    if (etat === undefined) throw error
    return etat
  }
}

const etats = {
  'coffre-absent': 'absent',
  'coffre-incomplet': 'incomplet',
  'coffre-illisible': 'illisible',
  'version-future': 'version-future',
  'emplacement-refuse': 'emplacement-refuse',
  // A restoration that cannot be finished: the folder is between two coffres, and nobody may make a third.
  'ecriture-impossible': 'incomplet',
} as const
