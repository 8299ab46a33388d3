import { retenir } from '../../utils/partage.ts'
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

/** What one of the periods compared counts, and the codes of each unit along the dimension. */
export type PeriodeClassee = {
  readonly unites: readonly { readonly personnes: readonly string[] }[]
  readonly codes: Classement
}

/**
 * Rows of a dimension. Every value on offer is a row, even at zero: a row that came and went with the data would say that
 * a masked cell is not empty. A hidden value is a row only where it was used.
 */
export const fermerDimension = (
  declaree: DimensionDeclaree,
  nomenclature: Nomenclature,
  periodes: readonly PeriodeClassee[],
  seuil: number,
  dits: ReadonlySet<string> = new Set(),
): DimensionFermee => {
  const connues = declaree.modalites(nomenclature)
  const coder = retenir(codifier)
  const ouverte = declaree.autres === undefined ? null : regrouper(declaree.autres, periodes, seuil, dits, coder)
  const rencontres = ouverte === null ? codesRencontres(periodes) : new Set<string>()
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
    coder: ouverte === null ? (code) => code : coder,
  }
}

/** Every code met. */
export const codesRencontres = (periodes: readonly Pick<PeriodeClassee, 'codes'>[]): ReadonlySet<string> => {
  const listes = new Set(periodes.flatMap((p) => [...new Set(p.codes)]))
  return new Set([...listes].flat())
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
  periodes: readonly PeriodeClassee[],
  seuil: number,
  dits: ReadonlySet<string>,
  coder: Coder,
): readonly Modalite[] => {
  const comptes = periodes.map((periode) => compterCodes(periode, coder))
  const codes = (garde: (code: string, personnes: number) => boolean): readonly string[] =>
    comptes.flatMap((c) => [...c].flatMap(([code, n]) => (code !== NON_RENSEIGNE && garde(code, n) ? [code] : [])))
  const frequents = new Set(codes((_, personnes) => personnes >= seuil))
  for (const comptees of comptes) oterSansMarge(comptees, frequents, seuil)
  const nommes = frequents.union(new Set(codes((code) => dits.has(code))))
  const graphies = compterGraphies(periodes)
  const parCode = Map.groupBy(graphies.keys(), coder)
  const modalites = [...nommes].map((code) => ({ code, libelle: plusFrequente(graphies, parCode.get(code) ?? []) }))
  return [...modalites.toSorted((a, b) => comparerEnFrancais(a.libelle, b.libelle)), { code: AUTRES, libelle: autres }]
}

type Coder = (texte: string) => string

/** Persons of each spelling put in order. */
const compterCodes = ({ unites, codes }: PeriodeClassee, coder: Coder): ReadonlyMap<string, number> => {
  const ensembles = new Map<string, Set<string>>()
  for (const [i, { personnes }] of unites.entries()) {
    const code = coder(codes[i]?.[0] ?? '')
    const siennes = ensembles.get(code) ?? new Set()
    ensembles.set(code, siennes)
    for (const personne of personnes) siennes.add(personne)
  }
  return new Map([...ensembles].map(([code, siennes]) => [code, siennes.size]))
}

/** How many units are told by each spelling, as typed. */
const compterGraphies = (periodes: readonly PeriodeClassee[]): ReadonlyMap<string, number> => {
  const graphies = new Map<string, number>()
  for (const { codes } of periodes)
    for (const [graphie = ''] of codes) graphies.set(graphie, (graphies.get(graphie) ?? 0) + 1)
  return graphies
}

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

const plusFrequente = (comptes: ReadonlyMap<string, number>, graphies: readonly string[]): string =>
  graphies.toSorted((a, b) => (comptes.get(b) ?? 0) - (comptes.get(a) ?? 0) || (a < b ? -1 : 1))[0] ?? ''
