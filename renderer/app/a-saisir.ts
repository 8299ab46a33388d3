import type { ASaisir } from '#shared/domaine/a-saisir.ts'
import { api, essayer } from './api.ts'
import { aujourdhui } from './dates.ts'
import { aller } from './navigation.ts'
import { createFeatureStore } from './stores.ts'

/** What awaits its entretien, oldest first. */
export const useASaisir = createFeatureStore<{ readonly file: readonly ASaisir[] }>(() => ({ file: [] }))

export const lireASaisir = async (): Promise<void> => {
  const lue = await essayer(api.entretiens.aSaisir({ jour: aujourdhui() }))
  if (lue.ok) useASaisir.setState({ file: lue.value })
}

export const saisir = (attendu: ASaisir): void => aller('entretiens', { saisie: { genre: 'a-saisir', attendu } })

/** The next one that waits, or a blank form when nothing does. */
export const saisirSuivant = (): void => {
  const [suivant] = useASaisir.getState().file
  if (suivant === undefined) aller('entretiens', { saisie: { genre: 'nouveau' } })
  else saisir(suivant)
}

export const toucheSuivant = {
  combinaison: 'n',
  affichage: 'N',
  libelle: 'Saisir l’entretien suivant de la file, ou un nouveau',
  action: saisirSuivant,
}
