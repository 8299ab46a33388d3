import type { ChiffreDeclare, PeriodePubliee } from '../../bilan/chiffre.ts'
import { pourcent, quotient, somme } from '../../bilan/pourcentages.ts'

/** Headline numbers of those who follow persons under judicial authority (field reference §1.7), each made of published numbers. */
export const chiffresCvp: readonly ChiffreDeclare[] = [
  {
    id: 'personnes',
    libelle: 'Personnes suivies',
    definition:
      'File active : personnes distinctes pour lesquelles un acte au moins est daté de la période (entretien, démarche ou comité de suivi).',
    unite: 'personnes',
    calculer: ({ total }) => total('personnes'),
  },
  {
    id: 'personnesNouvelles',
    libelle: 'Personnes nouvelles',
    definition:
      'Personnes suivies dont le premier acte, ou le premier depuis leur dernière sortie du dispositif, est de la période.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('nouvelle', 'nouvelle'),
  },
  {
    id: 'personnesPoursuivies',
    libelle: 'Personnes déjà suivies',
    definition:
      'Personnes suivies dont un suivi, commencé par un acte avant la période, n’était pas clos quand elle s’ouvre.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('nouvelle', 'poursuivie'),
  },
  {
    id: 'suivisInitiesEnDetention',
    libelle: 'Suivis initiés en détention',
    definition: 'Personnes suivies dont le tout premier entretien a eu lieu en établissement pénitentiaire.',
    unite: 'personnes',
    calculer: ({ lire }) => lire('initie', 'detention'),
  },
  {
    id: 'entretiens',
    libelle: 'Entretiens',
    definition: 'Entretiens datés de la période, quelle que soit la date de saisie.',
    unite: 'entretiens',
    calculer: ({ total }) => total('entretiens'),
  },
  {
    id: 'entretiensEnDetention',
    libelle: 'Entretiens en détention',
    definition: 'Entretiens de la période menés en établissement pénitentiaire.',
    unite: 'entretiens',
    calculer: ({ lire }) => lire('milieu', 'detention'),
  },
  {
    id: 'suivis',
    libelle: 'Suivis actifs',
    definition: 'Suivis pour lesquels un acte au moins est daté de la période.',
    unite: 'suivis',
    calculer: ({ total }) => total('suivis'),
  },
  {
    id: 'suivisLongs',
    libelle: 'Suivis longs',
    definition: 'Suivis actifs qui comptent quatre entretiens au moins depuis leur ouverture.',
    unite: 'suivis',
    calculer: ({ lire }) => lire('suivi-long', 'long'),
  },
  {
    id: 'saisines',
    libelle: 'Suivis proposés',
    definition: 'Suivis dont l’orientation est datée de la période (à défaut de date, l’ouverture).',
    unite: 'suivis',
    calculer: ({ total }) => total('saisines'),
  },
  {
    id: 'accords',
    libelle: 'Accords',
    definition: 'Suivis proposés dont la personne a accepté l’accompagnement.',
    unite: 'suivis',
    calculer: ({ lire }) => lire('accord', 'donne'),
  },
  {
    id: 'refus',
    libelle: 'Refus',
    definition: 'Suivis proposés dont la personne a refusé l’accompagnement, ce qu’elle peut toujours faire.',
    unite: 'suivis',
    calculer: ({ lire }) => lire('accord', 'refuse'),
  },
  {
    id: 'demarches',
    libelle: 'Démarches',
    definition: 'Démarches ouvertes pendant la période, ou dont le statut y a changé.',
    unite: 'démarches',
    calculer: ({ total }) => total('demarches'),
  },
  {
    id: 'partDemarchesAbouties',
    libelle: 'Part des démarches abouties',
    definition:
      'Démarches abouties, sur celles qui sont terminées à la fin de la période, quel qu’en soit le résultat.',
    unite: '%',
    calculer: ({ lire }) => {
      const resultats = ['aboutie', 'refusee', 'interrompue'].map((code) => lire('demarche-resultat', code))
      return pourcent(resultats[0], somme(...resultats))
    },
  },
  {
    id: 'personnesLiberees',
    libelle: 'Personnes libérées',
    definition: 'Personnes suivies dont une libération est connue pendant la période, hors transferts.',
    unite: 'personnes',
    calculer: liberees,
  },
  {
    id: 'partSortiesEncadrees',
    libelle: 'Part des sorties encadrées parmi les sortants suivis',
    definition:
      'Personnes dont la dernière libération de la période est suivie d’une mesure, sur toutes celles qui ont été libérées, mode inconnu compris. Elle ne dit pas ce que le suivi a évité.',
    unite: '%',
    calculer: (periode) => pourcent(periode.lire('liberation', 'encadree'), liberees(periode)),
  },
  {
    id: 'suivisClos',
    libelle: 'Suivis clos',
    definition: 'Suivis dont la clôture est datée de la période.',
    unite: 'suivis',
    calculer: ({ total }) => total('clotures'),
  },
  {
    id: 'dureeMediane',
    libelle: 'Durée médiane de suivi',
    definition: 'Durée entre l’ouverture et la clôture : la moitié des suivis clos pendant la période ont duré moins.',
    unite: 'mois',
    calculer: ({ mesure }) => mesure('dureeMediane'),
  },
  {
    id: 'partEmploiSortie',
    libelle: 'Emploi ou formation à la sortie',
    definition: 'Suivis clos avec un emploi ou une formation, sur tous les suivis clos, situation inconnue comprise.',
    unite: '%',
    calculer: ({ lire, total }) =>
      pourcent(lire('activite-entree_x_activite-sortie', 'total', 'emploi-formation'), total('clotures')),
  },
  {
    id: 'partEmploiSortieLongs',
    libelle: 'Emploi ou formation à la sortie, suivis longs',
    definition:
      'La même part, sur les suivis clos qui ont compté quatre entretiens au moins, situation inconnue comprise.',
    unite: '%',
    calculer: ({ lire }) =>
      pourcent(
        lire('suivi-long_x_activite-sortie', 'long', 'emploi-formation'),
        lire('suivi-long_x_activite-sortie', 'long', 'total'),
      ),
  },
  {
    id: 'partLogementSortie',
    libelle: 'Logement stable à la sortie',
    definition: 'Suivis clos avec un logement stable, sur tous les suivis clos, situation inconnue comprise.',
    unite: '%',
    calculer: ({ lire, total }) =>
      pourcent(lire('logement-entree_x_logement-sortie', 'total', 'acquis'), total('clotures')),
  },
  {
    id: 'partInserees',
    libelle: 'Personnes insérées',
    definition:
      'Suivis clos avec à la fois un logement stable et un emploi ou une formation, sur tous les suivis clos, situation inconnue comprise.',
    unite: '%',
    calculer: ({ lire, total }) =>
      pourcent(lire('logement-sortie_x_activite-sortie', 'acquis', 'emploi-formation'), total('clotures')),
  },
  {
    id: 'reincarcerationsConnues',
    libelle: 'Réincarcérations connues du service',
    definition:
      'Suivis clos pour ce motif pendant la période. Ce n’est pas une mesure de la récidive, qui suppose une nouvelle condamnation.',
    unite: 'suivis',
    calculer: ({ lire }) => lire('motif-sortie', 'reincarceration'),
  },
  {
    id: 'partReincarcerationsConnues',
    libelle: 'Part des réincarcérations connues',
    definition: 'Réincarcérations connues du service, sur tous les suivis clos pendant la période.',
    unite: '%',
    calculer: ({ lire, total }) => pourcent(lire('motif-sortie', 'reincarceration'), total('clotures')),
  },
  ...delai('accord', 'de la proposition à l’accord', 'De l’orientation notée à l’accord de la personne.'),
  ...delai(
    'premier-entretien',
    'de l’orientation au premier entretien',
    'De l’orientation notée au premier entretien.',
  ),
  ...delai(
    'accueil',
    'de la libération au premier accueil dehors',
    'De la libération au premier entretien ou rendez-vous dehors ; le jour même compte pour zéro.',
  ),
  ...delai('demarche', 'd’une démarche aboutie', 'De l’ouverture d’une démarche à son aboutissement.'),
  {
    id: 'personnesParEtp',
    libelle: 'Personnes par équivalent temps plein',
    definition:
      'Personnes suivies divisées par les équivalents temps plein de l’année, au prorata des mois travaillés.',
    unite: 'personnes',
    calculer: ({ total, etp }) => quotient(total('personnes'), etp),
  },
]

function liberees({ lire }: PeriodePubliee) {
  const codes = ['encadree', 'fin-de-peine-sans-mesure', 'liberation-prevenu', 'autre']
  const detaillees = codes.map((code) => lire('liberation', code))
  // The grouped catalogue prints the releases without a mesure as one row.
  return detaillees.includes(undefined)
    ? somme(lire('liberation', 'encadree'), lire('liberation', 'sans-mesure'))
    : somme(...detaillees)
}

/** A median and, beside it, of how many it is. */
function delai(quoi: string, libelle: string, definition: string): readonly ChiffreDeclare[] {
  return [
    {
      id: `delai-${quoi}`,
      libelle: `Délai médian ${libelle}`,
      definition: `${definition} La moitié ont attendu moins. Compté dans la période où le délai finit.`,
      unite: 'jours',
      calculer: ({ mesure }) => mesure(`delai-${quoi}`),
    },
    {
      id: `delai-${quoi}-n`,
      libelle: `Délai ${libelle} : nombre mesuré`,
      definition: 'Nombre de délais connus dont la médiane est faite.',
      unite: 'délais',
      calculer: ({ mesure }) => mesure(`delai-${quoi}-n`),
    },
  ]
}
