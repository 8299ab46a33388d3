import type { AxeExemple } from './exemple.ts'

export const tranquillite: AxeExemple = {
  numero: '4',
  titre: 'Promotion de la tranquillité publique',
  fiches: [
    {
      numero: '4.1',
      titre: 'Observatoire de la tranquillité publique',
      contenu: {
        constats: [
          'Les nuisances signalées au maire ne sont pas toutes des infractions : les chiffres de police ne les disent pas.',
        ],
        objectifs: [
          'Évaluer et piloter les actions de la stratégie.',
          'Connaître l’évolution du territoire pour orienter les services.',
        ],
        actions: [
          'Créer l’observatoire avec tous ceux qui peuvent enrichir ses indicateurs.',
          'Fiches de signalement anonymes pour les services, les bailleurs, les transporteurs.',
        ],
        pilotage: ['Ville : Police municipale et CLSPD'],
        acteurs: [
          'CLSPD',
          'Police nationale',
          'Police municipale',
          'Bailleurs',
          'Transports publics',
          'Services municipaux et intercommunaux',
        ],
        partenaires: ['Préfecture', 'Ville'],
        calendrier: [{ quand: '2014-T1', libelle: 'Mise en œuvre' }],
        financeurs: ['Ville d’Aix-en-Provence', 'État'],
        libelles: {
          actions: 'Action',
          acteurs: 'Les acteurs pressentis',
          calendrier: 'Calendrier de mise en œuvre',
          financeurs: 'Financeurs pressentis',
        },
      },
      indicateurs: [],
    },
    {
      numero: '4.2',
      titre: 'Médiation sociale',
      contenu: {
        constats: [
          'Des jeunes sans activité, surtout dans les quartiers prioritaires, que seul un travail de rue rencontre.',
          'Sorties de lycée et trajets de retour : nuisances dans la rue et dans les transports.',
        ],
        objectifs: [
          'Aider à rétablir la tranquillité, en soirée d’abord : bruit, troubles de voisinage.',
          'Prévenir et apaiser les conflits.',
          'Donner au CLSPD un outil pour ce qui relève du dialogue plutôt que de l’infraction.',
        ],
        actions: [
          'Équipe de médiation à titre d’essai, entre abords de lycées et quartiers (Encagnane, Jas de Bouffan).',
        ],
        pilotage: ['Ville (CLSPD)'],
        acteurs: [
          'Police nationale',
          'Police municipale',
          'ADDAP 13',
          'Associations de proximité et centres sociaux',
          'Bailleurs sociaux',
        ],
        partenaires: ['État', 'Ville', 'Conseil général', 'Conseil régional', 'Communauté du Pays d’Aix'],
        calendrier: [
          { quand: '2013-S2', libelle: 'Partenaires financiers sensibilisés, porteur désigné' },
          { quand: '2013-T4', libelle: 'Mise en place' },
        ],
        criteres: ['Signalements des médiateurs', 'Interventions', 'Retour des habitants'],
        financeurs: [
          'Ville',
          'Conseil général',
          'Conseil régional',
          'État',
          'Communauté du Pays d’Aix',
          'Bailleurs (dans un second temps)',
        ],
        libelles: {
          acteurs: 'Les acteurs pressentis',
          calendrier: 'Calendrier de mise en œuvre',
          financeurs: 'Financeurs pressentis',
        },
      },
      indicateurs: [
        {
          libelle: 'Signalements des médiateurs',
          type: 'nombre',
          unite: 'signalements',
          periodicite: 'trimestre',
          liaison: 'signalements-mediateurs',
        },
        {
          libelle: 'Interventions',
          type: 'nombre',
          unite: 'interventions',
          periodicite: 'trimestre',
          liaison: 'interventions',
        },
        { libelle: 'Retour des habitants', type: 'qualitatif' },
      ],
    },
    {
      numero: '4.3',
      titre: 'Partenariat entre la Police nationale et les opérateurs urbains',
      contenu: {
        constats: [
          'La Police nationale a des référents pour les bailleurs et les transporteurs.',
          'La rénovation urbaine amène de nouveaux acteurs, les entreprises du bâtiment.',
          'Les commerçants demandent des liens plus étroits.',
        ],
        objectifs: ['Étendre les relations entre la police et les acteurs du territoire.'],
        actions: [
          'Référent de la Police nationale pour les commerçants, joint par un médiateur de la Ville.',
          'Protocole de sécurisation des chantiers, dans les secteurs rénovés puis dans toute la commune.',
          'Le CLSPD anime le partenariat entre entreprises du bâtiment et forces de sécurité.',
        ],
        pilotage: ['Police nationale (référents)', 'CLSPD, ANRU (protocole des chantiers)'],
        acteurs: ['Bailleurs', 'Transporteurs', 'Commerçants', 'Fédération du bâtiment et des travaux publics'],
        partenaires: ['Ville', 'Police nationale', 'CLSPD', 'SEMEPA'],
        criteres: ['Comité de suivi, retours des acteurs'],
        libelles: { acteurs: 'Les acteurs pressentis', partenaires: 'Les partenaires' },
      },
      indicateurs: [{ libelle: 'Retours des acteurs, en comité de suivi', type: 'qualitatif' }],
    },
    {
      numero: '4.4',
      titre: 'Prévention de la consommation d’alcool en milieu festif',
      contenu: {
        constats: [
          'L’alcoolisation est forte dans les lieux de fête.',
          'Les actions menées pendant la fête de la musique ont fait baisser les nuisances.',
          'Une charte de la vie nocturne rapproche commerçants, habitants, sécurité et santé.',
        ],
        objectifs: [
          'Prévenir les conduites à risque liées à l’alcool.',
          'Aller sur les lieux et aux moments où l’on boit.',
        ],
        actions: [
          'Sensibilisation par les pairs, avant et pendant les fêtes, avec des volontaires.',
          'Sensibilisation et formation des commerçants.',
        ],
        pilotage: ['Mission Santé Ville, CLSPD'],
        partenaires: ['Ville (Police municipale, CLSPD, centre-ville, santé)', 'État', 'Tremplin'],
        calendrier: [{ quand: '2014-T1', libelle: 'Sensibilisation par les pairs' }],
        criteres: ['Actions menées et public touché', 'Bilan annuel de la charte au CLSPD'],
        financeurs: ['État : MILDT, ARS', 'Santé Ville', 'Communauté du Pays d’Aix'],
        libelles: {
          constats: 'Constat',
          calendrier: 'Calendrier de mise en œuvre',
          criteres: 'Évaluation',
          financeurs: 'Financements mobilisables',
        },
      },
      indicateurs: [
        { libelle: 'Actions menées', type: 'nombre', unite: 'actions', periodicite: 'trimestre' },
        { libelle: 'Public touché', type: 'nombre', unite: 'personnes', periodicite: 'trimestre' },
        { libelle: 'Bilan annuel de la charte', type: 'qualitatif' },
      ],
    },
    {
      numero: '4.5',
      titre: 'Actions de prévention en sécurité routière',
      contenu: {
        constats: ['La Police municipale a son outil de prévention et va régulièrement dans les écoles.'],
        objectifs: [
          'Former les écoliers aux dangers de la route.',
          'Réduire les pratiques dangereuses et les accidents.',
        ],
        actions: [
          'Proposer ces séances à toutes les écoles volontaires.',
          'Séances sous forme de jeux et de mises en situation.',
          'Réunion d’information des familles, si l’école le souhaite.',
        ],
        pilotage: ['Police municipale'],
        partenaires: ['Ville', 'Éducation nationale'],
        calendrier: [{ quand: '2013-S1', libelle: 'Présentation aux directeurs d’école' }],
        criteres: ['Classes participantes'],
        financeurs: ['État : PDASR', 'Ville (fonctionnement)'],
        libelles: {
          objectifs: 'Enjeux',
          calendrier: 'Calendrier de mise en œuvre',
          criteres: 'Évaluation',
          financeurs: 'Financements mobilisables',
        },
      },
      indicateurs: [{ libelle: 'Classes participantes', type: 'nombre', unite: 'classes' }],
    },
  ],
}
