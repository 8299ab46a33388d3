import type { Champ } from '../../dispositif.ts'
import { champsCvp } from '../cvp/champs.ts'

/**
 * The questions of the référent justice: those of the CVP, and what becomes of a youth. The last ones are borne by the young
 * person's part in the follow-up, so that no list of persons can be drawn from them by a filter. Contracts and the
 * hand-over to another mission locale are dated things of their own.
 */
export const champsMissionLocale: readonly Champ[] = [
  ...champsCvp,
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
