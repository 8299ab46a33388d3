import type { EntretienCompte, OrientationComptee, SuiviCompte } from '../../bilan/comptes.ts'
import {
  codesDe,
  declarerTableau,
  groupe,
  groupesDe,
  ouiNon,
  type TableauDeclare,
  valeursDe,
} from '../../bilan/tableau.ts'

const problematique = {
  id: 'problematique',
  libelle: 'Problématique principale',
  sensible: true,
  modalites: valeursDe('problematique'),
  classer: (s: SuiviCompte) => codesDe(s.reponses['problematique']),
} as const

const saisine = {
  id: 'saisine',
  libelle: 'Origine de la saisine',
  modalites: valeursDe('saisine'),
  classer: (s: SuiviCompte) => codesDe(s.reponses['saisine']),
}

const destination = {
  id: 'orientation',
  libelle: 'Orientation',
  modalites: valeursDe('destination'),
  sansReponse: null,
  classer: (o: OrientationComptee) => [o.destination],
}

/** What they came for, what was done and where they were sent (domaine/isc.md §3). */
export const tableauxActes: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'saisine',
    titre: 'Saisines par origine',
    definition: 'Situations dont la saisine est datée de la période (à défaut de date, l’ouverture).',
    unite: 'saisines',
    champ: 'saisine',
    detail: true,
    dimensions: [saisine],
  }),
  declarerTableau({
    id: 'saisine-groupe',
    titre: 'Saisines par grande origine',
    definition: 'Les mêmes saisines, par grande origine.',
    unite: 'saisines',
    champ: 'saisine',
    dimensions: [
      {
        id: 'saisineGroupe',
        libelle: 'Grande origine',
        groupeDe: 'saisine',
        modalites: groupesDe('saisine'),
        classer: (s, n) => saisine.classer(s).map((code) => groupe(n, 'saisine', code)),
      },
    ],
  }),
  declarerTableau({
    id: 'nouvelle-situation',
    titre: 'Situations nouvelles et déjà ouvertes',
    definition: 'Situations qui ont eu un entretien au moins pendant la période ; nouvelle quand elle y a été ouverte.',
    unite: 'suivis',
    dimensions: [
      {
        id: 'nouvelleSituation',
        libelle: 'Ouverture',
        modalites: ouiNon('Ouverte pendant la période', 'Déjà ouverte'),
        sansReponse: null,
        classer: (s) => [s.ouvertDansLaPeriode ? 'oui' : 'non'],
      },
    ],
  }),
  declarerTableau({
    id: 'problematique',
    titre: 'Situations par problématique principale',
    definition:
      'Situations qui ont eu un entretien au moins pendant la période, une seule problématique principale chacune.',
    unite: 'suivis',
    champ: 'problematique',
    detail: true,
    dimensions: [problematique],
  }),
  declarerTableau({
    id: 'problematique-groupe',
    titre: 'Situations par famille de problématiques',
    definition: 'Les mêmes situations, par famille de problématiques principales.',
    unite: 'suivis',
    champ: 'problematique',
    dimensions: [
      {
        id: 'problematiqueFamille',
        libelle: 'Famille de problématiques',
        groupeDe: 'problematique',
        modalites: groupesDe('problematique'),
        classer: (s, n) => problematique.classer(s).map((code) => groupe(n, 'problematique', code)),
      },
    ],
  }),
  declarerTableau({
    id: 'problematique-secondaire',
    titre: 'Situations par problématique secondaire',
    definition: 'Les mêmes situations ; plusieurs problématiques secondaires sont possibles.',
    unite: 'suivis',
    champ: 'problematiquesSecondaires',
    detail: true,
    dimensions: [
      {
        id: 'problematiqueSecondaire',
        libelle: 'Problématique secondaire',
        modalites: valeursDe('problematique'),
        multiple: true,
        sansReponse: 'Aucune indiquée',
        classer: (s) => codesDe(s.reponses['problematiquesSecondaires']),
      },
    ],
  }),
  declarerTableau({
    id: 'modalite',
    titre: 'Entretiens par modalité',
    definition: 'Entretiens datés de la période.',
    unite: 'entretiens',
    champ: 'modalite',
    dimensions: [
      {
        id: 'modalite',
        libelle: 'Modalité',
        modalites: valeursDe('modalite'),
        classer: (e) => codesDe(e.reponses['modalite']),
      },
    ],
  }),
  declarerTableau({
    id: 'accueil',
    titre: 'Entretiens par type d’accueil',
    definition: 'Entretiens datés de la période.',
    unite: 'entretiens',
    champ: 'accueil',
    dimensions: [
      {
        id: 'accueil',
        libelle: 'Accueil',
        modalites: valeursDe('accueil'),
        classer: (e) => codesDe(e.reponses['accueil']),
      },
    ],
  }),
  declarerTableau({
    id: 'action',
    titre: 'Entretiens par action menée',
    definition: 'Entretiens datés de la période ; plusieurs actions sont possibles pendant un entretien.',
    unite: 'entretiens',
    champ: 'actions',
    dimensions: [
      {
        id: 'action',
        libelle: 'Action',
        modalites: valeursDe('action'),
        multiple: true,
        sansReponse: 'Aucune indiquée',
        classer: (e: EntretienCompte) => codesDe(e.reponses['actions']),
      },
    ],
  }),
  declarerTableau({
    id: 'orientation',
    titre: 'Orientations par destination',
    definition: 'Orientations décidées pendant les entretiens de la période ; un entretien peut en compter plusieurs.',
    unite: 'orientations',
    detail: true,
    dimensions: [destination],
  }),
  declarerTableau({
    id: 'orientation-groupe',
    titre: 'Orientations par type de service',
    definition: 'Les mêmes orientations, par type de service.',
    unite: 'orientations',
    dimensions: [
      {
        id: 'orientationGroupe',
        libelle: 'Type de service',
        groupeDe: 'orientation',
        modalites: groupesDe('destination'),
        sansReponse: null,
        classer: (o, n) => [groupe(n, 'destination', o.destination)],
      },
    ],
  }),
]
