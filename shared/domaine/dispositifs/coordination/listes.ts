import type { Liste } from '../../dispositif.ts'
import { listesObservatoire } from './listes-observatoire.ts'

/** Closed lists of the coordinator: functions and services, never persons (field reference §4). */
export const listesCoordination: readonly Liste[] = [
  {
    code: 'fonction-instance',
    libelle: 'Fonction représentée',
    modalites: [
      { code: 'maire', libelle: 'Maire ou élu délégué' },
      { code: 'prefet', libelle: 'Préfet ou représentant de l’État' },
      { code: 'procureur', libelle: 'Procureur de la République ou son représentant' },
      { code: 'president-epci', libelle: 'Président de l’intercommunalité' },
      { code: 'police-nationale', libelle: 'Police nationale' },
      { code: 'gendarmerie', libelle: 'Gendarmerie nationale' },
      { code: 'police-municipale', libelle: 'Police municipale' },
      { code: 'education-nationale', libelle: 'Éducation nationale' },
      { code: 'departement', libelle: 'Département' },
      { code: 'spip', libelle: 'SPIP' },
      { code: 'pjj', libelle: 'PJJ' },
      { code: 'bailleur', libelle: 'Bailleur' },
      { code: 'transport', libelle: 'Transporteur' },
      { code: 'centre-social', libelle: 'Centre social, prévention spécialisée' },
      { code: 'association', libelle: 'Association' },
      { code: 'coordonnateur', libelle: 'Coordonnateur' },
      { code: 'autre', libelle: 'Autre fonction' },
    ],
  },
  {
    code: 'statut-fiche',
    libelle: 'Statut d’une fiche action',
    modalites: [
      { code: 'a-lancer', libelle: 'À lancer' },
      { code: 'en-cours', libelle: 'En cours' },
      { code: 'realisee', libelle: 'Réalisée' },
      { code: 'reportee', libelle: 'Reportée' },
      { code: 'abandonnee', libelle: 'Abandonnée' },
    ],
  },
  ...listesObservatoire,
]
