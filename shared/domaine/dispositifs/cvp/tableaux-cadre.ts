import type { PersonneComptee } from '../../bilan/comptes.ts'
import type { ParcoursCompte } from '../../bilan/comptes-parcours.ts'
import { declarerTableau, ouiNon, type TableauDeclare } from '../../bilan/tableau.ts'
import { type Nomenclature, trouverListe } from '../../nomenclature.ts'
import { modesEncadres } from '../../parcours/passage.ts'
import { libellesStatutPenal, statutsPenaux } from '../../parcours/statut-penal.ts'
import { DETENTION } from '../lieux.ts'
import { age, fileActive } from './tableaux-personnes.ts'

/** Parcours of the suivis of the period where she is the one accompanied, the one seen last at the end. */
const parcoursDe = (p: PersonneComptee): readonly ParcoursCompte[] =>
  p.participations.filter((s) => s.accompagnee).map((s) => s.parcours)

const estEnDetention = (nomenclature: Nomenclature, etablissement: string | null): boolean =>
  trouverListe(nomenclature, 'lieu-justice').modalites.some((m) => m.code === etablissement && m.groupe === DETENTION)

/** Where it was is what says so; failing that, how; failing both, whether the person was then inside. */
export const milieuDe = (
  nomenclature: Nomenclature,
  contact: { readonly etablissement: string | null; readonly modalite: string | null; readonly dedans?: boolean },
): readonly string[] => {
  const { etablissement, modalite, dedans } = contact
  if (modalite === 'detention') return [DETENTION]
  if (etablissement !== null) return [estEnDetention(nomenclature, etablissement) ? DETENTION : 'dehors']
  if (dedans === true) return [DETENTION]
  return modalite === null ? [] : ['dehors']
}

export const milieux = () => [
  { code: DETENTION, libelle: 'En établissement pénitentiaire' },
  { code: 'dehors', libelle: 'Dehors' },
]

const initie = {
  id: 'initie',
  libelle: 'Premier entretien',
  modalites: milieux,
  classer: (p: PersonneComptee, n: Nomenclature) =>
    parcoursDe(p)
      .flatMap(({ premierContact }) => (premierContact === null ? [] : milieuDe(n, premierContact)))
      .slice(-1),
}

/** How the last release of the period was arranged. */
const liberation = (p: PersonneComptee): readonly string[] => {
  const mode = parcoursDe(p)
    .flatMap((s) => s.liberation ?? [])
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1)?.mode
  if (mode === undefined) return ['aucune']
  if (modesEncadres.has(mode)) return ['encadree']
  return mode === 'fin-de-peine-sans-mesure' || mode === 'liberation-prevenu' ? [mode] : ['autre']
}

/** Where the follow-up of each person stands: where it began, the judicial frame, the release, the comité, the notice. */
export const tableauxCadre: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'initie',
    titre: 'Suivis initiés en détention',
    definition: `${fileActive} Lieu du tout premier entretien du suivi vu en dernier, même avant la période.`,
    unite: 'personnes',
    dimensions: [initie],
  }),
  declarerTableau({
    id: 'initie_x_age',
    titre: 'Lieu du premier entretien et âge',
    definition: `${fileActive} Lieu du tout premier entretien ; âge au premier acte de la période.`,
    unite: 'personnes',
    detail: true,
    dimensions: [initie, age],
  }),
  declarerTableau({
    id: 'statut-penal',
    titre: 'Personnes par statut pénal',
    definition: `${fileActive} Statut au dernier acte connu à la fin de la période. Un prévenu est présumé innocent.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'statutPenal',
        libelle: 'Statut pénal',
        sensible: true,
        modalites: () => statutsPenaux.map((code) => ({ code, libelle: libellesStatutPenal[code] })),
        regroupements: [
          { code: 'detenue', libelle: 'Prévenu ou condamné', membres: ['prevenu', 'condamne', 'condamne-prevenu'] },
          { code: 'libre', libelle: 'Libre', membres: ['libre-mesure', 'libre-fin-de-peine'] },
        ],
        classer: (p) =>
          parcoursDe(p)
            .flatMap((s) => s.statut ?? [])
            .slice(-1),
      },
    ],
  }),
  declarerTableau({
    id: 'liberation',
    titre: 'Personnes libérées pendant la période',
    definition: `${fileActive} Dernière libération connue de la période, hors transferts. Encadrée : suivie d’une mesure (sursis probatoire, libération conditionnelle ou sous contrainte, surveillance électronique, semi-liberté, placement à l’extérieur, suspension).`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'liberation',
        libelle: 'Libération',
        sensible: true,
        sansReponse: null,
        modalites: () => [
          { code: 'encadree', libelle: 'Sortie encadrée' },
          { code: 'fin-de-peine-sans-mesure', libelle: 'Fin de peine sans mesure' },
          { code: 'liberation-prevenu', libelle: 'Libération d’un prévenu' },
          { code: 'autre', libelle: 'Mode de sortie autre ou inconnu' },
          { code: 'aucune', libelle: 'Pas de libération connue' },
        ],
        regroupements: [
          {
            code: 'sans-mesure',
            libelle: 'Libération sans mesure connue',
            membres: ['fin-de-peine-sans-mesure', 'liberation-prevenu', 'autre'],
          },
        ],
        classer: liberation,
      },
    ],
  }),
  declarerTableau({
    id: 'comite',
    titre: 'Personnes vues en comité de suivi',
    definition: `${fileActive} Vue : un comité de la période a pris une décision pour son suivi.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'comite',
        libelle: 'Comité de suivi',
        modalites: ouiNon('Vue en comité', 'Pas vue'),
        sansReponse: null,
        classer: (p) => [parcoursDe(p).some((s) => s.examine) ? 'oui' : 'non'],
      },
    ],
  }),
  declarerTableau({
    id: 'notice',
    titre: 'Notice d’information remise',
    definition: `${fileActive} Dernière réponse de la personne elle-même à la fin de la période.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'notice',
        libelle: 'Notice d’information',
        modalites: () => [
          { code: 'donne', libelle: 'Remise' },
          { code: 'refuse', libelle: 'Refusée' },
        ],
        classer: (p) =>
          parcoursDe(p)
            .flatMap((s) => s.notice ?? [])
            .slice(-1),
      },
    ],
  }),
]
