import type { PersonneComptee } from '../../bilan/comptes.ts'
import {
  codesDe,
  declarerTableau,
  groupe,
  groupesDe,
  ouiNon,
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

/**
 * Who came (domaine/isc.md §3). The crossings make one triangle (type of public, sex, age) and one more branch, so that the
 * proof of secrecy stays small (secret-statistique.md §5.11).
 */
export const tableauxPersonnes: readonly TableauDeclare[] = [
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
        classer: (p, n) =>
          codesDe(p.participations.at(-1)?.suivi['problematique']).map((code) => groupe(n, 'problematique', code)),
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
]
