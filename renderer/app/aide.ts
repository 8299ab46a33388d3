import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import type { Lieu } from './navigation.ts'
import { createFeatureStore } from './stores.ts'
import type { Touche } from './touches.ts'

export type DocumentAide = 'guide' | 'nouveautes'

export const useAide = createFeatureStore<{ readonly ouvert: DocumentAide | null }>(() => ({ ouvert: null }))

export const ouvrirAide = (ouvert: DocumentAide = 'guide'): void => useAide.setState({ ouvert })
export const fermerAide = (): void => useAide.setState({ ouvert: null })

/** Works before the coffre is open too. */
export const toucheAide: Touche = {
  combinaison: 'F1',
  affichage: 'F1',
  libelle: 'Aide',
  action: () => ouvrirAide(),
  partout: true,
}

/** The section for who has not opened the coffre yet. */
export const sectionAvantOuverture = (etat: EtatCoffre['etat']): string =>
  etat === 'verrouille' ? 'phrase-de-passe-oubliée' : 'premier-lancement-et-code-de-secours'

/** The section of the guide that speaks of each place. */
export const sectionDuLieu: Readonly<Record<Lieu, string>> = {
  aujourdhui: 'ce-qui-est-à-faire-et-les-réponses-attendues',
  entretiens: 'noter-un-entretien',
  personnes: 'noter-un-entretien',
  parcours: 'suivre-une-sortie-de-prison',
  sorties: 'préparer-les-sorties',
  tig: 'accueillir-un-tig-un-tnr-une-réparation',
  coordination: 'conduire-la-stratégie',
  partenaires: 'ce-qui-est-à-faire-et-les-réponses-attendues',
  bilans: 'faire-le-bilan',
  echanges: 'importer-un-tableur',
  reglages: 'adapter-les-listes-et-les-questions',
}
