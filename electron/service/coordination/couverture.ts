import type { BilanCoordination } from '#shared/domaine/bilan-coordination/composer.ts'
import type { Couverture } from '../export/blocs.ts'

/** The head of every document of a year; an unfinished year says up to when it was read. */
export const couvertureDe = (
  { strategie, annee, poste, demonstration, jour }: BilanCoordination,
  titre: string,
): Couverture => ({
  titre,
  dispositif: `${strategie.territoire} – ${strategie.titre}, ${strategie.du}-${strategie.au}`,
  periode: jour.startsWith(`${annee}-`) ? `Année ${annee}, en cours` : `Année ${annee}`,
  postes: poste === '' ? [] : [poste],
  ...(demonstration
    ? { avertissement: 'Données inventées : ce document de démonstration ne décrit aucune personne réelle.' }
    : {}),
})
