import { resolve } from 'node:path'
import type { Commande } from './commande.ts'

/** Makes a verified backup in the coffre's folder, and copies it to another place when one is given. */
export const sauvegarder: Commande = {
  nom: 'sauvegarder',
  droit: 'sauvegardes',
  usage: '--coffre DIR [--vers DIR] [--format json]',
  options: { coffre: { type: 'string' }, vers: { type: 'string' } },
  executer: async (args, { avecCoffre, ecrire }) => {
    const vers = args.texte('vers')
    const { sauvegarde, copie } = await avecCoffre(
      resolve(args.exiger('coffre')),
      async ({ session: { sauvegardes } }) => ({
        sauvegarde: await sauvegardes.sauvegarder(),
        copie: vers === undefined ? null : await sauvegardes.copierVers(resolve(vers)),
      }),
    )
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-sauvegarder/1', sauvegarde, copie }))
    else {
      ecrire(`Sauvegarde faite, relue et identique au coffre : ${sauvegarde}`)
      if (copie !== null) ecrire(`Copiée et relue : ${copie}`)
    }
    return 0
  },
}
