import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lireApercu, memeApercu, type Apercu } from '#db/apercu.ts'
import { type CleBase, closeDatabase, openDatabase } from '#db/connection.ts'
import { lireChaine } from '#db/queries/journal.ts'
import { type Chaine, situer } from '#shared/domaine/journal.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { EtatPresent } from '#shared/ipc/contract/sauvegardes.ts'
import { type Chemins, cheminsDuCoffre } from './chemins.ts'
import { presence } from './creation.ts'
import { exigerEmplacementSur } from './emplacement.ts'
import { lireEntete } from './entete.ts'
import { renommer } from './fichiers.ts'
import { copierSauvegarde, ecrireSauvegarde, type Source } from './sauvegardes-faire.ts'
import { derniereIntacte, listerSauvegardes, type Sauvegarde } from './sauvegardes.ts'

/**
 * « Emporter mon coffre »: the coffre as it is now, in a folder of a USB key, from which Jalon starts again elsewhere. Refuses
 * (`coffre-plus-recent`, `coffres-divergents`) to replace one that was written to since, or that belongs to another coffre.
 */
export const emporter = async (source: Source, cle: string, malgrePlusRecent: boolean): Promise<Sauvegarde> => {
  exigerDestination(source.chemins, cle)
  const cible = join(cle, nomDe(nomEmporte, lireEntete(source.chemins, source.cout).id))
  const surLaCle = await comparer(cheminsDuCoffre(cible), source.chemins.base, source)
  // Something that is no coffre of ours under that name is somebody's work.
  if (surLaCle === 'absent' && existsSync(cible)) throw new ErreurMetier('dossier-occupe')
  if (!malgrePlusRecent) exigerRemplacable(surLaCle)
  const remplacable = surLaCle === 'identique' || surLaCle === 'plus-ancien'
  if (existsSync(cible) && (!remplacable || existsSync(cheminsDuCoffre(cible).sauvegardes)))
    await renommer(cible, `${cible}-mis-de-cote-${source.maintenant.toISOString().replaceAll(/[:.]/gu, '-')}`)
  return ecrireSauvegarde(source, () => cible)
}

const nomEmporte = 'coffre-jalon'
export const estEmportee = (dossier: string): boolean => basename(dossier).startsWith(`${nomEmporte}-`)

/** Copies the last sound backup to the second place, unless it is there already. */
export const copierAilleurs = async (source: Source, destination: string): Promise<Sauvegarde> => {
  exigerDestination(source.chemins, destination)
  const derniere = await derniereIntacte(source.chemins)
  if (derniere === undefined) throw new ErreurMetier('sauvegarde-absente')
  const parent = dossierAilleurs(destination, derniere.coffre)
  const deja = listerSauvegardes(parent).find(({ empreinte }) => empreinte === derniere.empreinte)
  return deja ?? copierSauvegarde(derniere, parent)
}

export const listerAilleurs = (destination: string, coffre: string): Sauvegarde[] =>
  listerSauvegardes(dossierAilleurs(destination, coffre), coffre)

export const dossierAilleurs = (destination: string, coffre: string): string =>
  join(destination, nomDe('sauvegardes-jalon', coffre))

/** Where one stands with the coffre that a backup would replace. Both are read with the same key, and not written to. */
export const comparer = async (
  present: Chemins,
  autre: string,
  { cle, cout, coffre }: { readonly cle: CleBase; readonly cout: number; readonly coffre?: string },
): Promise<EtatPresent> => {
  const la = presence(present)
  if (la === 'absent') return 'absent'
  try {
    if (coffre !== undefined && lireEntete(present, cout).id !== coffre) return 'autre'
    return juger(await voir(present.base, cle), await voir(autre, cle))
  } catch {
    return 'illisible'
  }
}

/** Refuses what holds something that would not be in its place any more. */
export const exigerRemplacable = (etat: EtatPresent): void => {
  if (etat === 'divergent') throw new ErreurMetier('coffres-divergents')
  if (etat === 'plus-recent' || etat === 'autre') throw new ErreurMetier('coffre-plus-recent')
}

/** Throws `emplacement-refuse`, or `destination-absente` when the disk is away; a place inside the coffre protects from nothing. */
export const exigerDestination = ({ dossier }: Chemins, destination: string): void => {
  if (!existsSync(destination)) throw new ErreurMetier('destination-absente')
  exigerEmplacementSur(destination)
  if (destination === dossier || dossierParents(destination).includes(dossier)) throw new ErreurMetier('dossier-occupe')
}

type Vue = { readonly apercu: Apercu; readonly chaine: Chaine }

/** By what they hold, then by their journals, that no clock deceives; by the instants of their rows when no act tells them apart. */
const juger = (present: Vue, autre: Vue): EtatPresent => {
  if (memeApercu(present.apercu, autre.apercu)) return 'identique'
  const situation = situer(present.chaine, autre.chaine)
  if (situation !== 'inconnu') return situation
  return (present.apercu.dernierEcrit ?? '') < (autre.apercu.dernierEcrit ?? '') ? 'plus-ancien' : 'plus-recent'
}

const voir = async (base: string, cle: CleBase): Promise<Vue> => {
  const db = openDatabase(base, cle, { lecture: true })
  try {
    return { apercu: await lireApercu(db), chaine: await lireChaine(db) }
  } finally {
    await closeDatabase(db)
  }
}

const nomDe = (quoi: string, coffre: string): string => `${quoi}-${coffre.slice(0, 8)}`

const dossierParents = (chemin: string): string[] => {
  const parent = dirname(chemin)
  return parent === chemin ? [] : [parent, ...dossierParents(parent)]
}
