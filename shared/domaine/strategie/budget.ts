import { z } from 'zod'
import { Annee, Id, ligne } from '../communs.ts'

/**
 * Rubriques of the compte rendu financier (arrêté du 11 octobre 2006; Cerfa 15059): classes 6 and 7 of the accounts, and the
 * voluntary contributions, 86 and 87, that are printed apart.
 */
export const rubriques = [
  { code: '60', nature: 'charge', libelle: 'Achats' },
  { code: '61', nature: 'charge', libelle: 'Services extérieurs' },
  { code: '62', nature: 'charge', libelle: 'Autres services extérieurs' },
  { code: '63', nature: 'charge', libelle: 'Impôts et taxes' },
  { code: '64', nature: 'charge', libelle: 'Charges de personnel' },
  { code: '65', nature: 'charge', libelle: 'Autres charges de gestion courante' },
  { code: '66', nature: 'charge', libelle: 'Charges financières' },
  { code: '67', nature: 'charge', libelle: 'Charges exceptionnelles' },
  { code: '68', nature: 'charge', libelle: 'Dotations et engagements à réaliser sur ressources affectées' },
  { code: '69', nature: 'charge', libelle: 'Impôts sur les bénéfices, participation' },
  { code: '86', nature: 'charge', libelle: 'Emplois des contributions volontaires' },
  { code: '70', nature: 'produit', libelle: 'Ventes et prestations de services' },
  { code: '73', nature: 'produit', libelle: 'Dotations et produits de tarification' },
  { code: '74', nature: 'produit', libelle: 'Subventions d’exploitation' },
  { code: '75', nature: 'produit', libelle: 'Autres produits de gestion courante' },
  { code: '76', nature: 'produit', libelle: 'Produits financiers' },
  { code: '77', nature: 'produit', libelle: 'Produits exceptionnels' },
  { code: '78', nature: 'produit', libelle: 'Reprises et ressources non utilisées reportées' },
  { code: '79', nature: 'produit', libelle: 'Transferts de charges' },
  { code: '87', nature: 'produit', libelle: 'Contributions volontaires en nature' },
] as const

export type CodeRubrique = (typeof rubriques)[number]['code']
export type NatureRubrique = (typeof rubriques)[number]['nature']
const codesRubrique = rubriques.map((r) => r.code)

/** Ten billions of cents: more than any fiche. */
const Centimes = z.int().min(-1e12).max(1e12)

/** One line of the budget of a fiche, over one year. Amounts in cents; null while unknown. */
export const LigneBudget = z.strictObject({
  id: Id,
  ficheId: Id,
  annee: Annee,
  rubrique: z.enum(codesRubrique),
  libelle: ligne(160),
  /** Who pays, for a product; empty for a charge. */
  financeur: ligne(120),
  prevu: Centimes.nullable(),
  realise: Centimes.nullable(),
})
export type LigneBudget = z.infer<typeof LigneBudget>

export const natureDe = (code: CodeRubrique): NatureRubrique =>
  rubriques.find((r) => r.code === code)?.nature === 'produit' ? 'produit' : 'charge'

type Montants = Pick<LigneBudget, 'prevu' | 'realise'>

/** Totals in cents; null while no line says anything. */
export const totalBudget = (lignes: readonly Montants[]): Montants => ({
  prevu: sommer(lignes.map((l) => l.prevu)),
  realise: sommer(lignes.map((l) => l.realise)),
})

const sommer = (montants: readonly (number | null)[]): number | null =>
  montants.reduce((total, m) => (m === null ? total : (total ?? 0) + m), null)

/** Gap in cents, and in percent of what was planned to one decimal (arrêté du 11 octobre 2006). */
export const ecartBudget = ({
  prevu,
  realise,
}: Montants): { readonly montant: number; readonly pourcent: number | null } | null =>
  prevu === null || realise === null
    ? null
    : { montant: realise - prevu, pourcent: prevu === 0 ? null : Math.round(((realise - prevu) * 1000) / prevu) / 10 }

/** « 1 234,50 », « 1234.5 €»: cents, or null when empty, undefined when it can't be read. */
export const lireMontant = (texte: string): number | null | undefined => {
  const net = texte.replaceAll(/[\s\u00A0\u202F€]/gu, '').replace(',', '.')
  if (net === '') return null
  if (!/^-?\d{1,10}(?:\.\d{1,2})?$/u.test(net)) return undefined
  return Math.round(Number(net) * 100)
}

/** « 1234,50 », as it is typed. */
export const ecrireMontant = (centimes: number | null): string =>
  centimes === null ? '' : (centimes / 100).toFixed(2).replace('.', ',').replace(/,00$/u, '')
