import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CodeDispositifSchema } from '#shared/domaine/communs.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { codesDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { Correspondance, estRefuse } from '#shared/domaine/import/rapport.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { importerFichier } from '../import/importer.ts'
import { lireEntree } from '../import/lire-entree.ts'
import { expliquerRefus, raconterImport } from '../import/raconter-import.ts'
import { type Commande, ErreurUsage } from './commande.ts'

/** A line becomes an entretien or an accueil: where nobody is received, the file is refused. */
const importables = codesDispositif.filter((code) => dispositifs[code].nature !== 'sans-personne')

/** Imports a spreadsheet, whole or not at all. No name is printed: lines and columns say where to look. */
export const importer: Commande = {
  nom: 'importer',
  droit: 'suivi',
  usage: `FICHIER --coffre DIR --dispositif ${importables.join('|')} [--correspondance FICHIER.json] [--simuler] [--format json]`,
  fichiers: { min: 1, max: 1 },
  options: {
    coffre: { type: 'string' },
    dispositif: { type: 'string' },
    correspondance: { type: 'string' },
    simuler: { type: 'boolean' },
  },
  executer: async (args, { avecCoffre, ecrire, signaler }) => {
    const dossier = resolve(args.exiger('coffre'))
    const dispositif = lireDispositif(args.exiger('dispositif'))
    const [fichier = ''] = args.fichiers
    const demande = {
      octets: await lireEntree(resolve(fichier)),
      dispositif,
      correspondance: await lireCorrespondance(args.texte('correspondance')),
      simulation: args.drapeau('simuler'),
      avecNoms: false,
    }
    const rapport = await avecCoffre(dossier, (contexte) => importerFichier(demande, contexte))
    if (args.json) ecrire(JSON.stringify(rapport, undefined, 2))
    else for (const ligne of raconterImport(rapport)) ecrire(ligne)
    if (!estRefuse(rapport)) return 0
    signaler(expliquerRefus(rapport))
    return 1
  },
}

const lireDispositif = (texte: string): CodeDispositif => {
  const lu = CodeDispositifSchema.safeParse(texte)
  if (lu.success) return lu.data
  throw new ErreurUsage(`--dispositif est : ${codesDispositif.join(', ')}.`)
}

const lireCorrespondance = async (chemin: string | undefined): Promise<Correspondance> => {
  if (chemin === undefined) return {}
  const lue = Correspondance.safeParse(await lireJson(resolve(chemin)))
  if (lue.success) return lue.data
  throw new ErreurMetier('entree-invalide', { champs: { correspondance: 'forme' } })
}

const lireJson = async (chemin: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(chemin, 'utf8'))
  } catch {
    throw new ErreurMetier('entree-invalide', { champs: { correspondance: 'illisible' } })
  }
}
