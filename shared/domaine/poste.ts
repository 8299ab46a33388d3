import { z } from 'zod'
import { Id, Jour, ligne } from './communs.ts'

/** A funded post: full-time equivalent, yearly grant, and the days it was held. */
export const Poste = z.strictObject({
  id: Id,
  nom: ligne(120).min(1),
  etp: z.number().min(0).max(5),
  /** Yearly grant in euros, before the pro rata of the months worked. */
  financementAnnuel: z.number().min(0).max(10_000_000),
  financeur: ligne(120),
  du: Jour,
  au: Jour.nullable(),
})
export type Poste = z.infer<typeof Poste>

/** Months of `annee` during which the post was held; a month begun counts whole, as in the grant of source 001. */
export const moisTravailles = (poste: Pick<Poste, 'du' | 'au'>, annee: number): number => {
  const debut = `${annee}-01-01`
  const fin = `${annee}-12-31`
  const du = poste.du > debut ? poste.du : debut
  const au = poste.au !== null && poste.au < fin ? poste.au : fin
  return du > au ? 0 : Number(au.slice(5, 7)) - Number(du.slice(5, 7)) + 1
}

/** Grant owed for the year in euros, pro rata of the months worked (Aubervilliers 2013: 18 000 € half time). */
export const financementDu = (poste: Poste, annee: number): number =>
  Math.round((poste.financementAnnuel * moisTravailles(poste, annee)) / 12)

/** Full-time equivalents really worked over the year. */
export const etpMoyen = (poste: Poste, annee: number): number => (poste.etp * moisTravailles(poste, annee)) / 12
