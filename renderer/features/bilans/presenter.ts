import type { Bilan, Format, Indicateur, ModeSecret } from '#shared/domaine/bilan/bilan.ts'
import type { Verdict } from '#shared/domaine/secret/verdict.ts'
import type { Changements } from '#shared/ipc/contract/bilans.ts'

/** Ordered by what a person does with the file, from the most common. */
export const formatsProposes = [
  'pdf',
  'docx',
  'odt',
  'ods',
  'xlsx',
  'csv',
  'html',
  'json',
] as const satisfies readonly Format[]

/** Each format by what a person does with it. */
export const libellesFormat: Readonly<Record<Format, string>> = {
  pdf: 'PDF – à imprimer, à envoyer',
  docx: 'DOCX – à compléter dans Word',
  odt: 'ODT – à compléter dans LibreOffice',
  ods: 'ODS – tableaux pour LibreOffice',
  xlsx: 'XLSX – tableaux pour Excel',
  csv: 'CSV – un fichier par tableau',
  html: 'HTML – une page à ouvrir dans un navigateur',
  json: 'JSON – pour un autre logiciel',
}

/** « PDF, DOCX, CSV », in the order offered. */
export const nommerFormats = (choisis: readonly Format[]): string =>
  formatsProposes
    .filter((f) => choisis.includes(f))
    .map((f) => f.toUpperCase())
    .join(', ')

export const libellesSeuil: Readonly<Record<number, string>> = {
  5: '5 – usage courant',
  10: '10',
  11: '11 – santé, fisc, mise en ligne',
  15: '15',
}

const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** A figure as shown: « 323 », « 26,4 % », « s » when it is masked to protect persons, « – » when there is none. */
export const valeurAffichee = ({ etat, valeur }: Pick<Indicateur, 'etat' | 'valeur'>, unite: string): string => {
  if (valeur === null) return etat === 'masque' ? 's' : '–'
  return ['%', '€'].includes(unite) ? `${nombre.format(valeur)} ${unite}` : nombre.format(valeur)
}

/** « 399 jeunes », « 11,25 % »: a figure of context, as its source gives it. */
export const nombreDeContexte = (valeur: number, unite: string): string =>
  `${nombreTape.format(valeur)} ${unite}`.trim()

const nombreTape = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })

/** Years that at least one number knows, latest first. */
export const anneesPrecedentes = (chiffres: readonly Indicateur[]): readonly number[] =>
  [...new Set(chiffres.flatMap((c) => c.precedents.map((p) => p.annee)))].toSorted((a, b) => b - a)

/** « 2012 » for a calendar year, else « Période ». */
export const nomPeriode = ({ du, au }: { readonly du: string; readonly au: string }): string => {
  const { du: debut, au: fin } = anneeEntiere(Number(du.slice(0, 4)))
  return du === debut && au === fin ? du.slice(0, 4) : 'Période'
}

export const euros = (montant: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(montant)

/** First and last day of a calendar year. */
export const anneeEntiere = (annee: number) => ({ du: `${annee}-01-01`, au: `${annee}-12-31` })

/** Each way to protect a report: its name, and what it does. */
export const libellesMode: Readonly<Record<ModeSecret, { readonly nom: string; readonly effet: string }>> = {
  masquage: { nom: 'Masquage', effet: 'Des cases portent « s » ; les autres nombres sont exacts.' },
  regroupement: { nom: 'Regroupement', effet: 'Les lignes rares sont réunies, puis des cases portent « s ».' },
  arrondi: { nom: 'Arrondi', effet: 'Toutes les cases sont affichées, arrondies ; les sommes restent justes.' },
  total: { nom: 'Totaux seuls', effet: 'Aucun tableau : les seuls totaux.' },
}

/** What is done to protect persons, without saying which cell was small. */
export const phraseSecret = ({ cellulesMasquees, seuil, mode }: Bilan['secret'], base: number | undefined): string => {
  if (mode === 'total') return `Seuls les totaux d’au moins ${seuil} personnes sont publiés.`
  const masquage =
    cellulesMasquees === 0
      ? `Aucune case masquée au seuil de ${seuil}.`
      : `${accorder(cellulesMasquees, 'case masquée', 'cases masquées')} (« s ») au seuil de ${seuil}. Une case masquée peut contenir un petit nombre, un nombre plus grand ou un zéro. Les totaux affichés sont exacts.`
  return base === undefined
    ? masquage
    : `Effectifs arrondis à un multiple de ${base}, de façon que les sommes restent justes. ${masquage}`
}

/** What the control found (secret-statistique.md §5.7). */
export const phraseVerdict = (verdict: Verdict, mode: ModeSecret): string => {
  if (mode === 'total') return 'Contrôle réussi. Seuls les totaux sont publiés : il n’y a pas de case à retrouver.'
  const { petites, masqueesEnPlus, tableaux, rapports, calculs, secondes } = verdict
  const cases = accorder(petites, 'petite case', 'petites cases')
  const traitement =
    mode === 'arrondi'
      ? `${cases}, ${petites === 1 ? 'arrondie' : 'arrondies'} comme toutes les autres.`
      : `${cases}, ${accorder(masqueesEnPlus, 'case masquée', 'cases masquées')} en plus.`
  const croises = [
    accorder(tableaux, 'tableau', 'tableaux'),
    ...(rapports === 0 ? [] : [accorder(rapports, 'rapport déjà publié', 'rapports déjà publiés')]),
  ].map((mots) => (mots.startsWith('1 ') ? `le ${mots.slice(2)}` : `les ${mots}`))
  return [
    'Contrôle réussi.',
    ...(petites === 0 ? [] : [traitement]),
    `Aucune petite case ne peut être retrouvée en croisant ${croises.join(' et ')}.`,
    `${accorder(calculs, 'calcul', 'calculs')}, ${decimale.format(secondes)} s.`,
  ].join(' ')
}

/** Whether a lighter hiding may exist; nothing to say where nothing is hidden. */
/** Where many cells are small, the grouped tables are worth a look. */
export const phraseRegroupement = ({ clairsemes }: Verdict, mode: ModeSecret): string | null => {
  if (mode !== 'masquage' || clairsemes === 0) return null
  const tableaux = clairsemes === 1 ? 'Dans 1 tableau' : `Dans ${clairsemes} tableaux`
  return `${tableaux}, plus de 15 % des cases sont petites : le regroupement des lignes rares se lirait mieux.`
}

export const phraseOptimum = ({ ecart, masqueesEnPlus }: Verdict, mode: ModeSecret): string | null => {
  if (mode === 'total' || mode === 'arrondi' || masqueesEnPlus === 0) return null
  return ecart === 0
    ? 'Masquage le plus léger possible (démontré).'
    : `Masquage sûr ; un masquage plus léger de ${Math.ceil(ecart)} % au plus existe peut-être.`
}

/** What changed since an edition: persons, then numbers. */
export const phraseChangements = (c: Changements): string => {
  const mouvements = [
    ...(c.entrees === 0 ? [] : [accorder(c.entrees, 'personne est entrée', 'personnes sont entrées')]),
    ...(c.sorties === 0 ? [] : [accorder(c.sorties, 'personne est sortie', 'personnes sont sorties')]),
    ...(c.modifications === 0
      ? []
      : [accorder(c.modifications, 'personne est comptée autrement', 'personnes sont comptées autrement')]),
  ]
  if (mouvements.length === 0 && c.differents === 0)
    return `Rien n’a changé : les ${accorder(c.nombres, 'nombre imprimé', 'nombres imprimés')} sont ceux d’aujourd’hui.`
  const depuis =
    mouvements.length === 0
      ? 'Depuis, les mêmes personnes sont comptées de la même façon'
      : `Depuis, ${new Intl.ListFormat('fr').format(mouvements)}`
  return `${depuis}. Sur ${accorder(c.nombres, 'nombre imprimé', 'nombres imprimés')}, ${c.differents === 0 ? 'aucun ne serait différent' : `${nombre.format(c.differents)} ${c.differents === 1 ? 'serait différent' : 'seraient différents'}`} aujourd’hui. L’édition, elle, ne change pas.`
}

const decimale = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const accorder = (n: number, singulier: string, pluriel: string): string =>
  `${nombre.format(n)} ${n < 2 ? singulier : pluriel}`
