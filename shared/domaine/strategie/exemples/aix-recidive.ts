import type { AxeExemple } from './exemple.ts'

export const recidive: AxeExemple = {
  numero: '2',
  titre: 'Lutte contre la récidive',
  fiches: [
    {
      numero: '2.1',
      titre: 'Développer et améliorer les postes de travail d’intérêt général',
      contenu: {
        constats: ['Les condamnations à un TIG demandent des lieux d’accueil plus nombreux et plus variés.'],
        objectifs: ['Développer et diversifier les places de TIG de la commune, pour les mineurs et les majeurs.'],
        actions: [
          'Accueil de majeurs dans les services municipaux.',
          'Un poste individuel auprès de la Police municipale, en sécurité routière.',
          'Maintien de l’accueil individuel de mineurs.',
          'Postes dans les chantiers d’insertion, avec le soutien de la Communauté du Pays d’Aix.',
        ],
        pilotage: ['SPIP, Ville (CLSPD et ressources humaines)', 'PJJ, Ville'],
        acteurs: ['Justice', 'SPIP', 'PJJ', 'Ville'],
        partenaires: ['Ville (ressources humaines, CLSPD)', 'Communauté du Pays d’Aix', 'Parquet'],
        calendrier: [
          { quand: '2013-S1', libelle: 'Majeurs : accueil individuel' },
          { quand: '2013-S2', libelle: 'Majeurs : accueil collectif, six postes' },
          { quand: '2013-S1', libelle: 'Poste « délit routier » à la Police municipale' },
          { quand: null, libelle: 'Mineurs : accueil individuel, avec la PJJ' },
          { quand: null, libelle: 'Poste dans les chantiers d’insertion' },
        ],
        criteres: ['TIG accueillis'],
        libelles: { acteurs: 'Les acteurs', partenaires: 'Les partenaires' },
      },
      indicateurs: [
        {
          libelle: 'TIG accueillis',
          type: 'nombre',
          unite: 'personnes',
          periodicite: 'semestre',
          liaison: 'tig-accueillis',
        },
      ],
    },
    {
      numero: '2.2',
      titre: 'Accompagner la réinsertion après la prison',
      contenu: {
        constats: ['Travail, famille, logement : les sortants de prison cumulent des difficultés sans statut propre.'],
        objectifs: ['Limiter les effets désocialisants de l’emprisonnement.'],
        actions: [
          'Guide du sortant de prison : emploi, logement, famille.',
          'Mise en réseau de l’insertion professionnelle et de l’insertion après la prison.',
          'Information collective des sortants sur le lien entre parents et enfants.',
          'Réflexion sur l’éducation à la santé dans les établissements.',
        ],
        pilotage: ['Ville (CLSPD)', 'SPIP'],
        acteurs: ['Pôle emploi', 'Mission locale', 'SPIP', 'Ville'],
        partenaires: [
          'Ville, Communauté du Pays d’Aix',
          'Acteurs de l’emploi',
          'État',
          'Justice',
          'Conseil régional',
          'Conseil général',
        ],
        calendrier: [
          { quand: '2013-S2', libelle: 'Coordination des clauses d’insertion' },
          { quand: '2013', libelle: 'Information collective des sortants, aux deux semestres' },
          { quand: '2014-S1', libelle: 'Guide du sortant de prison' },
        ],
        criteres: ['Actions développées'],
        financeurs: ['Communauté du Pays d’Aix (suite de l’action REPI)'],
        libelles: {
          acteurs: 'Les acteurs pressentis',
          partenaires: 'Les partenaires',
          calendrier: 'Calendrier de mise en œuvre',
          financeurs: 'Financeurs pressentis',
        },
      },
      indicateurs: [{ libelle: 'Actions développées', type: 'nombre', unite: 'actions' }],
    },
  ],
}
