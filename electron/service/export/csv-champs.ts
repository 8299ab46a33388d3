import { nomsUnite, type Tableau } from '#shared/domaine/bilan/bilan.ts'

/** One column of a CSV, in the words of Table Schema (Frictionless Data). */
export type Champ = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number'
  readonly title: string
  readonly decimalChar?: ','
  readonly constraints?: object
}

type Croise = Pick<Tableau, 'unite'> & {
  readonly dimensions: readonly Pick<Tableau['dimensions'][number], 'id' | 'libelle'>[]
}

const texte = (name: string, title: string): Champ => ({ name, type: 'string', title })
const decimal = (name: string, title: string): Champ => ({ name, type: 'number', title, decimalChar: ',' })

/** One cell a row: the period, the code and label of each dimension, then the number or that it is masked. */
export const champsDuTableau = ({ unite, dimensions }: Croise): readonly Champ[] => [
  texte('periode', 'Période'),
  ...dimensions.flatMap((d) => [texte(d.id, `${d.libelle} (code)`), texte(`${d.id}_libelle`, d.libelle)]),
  { ...texte('etat', 'Case publiée ou masquée'), constraints: { enum: ['publie', 'masque'] } },
  {
    name: 'effectif',
    type: 'integer',
    title: `Nombre de ${nomsUnite[unite].plusieurs}`,
    constraints: { minimum: 0 },
  },
  decimal('part', 'Part de la base, en %'),
]

export const cleDuTableau = ({ dimensions }: Pick<Croise, 'dimensions'>): readonly string[] => [
  'periode',
  ...dimensions.map((d) => d.id),
]

export const champsChiffres: readonly Champ[] = [
  texte('periode', 'Période'),
  texte('indicateur', 'Indicateur (code)'),
  texte('libelle', 'Indicateur'),
  texte('unite', 'Unité'),
  decimal('valeur', 'Valeur'),
]

export const champsPostes: readonly Champ[] = [
  texte('poste', 'Poste'),
  decimal('etp', 'Équivalent temps plein'),
  { name: 'mois', type: 'integer', title: 'Mois travaillés' },
  texte('financeur', 'Financeur'),
  decimal('financement_annuel', 'Financement annuel, en euros'),
  decimal('financement_du', 'Financement dû pour la période, en euros'),
]

export const champsContexte: readonly Champ[] = [
  texte('libelle', 'Chiffre'),
  texte('ensemble', 'Chiffre dont celui-ci est une partie'),
  decimal('valeur', 'Valeur publiée par la source'),
  texte('unite', 'Unité'),
  texte('du', 'Premier jour'),
  texte('au', 'Dernier jour'),
  texte('perimetre', 'Périmètre'),
  texte('source_editeur', 'Source : qui l’a publié'),
  texte('source_titre', 'Source : où'),
  texte('source_date', 'Source : jour ou année'),
]
