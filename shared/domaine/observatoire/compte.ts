import { z } from 'zod'
import { Code, Id, Jour } from '../communs.ts'
import type { DateIso } from '../../utils/dates.ts'
import { tranches } from './moment.ts'
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
  parResultat: Repartition,
  parTranche: z.array(z.strictObject({ code: z.enum([...tranches, 'non-renseigne']), nombre: Nombre })),
})
export type CompteObservatoire = z.infer<typeof CompteObservatoire>

/** Every month that these days touch, the first one first. */
export const moisEntre = (du: DateIso, au: DateIso): string[] => {
  const [premier, dernier] = [rangDuMois(du), rangDuMois(au)]
  return Array.from({ length: Math.max(0, dernier - premier + 1) }, (_, i) => {
    const mois = premier + i
    return `${String(Math.floor(mois / 12)).padStart(4, '0')}-${String((mois % 12) + 1).padStart(2, '0')}`
  })
}

const rangDuMois = (date: DateIso): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

type Case = { readonly secteurId: string; readonly mois: string; readonly nombre: number }

/** A row for each sector and a column for each month, in their order, with their totals. */
export const croiser = (
  cases: readonly Case[],
  secteurs: readonly { readonly id: string }[],
  mois: readonly string[],
): Croisement => {
  const nombres = new Map<string, number>()
  for (const { secteurId, mois: m, nombre } of cases)
    nombres.set(`${secteurId} ${m}`, (nombres.get(`${secteurId} ${m}`) ?? 0) + nombre)
  const lignes = secteurs.map(({ id }) => {
    const parMois = mois.map((m) => nombres.get(`${id} ${m}`) ?? 0)
    return { secteurId: id, parMois, total: sommer(parMois) }
  })
  const parMois = mois.map((_, i) => sommer(lignes.map((l) => l.parMois[i] ?? 0)))
  return { lignes, parMois, total: sommer(parMois) }
}

const sommer = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0)

/** A class of the map: numbers from `de` to `a`, both included. */
export type Classe = { readonly de: number; readonly a: number }

/** At most four classes of the same width that hold every number from 1 to the greatest; none where nothing is counted. */
export const classesDe = (plusGrand: number): readonly Classe[] => {
  const nombre = Math.min(4, plusGrand)
  const largeur = Math.ceil(plusGrand / Math.max(1, nombre))
  return Array.from({ length: Math.ceil(plusGrand / Math.max(1, largeur)) }, (_, i) => ({
    de: i * largeur + 1,
    a: Math.min(plusGrand, (i + 1) * largeur),
  }))
}

/** Rank of the class of a number, from 0; -1 for zero. */
export const rangClasse = (classes: readonly Classe[], nombre: number): number =>
  classes.findIndex(({ de, a }) => nombre >= de && nombre <= a)
