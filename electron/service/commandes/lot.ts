import { basename, dirname, resolve } from 'node:path'
import { lireReglages } from '#db/queries/reglages.ts'
import { Annee, CodeDispositifSchema } from '#shared/domaine/communs.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { lireEntree } from '../import/lire-entree.ts'
import { ecrireClePublique, lireClePublique } from '../lots/cle-publique.ts'
import { cleDeReception, empreinteDeCle } from '../lots/cles.ts'
import { faireLot } from '../lots/faire.ts'
import { type Arguments, type Commande, ErreurUsage, type OutilsCommande } from './commande.ts'

/** Makes the lot of a year for a coordinator; or, with `--cle`, writes the public key of this coordinator. */
export const lot: Commande = {
  nom: 'lot',
  droit: 'bilans',
  usage:
    '--coffre DIR --dispositif isc --annee AAAA --pour CLE.pub --sortie FICHIER [--recits-sans-nom] [--format json] | --cle --coffre DIR --sortie CLE.pub',
  options: {
    coffre: { type: 'string' },
    dispositif: { type: 'string' },
    annee: { type: 'string' },
    pour: { type: 'string' },
    sortie: { type: 'string' },
    'recits-sans-nom': { type: 'boolean' },
    cle: { type: 'boolean' },
  },
  executer: async (args, outils) => {
    const sortie = resolve(args.exiger('sortie'))
    await (args.drapeau('cle') ? ecrireCle(args, outils, sortie) : ecrireLot(args, outils, sortie))
    return 0
  },
}

const ecrireCle = async (args: Arguments, { avecCoffre, ecrire }: OutilsCommande, sortie: string): Promise<void> => {
  await avecCoffre(resolve(args.exiger('coffre')), async ({ db, maintenant }) => {
    const { publique } = await cleDeReception(db(), maintenant())
    const { nom } = await lireReglages(db())
    await poser(sortie, ecrireClePublique(publique, nom))
    const empreinte = empreinteDeCle(publique)
    if (args.json) ecrire(JSON.stringify({ schema: 'jalon-cle/1', publique, empreinte, fichier: sortie }, undefined, 2))
    else ecrire(`Clé publique écrite dans ${sortie}\nEmpreinte : ${empreinte}`)
  })
}

const ecrireLot = async (args: Arguments, { avecCoffre, ecrire }: OutilsCommande, sortie: string): Promise<void> => {
  const dispositif = CodeDispositifSchema.safeParse(args.exiger('dispositif'))
  if (!dispositif.success) throw new ErreurUsage(`--dispositif est ${CodeDispositifSchema.options.join(' ou ')}.`)
  const annee = Annee.safeParse(Number(args.exiger('annee')))
  if (!annee.success) throw new ErreurUsage('--annee est une année, comme 2012.')
  const destinataire = lireClePublique(await lireEntree(resolve(args.exiger('pour'))))
  const demande = {
    dispositif: dispositif.data,
    du: `${annee.data}-01-01`,
    au: `${annee.data}-12-31`,
    destinataire,
    avecSections: args.drapeau('recits-sans-nom'),
  }
  await avecCoffre(resolve(args.exiger('coffre')), async ({ db, maintenant }) => {
    const { lot: fait, octets } = await faireLot(db(), demande, maintenant())
    await poser(sortie, octets)
    const signature = empreinteDeCle(fait.cle)
    const { id, numero } = fait
    if (args.json)
      ecrire(JSON.stringify({ schema: 'jalon-lot-fait/1', id, numero, signature, fichier: sortie }, undefined, 2))
    else
      ecrire(
        [
          `Lot n° ${numero} écrit dans ${sortie}`,
          `Scellé pour : ${empreinteDeCle(destinataire)}`,
          `Signé par ce poste : ${signature}`,
        ].join('\n'),
      )
  })
}

const poser = async (sortie: string, contenu: string | Uint8Array): Promise<void> => {
  await ecrireFichiers(dirname(sortie), new Map([[basename(sortie), contenu]]))
}
