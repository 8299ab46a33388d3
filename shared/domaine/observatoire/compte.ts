import { z } from 'zod'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import { Code, Id, Jour } from '../communs.ts'
import type { DateIso } from '../../utils/dates.ts'
import { type Moment, trancheDe } from './moment.ts'
import { SecteurDessine } from './carte.ts'

const Nombre = z.int().min(0)
const Repartition = z.array(z.strictObject({ code: z.string(), nombre: Nombre }))

/** One number for each sector and each month; `parMois` of a row and of the whole follow the months of the count. */
const Croisement = z.strictObject({
  lignes: z.array(z.strictObject({ secteurId: Id, parMois: z.array(Nombre), total: Nombre })),
  parMois: z.array(Nombre),
  total: Nombre,
})
export type Croisement = z.infer<typeof Croisement>

/** Days counted, both included; one trouble alone when it is named. */
export const DemandeCompte = z
  .strictObject({ du: Jour, au: Jour, trouble: Code.nullable() })
  .refine(({ du, au }) => du <= au && moisEntre(du, au).length <= MOIS_MAX)
export type DemandeCompte = z.infer<typeof DemandeCompte>

/** Ten years. */
const MOIS_MAX = 120

/**
 * What the observatoire counts over some days. Small numbers are published as they are: a fiche is a trouble at a place, it
 * has no field for a person, so that there is nobody for statistical secrecy to protect (cvp-clspd.md §4.3 (e)). Notes and
 * answers in words are no part of it.
 */
export const CompteObservatoire = z.strictObject({
  du: Jour,
  au: Jour,
  /** « 2014-01 », every month that the days touch. */
  mois: z.array(z.string()),
  secteurs: z.array(SecteurDessine),
  signalements: Croisement,
  interventions: Croisement,
  /** Interventions that answer a signalement. */
  interventionsApresSignalement: Nombre,
  /** Signalements of these days that an intervention answered, whenever it did. */
  signalementsSuivis: Nombre,
  /** Signalements told by the médiateurs (criterion of the fiche 4.2). */
  signalementsDesMediateurs: Nombre,
  parTrouble: Repartition,
  parFonction: Repartition,
  parLieu: Repartition,
  parFrequence: Repartition,
  /** By part of the day. */
  parTranche: Repartition,
  parIntervention: Repartition,
  parResultat: Repartition,
})
export type CompteObservatoire = z.infer<typeof CompteObservatoire>

type Fait = { readonly secteurId: string; readonly date: DateIso }
/** What is read of a signalement to count it: its note is not. */
type FaitSignale = Fait & {
  readonly moment: Moment | null
  readonly trouble: string
  readonly lieu: string | null
  readonly fonction: string
  readonly frequence: string | null
  /** An intervention answered it. */
  readonly suivi: boolean
}
type FaitMediation = Fait & {
  readonly intervention: string
  readonly resultat: string | null
  readonly apresSignalement: boolean
}

export const compterFaits = (faits: {
  readonly du: DateIso
  readonly au: DateIso
  readonly secteurs: readonly SecteurDessine[]
  readonly signalements: readonly FaitSignale[]
  readonly interventions: readonly FaitMediation[]
}): CompteObservatoire => {
  const { du, au, signalements, interventions } = faits
  const secteurs = [...faits.secteurs]
  const mois = moisEntre(du, au)
  return {
    du,
    au,
    mois,
    secteurs,
    signalements: croiser(signalements, secteurs, mois),
    interventions: croiser(interventions, secteurs, mois),
    interventionsApresSignalement: interventions.filter((i) => i.apresSignalement).length,
    signalementsSuivis: signalements.filter((s) => s.suivi).length,
    signalementsDesMediateurs: signalements.filter((s) => s.fonction === 'mediateur').length,
    parTrouble: repartir(signalements.map((s) => s.trouble)),
    parFonction: repartir(signalements.map((s) => s.fonction)),
    parLieu: repartir(signalements.map((s) => s.lieu)),
    parFrequence: repartir(signalements.map((s) => s.frequence)),
    parTranche: repartir(signalements.map((s) => (s.moment === null ? null : trancheDe(s.moment)))),
    parIntervention: repartir(interventions.map((i) => i.intervention)),
    parResultat: repartir(interventions.map((i) => i.resultat)),
  }
}

/** How many times each code was answered, the most frequent first; no answer is one. */
const repartir = (codes: readonly (string | null)[]): { code: string; nombre: number }[] =>
  [...Map.groupBy(codes, (code) => code ?? NON_RENSEIGNE)]
    .map(([code, memes]) => ({ code, nombre: memes.length }))
    .toSorted((a, b) => b.nombre - a.nombre || a.code.localeCompare(b.code))

/** Every month that these days touch, the first one first. */
export const moisEntre = (du: DateIso, au: DateIso): string[] => {
  const [premier, dernier] = [rangDuMois(du), rangDuMois(au)]
  return Array.from({ length: Math.max(0, dernier - premier + 1) }, (_, i) => {
    const mois = premier + i
    return `${String(Math.floor(mois / 12)).padStart(4, '0')}-${String((mois % 12) + 1).padStart(2, '0')}`
  })
}

const rangDuMois = (date: DateIso): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** A row for each sector and a column for each month, in their order, with their totals. */
export const croiser = (
  faits: readonly Fait[],
  secteurs: readonly { readonly id: string }[],
  mois: readonly string[],
): Croisement => {
  const cases = Map.groupBy(faits, ({ secteurId, date }) => `${secteurId} ${date.slice(0, 7)}`)
  const lignes = secteurs.map(({ id }) => {
    const parMois = mois.map((m) => cases.get(`${id} ${m}`)?.length ?? 0)
    return { secteurId: id, parMois, total: sommer(parMois) }
  })
  const parMois = mois.map((_, i) => sommer(lignes.map((l) => l.parMois[i] ?? 0)))
  return { lignes, parMois, total: sommer(parMois) }
}

const sommer = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0)
