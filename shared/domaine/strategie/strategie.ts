import { z } from 'zod'
import { Annee, Code, Id, ligne } from '../communs.ts'
import { LigneBudget } from './budget.ts'
import { AnneeFiche, FicheAction } from './fiche.ts'
import { IndicateurLu } from './indicateur.ts'
import { codesManque } from './valider.ts'

/** A stratégie territoriale (STSPD), or the plan of a département or of a city, over some years. */
export const Strategie = z
  .strictObject({
    id: Id,
    titre: ligne(200).min(1),
    /** The town, or what it covers. */
    territoire: ligne(120).min(1),
    du: Annee,
    au: Annee,
  })
  .refine(({ du, au }) => du <= au && au - du < 15, { path: ['au'], message: 'avant-du' })
export type Strategie = z.infer<typeof Strategie>

/** Known by its id: two documents of one town may number the same axes in another order. */
export const Axe = z.strictObject({ id: Id, strategieId: Id, numero: ligne(12), titre: ligne(200).min(1) })
export type Axe = z.infer<typeof Axe>

/** A part of the territory for which fiches are declined: an arrondissement, a sector. */
export const Territoire = z.strictObject({ id: Id, strategieId: Id, nom: ligne(120).min(1) })
export type Territoire = z.infer<typeof Territoire>

/** Targets set over a year, and those reached. */
const Cibles = z.strictObject({ fixees: z.int(), atteintes: z.int() })

/** A fiche in the list. */
export const FicheResume = FicheAction.omit({ contenu: true }).extend({
  statut: Code,
  manques: z.array(z.enum(codesManque)),
  cibles: Cibles,
  /** Mean progress towards the targets that are numbers, each capped at 1; null without any. */
  part: z.number().nullable(),
})
export type FicheResume = z.infer<typeof FicheResume>

/** A fiche whole, over one year. */
export const FicheLue = FicheAction.extend({
  annee: AnneeFiche,
  manques: z.array(z.enum(codesManque)),
  cibles: Cibles,
  part: z.number().nullable(),
  indicateurs: z.array(IndicateurLu),
  budget: z.array(LigneBudget),
})
export type FicheLue = z.infer<typeof FicheLue>

const Plan = z.strictObject({
  strategie: Strategie,
  annee: Annee,
  axes: z.array(Axe),
  territoires: z.array(Territoire),
})

/** What the screen opens on. */
export const StrategieResumee = Plan.extend({ fiches: z.array(FicheResume) })
export type StrategieResumee = z.infer<typeof StrategieResumee>

/** Everything of one year, for the reports. Axes in order; the fiches of each in order, the whole territory first. */
export type StrategieLue = z.infer<typeof Plan> & { readonly fiches: readonly FicheLue[] }

/** Targets of a fiche over the year, and those reached. */
export const ciblesDe = (indicateurs: readonly IndicateurLu[]): FicheLue['cibles'] => {
  const fixees = indicateurs.filter((i) => i.atteint !== null)
  return { fixees: fixees.length, atteintes: fixees.filter((i) => i.atteint).length }
}

/** How far the fiche is from its targets that are numbers to reach. */
export const partDe = (indicateurs: readonly IndicateurLu[]): number | null => {
  const parts = indicateurs.flatMap((i) => (i.part === null || i.sens === 'baisse' ? [] : [Math.min(1, i.part)]))
  return parts.length === 0 ? null : parts.reduce((total, p) => total + p, 0) / parts.length
}
