import type { ChiffreDeclare, PeriodePubliee } from '../../bilan/chiffre.ts'
import { moisDExecution } from '../../bilan/comptes-tig.ts'
import { pourcent } from '../../bilan/pourcentages.ts'
import { EXECUTE_EN_ENTIER } from '../../tig/accueil.ts'

const feuille = 'd’après les feuilles de présence, trajets et repas non comptés'

/** Headline numbers of a host (field reference §2.4), each made of published numbers. */
export const chiffresTig: readonly ChiffreDeclare[] = [
  {
    id: 'personnes',
    libelle: 'Personnes accueillies',
    definition:
      'Personnes distinctes dont un premier jour convenu, un jour travaillé ou un incident au moins est daté de la période.',
    unite: 'personnes',
    calculer: ({ total }) => total('personnes'),
  },
  {
    id: 'premiersAccueils',
    libelle: 'Premiers accueils',
    definition: 'Personnes accueillies dont rien n’était daté avant la période.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('nouvelle', 'nouvelle'),
  },
  {
    id: 'mineurs',
    libelle: 'Mineurs',
    definition:
      'Personnes accueillies qui avaient moins de 18 ans le premier jour de la période où quelque chose est daté.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('age', 'mineur'),
  },
  {
    id: 'accueils',
    libelle: 'Accueils',
    definition:
      'Accueils dont un premier jour convenu, un jour travaillé ou un incident au moins est daté de la période.',
    unite: 'accueils',
    calculer: ({ total }) => total('suivis'),
  },
  {
    id: 'accueilsTermines',
    libelle: 'Accueils terminés',
    definition: 'Accueils dont la fin est datée de la période.',
    unite: 'accueils',
    calculer: ({ total }) => total('clotures'),
  },
  {
    id: 'partExecutes',
    libelle: 'Part des accueils exécutés en entier',
    definition: 'Accueils exécutés en entier, sur tous ceux qui se sont terminés pendant la période.',
    unite: '%',
    calculer: ({ lire, total }) => pourcent(lire('issue', EXECUTE_EN_ENTIER), total('clotures')),
  },
  {
    id: 'partNonPresentes',
    libelle: 'Part des personnes qui ne se sont pas présentées',
    definition: 'Accueils où personne ne s’est présenté, sur tous ceux qui se sont terminés pendant la période.',
    unite: '%',
    calculer: ({ lire, total }) => pourcent(lire('issue', 'non-presente'), total('clotures')),
  },
  {
    id: 'incidents',
    libelle: 'Incidents',
    definition: 'Incidents datés de la période.',
    unite: 'incidents',
    calculer: ({ total }) => total('incidents'),
  },
  {
    id: 'partSansIncident',
    libelle: 'Part des accueils sans incident',
    definition: 'Accueils de la période où aucun incident n’y est daté, sur tous les accueils de la période.',
    unite: '%',
    calculer: ({ lire, total }) => pourcent(lire('sans-incident', 'sans'), total('suivis')),
  },
  {
    id: 'heuresEffectuees',
    libelle: 'Heures effectuées',
    definition: `Heures de la période, ${feuille}. Celles qui étaient faites avant la feuille comptent le dernier jour de l’accueil.`,
    unite: 'heures',
    calculer: ({ mesure }) => mesure('heuresEffectuees'),
  },
  {
    id: 'heuresMoyennes',
    libelle: 'Heures prononcées en moyenne',
    definition: 'Heures à faire chez l’hôte, en moyenne des accueils commencés pendant la période.',
    unite: 'heures',
    calculer: ({ mesure }) => mesure('heuresMoyennes'),
  },
  {
    id: 'heuresPrononceesTermines',
    libelle: 'Heures prononcées des accueils terminés',
    definition: 'Heures à faire chez l’hôte, des accueils terminés pendant la période hors mesures annulées.',
    unite: 'heures',
    calculer: ({ mesure }) => mesure('heuresPrononceesTermines'),
  },
  {
    id: 'heuresFaitesTermines',
    libelle: 'Heures faites des accueils terminés',
    definition: `Heures faites depuis leur début par les mêmes accueils, ${feuille}.`,
    unite: 'heures',
    calculer: ({ mesure }) => mesure('heuresFaitesTermines'),
  },
  {
    id: 'tauxHeures',
    libelle: 'Taux d’exécution des heures',
    definition:
      'Heures faites, sur les heures prononcées, des accueils terminés pendant la période hors mesures annulées.',
    unite: '%',
    calculer: ({ mesure }) => pourcent(mesure('heuresFaitesTermines'), mesure('heuresPrononceesTermines')),
  },
  ...moisDExecution.flatMap(executionA),
  {
    id: 'postesOuverts',
    libelle: 'Postes ouverts',
    definition: 'Postes inscrits et actifs un jour au moins de la période.',
    unite: 'postes',
    calculer: ({ mesure }) => mesure('postesOuverts'),
  },
  {
    id: 'postesPourvus',
    libelle: 'Postes pourvus',
    definition: 'Postes où quelqu’un a été accueilli pendant la période.',
    unite: 'postes',
    calculer: ({ mesure }) => mesure('postesPourvus'),
  },
  {
    id: 'places',
    libelle: 'Places',
    definition: 'Places des postes actifs le dernier jour de la période.',
    unite: 'places',
    calculer: ({ mesure }) => mesure('places'),
  },
  {
    id: 'remplissage',
    libelle: 'Taux de remplissage',
    definition: 'Places occupées, sur les places des postes actifs, le dernier jour de la période.',
    unite: '%',
    calculer: ({ mesure }) => pourcent(mesure('placesOccupees'), mesure('places')),
  },
]

/** A rate, and how many it is the rate of. */
function executionA(mois: number): readonly ChiffreDeclare[] {
  const base = ({ lire }: PeriodePubliee) => lire('execution', String(mois), 'total')
  return [
    {
      id: `execution-${mois}`,
      libelle: `Taux d’exécution à ${mois} mois`,
      definition: `Accueils entièrement exécutés dans les ${mois} mois de la décision, sur ceux dont ces ${mois} mois s’achèvent dans la période. Les autres ne sont pas dans la base.`,
      unite: '%',
      calculer: (periode) => pourcent(periode.lire('execution', String(mois), 'executee'), base(periode)),
    },
    {
      id: `execution-${mois}-n`,
      libelle: `Taux à ${mois} mois : nombre mesuré`,
      definition: `Accueils dont les ${mois} mois depuis la décision s’achèvent dans la période.`,
      unite: 'accueils',
      calculer: base,
    },
  ]
}
