import { basename, dirname } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { lireSauvegarde } from '../coffre/sauvegardes.ts'
import type { HandlersDe } from '../context.ts'
import { lireEntree } from '../import/lire-entree.ts'
import { TAILLE_LOT } from '../lots/ouvrir.ts'
import { presenter } from './sauvegardes.ts'

export const ouvertures: HandlersDe<'ouvertures'> = {
  prendre: async (_, { chemin }) => {
    if (chemin === undefined) throw new ErreurMetier('annule')
    if (/\.jalonlot$/iu.test(chemin)) {
      const octets = await lireEntree(chemin)
      if (octets.length > TAILLE_LOT) throw new ErreurMetier('fichier-trop-gros')
      return { genre: 'lot', nom: basename(chemin), contenu: octets.toString('base64') }
    }
    // The slip of a backup stands in its folder, which is what one starts again from.
    const sauvegarde = lireSauvegarde(dirname(chemin))
    if (sauvegarde === undefined) throw new ErreurMetier('sauvegarde-absente')
    return { genre: 'sauvegarde', trouvees: presenter([sauvegarde]) }
  },
}
