import { garderReprise, lireReprise, oublierReprise } from '#db/queries/reprises.ts'
import type { HandlersDe } from '../context.ts'

export const reprises: HandlersDe<'reprises'> = {
  lire: ({ cle }, { db }) => lireReprise(db(), cle),
  garder: (reprise, { db, maintenant }) => garderReprise(db(), reprise, maintenant()),
  oublier: ({ cle }, { db }) => oublierReprise(db(), cle),
}
