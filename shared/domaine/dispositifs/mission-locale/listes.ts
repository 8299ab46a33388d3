import type { Liste } from '../../dispositif.ts'
import { listesJustice } from '../cvp/listes.ts'

/** Closed lists of the référent justice of a mission locale (field reference §3): those of the CVP, and what youth adds. */
export const listesMissionLocale: readonly Liste[] = [
  {
    code: 'role-mission-locale',
    libelle: 'Qualité',
    modalites: [
      {
        code: 'jeune',
        libelle: 'Jeune accompagné',
        synonymes: ['jeune', 'jeune accompagnée', 'accompagné', 'accompagnée', 'bénéficiaire'],
      },
      { code: 'proche', libelle: 'Proche', synonymes: ['famille', 'parent', 'entourage'] },
    ],
  },
  {
    code: 'mission-locale',
    libelle: 'Mission locale',
    ouverte: true,
    modalites: [],
  },
  {
    code: 'suite',
    libelle: 'Suite de l’accompagnement',
    groupes: [
      { code: 'activite', libelle: 'Emploi ou formation' },
      { code: 'relais', libelle: 'Accompagnement poursuivi' },
      { code: 'sans', libelle: 'Sans solution connue' },
    ],
    modalites: [
      {
        code: 'emploi-durable',
        libelle: 'Emploi durable (CDI, CDD de plus de six mois)',
        groupe: 'activite',
        synonymes: ['emploi durable', 'CDI'],
      },
      { code: 'emploi', libelle: 'Emploi', groupe: 'activite', synonymes: ['CDD', 'intérim', 'emploi court'] },
      { code: 'formation', libelle: 'Formation', groupe: 'activite', synonymes: ['stage', 'scolarité'] },
      {
        code: 'alternance',
        libelle: 'Alternance',
        groupe: 'activite',
        synonymes: ['apprentissage', 'contrat de professionnalisation'],
      },
      {
        code: 'contrat-aide',
        libelle: 'Contrat aidé, insertion',
        groupe: 'activite',
        synonymes: ['contrat aidé', 'IAE'],
      },
      { code: 'service-civique', libelle: 'Service civique', groupe: 'activite' },
      {
        code: 'relais-mission-locale',
        libelle: 'Relais à une mission locale',
        groupe: 'relais',
        synonymes: ['relais mission locale', 'relais ML', 'relais'],
      },
      {
        code: 'amenagement-peine',
        libelle: 'Aménagement de peine',
        groupe: 'relais',
        synonymes: ['aménagement'],
      },
      { code: 'autre', libelle: 'Autre suite', groupe: 'relais', synonymes: ['autre', 'autres'] },
      { code: 'perdu-de-vue', libelle: 'Perdu de vue', groupe: 'sans', synonymes: ['sans nouvelles'] },
    ],
  },
  ...listesJustice,
]
