import type { Liste } from '../../dispositif.ts'
import { sexe } from '../communs.ts'

/** Closed lists of the host of a TIG (field reference §2.3). The offence is known to no host, and has no list. */
export const listesTig: readonly Liste[] = [
  sexe,
  { code: 'role-tig', libelle: 'Rôle', modalites: [{ code: 'accueillie', libelle: 'Personne accueillie' }] },
  {
    code: 'service-referent',
    libelle: 'Service référent',
    modalites: [
      { code: 'spip', libelle: 'SPIP', synonymes: ['SPIP milieu ouvert', 'CPIP'] },
      { code: 'pjj', libelle: 'PJJ', synonymes: ['STEMO', 'éducateur PJJ'] },
      { code: 'delegue-procureur', libelle: 'Délégué du procureur', synonymes: ['DPR', 'parquet'] },
      { code: 'autre', libelle: 'Autre service' },
    ],
  },
  {
    code: 'issue-tig',
    libelle: 'Issue',
    modalites: [
      { code: 'execute-total', libelle: 'Exécuté en entier' },
      { code: 'execute-partiel-reoriente', libelle: 'Exécuté en partie, puis réorienté' },
      { code: 'non-presente', libelle: 'Ne s’est pas présenté' },
      { code: 'interrompu-faute', libelle: 'Interrompu pour faute' },
      { code: 'interrompu-sante', libelle: 'Interrompu pour raison de santé' },
      { code: 'suspendu', libelle: 'Suspendu' },
      { code: 'annule', libelle: 'Annulé' },
    ],
  },
]
