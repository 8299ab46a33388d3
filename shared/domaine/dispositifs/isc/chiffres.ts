import type { ChiffreDeclare } from '../../bilan/chiffre.ts'
import { pourcent, quotient, somme } from '../../bilan/pourcentages.ts'

/** Headline numbers of the report of the ISC (domaine/isc.md §3: T3, T8 to T12), each made of published numbers. */
export const chiffresIsc: readonly ChiffreDeclare[] = [
  {
    id: 'personnes',
    libelle: 'Personnes reçues',
    definition:
      'File active : personnes distinctes présentes à un entretien au moins pendant la période, anonymes comprises.',
    unite: 'personnes',
    calculer: ({ total }) => total('personnes'),
  },
  {
    id: 'personnesNouvelles',
    libelle: 'Personnes nouvelles',
    definition: 'Personnes dont le tout premier entretien dans ce coffre a lieu pendant la période.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('nouvelle', 'oui'),
  },
  {
    id: 'contactsAnonymes',
    libelle: 'Contacts anonymes',
    definition: 'Personnes reçues sans donner leur nom ; chaque contact anonyme compte pour une personne.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('anonymat', 'anonyme'),
  },
  {
    id: 'entretiens',
    libelle: 'Entretiens',
    definition: 'Entretiens datés de la période, quelle que soit la date de saisie.',
    unite: 'entretiens',
    calculer: ({ total }) => total('entretiens'),
  },
  {
    id: 'entretiensParPersonne',
    libelle: 'Entretiens par personne',
    definition: 'Entretiens de la période divisés par les personnes reçues.',
    unite: 'entretiens',
    calculer: ({ total }) => quotient(total('entretiens'), total('personnes')),
  },
  {
    id: 'suivis',
    libelle: 'Situations actives',
    definition: 'Situations qui ont eu un entretien au moins pendant la période.',
    unite: 'situations',
    calculer: ({ total }) => total('suivis'),
  },
  {
    id: 'suivisOuverts',
    libelle: 'Situations ouvertes',
    definition: 'Situations actives dont le premier entretien a lieu pendant la période.',
    unite: 'situations',
    calculer: ({ lire }) => lire('nouvelle-situation', 'oui'),
  },
  {
    id: 'personnesParSuivi',
    libelle: 'Personnes par situation',
    definition: 'Personnes reçues divisées par les situations actives.',
    unite: 'personnes',
    calculer: ({ total }) => quotient(total('personnes'), total('suivis')),
  },
  {
    id: 'saisines',
    libelle: 'Saisines',
    definition: 'Situations dont la saisine est datée de la période (à défaut de date, l’ouverture).',
    unite: 'saisines',
    calculer: ({ total }) => total('saisines'),
  },
  {
    id: 'orientations',
    libelle: 'Orientations',
    definition: 'Orientations décidées pendant les entretiens de la période.',
    unite: 'orientations',
    calculer: ({ total }) => total('orientations'),
  },
  {
    id: 'suivisClos',
    libelle: 'Situations closes',
    definition: 'Situations dont la clôture est datée de la période.',
    unite: 'situations',
    calculer: ({ mesure }) => mesure('suivisClos'),
  },
  {
    id: 'dureeMediane',
    libelle: 'Durée médiane de suivi',
    definition:
      'Durée entre l’ouverture et la clôture : la moitié des situations closes pendant la période ont duré moins.',
    unite: 'mois',
    calculer: ({ mesure }) => mesure('dureeMediane'),
  },
  {
    id: 'partHorsChampPenal',
    libelle: 'Part hors champ pénal',
    definition: 'Personnes hors champ pénal, sur l’ensemble des personnes reçues.',
    unite: '%',
    calculer: ({ lire, total }) => pourcent(lire('type-public', 'hors-champ-penal'), total('personnes')),
  },
  {
    id: 'partInconnusServicesSociaux',
    libelle: 'Part des personnes inconnues des services sociaux',
    definition:
      'Personnes inconnues des services sociaux, sur celles dont la réponse est renseignée ; les réponses manquantes figurent dans le tableau.',
    unite: '%',
    calculer: ({ lire }) => {
      const oui = lire('connu-services-sociaux', 'oui')
      const non = lire('connu-services-sociaux', 'non')
      return pourcent(non, somme(oui, non))
    },
  },
  {
    id: 'personnesParEtp',
    libelle: 'Personnes par équivalent temps plein',
    definition: 'Personnes reçues divisées par les équivalents temps plein de l’année, au prorata des mois travaillés.',
    unite: 'personnes',
    calculer: ({ total, etp }) => quotient(total('personnes'), etp),
  },
  {
    id: 'entretiensParEtp',
    libelle: 'Entretiens par équivalent temps plein',
    definition: 'Entretiens divisés par les équivalents temps plein de l’année, au prorata des mois travaillés.',
    unite: 'entretiens',
    calculer: ({ total, etp }) => quotient(total('entretiens'), etp),
  },
]
