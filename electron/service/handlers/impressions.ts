import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Context, HandlersDe } from '../context.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { type Papier, preparerGuide, preparerListe } from '../impressions/preparer.ts'

export const impressions: HandlersDe<'impressions'> = {
  apercuListe: async (demande, { db }) => ({ html: (await preparerListe(db(), demande)).html }),
  imprimerListe: async (demande, contexte) => ecrirePapier(await preparerListe(contexte.db(), demande), contexte),
  apercuGuide: async (demande, { db }) => ({ html: (await preparerGuide(db(), demande)).html }),
  imprimerGuide: async (demande, contexte) => ecrirePapier(await preparerGuide(contexte.db(), demande), contexte),
}

const ecrirePapier = async (
  { nom, html }: Papier,
  { chemin: dossier, imprimer }: Pick<Context, 'chemin' | 'imprimer'>,
): Promise<{ dossier: string; fichiers: string[] }> => {
  if (dossier === undefined) throw new ErreurMetier('annule')
  return { dossier, fichiers: await ecrireFichiers(dossier, new Map([[nom, await imprimer(html)]])) }
}
