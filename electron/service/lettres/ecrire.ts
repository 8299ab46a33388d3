import type { Db } from '#db/connection.ts'
import { lireModele } from '#db/queries/lettres.ts'
import { remplir, type SourcesLettre } from '#shared/domaine/lettres/balises.ts'
import { lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { ModeleChoisi } from '#shared/ipc/contract/lettres.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { modeleFourni } from './fournir.ts'
import { remplirModele } from './modele.ts'

/** The template chosen, and a name for its files. */
export const prendreModele = async (db: Db, modele: ModeleChoisi, jour: string) => {
  if (modele.genre === 'fourni')
    return { nom: modele.code as string, contenu: await modeleFourni(lettresFournies[modele.code], jour) }
  const { nom, contenu } = await lireModele(db, modele.id)
  return { nom: normaliser(nom).replaceAll(/[^a-z0-9]+/gu, '-') || 'lettre', contenu }
}

/** Writes the letter, or the template itself without sources. The name of a file names nobody. */
export const ecrireLettre = async (
  dossier: string | undefined,
  nom: string,
  modele: Buffer,
  sources?: SourcesLettre,
): Promise<{ dossier: string; fichiers: string[] }> => {
  if (dossier === undefined) throw new ErreurMetier('annule')
  const contenu = sources === undefined ? modele : remplirModele(modele, remplir(sources))
  return { dossier, fichiers: await ecrireFichiers(dossier, new Map([[`${nom}.docx`, contenu]])) }
}
