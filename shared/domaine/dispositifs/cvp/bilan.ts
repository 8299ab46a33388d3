import type { PersonneComptee } from '../../bilan/comptes.ts'
import { codesDe, declarerTableau, type TableauDeclare, valeursDe } from '../../bilan/tableau.ts'
import type { Nomenclature } from '../../nomenclature.ts'
import { DETENTION } from '../lieux.ts'

const personnes = 'Personnes distinctes présentes à un entretien au moins pendant la période.'

const trancheDe = (age: number, { tranchesAge }: Nomenclature): readonly string[] =>
  tranchesAge
    .filter((t) => t.jusqua === null || age <= t.jusqua)
    .map((t) => t.code)
    .slice(0, 1)

/** France has two hundred établissements: those where nobody was met are no rows. */
const lieuxRencontres = (nomenclature: Nomenclature) =>
  valeursDe('lieu-justice')(nomenclature).map((lieu) =>
    lieu.groupe === DETENTION ? Object.assign({}, lieu, { masquee: true }) : lieu,
  )

/** First tables of those who follow persons under judicial authority (field reference §1.7 and §3.2). */
export const tableauxCvp: readonly TableauDeclare[] = [
  declarerTableau({
    id: 'sexe',
    titre: 'Personnes par sexe',
    definition: personnes,
    unite: 'personnes',
    champ: 'sexe',
    dimensions: [
      {
        id: 'sexe',
        libelle: 'Sexe',
        modalites: valeursDe('sexe'),
        classer: (p: PersonneComptee) => codesDe(p.reponses['sexe']),
      },
    ],
  }),
  declarerTableau({
    id: 'age',
    titre: 'Personnes par âge',
    definition: `${personnes} Âge au premier entretien de la période ; quand seule l’année de naissance est connue, âge atteint dans l’année.`,
    unite: 'personnes',
    dimensions: [
      {
        id: 'age',
        libelle: 'Âge',
        modalites: ({ tranchesAge }) => tranchesAge.map(({ code, libelle }) => ({ code, libelle })),
        classer: (p, n) => (p.age === null ? [] : trancheDe(p.age, n)),
      },
    ],
  }),
  declarerTableau({
    id: 'etablissement',
    titre: 'Personnes par établissement ou lieu',
    definition: `${personnes} Une personne rencontrée dans deux établissements compte dans chacun : les lignes s’ajoutent en présences, le total en personnes.`,
    unite: 'personnes',
    champ: 'etablissement',
    dimensions: [
      {
        id: 'etablissement',
        libelle: 'Établissement ou lieu',
        modalites: lieuxRencontres,
        multiple: true,
        recoupementPublic: true,
        classer: (p) => p.entretiens.flatMap((e) => codesDe(e.reponses['etablissement'])),
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
        modalites: valeursDe('modalite-justice'),
        classer: (e) => codesDe(e.reponses['modalite']),
      },
    ],
  }),
]
