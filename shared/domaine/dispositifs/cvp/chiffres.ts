import type { ChiffreDeclare } from '../../bilan/chiffre.ts'

/** First headline numbers of those who follow persons under judicial authority (field reference §1.7). */
export const chiffresCvp: readonly ChiffreDeclare[] = [
  {
    id: 'personnes',
    libelle: 'Personnes suivies',
    definition: 'File active : personnes distinctes présentes à un entretien au moins pendant la période.',
    unite: 'personnes',
    calculer: ({ total }) => total('personnes'),
  },
  {
    id: 'entretiens',
    libelle: 'Entretiens',
    definition: 'Entretiens datés de la période, quelle que soit la date de saisie.',
    unite: 'entretiens',
    calculer: ({ total }) => total('entretiens'),
  },
]
