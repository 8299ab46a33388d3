import type { ContenuFiche } from './fiche.ts'

/** What a fiche lacks to be followed and funded, one rule each. */
export const regles = [
  {
    code: 'sans-indicateur',
    libelle: 'Sans indicateur',
    conseil: 'Rien ne dira si l’action a réussi : ajoutez un indicateur.',
    manque: (_: ContenuFiche, indicateurs: number): boolean => indicateurs === 0,
  },
  {
    code: 'sans-calendrier',
    libelle: 'Sans calendrier',
    conseil: 'Aucune échéance : ajoutez une étape, par semestre ou par trimestre.',
    manque: ({ calendrier }: ContenuFiche): boolean => calendrier.length === 0,
  },
  {
    code: 'sans-financeur',
    libelle: 'Sans financeur',
    conseil: 'Personne ne paye encore : ajoutez un financeur pressenti.',
    manque: ({ financeurs }: ContenuFiche): boolean => financeurs.length === 0,
  },
] as const

export type Manque = (typeof regles)[number]['code']
export const codesManque = regles.map((r) => r.code)

/** What a fiche lacks, given how many indicators it has. */
export const valider = (contenu: ContenuFiche, indicateurs: number): Manque[] =>
  regles.filter((r) => r.manque(contenu, indicateurs)).map((r) => r.code)
