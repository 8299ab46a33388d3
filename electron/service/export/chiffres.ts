import type { Bilan, Indicateur } from '#shared/domaine/bilan/bilan.ts'
import { type Case, type FormatNombre, type Grille } from './grille.ts'
import { anneeCivile, colonneEvolution, evolution } from './presentation.ts'

/** The headline numbers, one a row, with the years before. */
export const presenterChiffres = (bilan: Bilan): Grille => {
  const annees = [...new Set(bilan.chiffres.flatMap((c) => c.precedents.map((p) => p.annee)))].toSorted((a, b) => b - a)
  const [derniere] = annees
  return {
    id: 'chiffres',
    titre: 'Chiffres clés',
    coin: 'Indicateur',
    colonnes: [
      'Unité',
      anneeCivile(bilan.periode) ?? 'Valeur',
      ...annees.map(String),
      ...(derniere === undefined ? [] : [colonneEvolution(derniere, bilan)]),
    ],
    lignes: bilan.chiffres.map(({ libelle, unite, precedents, ...chiffre }) => {
      const format: FormatNombre = unite === '%' ? 'part' : unite === '€' ? 'euros' : 'decimal'
      const n = caseDe(chiffre, format)
      const avant = annees.map((annee): Case => {
        const lu = precedents.find((p) => p.annee === annee)
        return lu === undefined ? { genre: 'vide' } : caseDe(lu, format)
      })
      // A change of a percentage in percent would be misread: points are not computed here.
      const ecart = unite === '%' ? { genre: 'vide' as const } : evolution(n, avant[0] ?? { genre: 'vide' })
      return {
        libelle,
        role: 'courante' as const,
        cases: [{ genre: 'texte' as const, texte: unite }, n, ...avant, ...(derniere === undefined ? [] : [ecart])],
      }
    }),
    base: '',
    definition: '',
    notes: bilan.chiffres.filter((c) => c.definition !== '').map((c) => `${c.libelle} : ${c.definition}`),
  }
}

const caseDe = ({ etat, valeur }: Pick<Indicateur, 'etat' | 'valeur'>, format: FormatNombre): Case => {
  if (valeur !== null) return { genre: 'nombre', valeur, format }
  return { genre: etat === 'masque' ? 'secret' : 'vide' }
}

/** Posts and their funding, pro rata of the months worked. */
export const presenterPostes = ({ postes }: Bilan): Grille => ({
  id: 'postes',
  titre: 'Postes et financement',
  coin: 'Poste',
  colonnes: ['ETP', 'Mois travaillés', 'Financeur', 'Financement annuel', 'Dû pour la période'],
  lignes: [
    ...postes.map((p) => ({
      libelle: p.nom,
      role: 'courante' as const,
      cases: [
        nombre(p.etp, 'decimal'),
        nombre(p.mois, 'entier'),
        { genre: 'texte' as const, texte: p.financeur },
        nombre(p.financementAnnuel, 'euros'),
        nombre(p.financementDu, 'euros'),
      ],
    })),
    {
      libelle: 'Total',
      role: 'total',
      cases: [
        nombre(arrondi(somme(postes.map((p) => p.etp))), 'decimal'),
        { genre: 'texte', texte: '' },
        { genre: 'texte', texte: '' },
        nombre(arrondi(somme(postes.map((p) => p.financementAnnuel))), 'euros'),
        nombre(arrondi(somme(postes.map((p) => p.financementDu))), 'euros'),
      ],
    },
  ],
  base: '',
  definition:
    'ETP : équivalent temps plein. Le financement dû est le financement annuel au prorata des mois travaillés.',
  notes: [],
})

const nombre = (valeur: number, format: FormatNombre): Case => ({ genre: 'nombre', valeur, format })
const somme = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0)
const arrondi = (n: number): number => Math.round(n * 100) / 100
