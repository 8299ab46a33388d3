import type { ModeSortie } from '../../parcours/passage.ts'
import type { DomaineDemarche } from '../../dispositifs/cvp/demarches.ts'

/** What a suivi of the demonstration is for: where its person is today, in days before or after it. */
export type Horizon =
  | { readonly genre: 'libere'; readonly ilYA: number }
  | { readonly genre: 'attend'; readonly dans: number | null; readonly prete: number }
  | { readonly genre: 'dehors'; readonly ilYA: number }
  | { readonly genre: 'oriente'; readonly ilYA: number }

/** 70 released, 25 inside, 18 followed outside, 7 not met yet. Days are spread so that every column and every clock has some. */
export const horizons = (): readonly Horizon[] => [
  ...Array.from({ length: 70 }, (_, i): Horizon => ({ genre: 'libere', ilYA: 9 + i * 7 })),
  ...attendus.map(([dans, prete]): Horizon => ({ genre: 'attend', dans, prete })),
  ...Array.from({ length: 18 }, (_, i): Horizon => ({ genre: 'dehors', ilYA: 30 + i * 31 })),
  ...Array.from({ length: 7 }, (_, i): Horizon => ({ genre: 'oriente', ilYA: 3 + i * 6 })),
]

/** Days to the release, and how many of the six needs are ready. */
const attendus: readonly (readonly [dans: number | null, prete: number])[] = [
  [-6, 3],
  [3, 6],
  [8, 2],
  [12, 5],
  [16, 1],
  [19, 4],
  [24, 5],
  [28, 0],
  [33, 4],
  [37, 2],
  [44, 5],
  [49, 3],
  [56, 1],
  [63, 3],
  [70, 4],
  [78, 0],
  [87, 2],
  [101, 1],
  [128, 2],
  [160, 0],
  [null, 1],
  [null, 0],
  [null, 3],
  [null, 2],
  [null, 0],
]

export const lieuxDemo = { 'ma-perigueux': 44, 'cd-neuvic': 36, 'cd-mauzac': 20 } as const

export const poidsPrescripteur = {
  'spip-milieu-ferme': 58,
  'spip-milieu-ouvert': 14,
  association: 7,
  'famille-proche': 6,
  spontanee: 6,
  'mission-locale': 5,
  ccas: 4,
}

export const poidsMode: Readonly<Partial<Record<ModeSortie, number>>> = {
  'fin-de-peine-sans-mesure': 44,
  'fin-de-peine-avec-sp': 14,
  lsc: 11,
  'lsc-pd': 7,
  ddse: 11,
  lc: 6,
  sl: 5,
  'liberation-prevenu': 2,
}

/** The mesure that goes on after a release of that mode; none otherwise. */
export const mesureDuMode: Readonly<Partial<Record<ModeSortie, string>>> = {
  'fin-de-peine-avec-sp': 'sp',
  lsc: 'lsc',
  'lsc-pd': 'lsc-pd',
  ddse: 'ddse-amenagement',
  lc: 'lc',
  sl: 'sl',
}

export type DemarcheDemo = {
  readonly demarche: string
  readonly domaine: DomaineDemarche
  /** Kind of partenaire it is done with. */
  readonly genre: string
}

/** In the order of the needs of a release: papers, lodging, health, resources, work. */
export const demarchesDemo: readonly DemarcheDemo[] = [
  { demarche: 'identite', domaine: 'droits', genre: 'prefecture' },
  { demarche: 'siao', domaine: 'logement', genre: 'siao' },
  { demarche: 'couverture-maladie', domaine: 'sante', genre: 'cpam' },
  { demarche: 'rsa', domaine: 'budget', genre: 'caf' },
  { demarche: 'france-travail', domaine: 'emploi', genre: 'emploi' },
]

export const poidsIssue = { aboutie: 62, refusee: 9, ajournee: 5, 'abandon-personne': 9, 'sans-suite': 8, '': 7 }

export const poidsMotifSortie = {
  'objectifs-atteints': 30,
  relais: 26,
  'perdu-de-vue': 18,
  demenagement: 9,
  reincarceration: 7,
  'plus-de-besoin': 6,
  refus: 4,
}
