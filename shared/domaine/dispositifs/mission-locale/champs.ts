import type { Champ } from '../../dispositif.ts'
import { champsJustice } from '../cvp/champs.ts'

/**
 * The questions of the référent justice: those of the CVP, and those of the missions locales. They are borne by the young
 * person's part in the follow-up, so that no list of persons can be drawn from them by a filter.
 */
export const champsMissionLocale: readonly Champ[] = [
  ...champsJustice,
  {
    code: 'missionLocale',
    libelle: 'Mission locale de rattachement',
    porteur: 'participation',
    type: 'choix',
    liste: 'mission-locale',
    actif: true,
    colonnes: ['mission locale', 'ML', 'ML de rattachement', 'mission locale d’origine'],
  },
  {
    code: 'missionLocaleRelais',
    libelle: 'Mission locale de relais',
    porteur: 'participation',
    type: 'choix',
    liste: 'mission-locale',
    actif: true,
    aide: 'Celle qui prend la suite, près du lieu où vit le jeune à la sortie.',
    colonnes: ['ML relais', 'mission locale relais'],
  },
  {
    code: 'contrat',
    libelle: 'Contrat d’accompagnement',
    porteur: 'participation',
    type: 'choix',
    liste: 'contrat-jeune',
    actif: true,
    colonnes: ['contrat', 'dispositif', 'programme'],
  },
  {
    code: 'milieu',
    libelle: 'Milieu au premier entretien',
    porteur: 'participation',
    type: 'choix',
    liste: 'milieu',
    actif: true,
    colonnes: ['milieu', 'milieu ouvert ou fermé'],
  },
  {
    code: 'suite',
    libelle: 'Suite de l’accompagnement',
    porteur: 'participation',
    type: 'choix',
    liste: 'suite',
    actif: true,
    aide: 'Laissez vide tant que l’accompagnement dure.',
    colonnes: ['suite', 'suite donnée', 'issue', 'situation à la sortie'],
  },
]
