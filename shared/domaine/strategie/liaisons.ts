import type { CodeDispositif } from '../dispositifs/index.ts'
import type { TypeIndicateur } from './valeur.ts'

/** Something that Jalon counts itself, for an indicator that nobody types. */
export type Liaison = {
  readonly code: string
  readonly libelle: string
  readonly type: Extract<TypeIndicateur, 'nombre' | 'taux'>
  readonly unite: string
  /** What is counted, shown beside the number. */
  readonly definition: string
  /** Counted only in a coffre kept for this job. */
  readonly dispositif: CodeDispositif
  /** Whether it counts persons: a small number is then hidden from whoever may not see them. */
  readonly personnes: boolean
}

/** Every liaison on offer. `db/queries/strategie/liaisons.ts` counts each: one without a counter does not compile. */
export const liaisons = [
  {
    code: 'tig-accueillis',
    libelle: 'TIG accueillis',
    type: 'nombre',
    unite: 'personnes',
    definition:
      'Personnes distinctes en travail d’intérêt général, travail non rémunéré ou réparation, dont l’accueil a commencé ou qui sont venues dans la période.',
    dispositif: 'tig',
    personnes: true,
  },
  {
    code: 'tig-remplissage',
    libelle: 'Taux de remplissage des postes de TIG',
    type: 'taux',
    unite: '%',
    definition: 'Places occupées sur places ouvertes des postes de TIG, au dernier jour de la période.',
    dispositif: 'tig',
    personnes: true,
  },
  {
    code: 'premiers-entretiens',
    libelle: 'Jeunes reçus en premier entretien',
    type: 'nombre',
    unite: 'jeunes',
    definition: 'Jeunes accompagnés par la mission locale dont le tout premier entretien a lieu dans la période.',
    dispositif: 'mission-locale',
    personnes: true,
  },
  {
    code: 'abandons',
    libelle: 'Taux d’abandon',
    type: 'taux',
    unite: '%',
    definition:
      'Accompagnements de mission locale clos dans la période parce que le jeune est perdu de vue ou a refusé de poursuivre, sur tous ceux qui y ont été clos, motif non renseigné compris.',
    dispositif: 'mission-locale',
    personnes: true,
  },
  {
    code: 'signalements',
    libelle: 'Signalements',
    type: 'nombre',
    unite: 'signalements',
    definition: 'Fiches de signalement de l’observatoire dont les faits sont datés de la période.',
    dispositif: 'coordination',
    personnes: false,
  },
  {
    code: 'signalements-mediateurs',
    libelle: 'Signalements des médiateurs',
    type: 'nombre',
    unite: 'signalements',
    definition:
      'Fiches de signalement de l’observatoire faites par un médiateur, dont les faits sont datés de la période.',
    dispositif: 'coordination',
    personnes: false,
  },
  {
    code: 'interventions',
    libelle: 'Interventions de médiation',
    type: 'nombre',
    unite: 'interventions',
    definition: 'Interventions de médiation notées dans l’observatoire, datées de la période.',
    dispositif: 'coordination',
    personnes: false,
  },
  ...(['isc', 'cvp'] as const).flatMap(activite),
] as const satisfies readonly Liaison[]

/** Persons met and entretiens held, of the jobs that hold entretiens. */
function activite<D extends 'isc' | 'cvp'>(dispositif: D) {
  const qui = { isc: 'l’intervenant social', cvp: 'le correspondant ville-prison' }[dispositif]
  return [
    {
      code: `${dispositif}-personnes`,
      libelle: `Personnes suivies par ${qui}`,
      type: 'nombre',
      unite: 'personnes',
      definition: 'Personnes distinctes pour lesquelles un acte au moins est daté de la période.',
      dispositif,
      personnes: true,
    },
    {
      code: `${dispositif}-entretiens`,
      libelle: `Entretiens menés par ${qui}`,
      type: 'nombre',
      unite: 'entretiens',
      definition: 'Entretiens datés de la période, quelle que soit la date de saisie.',
      dispositif,
      personnes: true,
    },
  ] as const satisfies readonly Liaison[]
}

export type CodeLiaison = (typeof liaisons)[number]['code']
export const codesLiaison = liaisons.map((l) => l.code)

export const trouverLiaison = (code: CodeLiaison): Liaison => {
  const liaison = liaisons.find((l) => l.code === code)
  if (liaison === undefined) throw new Error(`liaison non déclarée : ${code}`)
  return liaison
}
