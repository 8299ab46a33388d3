import type { OrientationComptee, PersonneComptee, SuiviCompte, EntretienCompte } from '../../bilan/comptes.ts'
import {
  codesDe,
  declarerTableau,
  groupe,
  groupesDe,
  SANS_GROUPE,
  type TableauDeclare,
  valeursDe,
} from '../../bilan/tableau.ts'
import { NON_RENSEIGNE, type Nomenclature } from '../../nomenclature.ts'

const personnes = 'Personnes distinctes présentes à un entretien au moins pendant la période.'

const dernierType = 'Chacune compte une fois, dans son dernier type de public de la période.'

const typePublic = {
  id: 'typePublic',
  libelle: 'Type de public',
  modalites: valeursDe('type-public'),
  multiple: true,
  classer: (p: PersonneComptee) => p.participations.map((s) => s.role).filter((role) => role !== NON_RENSEIGNE),
} as const

/** In crossings each person stands in one row, so that sums are right and the proof of secrecy small. */
const dernierTypePublic = {
  id: 'dernierTypePublic',
  libelle: 'Type de public',
  modalites: valeursDe('type-public'),
  parmi: 'typePublic',
  sensible: true,
  regroupements: [
    {
      code: 'autres-publics',
      libelle: 'Autres publics',
      membres: ['temoin', 'mineur-present', 'entourage'],
    },
  ],
  classer: (p: PersonneComptee) => typePublic.classer(p).slice(-1),
} as const

const sexe = {
  id: 'sexe',
  libelle: 'Sexe',
  modalites: valeursDe('sexe'),
  classer: (p: PersonneComptee) => codesDe(p.reponses['sexe']),
}

const trancheDe = (age: number, { tranchesAge }: Nomenclature): readonly string[] =>
  tranchesAge
    .filter((t) => t.jusqua === null || age <= t.jusqua)
    .map((t) => t.code)
    .slice(0, 1)

const majoriteDe = (age: number): string => (age < 18 ? 'mineur' : 'majeur')

const age = {
  id: 'age',
  libelle: 'Âge',
  regroupements: [
    { code: '18-45', libelle: '18 à 45 ans', membres: ['18-25', '26-45'] },
    { code: '46-plus', libelle: '46 ans et plus', membres: ['46-64', '65-plus'] },
  ],
  modalites: ({ tranchesAge }: Nomenclature) =>
    tranchesAge.map(({ code, libelle, jusqua }) => ({ code, libelle, groupe: majoriteDe(jusqua ?? 120) })),
  classer: (p: PersonneComptee, n: Nomenclature) => (p.age === null ? [] : trancheDe(p.age, n)),
}

const majorite = {
  id: 'majorite',
  libelle: 'Majorité',
  groupeDe: 'age',
  modalites: () => [
    { code: 'mineur', libelle: 'Mineur' },
    { code: 'majeur', libelle: 'Majeur' },
  ],
  classer: (p: PersonneComptee) => (p.age === null ? [] : [majoriteDe(p.age)]),
}

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

const groupesDeProblematique = (codes: readonly string[], n: Nomenclature): readonly string[] =>
  codes.map((code) => groupe(n, 'problematique', code))

const ouiNon = (oui: string, non: string) => () => [
  { code: 'oui', libelle: oui },
  { code: 'non', libelle: non },
]

/**
 * Tables of the yearly report of the ISC (domaine/isc.md §3, T1–T15). The crossings make one triangle (type of public, sex,
 * age) and one more branch, so that the proof of secrecy stays small (secret-statistique.md §5.11).
 */
export const tableauxIsc: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'type-public',
    titre: 'Personnes par type de public',
    definition: `${personnes} Le type de public est le rôle de la personne dans ses situations de la période.`,
    unite: 'personnes',
    dimensions: [typePublic],
  }),
  declarerTableau({
    id: 'sexe',
    titre: 'Personnes par sexe',
    definition: personnes,
    unite: 'personnes',
    champ: 'sexe',
    dimensions: [sexe],
  }),
  declarerTableau({
    id: 'age',
    titre: 'Personnes par âge',
    definition: `${personnes} Âge au premier entretien de la période ; quand seule l’année de naissance est connue, âge atteint dans l’année.`,
    unite: 'personnes',
    dimensions: [age],
  }),
  declarerTableau({
    id: 'sexe_x_age',
    titre: 'Personnes par sexe, majeures et mineures',
    definition: `${personnes} Est mineure une personne de moins de 18 ans à son premier entretien de la période.`,
    unite: 'personnes',
    champ: 'sexe',
    dimensions: [sexe, majorite],
  }),
  declarerTableau({
    id: 'type-public_x_sexe',
    titre: 'Type de public et sexe',
    definition: `${personnes} ${dernierType}`,
    unite: 'personnes',
    champ: 'sexe',
    dimensions: [dernierTypePublic, sexe],
  }),
  declarerTableau({
    id: 'type-public_x_age',
    titre: 'Type de public et âge',
    definition: `${personnes} ${dernierType} Âge au premier entretien de la période.`,
    unite: 'personnes',
    dimensions: [dernierTypePublic, age],
  }),
  declarerTableau({
    id: 'type-public_x_problematique',
    titre: 'Type de public et problématique',
    definition: `${personnes} ${dernierType} Problématique principale, par famille, de la situation vue en dernier dans la période.`,
    unite: 'personnes',
    champ: 'problematique',
    dimensions: [
      dernierTypePublic,
      {
        id: 'problematiqueGroupe',
        libelle: 'Famille de problématiques',
        sensible: true,
        regroupements: [
          { code: 'autres', libelle: 'Autres', membres: ['mineurs', 'sante', 'social', 'autres', SANS_GROUPE] },
        ],
        modalites: groupesDe('problematique'),
        classer: (p, n) => groupesDeProblematique(codesDe(p.participations.at(-1)?.suivi['problematique']), n),
      },
    ],
  }),
  declarerTableau({
    id: 'connu-services-sociaux',
    titre: 'Personnes connues des services sociaux',
    definition: `${personnes} Dernière réponse donnée dans ses situations de la période.`,
    unite: 'personnes',
    champ: 'connuServicesSociaux',
    dimensions: [
      {
        id: 'connuServicesSociaux',
        libelle: 'Connue des services sociaux',
        modalites: ouiNon('Connue', 'Inconnue'),
        classer: (p) => p.participations.flatMap((s) => codesDe(s.reponses['connuServicesSociaux'])).slice(-1),
      },
    ],
  }),
  declarerTableau({
    id: 'nouvelle',
    titre: 'Personnes nouvelles et déjà venues',
    definition: `${personnes} Une personne est nouvelle quand son tout premier entretien dans ce coffre a lieu pendant la période ; l’ensemble est la file active.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'nouvelle',
        libelle: 'Première venue',
        modalites: ouiNon('Nouvelle', 'Déjà venue'),
        sansReponse: null,
        classer: (p) => [p.nouvelle ? 'oui' : 'non'],
      },
    ],
  }),
  declarerTableau({
    id: 'anonymat',
    titre: 'Personnes reçues avec ou sans nom',
    definition: `${personnes} Sans nom, rien ne permet de reconnaître quelqu’un : chaque contact anonyme compte pour une personne.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'anonymat',
        libelle: 'Nom donné',
        modalites: () => [
          { code: 'nommee', libelle: 'Avec un nom' },
          { code: 'anonyme', libelle: 'Anonyme' },
        ],
        sansReponse: null,
        classer: (p) => [p.anonyme ? 'anonyme' : 'nommee'],
      },
    ],
  }),
  declarerTableau({
    id: 'commune',
    titre: 'Personnes par commune',
    definition: `${personnes} Commune de résidence au dernier entretien de la période. Les communes dont l’effectif reste sous le seuil sont réunies.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'commune',
        libelle: 'Commune',
        modalites: () => [],
        autres: 'Autres communes',
        classer: (p) => (p.commune === null ? [] : [p.commune]),
      },
    ],
  }),
  declarerTableau({
    id: 'lieu',
    titre: 'Personnes par lieu d’accueil',
    definition: `${personnes} Une personne reçue en deux lieux compte dans chacun.`,
    unite: 'personnes',
    champ: 'lieu',
    dimensions: [
      {
        id: 'lieu',
        libelle: 'Lieu',
        modalites: valeursDe('lieu'),
        multiple: true,
        recoupementPublic: true,
        classer: (p) => p.entretiens.flatMap((e) => codesDe(e.reponses['lieu'])),
      },
    ],
  }),
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
        classer: (s, n) => groupesDeProblematique(problematique.classer(s), n),
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
