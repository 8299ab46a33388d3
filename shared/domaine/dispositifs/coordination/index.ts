import type { Dispositif } from '../../dispositif.ts'
import { listesCoordination } from './listes.ts'

/**
 * Coordonnateur of a CLSPD or STSPD: the strategy, its meetings, the observatoire and the posts that are added up (field
 * reference §4). It follows no person: the lists that a follow-up needs name functions and statuses instead.
 */
export const coordination: Dispositif = {
  code: 'coordination',
  libelle: 'Coordination CLSPD, STSPD',
  libelleCourt: 'Coordination',
  nature: 'sans-personne',
  motSuivi: { singulier: 'fiche action', pluriel: 'fiches action', genre: 'feminin' },
  listes: listesCoordination,
  champs: [],
  listeRoles: 'fonction-instance',
  listeDestinations: 'fonction-instance',
  roleParDefaut: 'autre',
  listeMotifs: 'statut-fiche',
  tranchesAge: [{ code: 'tous', libelle: 'Tous âges', jusqua: null }],
  sections: [
    {
      code: 'contexte',
      titre: 'Contexte',
      aide: 'Ce que l’État et ses partenaires ont fait connaître, avec sa source.',
    },
    {
      code: 'qualitatif',
      titre: 'Ce que les chiffres ne disent pas',
      aide: 'L’avancement vu par ceux qui le portent.',
    },
    { code: 'difficultes', titre: 'Difficultés', aide: 'Ce qui a manqué : moyens, délais, partenaires.' },
    { code: 'priorites', titre: 'Priorités de l’année suivante', aide: 'Fiches nouvelles ou modifiées à valider.' },
  ],
  conservation: {
    mois: 36,
    depuis: 'cloture',
    sort: 'effacement',
    visa: true,
    source:
      'CNIL, AU-038 (délibération n° 2014-262), art. 5 : trois ans après la fin du suivi, rien au-delà de 25 ans, et destruction sous réserve du code du patrimoine.',
    fixe: true,
  },
}
