import { api, appeler, reussir } from '#app/api.ts'
import { lireDispositif } from '#app/session.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { ChiffreContexte } from '#shared/domaine/contexte.ts'
import { calculer } from './store.ts'

/** Every figure of context of the dispositif, whatever the bilans that print it. */
export const useContexte = createFeatureStore<{ readonly chiffres: readonly ChiffreContexte[] | null }>(() => ({
  chiffres: null,
}))

export const lireContexte = async (): Promise<void> => {
  const chiffres = await appeler(
    duCoordonnateur() ? api.bilanCoordination.listerContexte() : api.contexte.lister({ dispositif: lireDispositif() }),
  )
  if (chiffres !== undefined) useContexte.setState({ chiffres })
}

/** True once written; the list and the preview follow. */
export const enregistrerContexte = (chiffre: ChiffreContexte): Promise<boolean> =>
  ecrire(
    reussir(duCoordonnateur() ? api.bilanCoordination.enregistrerContexte(chiffre) : api.contexte.enregistrer(chiffre)),
  )

export const supprimerContexte = ({ dispositif, id }: ChiffreContexte): Promise<boolean> =>
  ecrire(
    reussir(
      duCoordonnateur() ? api.bilanCoordination.supprimerContexte({ id }) : api.contexte.supprimer({ dispositif, id }),
    ),
  )

/** He counts nobody, and has calls of his own. */
const duCoordonnateur = (): boolean => lireDispositif() === 'coordination'

/** Prints a figure in the bilans of a year, or no longer. */
export const montrerContexte = (chiffre: ChiffreContexte, annee: number, montre: boolean): Promise<boolean> => {
  const autres = chiffre.annees.filter((a) => a !== annee)
  return enregistrerContexte({ ...chiffre, annees: montre ? [...autres, annee] : autres })
}

const ecrire = async (appel: Promise<boolean>): Promise<boolean> => {
  if (!(await appel)) return false
  await lireContexte()
  void calculer()
  return true
}
