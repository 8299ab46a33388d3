import type { AxeExemple } from './exemple.ts'

export const jeunes: AxeExemple = {
  numero: '1',
  titre: 'Prévention de la délinquance des mineurs et des jeunes adultes',
  fiches: [
    {
      numero: '1.1',
      titre: 'Prise en charge des exclusions scolaires : plate-forme d’accueil',
      contenu: {
        constats: ['Une exclusion temporaire que la famille n’encadre pas peut mener à une rupture plus grave.'],
        objectifs: [
          'Occuper le temps de l’exclusion et préparer le retour dans l’établissement.',
          'Éviter les exclusions répétées.',
        ],
        actions: [
          'Accueil des élèves exclus : contenu pédagogique avec les parents, conditions, modalités de recours par l’établissement.',
          'Mesures de responsabilisation décidées par le chef d’établissement, exécutées dans les services de la Ville.',
        ],
        pilotage: ['Ville (Réussite éducative, CLSPD)'],
        acteurs: [
          'Éducation nationale, chefs d’établissement',
          'Structures de proximité qui accueillent les élèves',
          'Structures d’aide à la parentalité',
          'Structures spécialisées, selon les problèmes rencontrés',
        ],
        partenaires: [
          'Conseil général',
          'Ville (Réussite éducative, CLSPD)',
          'Préfecture',
          'Direction des services départementaux de l’Éducation nationale',
        ],
        criteres: [
          'Réitérants dans les exclusions et les conseils de discipline',
          'Bilan qualitatif annuel des partenaires',
          'Comité de suivi avec les chefs d’établissement',
        ],
        financeurs: ['État', 'Ville', 'Conseil général', 'Communauté du Pays d’Aix'],
        libelles: { acteurs: 'Les acteurs', partenaires: 'Les partenaires', actions: 'Action' },
      },
      indicateurs: [
        {
          libelle: 'Réitérants dans les exclusions et conseils de discipline',
          type: 'nombre',
          unite: 'élèves',
          sens: 'baisse',
        },
        { libelle: 'Bilan qualitatif des partenaires', type: 'qualitatif' },
        { libelle: 'Comité de suivi réuni', type: 'jalon' },
      ],
    },
    {
      numero: '1.2',
      titre: 'Prévention des incivilités aux abords des établissements scolaires',
      contenu: {
        constats: [
          'Troubles signalés devant certains établissements du centre et de la périphérie, là où l’affluence est forte.',
          'Dans l’établissement, la violence relève du chef d’établissement et des équipes mobiles du rectorat.',
        ],
        objectifs: [
          'Parler des conduites à risque et des incivilités avec les jeunes.',
          'Rapprocher les jeunes et les riverains.',
        ],
        actions: [
          'Volontaires du service civique de la Ville dans les établissements volontaires : campagnes, chartes de comportement.',
          'Abords de certains lycées compris dans les territoires de la médiation sociale.',
        ],
        pilotage: ['Ville (CLSPD)', 'Chefs d’établissement'],
        partenaires: [
          'Ville',
          'Communauté du Pays d’Aix',
          'État',
          'Conseil général',
          'Conseil régional',
          'Éducation nationale',
        ],
        calendrier: [
          { quand: '2013-S1', libelle: 'Expérimentation avec les volontaires du service civique' },
          { quand: null, libelle: 'Rentrée 2013 : projets de prévention primaire' },
        ],
        criteres: ['Incidents constatés'],
        libelles: { actions: 'Action', criteres: 'Évaluation' },
      },
      indicateurs: [{ libelle: 'Incidents constatés', type: 'nombre', unite: 'incidents', sens: 'baisse' }],
    },
    {
      numero: '1.3',
      titre: 'Développer l’animation préventive',
      contenu: {
        constats: [
          'Des groupes de jeunes hors de toute structure, surtout au Jas de Bouffan et à Encagnane.',
          'Des horaires d’accueil qui ne couvrent pas assez les soirées.',
        ],
        objectifs: [
          'Proposer des animations en horaires décalés.',
          'Faire connaître à ces jeunes des structures ressources : insertion, santé, logement.',
          'Clarifier ce que fait chaque structure auprès d’eux.',
        ],
        actions: [
          'Pôle Ressources Jeunes au Jas de Bouffan, à titre d’essai, ouvert le soir et en août ; un adulte-relais y est affecté.',
          'Commissions jeunes du Conseil général : la Ville y participe.',
        ],
        pilotage: ['Ville (CLSPD)', 'Conseil général'],
        acteurs: [
          'Conseil général (commissions jeunes)',
          'Direction Jeunesse',
          'Direction de la politique de la ville',
          'Centres sociaux',
          'ADDAP 13',
        ],
        partenaires: [
          'Ville (politique de la ville, Jeunesse)',
          'Conseil général',
          'Conseil régional',
          'État',
          'Communauté du Pays d’Aix',
        ],
        calendrier: [
          { quand: '2013-S1', libelle: 'Essai du Pôle Ressources Jeunes au Jas de Bouffan' },
          { quand: null, libelle: 'Commissions jeunes et champs d’action des acteurs : à définir' },
        ],
        criteres: ['Fréquentation des jeunes', 'Nature des activités proposées'],
        financeurs: ['Ville', 'État', 'Conseil général', 'Conseil régional', 'Communauté du Pays d’Aix'],
        libelles: {
          acteurs: 'Les acteurs pressentis',
          partenaires: 'Les partenaires',
          financeurs: 'Financeurs pressentis',
        },
      },
      indicateurs: [
        { libelle: 'Fréquentation des jeunes', type: 'nombre', unite: 'jeunes' },
        { libelle: 'Nature des activités proposées', type: 'liste' },
      ],
    },
    {
      numero: '1.4',
      titre: 'Parcours d’insertion des jeunes en grande rupture',
      contenu: {
        constats: [
          'Les dispositifs de remobilisation demandent parfois trop aux jeunes les plus éloignés de l’emploi.',
          'Les acteurs de quartier voient mal vers quoi orienter après une première mobilisation (chantier éducatif ou bénévole).',
        ],
        objectifs: [
          'Mieux faire connaître les dispositifs d’insertion.',
          'Développer ceux qui s’adressent aux jeunes en grande rupture.',
          'Relier les acteurs de rue et ceux de l’emploi.',
        ],
        actions: [
          'Conforter les dispositifs de première mobilisation.',
          'Mettre en lien acteurs de terrain et acteurs de l’emploi.',
          'Repérer les manques et créer de nouveaux parcours.',
        ],
        pilotage: ['CLSPD, avec le groupe emploi'],
        acteurs: [
          'Mission locale',
          'Protection judiciaire de la jeunesse',
          'Acteurs de l’insertion',
          'Mission générale d’insertion',
          'Acteurs jeunesse : ADDAP 13, Pôle Ressources Jeunes, médiateurs',
        ],
        partenaires: ['Conseil régional', 'Conseil général', 'Communauté du Pays d’Aix', 'Ville', 'État'],
        calendrier: [
          { quand: null, libelle: 'En cours : dispositifs de première mobilisation' },
          { quand: '2013-S2', libelle: 'Mise en lien des acteurs' },
          { quand: '2014-S1', libelle: 'Nouveaux parcours' },
        ],
        criteres: ['Jeunes reçus en premier entretien', 'Taux d’abandon', 'Taux de remplissage'],
        financeurs: [
          'Rien à financer dans un premier temps',
          'Dispositifs à créer : Communauté du Pays d’Aix, Conseil régional, Ville, Conseil général, État',
        ],
        libelles: {
          acteurs: 'Les acteurs pressentis',
          partenaires: 'Les partenaires',
          financeurs: 'Financeurs pressentis',
        },
      },
      indicateurs: [
        {
          libelle: 'Jeunes reçus en premier entretien',
          type: 'nombre',
          unite: 'jeunes',
          periodicite: 'semestre',
          liaison: 'premiers-entretiens',
        },
        { libelle: 'Taux d’abandon', type: 'taux', periodicite: 'semestre', sens: 'baisse', liaison: 'abandons' },
        { libelle: 'Taux de remplissage', type: 'taux', periodicite: 'semestre' },
      ],
    },
  ],
}
