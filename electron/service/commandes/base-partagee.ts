import { resolve } from 'node:path'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import { type Consolidation, consolidationDe } from '#db/consolidation/base.ts'
import { type AccesServeur, avecServeur } from '#db/consolidation/serveur.ts'
import type { Db } from '#db/connection.ts'
import { lireEntree } from '../import/lire-entree.ts'
import { type Arguments, ErreurUsage } from './commande.ts'

/** Of every command that may work in a shared base. */
export const optionsBase = {
  base: { type: 'string' },
  'base-phrase-fichier': { type: 'string' },
  'base-autorite': { type: 'string' },
} as const

export const usageBase =
  '--base postgres://UTILISATEUR@SERVEUR/BASE [--base-phrase-fichier FICHIER] [--base-autorite CA.pem]'

/** Works in the shared base that `--base` names, else in the one of this coffre. */
export const avecConsolidation = async <T>(
  args: Arguments,
  db: Db,
  travail: (base: Consolidation) => Promise<T>,
): Promise<T> => {
  if (args.texte('base') !== undefined) return avecServeur(await lireAcces(args), travail)
  for (const option of ['base-phrase-fichier', 'base-autorite'])
    if (args.texte(option) !== undefined) throw new ErreurUsage(`--${option} va avec --base.`)
  return travail(consolidationDe(db))
}

/** The password is in a file or in JALON_BASE_PHRASE, never in an argument; taken once, then forgotten. */
export const lireAcces = async (args: Arguments): Promise<AccesServeur> => {
  const adresse = lireAdresse(args.exiger('base'))
  const fichier = args.texte('base-phrase-fichier')
  const autorite = args.texte('base-autorite')
  const phrase = fichier === undefined ? process.env['JALON_BASE_PHRASE'] : (await lire(fichier)).split(/\r?\n/u, 1)[0]
  delete process.env['JALON_BASE_PHRASE']
  return {
    adresse,
    ...(phrase === undefined ? {} : { phrase }),
    ...(autorite === undefined ? {} : { autorite: await lire(autorite) }),
  }
}

const lire = async (chemin: string): Promise<string> => Buffer.from(await lireEntree(resolve(chemin))).toString('utf8')
