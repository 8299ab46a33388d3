import { comparerEnFrancais, normaliser } from '../../utils/texte.ts'
import { ecartBudget, type LigneBudget, type NatureRubrique, rubriques, totalBudget } from '../strategie/budget.ts'

/** Cents, null while unknown. */
export type Montants = Pick<LigneBudget, 'prevu' | 'realise'>

export type LigneCompte = {
  readonly code: string
  readonly libelle: string
  readonly montants: Montants
  /** What was typed of it, when there is more to say than the rubrique. */
  readonly details: readonly { readonly libelle: string; readonly montants: Montants }[]
}

/** One side of the account: its rubriques, their sum, the voluntary contributions apart, and the whole. */
export type CoteCompte = {
  readonly rubriques: readonly LigneCompte[]
  readonly total: Montants
  readonly contributions: LigneCompte
  readonly totalGeneral: Montants
}

/** The account of an action over a year (arrêté du 11 octobre 2006), every rubrique told, empty ones too. */
export type CompteAction = { readonly charges: CoteCompte; readonly produits: CoteCompte; readonly resultat: Montants }

export const dresserCompte = (lignes: readonly LigneBudget[]): CompteAction => {
  const [charges, produits] = [coter(lignes, 'charge'), coter(lignes, 'produit')]
  return {
    charges,
    produits,
    resultat: {
      prevu: soustraire(produits.total.prevu, charges.total.prevu),
      realise: soustraire(produits.total.realise, charges.total.realise),
    },
  }
}

const coter = (lignes: readonly LigneBudget[], nature: NatureRubrique): CoteCompte => {
  const toutes = rubriques
    .filter((r) => r.nature === nature)
    .map(({ code, libelle }): LigneCompte => {
      const siennes = lignes.filter((l) => l.rubrique === code)
      return {
        code,
        libelle,
        montants: totalBudget(siennes),
        details: siennes.toSorted(parNom).flatMap((l) => {
          const dit = [l.libelle, l.financeur].filter((t) => t !== '').join(', ')
          return dit === '' ? [] : [{ libelle: dit, montants: { prevu: l.prevu, realise: l.realise } }]
        }),
      }
    })
  const contributions = toutes.find((r) => r.code.startsWith('8'))
  if (contributions === undefined) throw new Error(`no voluntary contributions among the rubriques: ${nature}`)
  const propres = toutes.filter((r) => r !== contributions)
  const total = totalBudget(propres.map((r) => r.montants))
  return { rubriques: propres, total, contributions, totalGeneral: totalBudget([total, contributions.montants]) }
}

const parNom = (a: LigneBudget, b: LigneBudget): number =>
  comparerEnFrancais(a.libelle, b.libelle) || comparerEnFrancais(a.financeur, b.financeur)

const soustraire = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) - (b ?? 0)

/** Whether the FIPD pays for an action: among its funders, or on a line of its budget. */
export const estFinanceeParFipd = (financeurs: readonly string[], lignes: readonly LigneBudget[]): boolean =>
  [...financeurs, ...lignes.map((l) => l.financeur)].some(nommeLeFipd)

/** What the FIPD promised and paid. */
export const subventionFipd = (lignes: readonly LigneBudget[]): Montants =>
  totalBudget(lignes.filter((l) => l.rubrique === '74' && nommeLeFipd(l.financeur)))

/** « État (FIPD) », « FIPDR », in full words. */
const nommeLeFipd = (financeur: string): boolean =>
  /\bfipdr?\b|fonds interministeriel de prevention/u.test(normaliser(financeur))

/** Gap of an account that must add up: an amount nobody told counts for nothing, unless neither is known. */
export const ecartDuCompte = ({ prevu, realise }: Montants): ReturnType<typeof ecartBudget> =>
  prevu === null && realise === null ? null : ecartBudget({ prevu: prevu ?? 0, realise: realise ?? 0 })
