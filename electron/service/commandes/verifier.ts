import { resolve } from 'node:path'
import { type Controle, controlerCoffre } from '../coffre/controle.ts'
import type { Commande } from './commande.ts'

/** Says whether a coffre is sound, and how much it holds. Exit 1 as soon as one thing is wrong. */
export const verifier: Commande = {
  nom: 'verifier',
  usage: '--coffre DIR [--format json]',
  options: { coffre: { type: 'string' } },
  executer: async (args, { phrase, maintenant, ecrire, signaler }) => {
    const dossier = resolve(args.exiger('coffre'))
    const { controles, lignes } = await controlerCoffre(dossier, await phrase(), maintenant())
    const anomalies = controles.filter(({ etat }) => etat === 'anomalie')
    const statut = anomalies.length === 0 ? 'sain' : 'anomalies'
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-verifier/1', statut, controles, lignes }, undefined, 2))
    else {
      for (const controle of controles) ecrire(enClair(controle))
      for (const [table, nombre] of Object.entries(lignes)) ecrire(`  ${table} : ${nombre}`)
    }
    if (statut === 'sain') return 0
    signaler(
      `Le coffre a ${anomalies.length} ${anomalies.length > 1 ? 'anomalies' : 'anomalie'}. Rien n’a été modifié. Gardez-le tel quel et repartez d’une sauvegarde.`,
    )
    return 1
  },
}

const enClair = ({ libelle, etat, nombre }: Controle): string =>
  `${marques[etat]} ${libelle}${nombre === undefined || nombre === 0 ? '' : ` : non, ${nombre}`}`

const marques = { bon: '[bon]     ', anomalie: '[anomalie]', 'a-voir': '[à voir]  ' } as const
