import { resolve } from 'node:path'
import { joursEntre, jourLocal } from '#shared/utils/dates.ts'
import { cheminsDuCoffre } from '../coffre/chemins.ts'
import { type Controle, controlerCoffre } from '../coffre/controle.ts'
import { derniereIntacte } from '../coffre/sauvegardes.ts'
import type { Commande } from './commande.ts'

/** Says whether a coffre is sound, and how much it holds. Exit 1 as soon as one thing is wrong. */
export const verifier: Commande = {
  nom: 'verifier',
  droit: 'sauvegardes',
  usage: '--coffre DIR [--format json]',
  options: { coffre: { type: 'string' } },
  executer: async (args, { phrase, maintenant, ecrire, signaler }) => {
    const dossier = resolve(args.exiger('coffre'))
    const { controles, lignes } = await controlerCoffre(dossier, await phrase(), maintenant())
    const anomalies = controles.filter(({ etat }) => etat === 'anomalie')
    const statut = anomalies.length === 0 ? 'sain' : 'anomalies'
    const sauvegarde = await lireSauvegarde(dossier, maintenant())
    if (args.json)
      ecrire(JSON.stringify({ schema: 'jalon-verifier/1', statut, controles, lignes, sauvegarde }, undefined, 2))
    else {
      for (const controle of controles) ecrire(enClair(controle))
      ecrire(ageEnClair(sauvegarde))
      for (const [table, nombre] of Object.entries(lignes)) ecrire(`  ${table} : ${nombre}`)
    }
    if (statut === 'sain') return 0
    signaler(
      `Le coffre a ${anomalies.length} ${anomalies.length > 1 ? 'anomalies' : 'anomalie'}. Rien n’a été modifié. Gardez-le tel quel et repartez d’une sauvegarde.`,
    )
    return 1
  },
}

type Age = { readonly faiteLe: string; readonly jours: number }

/** The last backup of the coffre's folder whose every byte is as verified; its age in days, by the clock of the PC. */
const lireSauvegarde = async (dossier: string, maintenant: Date): Promise<Age | null> => {
  const derniere = await derniereIntacte(cheminsDuCoffre(dossier))
  if (derniere === undefined) return null
  const { faiteLe } = derniere
  return { faiteLe, jours: joursEntre(jourLocal(new Date(faiteLe)), jourLocal(maintenant)) }
}

const ageEnClair = (age: Age | null): string => {
  if (age === null) return '[à voir]   Aucune bonne sauvegarde dans le coffre'
  const marque = age.jours > 7 ? marques['a-voir'] : marques.bon
  return `${marque} Dernière bonne sauvegarde : le ${new Date(age.faiteLe).toLocaleString('fr')}`
}

const enClair = ({ libelle, etat, nombre }: Controle): string =>
  `${marques[etat]} ${libelle}${nombre === undefined || nombre === 0 ? '' : ` : non, ${nombre}`}`

const marques = { bon: '[bon]     ', anomalie: '[anomalie]', 'a-voir': '[à voir]  ' } as const
