import { creerPartage, retenir } from '../../utils/partage.ts'
import { NON_RENSEIGNE, type Nomenclature } from '../nomenclature.ts'
import { type Unite, unites } from './bilan.ts'
import type { Comptes } from './comptes.ts'
import { codesRencontres, type DimensionFermee, fermerDimension, type PeriodeClassee } from './modalites.ts'
import type { DimensionDeclaree, TableauDeclare } from './tableau.ts'

/** A question with its finest answers, whatever the rows that tables print of it. */
export type Question = {
  readonly id: string
  readonly feuilles: readonly string[]
  readonly multiple: boolean
  /** The missing answer, never given with another; null where an answer cannot be missing. */
  readonly sansReponse: string | null
  /** The answer is one of those to that question. */
  readonly parmi: string | null
  readonly sensible: boolean
  /** See `DimensionDeclaree`. */
  readonly recoupementPublic: boolean
}

/** What a table prints of a question: each row stands for some of its answers. */
export type Presentation = {
  readonly id: string
  readonly libelle: string
  readonly question: string
  readonly multiple: boolean
  readonly modalites: readonly {
    readonly code: string
    readonly libelle: string
    readonly feuilles: readonly string[]
    /** Answers that are in no other row belong here. */
    readonly reste: boolean
  }[]
}

/**
 * All that a period counts under one unit: every unit once, with its answers. Pseudonymous, it stays in the coffre; what
 * may be printed of it is for `secret/` to say.
 */
export type Recensement = {
  readonly unite: Unite
  readonly questions: readonly Question[]
  readonly tableaux: readonly { readonly id: string; readonly dimensions: readonly Presentation[] }[]
  readonly unites: readonly {
    readonly id: string
    readonly personnes: readonly string[]
    /** Answers to each question, in the order of `questions`. Units that answered alike share one list. */
    readonly reponses: readonly (readonly string[])[]
  }[]
}

/** Detailed tables, or rare rows put together so that few cells are small. */
export type Finesse = 'detaillee' | 'regroupee'

/** Words typed freely that an edition already printed as rows, by question. */
export type MotsDits = ReadonlyMap<string, ReadonlySet<string>>

/** Counts each period on the same rows, so that they can be compared: for each, one census per unit. */
export const recenser = (
  declares: readonly TableauDeclare[],
  periodes: readonly Comptes[],
  nomenclature: Nomenclature,
  seuil: number,
  finesse: Finesse,
  dits: MotsDits = new Map(),
): readonly (readonly Recensement[])[] => {
  const gardes = declares.filter((t) => finesse === 'detaillee' || t.detail !== true)
  const parUnite = unites.flatMap((unite) => {
    const siens = declares.filter((t) => t.unite === unite)
    const imprimes = gardes.filter((t) => t.unite === unite)
    return imprimes.length === 0
      ? []
      : [recenserUnite(unite, siens, imprimes, periodes, nomenclature, seuil, finesse, dits)]
  })
  return periodes.map((_, i) => parUnite.flatMap((recensements) => recensements[i] ?? []))
}

type Fermee = {
  readonly declaree: DimensionDeclaree
  readonly fermee: DimensionFermee
  readonly periodes: readonly PeriodeClassee[]
}

const recenserUnite = (
  unite: Unite,
  siens: readonly TableauDeclare[],
  imprimes: readonly TableauDeclare[],
  periodes: readonly Comptes[],
  nomenclature: Nomenclature,
  seuil: number,
  finesse: Finesse,
  dits: MotsDits,
): readonly Recensement[] => {
  const dimensions = new Map<string, Fermee>()
  for (const tableau of siens)
    for (const [rang, declaree] of tableau.dimensions.entries()) {
      if (dimensions.has(declaree.id)) continue
      const classees = periodes.map((comptes) => ({
        unites: comptes[unite],
        codes: tableau.classer(comptes, nomenclature, rang),
      }))
      const fermee = fermerDimension(declaree, nomenclature, classees, seuil, dits.get(declaree.id))
      dimensions.set(declaree.id, { declaree, fermee, periodes: classees })
    }
  const fines = [...dimensions.values()].filter(({ declaree }) => fineDe(declaree, dimensions) === declaree.id)
  const questions = fines.map(questionDe)
  const tableaux = imprimes.map((t) => ({
    id: t.id,
    dimensions: t.dimensions.map((d) => presenter(d, dimensions, questions, finesse)),
  }))
  const partager = creerPartage<readonly string[]>()
  const listes = creerPartage<string>()
  const lecteurs = fines.map(({ fermee }) => retenir((codes: readonly string[]) => listes(lireReponses(fermee, codes))))
  return periodes.map((comptes, p) => ({
    unite,
    questions,
    tableaux,
    unites: comptes[unite].map(({ id, personnes }, i) => ({
      id,
      personnes,
      reponses: partager(fines.map((fine, q) => lecteurs[q]?.(fine.periodes[p]?.codes[i] ?? []) ?? [])),
    })),
  }))
}

/** Answers of the question that these codes stand for. */
const lireReponses = ({ coder }: DimensionFermee, codes: readonly string[]): readonly string[] => {
  const reponses = new Set(codes.map(coder))
  return reponses.size === 0 ? [NON_RENSEIGNE] : [...reponses]
}

/** The dimension that this one rolls up, where a table of the unit counts it; else itself. */
const fineDe = ({ id, groupeDe }: DimensionDeclaree, dimensions: ReadonlyMap<string, Fermee>): string =>
  groupeDe !== undefined && dimensions.has(groupeDe) ? groupeDe : id

/** Texts typed freely have the answers met; closed lists, their rows. */
const questionDe = ({ declaree, fermee, periodes }: Fermee): Question => {
  const nommees = fermee.modalites.filter((m) => !m.reste).map((m) => m.code)
  const reste = fermee.modalites.some((m) => m.reste)
  const rencontrees = reste ? [...codesRencontres(periodes)].map(fermee.coder) : []
  return {
    id: declaree.id,
    feuilles: [...new Set([...nommees, ...rencontrees.toSorted()])],
    multiple: fermee.multiple,
    sansReponse: declaree.sansReponse === null ? null : NON_RENSEIGNE,
    parmi: declaree.parmi ?? null,
    sensible: declaree.sensible === true,
    recoupementPublic: declaree.recoupementPublic === true,
  }
}

const presenter = (
  declaree: DimensionDeclaree,
  dimensions: ReadonlyMap<string, Fermee>,
  questions: readonly Question[],
  finesse: Finesse,
): Presentation => {
  const fermee = dimensions.get(declaree.id)?.fermee
  const question = questions.find((q) => q.id === fineDe(declaree, dimensions))
  const fine = dimensions.get(question?.id ?? '')?.fermee
  if (fermee === undefined || question === undefined || fine === undefined)
    throw new Error(`dimension sans question : ${declaree.id}`)
  const nommees = new Set(fermee.modalites.map((m) => m.code))
  const modalites = fermee.modalites.map(({ code, libelle, reste }) => ({
    code,
    libelle,
    reste,
    feuilles:
      question.id !== declaree.id
        ? membresDe(fine, code)
        : reste
          ? question.feuilles.filter((f) => !nommees.has(f))
          : [code],
  }))
  return {
    id: declaree.id,
    libelle: declaree.libelle,
    question: question.id,
    multiple: fermee.multiple,
    modalites: finesse === 'regroupee' ? regrouper(modalites, declaree) : modalites,
  }
}

const membresDe = (fine: DimensionFermee, groupe: string): readonly string[] =>
  fine.modalites.filter((m) => m.groupe === groupe).map((m) => m.code)

type Ligne = Presentation['modalites'][number]

/** Rows put together take the place of the first of them. */
export const regrouper = (
  lignes: readonly Ligne[],
  { regroupements = [] }: Pick<DimensionDeclaree, 'regroupements'>,
): readonly Ligne[] => {
  const groupeDe = (ligne: Ligne) => regroupements.find((g) => g.membres.includes(ligne.code))
  return lignes.flatMap((ligne, i) => {
    const groupe = groupeDe(ligne)
    if (groupe === undefined) return [ligne]
    const membres = lignes.filter((l) => groupeDe(l) === groupe)
    const { code, libelle } = groupe
    return lignes.indexOf(membres[0] ?? ligne) < i
      ? []
      : [{ code, libelle, reste: false, feuilles: membres.flatMap((l) => l.feuilles) }]
  })
}
