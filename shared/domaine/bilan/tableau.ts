import { creerPartage } from '../../utils/partage.ts'
import type { Modalite } from '../dispositif.ts'
import { type Nomenclature, trouverListe } from '../nomenclature.ts'
import type { Reponse } from '../reponses.ts'
import type { Unite } from './bilan.ts'
import type { Compte, Comptes, ParUnite } from './comptes.ts'

export const TOTAL = 'total'

/** One way of sorting what a table counts. Two tables that use the same `id` count the same thing under it. */
type Dimension<C> = DimensionDeclaree & {
  /** Codes of one unit; empty when nobody answered, several when it stands in several rows. */
  readonly classer: (compte: C, nomenclature: Nomenclature) => readonly string[]
}

export type DimensionDeclaree = {
  readonly id: string
  readonly libelle: string
  readonly modalites: (nomenclature: Nomenclature) => readonly Modalite[]
  /** One unit may stand in several rows: their sum then exceeds the total. */
  readonly multiple?: true
  /**
   * How many units stand in several rows may be told even of a few: the meeting places of a post say of a person that she
   * was met in both, as the report of the Dordogne does of 4 persons in 117 (source 002), and nothing else of her.
   */
  readonly recoupementPublic?: true
  /** Rolls up the dimension of that id, whose values carry the codes of this one as `groupe`. */
  readonly groupeDe?: string
  /** Its answer is always one of those of the dimension of that id, which may have several. */
  readonly parmi?: string
  /** `classer` gives text as typed: rare values are put together as « autres », under this label. */
  readonly autres?: string
  /** To know that a whole group gave the same answer would tell something of each of its persons. */
  readonly sensible?: true
  /** Rows that the grouped catalogue prints as one. */
  readonly regroupements?: readonly {
    readonly code: string
    readonly libelle: string
    readonly membres: readonly string[]
  }[]
  /** Label of the missing answer; null where an answer cannot be missing. */
  readonly sansReponse?: string | null
}

/** A table of the report, as declared by a dispositif. */
type TableauDe<U extends Unite> = {
  readonly id: string
  readonly titre: string
  readonly definition: string
  readonly unite: U
  readonly dimensions: readonly Dimension<Compte[U]>[]
  /** Question that feeds it: no table while the post does not ask it. */
  readonly champ?: string
  /** Too fine for the grouped catalogue, which leaves it out. */
  readonly detail?: true
}

export type TableauDeclare = Omit<TableauDe<Unite>, 'dimensions'> & {
  readonly dimensions: readonly DimensionDeclaree[]
  /** Sorts all that a period counts along one of the dimensions, by rank. */
  readonly classer: (comptes: Comptes, nomenclature: Nomenclature, rang: number) => Classement
}

/** The codes of each unit along one dimension, in the order in which the period counts them. Equal ones are one list. */
export type Classement = readonly (readonly string[])[]

export const declarerTableau = <U extends Unite>(tableau: TableauDe<U>): TableauDeclare => ({
  ...tableau,
  classer: (comptes, nomenclature, rang) => {
    const unites: ParUnite[U] = comptes[tableau.unite]
    const dimension = tableau.dimensions[rang]
    const partager = creerPartage<string>()
    return unites.map((compte) => partager([...new Set(dimension?.classer(compte, nomenclature))]))
  },
})

/** The values of a closed list, as the post keeps it. */
export const valeursDe =
  (liste: string) =>
  (nomenclature: Nomenclature): readonly Modalite[] =>
    trouverListe(nomenclature, liste).modalites

export const SANS_GROUPE = 'sans-groupe'

/** The groups of a closed list. A value that the post added without a group stands apart. */
export const groupesDe =
  (liste: string) =>
  (nomenclature: Nomenclature): readonly Modalite[] => [
    ...(trouverListe(nomenclature, liste).groupes ?? []),
    { code: SANS_GROUPE, libelle: 'Sans regroupement', masquee: true },
  ]

export const groupe = (nomenclature: Nomenclature, liste: string, code: string): string =>
  trouverListe(nomenclature, liste).modalites.find((m) => m.code === code)?.groupe ?? SANS_GROUPE

/** The two rows of what is so or not. */
export const ouiNon = (oui: string, non: string) => (): readonly Modalite[] => [
  { code: 'oui', libelle: oui },
  { code: 'non', libelle: non },
]

/** Codes of an answer: none, one or several. */
export const codesDe = (reponse: Reponse | undefined): readonly string[] =>
  reponse === undefined ? [] : Array.isArray(reponse) ? reponse : [String(reponse)]
