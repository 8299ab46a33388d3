import type { ClotureComptee } from '../../bilan/comptes.ts'
import { codesDe, declarerTableau, SANS_GROUPE, type TableauDeclare, valeursDe } from '../../bilan/tableau.ts'
import type { Modalite } from '../../dispositif.ts'
import { NON_RENSEIGNE, type Nomenclature } from '../../nomenclature.ts'
import { niveauDe } from '../../parcours/situation.ts'
import type { Reponses } from '../../reponses.ts'
import { type Niveau, niveauxSituation } from './situations.ts'
import { estLong, longueurs } from './tableaux-actes.ts'

const clos = 'Suivis dont la clôture est datée de la période, que la situation soit connue ou non.'
const compares =
  'Situation notée à l’entrée (lignes) et à la sortie du dispositif (colonnes). Une situation inconnue reste comptée, en « non renseigné ».'

type Niveaux = readonly (readonly [niveau: Niveau, libelle: string])[]

/** What the levels of each question mean. */
const domaines: readonly {
  readonly code: string
  readonly libelle: string
  readonly sensible?: true
  readonly niveaux: Niveaux
}[] = [
  {
    code: 'ressources',
    libelle: 'Ressources',
    niveaux: [
      ['acquis', 'Ressources propres'],
      ['fragile', 'Aide ou complément seulement'],
      ['manque', 'Sans ressources'],
    ],
  },
  {
    code: 'papiers',
    libelle: 'Papiers d’identité',
    niveaux: [
      ['acquis', 'Valides'],
      ['fragile', 'En cours'],
      ['manque', 'Perdus, périmés ou sans titre'],
    ],
  },
  {
    code: 'couverture',
    libelle: 'Couverture maladie',
    sensible: true,
    niveaux: [
      ['acquis', 'Couverture maladie'],
      ['manque', 'Aucune couverture'],
    ],
  },
]

/** Activities as funders add them up: a job or a training is a result, looking for one is not. */
const groupesActivite: Readonly<Record<string, readonly string[]>> = {
  'emploi-formation': ['cdi', 'cdd', 'interim', 'iae', 'formation', 'alternance', 'service-civique', 'etudes'],
  recherche: ['recherche', 'stage'],
  pension: ['retraite', 'invalidite'],
  sans: ['non-inscrit', 'travail-detention'],
}

const modalitesActivite: readonly Modalite[] = [
  { code: 'emploi-formation', libelle: 'Emploi ou formation' },
  { code: 'recherche', libelle: 'Recherche d’emploi, stage' },
  { code: 'pension', libelle: 'Retraite, invalidité' },
  { code: 'sans', libelle: 'Sans activité, ou travail en détention' },
]

const activiteDe = (reponses: Reponses | null): readonly string[] =>
  codesDe(reponses?.['activite']).flatMap((code) => groupeActivite(code) ?? [])

const groupeActivite = (code: string): string | undefined =>
  Object.entries(groupesActivite).find(([, membres]) => membres.includes(code))?.[0]

const modalitesLogement: readonly Modalite[] = [
  { code: 'acquis', libelle: 'Logement stable' },
  { code: 'fragile', libelle: 'Hébergement' },
  { code: 'manque', libelle: 'Sans logement, ou en détention' },
]

/** Answers at exit, each in its group; one that says nothing of the level stands with the missing ones. */
const detailler = (liste: string, groupeDe: (code: string) => string | undefined) => (n: Nomenclature) =>
  valeursDe(liste)(n).map((m) => Object.assign({}, m, { groupe: groupeDe(m.code) ?? NON_RENSEIGNE }))

const grouper =
  (liste: string, groupeDe: (code: string) => string | undefined) => (codes: readonly string[], n: Nomenclature) =>
    codes.flatMap((code) => (valeursDe(liste)(n).some((m) => m.code === code) ? (groupeDe(code) ?? []) : SANS_GROUPE))

const avecInconnues = (modalites: readonly Modalite[]) => () => [
  ...modalites,
  { code: SANS_GROUPE, libelle: 'Sans regroupement', masquee: true },
]

/** In the grouped catalogue, what is not a result is one row. */
const instable = { code: 'instable', libelle: 'Sans logement stable', membres: ['fragile', 'manque'] }
const horsEmploi = { code: 'hors-emploi', libelle: 'Ni emploi ni formation', membres: ['recherche', 'pension', 'sans'] }

const niveauLogement = (code: string): string | undefined => niveauxSituation.get('situation-logement')?.get(code)

const logement = {
  entree: {
    id: 'logementEntree',
    libelle: 'Logement à l’entrée',
    regroupements: [instable],
    modalites: () => modalitesLogement,
    classer: (c: ClotureComptee) => niveau(c.parcours.entree, 'logement'),
  },
  detail: {
    id: 'logementSortieDetail',
    libelle: 'Logement à la sortie',
    modalites: detailler('situation-logement', niveauLogement),
    classer: (c: ClotureComptee) => codesDe(c.parcours.sortie?.['logement']),
  },
  sortie: {
    id: 'logementSortie',
    libelle: 'Logement à la sortie',
    groupeDe: 'logementSortieDetail',
    regroupements: [instable],
    modalites: avecInconnues(modalitesLogement),
    classer: (c: ClotureComptee, n: Nomenclature) =>
      grouper('situation-logement', niveauLogement)(codesDe(c.parcours.sortie?.['logement']), n),
  },
}

const activite = {
  entree: {
    id: 'activiteEntree',
    libelle: 'Activité à l’entrée',
    regroupements: [horsEmploi],
    modalites: () => modalitesActivite,
    classer: (c: ClotureComptee) => activiteDe(c.parcours.entree),
  },
  detail: {
    id: 'activiteSortieDetail',
    libelle: 'Activité à la sortie',
    modalites: detailler('situation-activite', groupeActivite),
    classer: (c: ClotureComptee) => codesDe(c.parcours.sortie?.['activite']),
  },
  sortie: {
    id: 'activiteSortie',
    libelle: 'Activité à la sortie',
    groupeDe: 'activiteSortieDetail',
    regroupements: [horsEmploi],
    modalites: avecInconnues(modalitesActivite),
    classer: (c: ClotureComptee, n: Nomenclature) =>
      grouper('situation-activite', groupeActivite)(codesDe(c.parcours.sortie?.['activite']), n),
  },
}

function niveau(reponses: Reponses | null, question: string): readonly string[] {
  const atteint = reponses === null ? undefined : niveauDe(reponses, question)
  return atteint === undefined ? [] : [atteint]
}

const entreeSortie = ({ code, libelle, sensible, niveaux }: (typeof domaines)[number]): TableauDeclare => {
  const dimension = (moment: 'entree' | 'sortie', quand: string) => ({
    id: `${code}${moment === 'entree' ? 'Entree' : 'Sortie'}`,
    libelle: `${libelle} ${quand}`,
    ...(sensible === true ? { sensible } : {}),
    modalites: () => niveaux.map(([n, texte]) => ({ code: n, libelle: texte })),
    classer: (c: ClotureComptee) => niveau(c.parcours[moment], code),
  })
  return declarerTableau({
    id: `${code}-entree_x_${code}-sortie`,
    titre: `${libelle}, de l’entrée à la sortie`,
    definition: `${clos} ${compares}`,
    unite: 'clotures',
    dimensions: [dimension('entree', 'à l’entrée'), dimension('sortie', 'à la sortie')],
  })
}

/** What the follow-up changed. Its base is every suivi closed in the period: nobody unknown is left out of it. */
export const tableauxSituations: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'motif-sortie',
    titre: 'Suivis clos par motif de sortie',
    definition: `${clos} La réincarcération est celle que le service a connue ; elle ne mesure aucune récidive.`,
    unite: 'clotures',
    dimensions: [
      {
        id: 'motifSortie',
        libelle: 'Motif de sortie',
        sensible: true,
        modalites: valeursDe('motif-sortie'),
        regroupements: [
          {
            code: 'rompu',
            libelle: 'Interrompu',
            membres: ['perdu-de-vue', 'refus', 'non-respect', 'orientation-inadaptee'],
          },
          {
            code: 'empeche',
            libelle: 'Empêché',
            membres: ['demenagement', 'hospitalisation', 'eloignement', 'deces', 'autre'],
          },
        ],
        classer: (c) => (c.motif === null ? [] : [c.motif]),
      },
    ],
  }),
  declarerTableau({
    id: 'logement-entree_x_logement-sortie',
    titre: 'Logement, de l’entrée à la sortie',
    definition: `${clos} ${compares} Stable : propriétaire, locataire, logement accompagné.`,
    unite: 'clotures',
    dimensions: [logement.entree, logement.sortie],
  }),
  declarerTableau({
    id: 'logement-sortie',
    titre: 'Logement à la sortie',
    definition: clos,
    unite: 'clotures',
    detail: true,
    dimensions: [logement.detail],
  }),
  declarerTableau({
    id: 'activite-entree_x_activite-sortie',
    titre: 'Emploi et formation, de l’entrée à la sortie',
    definition: `${clos} ${compares}`,
    unite: 'clotures',
    dimensions: [activite.entree, activite.sortie],
  }),
  declarerTableau({
    id: 'activite-sortie',
    titre: 'Activité à la sortie',
    definition: clos,
    unite: 'clotures',
    detail: true,
    dimensions: [activite.detail],
  }),
  ...domaines.map(entreeSortie),
  declarerTableau({
    id: 'logement-sortie_x_activite-sortie',
    titre: 'Insertion à la sortie',
    definition: `${clos} Personne insérée : logement stable et emploi ou formation.`,
    unite: 'clotures',
    dimensions: [logement.sortie, activite.sortie],
  }),
  declarerTableau({
    id: 'suivi-long_x_activite-sortie',
    titre: 'Durée du suivi et activité à la sortie',
    definition: `${clos} Entretiens comptés depuis l’ouverture.`,
    unite: 'clotures',
    dimensions: [
      {
        id: 'suiviLongClos',
        libelle: 'Entretiens',
        modalites: longueurs,
        sansReponse: null,
        classer: (c) => [estLong(c.parcours.contacts)],
      },
      activite.sortie,
    ],
  }),
]
