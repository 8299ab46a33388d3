import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Context } from '../context.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import type { Papier } from './preparer.ts'

/** Writes a paper as a PDF, in the folder that the user chose. */
export const ecrirePapier = async (
  { nom, html }: Papier,
  { chemin: dossier, imprimer }: Pick<Context, 'chemin' | 'imprimer'>,
): Promise<{ dossier: string; fichiers: string[] }> => {
  if (dossier === undefined) throw new ErreurMetier('annule')
  return { dossier, fichiers: await ecrireFichiers(dossier, new Map([[nom, await imprimer(html)]])) }
}
