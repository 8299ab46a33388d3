import { resolve } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { chercherSauvegardes } from '../coffre/sauvegardes.ts'
import { createSession } from '../coffre/session.ts'
import type { Commande } from './commande.ts'

/** Makes a coffre of a backup, in a new folder or in the place of the present coffre, which is set aside. */
export const restaurer: Commande = {
  nom: 'restaurer',
  droit: 'sauvegardes',
  usage: 'SAUVEGARDE --vers DIR [--secours] [--malgre-plus-recent] [--format json]',
  fichiers: { min: 1, max: 1 },
  options: { vers: { type: 'string' }, secours: { type: 'boolean' }, 'malgre-plus-recent': { type: 'boolean' } },
  executer: async (args, { phrase, maintenant, ecrire }) => {
    const vers = resolve(args.exiger('vers'))
    // Of a folder that holds several, the last made.
    const [sauvegarde] = chercherSauvegardes(resolve(args.fichiers[0] ?? ''))
    if (sauvegarde === undefined) throw new ErreurMetier('sauvegarde-absente')
    const { misDeCote } = await createSession({ dossier: vers, maintenant }).restaurer({
      sauvegarde,
      genre: args.drapeau('secours') ? 'secours' : 'phrase',
      secret: await phrase(),
      malgrePlusRecent: args.drapeau('malgre-plus-recent'),
    })
    const { faiteLe } = sauvegarde
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-restaurer/1', coffre: vers, faiteLe, misDeCote }))
    else {
      ecrire(`Le coffre est tel qu’à sa sauvegarde du ${new Date(faiteLe).toLocaleString('fr')} : ${vers}`)
      if (misDeCote !== null) ecrire(`Le coffre d’avant est mis de côté, rien n’en est effacé : ${misDeCote}`)
    }
    return 0
  },
}
