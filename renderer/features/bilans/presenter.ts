import type { Format, Indicateur } from '#shared/domaine/bilan/bilan.ts'

/** Each format by what a person does with it, in the order offered. */
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

export const libellesSeuil: Readonly<Record<number, string>> = {
  5: '5 – usage courant',
  10: '10',
  11: '11 – santé, données fiscales, mise en ligne',
  15: '15',
}

const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** A figure as shown: « 323 », « 26,4 % », « s » when it is masked to protect persons, « – » when there is none. */
export const valeurAffichee = ({ etat, valeur }: Pick<Indicateur, 'etat' | 'valeur'>, unite: string): string => {
  if (valeur === null) return etat === 'masque' ? 's' : '–'
  return ['%', '€'].includes(unite) ? `${nombre.format(valeur)} ${unite}` : nombre.format(valeur)
}

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

/** Sentence that says what the masking did, without saying which cell was small. */
export const phraseSecret = (masquees: number, seuil: number): string => {
  if (masquees === 0) return `Aucune case masquée au seuil de ${seuil}.`
  const accord = masquees === 1 ? '1 case masquée' : `${masquees} cases masquées`
  return `${accord} (« s ») au seuil de ${seuil}. Une case masquée peut contenir un petit nombre, un nombre plus grand ou un zéro. Les totaux affichés sont exacts.`
}
