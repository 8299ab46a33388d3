import { basename, resolve } from 'node:path'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import { expliquerRaison } from '#shared/domaine/lot/raisons.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { ReceptionFichier } from '#shared/ipc/contract/lots.ts'
import { direEcart, type Ecart, ecartsDuLot } from '../consolide/verifier.ts'
import { lireEntree } from '../import/lire-entree.ts'
import { cleDeReception } from '../lots/cles.ts'
import { raconterReception } from '../lots/postes-suivis.ts'
import { type ReceptionLot, recevoirLot } from '../lots/recevoir.ts'
import { avecConsolidation, optionsBase, usageBase } from './base-partagee.ts'
import type { Commande } from './commande.ts'

/** Receives lots, each whole or not at all, and says what became of each; exits 1 when one was refused. */
export const consolider: Commande = {
  nom: 'consolider',
  droit: 'coordination',
  usage: `--coffre DIR LOT… [${usageBase}] [--format json]`,
  fichiers: { min: 1, max: 10_000 },
  options: { ...optionsBase, coffre: { type: 'string' } },
  executer: async (args, { avecCoffre, ecrire, signaler }) => {
    const ecarts: Ecart[] = []
    const receptions = await avecCoffre(resolve(args.exiger('coffre')), async ({ db, maintenant }) => {
      const cle = await cleDeReception(db(), maintenant())
      return avecConsolidation(args, db(), async (base) => {
        const faites: ReceptionFichier[] = []
        for (const fichier of args.fichiers) {
          const lu = await lire(resolve(fichier))
          const reception = lu instanceof Uint8Array ? await recevoirLot(base, lu, cle, maintenant()) : lu
          faites.push(raconterReception(basename(fichier), reception))
          if (reception.etat === 'recu') ecarts.push(...ecartsDuLot(reception.lot))
        }
        return faites
      })
    })
    const refuses = receptions.filter((r) => r.etat === 'refuse')
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-consolider/1', receptions, ecarts }, undefined, 2))
    else {
      for (const reception of receptions) ecrire(raconter(reception))
      for (const ecart of ecarts) ecrire(`Contredit ce que le poste a publié : ${direEcart(ecart)}`)
      ecrire(`${receptions.length - refuses.length} reçus, ${refuses.length} refusés.`)
    }
    if (refuses.length === 0) return 0
    signaler(refuses.length === 1 ? 'Un lot est refusé.' : `${refuses.length} lots sont refusés.`)
    return 1
  },
}

const lire = async (chemin: string): Promise<Uint8Array | ReceptionLot> => {
  try {
    return await lireEntree(chemin)
  } catch (error) {
    if (!(error instanceof ErreurMetier)) throw error
    return { etat: 'refuse', raison: error.erreur.code === 'fichier-trop-gros' ? 'trop-gros' : 'illisible' }
  }
}

const raconter = ({ fichier, raison, poste, dispositif, du, au, nouveauPoste, remplace }: ReceptionFichier): string => {
  const quoi = du === null || au === null ? '' : ` (${poste ?? ''}, ${dispositif ?? ''} ${nomDePeriode({ du, au })})`
  if (raison !== null) return `${fichier}${quoi} : refusé. ${expliquerRaison(raison)}`
  const suite = `${nouveauPoste ? ', nouveau poste' : ''}${remplace ? ', remplace le précédent' : ''}`
  return `${fichier}${quoi} : reçu${suite}.`
}
