import { resolve } from 'node:path'
import { ecrireCopieEnClair } from '../copie-en-clair/ecrire.ts'
import type { Commande } from './commande.ts'

/** The whole coffre in plain open files, names included: nobody is ever locked in. */
export const exporterTout: Commande = {
  nom: 'exporter-tout',
  droit: 'copie-en-clair',
  usage: '--coffre DIR --sortie DIR [--format json]',
  options: { coffre: { type: 'string' }, sortie: { type: 'string' } },
  executer: async (args, { avecCoffre, ecrire }) => {
    const [coffre, sortie] = [resolve(args.exiger('coffre')), resolve(args.exiger('sortie'))]
    const copie = await avecCoffre(coffre, ({ db, ...outils }) =>
      ecrireCopieEnClair({ ...outils, db: db() }, sortie, coffre),
    )
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-exporter-tout/1', ...copie }))
    else {
      ecrire(`Copie en clair écrite dans ${copie.dossier} : ${copie.tables} tables, ${copie.lignes} lignes.`)
      ecrire('Elle n’est pas chiffrée et contient des noms : lisez LISEZ-MOI.txt, et détruisez-la dès qu’elle a servi.')
    }
    return 0
  },
}
