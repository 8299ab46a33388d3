import { readFile, stat } from 'node:fs/promises'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { limites } from './limites.ts'

/** Bytes of a file named on the command line, its size checked before it is read. */
export const lireEntree = async (chemin: string): Promise<Buffer> => {
  try {
    const { size } = await stat(chemin)
    if (size > limites.octets) throw new ErreurMetier('fichier-trop-gros')
    return await readFile(chemin)
  } catch (error) {
    throw error instanceof ErreurMetier
      ? error
      : new ErreurMetier('fichier-illisible', { champs: { fichier: 'absent' } })
  }
}
