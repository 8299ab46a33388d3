import { resolve } from 'node:path'
import { noterGeste } from '#db/queries/journal.ts'
import { Id } from '#shared/domaine/communs.ts'
import { ecrireCopie } from '../droits/ecrire-copie.ts'
import { type Commande, ErreurUsage } from './commande.ts'

/** Writes what the coffre holds of one person, as a PDF and as JSON: her right of access. Others are masked. */
export const droits: Commande = {
  nom: 'droits',
  droit: 'conformite',
  usage: '--coffre DIR --personne ID --sortie DIR [--tiers ID,ID] [--notes-privees] [--format json]',
  options: {
    coffre: { type: 'string' },
    personne: { type: 'string' },
    sortie: { type: 'string' },
    tiers: { type: 'string' },
    'notes-privees': { type: 'boolean' },
  },
  executer: async (args, { avecCoffre, ecrire }) => {
    const personneId = lireId(args.exiger('personne'), 'personne')
    const sortie = resolve(args.exiger('sortie'))
    const tiers = (args.texte('tiers') ?? '').split(',').flatMap((t) => (t === '' ? [] : lireId(t, 'tiers')))
    const fichiers = await avecCoffre(resolve(args.exiger('coffre')), async (contexte) => {
      const { db, agent, maintenant } = contexte
      const ecrits = await ecrireCopie(
        { personneId, tiers, notesPrivees: args.drapeau('notes-privees') },
        sortie,
        contexte,
      )
      await noterGeste(db(), { agent: agent().id, geste: 'droits.exporter', objet: personneId }, maintenant())
      return ecrits
    })
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-droits-fait/1', dossier: sortie, fichiers }, undefined, 2))
    else ecrire(`Écrit dans ${sortie} : ${fichiers.join(', ')}`)
    return 0
  },
}

const lireId = (texte: string, option: string): string => {
  const lu = Id.safeParse(texte)
  if (!lu.success) throw new ErreurUsage(`--${option} est un identifiant de fiche.`)
  return lu.data
}
