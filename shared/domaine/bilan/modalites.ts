import { comparerEnFrancais, normaliser } from '../../utils/texte.ts'
import type { Modalite } from '../dispositif.ts'
import { libelleNonRenseigne, NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import { type Classement, type DimensionDeclaree, SANS_GROUPE, TOTAL } from './tableau.ts'

/** The rows of a dimension, the same for the period and the ones it is compared with. */
export type DimensionFermee = {
  readonly id: string
  readonly libelle: string
  readonly multiple: boolean
  readonly modalites: readonly ModaliteFermee[]
  /** The answer that a code given by `classer` stands for: itself, or a spelling put in order. */
  readonly coder: (code: string) => string
}

type ModaliteFermee = {
  readonly code: string
  readonly libelle: string
  readonly groupe: string
  /** Stands for all the answers that no other row names. */
  readonly reste: boolean
}

/**
 * Rows of a dimension. Every value on offer is a row, even at zero: a row that came and went with the data would say that
 * a masked cell is not empty. A hidden value is a row only where it was used.
 */
export const fermerDimension = (
  declaree: DimensionDeclaree,
  nomenclature: Nomenclature,
  /** The codes met along this dimension, one list per period compared. */
  periodes: readonly (readonly Classement[])[],
  rang: number,
  seuil: number,
  dits: ReadonlySet<string> = new Set(),
): DimensionFermee => {
  const connues = declaree.modalites(nomenclature)
  const ouverte = declaree.autres === undefined ? null : regrouper(declaree.autres, periodes, rang, seuil, dits)
  const rencontres = new Set(ouverte === null ? periodes.flat().flatMap((c) => c.codes[rang] ?? []) : [])
  const inconnues = [...rencontres].filter((c) => c !== NON_RENSEIGNE && !connues.some((m) => m.code === c)).toSorted()
  const rangees: readonly Modalite[] = [
    ...connues.filter((m) => m.masquee !== true || rencontres.has(m.code)),
    ...inconnues.map((code) => ({ code, libelle: code })),
    ...(ouverte ?? []),
    ...sansReponse(declaree),
  ]
  return {
    id: declaree.id,
    libelle: declaree.libelle,
    multiple: declaree.multiple === true,
    modalites: rangees.map((m) => ({
      code: m.code,
      libelle: m.libelle,
      groupe: m.code === NON_RENSEIGNE ? NON_RENSEIGNE : (m.groupe ?? SANS_GROUPE),
      reste: ouverte !== null && m.code === AUTRES,
    })),
    coder: ouverte === null ? (code) => code : codifier,
  }
}

const sansReponse = ({ sansReponse: libelle }: DimensionDeclaree): readonly Modalite[] =>
  libelle === null ? [] : [{ code: NON_RENSEIGNE, libelle: libelle ?? libelleNonRenseigne }]

/**
 * Rows of a text typed freely (a commune): one per spelling once accents and case are put aside, and only those that reach
 * the threshold in one of the periods, or that an edition already printed. To see its name alone, even masked, would point
 * at somebody.
 */
const regrouper = (
  autres: string,
  periodes: readonly (readonly Classement[])[],
  rang: number,
  seuil: number,
  dits: ReadonlySet<string>,
): readonly Modalite[] => {
  const comptes = periodes.map((classements) => compterCodes(classements, rang))
  const codes = (garde: (code: string, personnes: number) => boolean): readonly string[] =>
    comptes.flatMap((c) => [...c].flatMap(([code, n]) => (code !== NON_RENSEIGNE && garde(code, n) ? [code] : [])))
  const frequents = new Set(codes((_, personnes) => personnes >= seuil))
  for (const comptees of comptes) oterSansMarge(comptees, frequents, seuil)
  const nommes = frequents.union(new Set(codes((code) => dits.has(code))))
  const graphies = Map.groupBy(
    periodes.flat().map((c) => c.codes[rang]?.[0] ?? ''),
    codifier,
  )
  const modalites = [...nommes].map((code) => ({ code, libelle: plusFrequente(graphies.get(code) ?? []) }))
  return [...modalites.toSorted((a, b) => comparerEnFrancais(a.libelle, b.libelle)), { code: AUTRES, libelle: autres }]
}

/** Persons of each spelling put in order. */
const compterCodes = (classements: readonly Classement[], rang: number): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(classements, (c) => codifier(c.codes[rang]?.[0] ?? ''))].map(([code, siens]) => [
      code,
      new Set(siens.flatMap((c) => c.personnes)).size,
    ]),
  )

/**
 * Everybody knows that a row shown reaches the threshold. What is left outside these rows must then be nobody, or find in
 * them persons enough to hide among; else the smallest row goes with the others.
 */
const oterSansMarge = (comptees: ReadonlyMap<string, number>, frequents: Set<string>, seuil: number): void => {
  const total = [...comptees.values()].reduce((n, personnes) => n + personnes, 0)
  for (;;) {
    const montrees = [...comptees].filter(([code, personnes]) => frequents.has(code) && personnes >= seuil)
    const dedans = montrees.reduce((n, [, personnes]) => n + personnes, 0)
    const [plusPetite] = montrees.toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
    const reste = total - dedans
    const marge = dedans - seuil * montrees.length + reste
    if (plusPetite === undefined || reste === 0 || marge >= seuil) return
    frequents.delete(plusPetite[0])
  }
}

const AUTRES = 'autres'

const codifier = (texte: string): string => {
  const code = normaliser(texte).replaceAll(' ', '-')
  if (code === '') return NON_RENSEIGNE
  return [TOTAL, AUTRES, NON_RENSEIGNE].includes(code) ? `${code}-` : code
}

const plusFrequente = (graphies: readonly string[]): string =>
  [...Map.groupBy(graphies, (g) => g)].toSorted(([a, n], [b, m]) => m.length - n.length || (a < b ? -1 : 1))[0]?.[0] ??
  ''
