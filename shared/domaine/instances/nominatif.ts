import { z } from 'zod'
import { Code, Id, ligne } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'
import { ajouterMois, type DateIso } from '../../utils/dates.ts'

/**
 * What a group of L132-5 decided for one person: the decision, who acts, for when, and no narrative. The person is one of
 * the coffre, or a short designation (initials, first name). Where the signalement comes from and the need are closed lists
 * (CNIL, 7 January 2020; DP-20).
 */
export const PointNominatif = z.strictObject({
  id: Id,
  reunionId: Id,
  personneId: Id.nullable(),
  designation: ligne(40).min(1).nullable(),
  /** Birth year: what tells when all must be destroyed. */
  naissance: z.int().min(1900).max(2100),
  origine: Code,
  besoin: Code,
  decision: ligne(160).min(1),
  acteur: Code,
  pourLe: JourNote,
  faiteLe: JourNote.nullable(),
  finSuivi: JourNote.nullable(),
})
export type PointNominatif = z.infer<typeof PointNominatif>

/** A point as it is read: `nom` is that of the person of the coffre, for whoever may read persons. */
export const PointNominatifLu = PointNominatif.extend({ nom: z.string().nullable(), aDetruireLe: z.string() })
export type PointNominatifLu = z.infer<typeof PointNominatifLu>

/** One nominative relevé that left the coffre. */
export const ExportNominatif = z.strictObject({ le: z.string(), par: z.string() })
export type ExportNominatif = z.infer<typeof ExportNominatif>

const ARCHIVE_MOIS = 36
const AGE_LIMITE = 25

/**
 * Day from which nothing may be kept: three years after the end of the follow-up, and never beyond the 25th birthday
 * (AU-038, art. 5). Of a birthday only the year is known: its first day is the one that counts.
 */
export const aDetruireLe = ({ naissance, finSuivi }: Pick<PointNominatif, 'naissance' | 'finSuivi'>): DateIso => {
  const age = `${naissance + AGE_LIMITE}-01-01`
  const archive = finSuivi === null ? age : ajouterMois(finSuivi, ARCHIVE_MOIS)
  return archive < age ? archive : age
}

export const erreursDePoint = (
  point: PointNominatif,
  date: DateIso,
  aujourdhui: DateIso,
): Readonly<Record<string, string>> => {
  const { personneId, designation, naissance, pourLe, faiteLe, finSuivi } = point
  return {
    ...((personneId === null) === (designation === null) ? { designation: 'une-seule' } : {}),
    ...(naissance > Number(date.slice(0, 4)) ? { naissance: 'futur' } : {}),
    ...(aDetruireLe({ naissance, finSuivi: null }) <= aujourdhui ? { naissance: 'plus-de-25-ans' } : {}),
    ...(pourLe < date ? { pourLe: 'avant-reunion' } : {}),
    ...(faiteLe !== null && faiteLe > aujourdhui ? { faiteLe: 'futur' } : {}),
    ...(faiteLe !== null && faiteLe < date ? { faiteLe: 'avant-reunion' } : {}),
    ...(finSuivi !== null && finSuivi > aujourdhui ? { finSuivi: 'futur' } : {}),
    ...(finSuivi !== null && finSuivi < date ? { finSuivi: 'avant-reunion' } : {}),
  }
}
