import type { Tableau } from './bilan.ts'
import { sommeDesParts } from './pourcentages.ts'
import { TOTAL } from './tableau.ts'

const francais = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Sentences under a table, worked out of what it prints and of nothing else. */
export const notesDe = (
  tableau: Omit<Tableau, 'notes'>,
  chevauchements: readonly string[],
  { seuil, base }: { readonly seuil: number; readonly base: number },
): readonly string[] => [
  ...(chevauchements.length > 0 ? [noteChevauchement(tableau, chevauchements)] : []),
  ...noteArrondi(tableau, chevauchements),
  ...([tableau, ...tableau.precedents].some((t) => t.cellules.some((c) => c.etat !== 'publie'))
    ? [noteSecret(seuil, base === 1)]
    : []),
  ...(base === 1 ? [] : [noteMultiples(base)]),
]

const noteChevauchement = (tableau: Omit<Tableau, 'notes'>, chevauchements: readonly string[]): string => {
  const debut = `${motUnite[tableau.unite]} peut figurer dans plusieurs lignes (« ${chevauchements.join(' » et « ')} »)`
  const exces = tableau.dimensions.length === 1 && tableau.arrondi === undefined ? depassement(tableau) : null
  return exces === null
    ? `${debut} : le total est compté sans double, et la somme des lignes peut le dépasser.`
    : `${debut} : la somme des lignes (${exces.somme}) dépasse de ${exces.de} le total (${exces.total}), compté sans double.`
}

const motUnite = {
  personnes: 'Une même personne',
  suivis: 'Une même situation',
  saisines: 'Une même saisine',
  entretiens: 'Un même entretien',
  orientations: 'Une même orientation',
  demarches: 'Une même démarche',
  clotures: 'Un même suivi clos',
  incidents: 'Un même incident',
  executions: 'Un même délai échu',
} as const

/** By how much the printed rows exceed the printed total; null when one of them is hidden. */
const depassement = (tableau: Omit<Tableau, 'notes'>): { somme: number; total: number; de: number } | null => {
  const somme = sommeDesLignes(tableau)
  return somme === null || tableau.base === null ? null : { somme, total: tableau.base, de: somme - tableau.base }
}

/** Sum of the rows of a table of one dimension; null when one of them is hidden. */
export const sommeDesLignes = ({ cellules }: Pick<Tableau, 'cellules'>): number | null =>
  cellules.some((c) => c.valeur === undefined)
    ? null
    : cellules.reduce((n, c) => n + (c.modalites[0] === TOTAL ? 0 : (c.valeur ?? 0)), 0)

const noteArrondi = (tableau: Omit<Tableau, 'notes'>, chevauchements: readonly string[]): readonly string[] => {
  const lignes = tableau.cellules.filter((c) => c.modalites[0] !== TOTAL)
  const parts = lignes.flatMap((c) => (c.part === undefined ? [] : [c.part]))
  if (tableau.dimensions.length !== 1 || chevauchements.length > 0) return []
  if (parts.length === 0 || parts.length !== lignes.length) return []
  const somme = sommeDesParts(parts)
  return somme === 100
    ? []
    : [`Pourcentages arrondis au dixième, chacun pour lui-même : leur somme affichée est ${francais.format(somme)} %.`]
}

const noteSecret = (seuil: number, exacts: boolean): string =>
  [
    's : case masquée pour protéger les personnes.',
    'Une case masquée peut contenir un petit nombre, un nombre plus grand ou un zéro.',
    `Seuil appliqué : ${seuil} personnes.`,
    ...(exacts ? ['Les totaux affichés sont exacts.'] : []),
  ].join(' ')

const noteMultiples = (base: number): string =>
  `Effectifs arrondis à un multiple de ${base} de façon que les sommes restent justes ; l’écart avec l’effectif réel est de ${base - 1} au plus. Le total général est exact.`
