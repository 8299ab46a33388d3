import type { PersonneComptee } from '../../bilan/comptes.ts'
import { codesDe, declarerTableau, type TableauDeclare, valeursDe } from '../../bilan/tableau.ts'
import type { Nomenclature } from '../../nomenclature.ts'
import { DETENTION } from '../lieux.ts'

/** Definition of the file active, which every table of persons repeats. */
export const fileActive =
  'Personnes distinctes pour lesquelles un acte au moins est daté de la période : entretien, démarche ou comité de suivi.'

const sexe = {
  id: 'sexe',
  libelle: 'Sexe',
  modalites: valeursDe('sexe'),
  classer: (p: PersonneComptee) => codesDe(p.reponses['sexe']),
}

export const age = {
  id: 'age',
  libelle: 'Âge',
  regroupements: [
    { code: 'moins-25', libelle: 'Moins de 25 ans', membres: ['moins-18', '18-24'] },
    { code: '40-plus', libelle: '40 ans et plus', membres: ['40-59', '60-plus'] },
    { code: 'mineurs', libelle: 'Moins de 18 ans', membres: ['moins-16', '16-17'] },
    { code: '18-25', libelle: '18 à 25 ans', membres: ['18-21', '22-25'] },
  ],
  modalites: ({ tranchesAge }: Nomenclature) => tranchesAge.map(({ code, libelle }) => ({ code, libelle })),
  classer: (p: PersonneComptee, { tranchesAge }: Nomenclature) => {
    const { age: ans } = p
    return ans === null
      ? []
      : tranchesAge
          .filter((t) => t.jusqua === null || ans <= t.jusqua)
          .map((t) => t.code)
          .slice(0, 1)
  },
}

/** France has two hundred établissements: those where nobody was met are no rows. */
const lieuxRencontres = (nomenclature: Nomenclature) =>
  valeursDe('lieu-justice')(nomenclature).map((lieu) =>
    lieu.groupe === DETENTION ? Object.assign({}, lieu, { masquee: true }) : lieu,
  )

/** Who was followed (field reference §1.7). The crossings make one path, so that the proof of secrecy stays small. */
export const tableauxPersonnes: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'nouvelle',
    titre: 'Personnes nouvelles et poursuivies',
    definition: `${fileActive} Poursuivie : un de ses suivis, commencé par un acte avant la période, n’était pas clos quand elle s’ouvre. Nouvelle : toutes les autres, dont le premier acte, ou le premier depuis leur dernière sortie, est de la période.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'nouvelle',
        libelle: 'Suivi',
        modalites: () => [
          { code: 'nouvelle', libelle: 'Nouvelle' },
          { code: 'poursuivie', libelle: 'Poursuivie' },
        ],
        sansReponse: null,
        classer: (p) => [p.poursuivie ? 'poursuivie' : 'nouvelle'],
      },
    ],
  }),
  declarerTableau({
    id: 'fin-de-periode',
    titre: 'Personnes sorties du dispositif et encore suivies',
    definition: `${fileActive} Sortie : tous ses suivis, vus ou non pendant la période, sont clos à son dernier jour.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'finDePeriode',
        libelle: 'Au dernier jour',
        modalites: () => [
          { code: 'restante', libelle: 'Encore suivie' },
          { code: 'sortie', libelle: 'Sortie du dispositif' },
        ],
        sansReponse: null,
        classer: (p) => [p.sortie ? 'sortie' : 'restante'],
      },
    ],
  }),
  declarerTableau({
    id: 'sexe',
    titre: 'Personnes par sexe',
    definition: fileActive,
    unite: 'personnes',
    champ: 'sexe',
    dimensions: [sexe],
  }),
  declarerTableau({
    id: 'age',
    titre: 'Personnes par âge',
    definition: `${fileActive} Âge au premier acte de la période ; quand seule l’année de naissance est connue, âge atteint dans l’année.`,
    unite: 'personnes',
    dimensions: [age],
  }),
  declarerTableau({
    id: 'sexe_x_age',
    titre: 'Sexe et âge',
    definition: `${fileActive} Âge au premier acte de la période.`,
    unite: 'personnes',
    champ: 'sexe',
    detail: true,
    dimensions: [sexe, age],
  }),
  declarerTableau({
    id: 'commune',
    titre: 'Personnes par commune',
    definition: `${fileActive} Commune de résidence au dernier entretien de la période. Les communes dont l’effectif reste sous le seuil sont réunies.`,
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
    id: 'etablissement',
    titre: 'Personnes par établissement ou lieu',
    definition: `${fileActive} Une personne compte là où elle a été détenue, un jour au moins de la période, et là où elle a été rencontrée. Dans deux établissements, elle compte dans chacun : les lignes s’ajoutent en présences, le total en personnes.`,
    unite: 'personnes',
    champ: 'etablissement',
    dimensions: [
      {
        id: 'etablissement',
        libelle: 'Établissement ou lieu',
        modalites: lieuxRencontres,
        multiple: true,
        recoupementPublic: true,
        classer: (p) => [
          ...new Set([
            ...p.entretiens.flatMap((e) => codesDe(e.reponses['etablissement'])),
            ...p.participations.filter((s) => s.accompagnee).flatMap((s) => s.parcours.etablissements),
          ]),
        ],
      },
    ],
  }),
]
