import type { z } from 'zod'
import { api, appeler, reussir } from '#app/api.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { Partenaire } from '#shared/domaine/partenaire.ts'
import type { contract } from '#shared/ipc/contract.ts'

export type LignePartenaire = z.output<typeof contract.partenaires.lister.output>[number]

export const usePartenaires = createFeatureStore<{
  readonly texte: string
  readonly lignes: readonly LignePartenaire[] | null
  /** The file shown at the right; one that is in no line yet is being added. */
  readonly choisi: Partenaire | null
}>(() => ({ texte: '', lignes: null, choisi: null }))

export const chercherPartenaires = async (texte: string): Promise<void> => {
  usePartenaires.setState({ texte })
  const lignes = await appeler(api.partenaires.lister({ texte }))
  // Typing goes faster than answers: only the answer to what is still typed counts.
  if (lignes !== undefined && usePartenaires.getState().texte === texte) usePartenaires.setState({ lignes })
}

export const choisirPartenaire = ({ orientations: _orientations, ...choisi }: LignePartenaire): void =>
  usePartenaires.setState({ choisi })

export const ouvrirPartenaire = async (id: string): Promise<void> => {
  await chercherPartenaires('')
  const ligne = usePartenaires.getState().lignes?.find((l) => l.id === id)
  if (ligne !== undefined) choisirPartenaire(ligne)
}

export const nouveauPartenaire = (genre: string): void =>
  usePartenaires.setState({
    choisi: {
      id: crypto.randomUUID(),
      nom: '',
      genre,
      interlocuteur: null,
      telephone: null,
      courriel: null,
      adresse: null,
      commune: null,
      note: null,
      actif: true,
    },
  })

/** After something was undone: the list, and the file shown if it is still there. */
export const relirePartenaires = async (): Promise<void> => {
  await chercherPartenaires(usePartenaires.getState().texte)
  const { choisi, lignes } = usePartenaires.getState()
  const ligne = lignes?.find((l) => l.id === choisi?.id)
  if (ligne === undefined) fermerPartenaire()
  else choisirPartenaire(ligne)
}

export const fermerPartenaire = (): void => usePartenaires.setState({ choisi: null })

export const enregistrerPartenaire = async (partenaire: Partenaire): Promise<boolean> => {
  if (!(await reussir(api.partenaires.enregistrer(partenaire)))) return false
  usePartenaires.setState({ choisi: partenaire })
  await chercherPartenaires(usePartenaires.getState().texte)
  return true
}
