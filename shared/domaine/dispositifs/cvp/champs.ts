import type { Champ } from '../../dispositif.ts'
import { champSexe } from '../communs.ts'

/**
 * The questions of the correspondant ville-prison, in the order of the interview. Measures, stays, situations, démarches and
 * the service in charge are things of their own, with their dates: no question here speaks of them.
 */
export const champsCvp: readonly Champ[] = [
  champSexe,
  {
    code: 'nationalite',
    libelle: 'Nationalité',
    porteur: 'participation',
    type: 'choix',
    liste: 'nationalite',
    actif: false,
    aide: 'À n’activer que si un droit dépend de la régularité du séjour.',
  },
  {
    code: 'prescripteur',
    libelle: 'Prescripteur',
    porteur: 'suivi',
    type: 'choix',
    liste: 'prescripteur',
    actif: true,
    aide: 'Qui a orienté la personne vers le service.',
    colonnes: ['orienteur', 'orienté par', 'adressé par', 'origine', 'provenance', 'origine de l’orientation'],
  },
  {
    code: 'modalite',
    libelle: 'Modalité',
    porteur: 'entretien',
    type: 'choix',
    liste: 'modalite-justice',
    actif: true,
    repris: true,
    colonnes: ['type d’entretien', 'mode', 'mode de contact'],
  },
  {
    code: 'etablissement',
    libelle: 'Établissement ou lieu',
    porteur: 'entretien',
    type: 'choix',
    liste: 'lieu-justice',
    actif: true,
    repris: true,
    colonnes: [
      'établissement',
      'établissement pénitentiaire',
      'lieu',
      'lieu d’entretien',
      'lieu de l’entretien',
      'lieu de détention',
      'prison',
    ],
  },
  {
    code: 'domaines',
    libelle: 'Domaines abordés',
    porteur: 'entretien',
    type: 'choix-multiple',
    liste: 'domaine',
    actif: true,
    colonnes: ['domaine', 'domaines', 'thème', 'thèmes', 'objet', 'besoins'],
  },
]
