import type { AxeExemple } from './exemple.ts'

export const aideAuxVictimes: AxeExemple = {
  numero: '3',
  titre: 'Aide aux victimes et accès au droit',
  fiches: [
    {
      numero: '3.1',
      titre: 'Prise en charge des touristes victimes',
      contenu: {
        constats: [
          'Papiers volés, hébergement en urgence : un touriste victime a des besoins particuliers.',
          'Un protocole de prise en charge existe depuis 2012 avec la Police municipale.',
        ],
        objectifs: [
          'Mieux aider les touristes victimes dans leurs démarches.',
          'Étendre à ce public les actions d’aide aux victimes.',
        ],
        actions: [
          'Rapprocher l’aide aux victimes et les acteurs du tourisme.',
          'Plaquette : conseils de prévention, services à appeler.',
          'Appliquer la convention entre industries touristiques et sécurité publique (Marseille, Aix-en-Provence).',
          'Réfléchir à ce qui facilite le dépôt de plainte.',
        ],
        pilotage: ['Police municipale', 'Police nationale'],
        acteurs: [
          'Office du tourisme',
          'Police municipale',
          'Police nationale',
          'Justice',
          'Association d’aide aux victimes',
        ],
        partenaires: ['Ville', 'Police nationale', 'Préfecture', 'Justice'],
        criteres: ['Personnes accueillies dans le dispositif'],
        financeurs: ['Ville : aide pécuniaire d’urgence et ponctuelle'],
        libelles: { acteurs: 'Les acteurs pressentis', financeurs: 'Financeurs pressentis' },
      },
      indicateurs: [{ libelle: 'Personnes accueillies', type: 'nombre', unite: 'personnes' }],
    },
    {
      numero: '3.2',
      titre: 'Violences au sein du couple : prévention, sensibilisation, prise en charge',
      contenu: {
        constats: [
          'Beaucoup de dispositifs : bureau d’aide aux victimes au tribunal depuis janvier 2013, associations, intervenant social au commissariat, hébergements, Maison de justice et du droit (2001).',
          'Un protocole de prise en charge est piloté par le parquet.',
          'Cette richesse oblige à informer sur ce qui existe et à tenir l’information à jour.',
        ],
        objectifs: [
          'Sensibiliser les acteurs de proximité.',
          'Faire connaître les structures que l’on peut solliciter.',
        ],
        actions: [
          'Information et sensibilisation des professionnels.',
          'Vade-mecum d’orientation pour ceux qui accueillent.',
        ],
        pilotage: ['Justice', 'Communauté du Pays d’Aix'],
        acteurs: [
          'Maison de la solidarité',
          'SPIP',
          'Associations d’aide aux victimes et d’accès au droit',
          'Structures de proximité et d’hébergement',
          'Polices nationale et municipale',
          'Maison de justice et du droit',
          'Justice',
        ],
        partenaires: ['Ville', 'Communauté du Pays d’Aix', 'État', 'Parquet', 'Conseil régional'],
        calendrier: [
          { quand: '2013', libelle: 'Information et sensibilisation, aux deux semestres' },
          { quand: '2014-S1', libelle: 'Vade-mecum d’orientation' },
        ],
        criteres: [
          'Actions de sensibilisation',
          'Qualité et nombre des personnes formées',
          'Évaluation du protocole par la justice',
        ],
        financeurs: ['Ville, Communauté du Pays d’Aix', 'État', 'Conseil régional', 'Conseil général'],
        libelles: {
          acteurs: 'Les acteurs pressentis',
          partenaires: 'Les partenaires institutionnels',
          calendrier: 'Calendrier de mise en œuvre',
          financeurs: 'Financeurs pressentis',
        },
      },
      indicateurs: [
        { libelle: 'Actions de sensibilisation', type: 'nombre', unite: 'actions', periodicite: 'semestre' },
        { libelle: 'Personnes formées', type: 'nombre', unite: 'personnes', periodicite: 'semestre' },
        { libelle: 'Qualité des personnes formées', type: 'liste' },
        { libelle: 'Évaluation du protocole', type: 'jalon' },
      ],
    },
  ],
}
