import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { lireApercuPurge } from '#db/queries/conservation/lister.ts'
import type { ApercuPurge, LigneApercu } from '#shared/domaine/conservation/apercu.ts'
import { retenuesEnMots } from '#shared/domaine/conservation/mots.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { purgerCoffre } from '../conservation/purger.ts'
import type { Commande } from './commande.ts'

/** Erases or anonymises what is at its term; with `--simuler`, says what would leave and writes nothing. No name is said. */
export const purger: Commande = {
  nom: 'purger',
  droit: 'conformite',
  usage: '--coffre DIR [--simuler] [--malgre-bilans] [--format json]',
  options: { coffre: { type: 'string' }, simuler: { type: 'boolean' }, 'malgre-bilans': { type: 'boolean' } },
  executer: async (args, { avecCoffre, ecrire }) => {
    const simuler = args.drapeau('simuler')
    const { apercu, comptes } = await avecCoffre(resolve(args.exiger('coffre')), async (contexte) => {
      const { db, session, maintenant } = contexte
      const vu = await lireApercuPurge(db(), jourLocal(maintenant()))
      if (simuler) return { apercu: vu, comptes: null }
      const demande = { id: randomUUID(), attendues: null, malgreBilans: args.drapeau('malgre-bilans') }
      const faits = await purgerCoffre(contexte, demande)
      await session.sauvegardes.oublierPurgees()
      return { apercu: vu, comptes: faits }
    })
    if (args.json)
      ecrire(JSON.stringify({ schema: 'jalon-purger/1', simule: simuler, ...sansNom(apercu), comptes }, undefined, 2))
    else {
      for (const ligne of [...apercu.aTerme, ...apercu.bientot]) ecrire(enClair(ligne))
      ecrire(
        comptes === null
          ? `${apercu.aTerme.length} à terme, ${apercu.bientot.length} dans les 30 jours. Rien n’a été modifié.`
          : `Anonymisés : ${comptes.anonymises}, effacés : ${comptes.effaces}, fiches : ${comptes.fiches}, points : ${comptes.points}, brouillons : ${comptes.brouillons}. Les sauvegardes d’avant seront supprimées dans 30 jours.`,
      )
    }
    return 0
  },
}

const sansNom = ({ aTerme, bientot, brouillons }: ApercuPurge) => ({
  aTerme: aTerme.map(taire),
  bientot: bientot.map(taire),
  brouillons,
})

const taire = ({ noms, anonymes, ...reste }: LigneApercu) => Object.assign(reste, { personnes: noms.length + anonymes })

const enClair = ({
  genre,
  dispositif,
  numeros,
  noms,
  anonymes,
  terme,
  sort,
  retenue,
  anneesSansBilan,
}: LigneApercu): string =>
  [
    `${dateFrancaise(terme)}  ${sort}`,
    genre === 'dossier' ? `${dispositif} n° ${numeros.join(', ')}` : genre,
    `${noms.length + anonymes} personne(s)`,
    ...(retenue === null
      ? []
      : [
          `retenu : ${retenuesEnMots[retenue]}${anneesSansBilan.length > 0 && retenue === 'bilan' ? ` (${anneesSansBilan.join(', ')})` : ''}`,
        ]),
  ].join('  ')
