import type { HandlersDe } from '../context.ts'
import { ecrirePapier } from '../impressions/ecrire-papier.ts'
import { preparerGuide, preparerListe } from '../impressions/preparer.ts'

export const impressions: HandlersDe<'impressions'> = {
  apercuListe: async (demande, { db }) => ({ html: (await preparerListe(db(), demande)).html }),
  imprimerListe: async (demande, contexte) => ecrirePapier(await preparerListe(contexte.db(), demande), contexte),
  apercuGuide: async (demande, { db }) => ({ html: (await preparerGuide(db(), demande)).html }),
  imprimerGuide: async (demande, contexte) => ecrirePapier(await preparerGuide(contexte.db(), demande), contexte),
}
