import { randomUUID } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { type Apercu, lireApercu, memeApercu } from '#db/apercu.ts'
import { type CleBase, closeDatabase, createPrivateFile, type Db, openDatabase } from '#db/connection.ts'
import { estIntegre } from '#db/copie.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type Chemins, cheminsDuCoffre } from './chemins.ts'
import { lireEntete } from './entete.ts'
import { creerDossierPrive, ecrireAtomique, renommer } from './fichiers.ts'
import { aRetirer } from './sauvegardes-rotation.ts'
import {
  cheminFiche,
  condenser,
  type Fiche,
  listerSauvegardes,
  nomSauvegarde,
  nouvelleFiche,
  type Sauvegarde,
} from './sauvegardes.ts'

export type Source = {
  readonly chemins: Chemins
  readonly cle: CleBase
  readonly maintenant: Date
  /** Least cost accepted from the header (see entete.ts). */
  readonly cout: number
}

/** Makes the next backup of a coffre in its own folder, then lets the oldest go. */
export const faireSauvegarde = async (source: Source): Promise<Sauvegarde> => {
  const { sauvegardes } = source.chemins
  const faite = await ecrireSauvegarde(source, (fiche) => join(sauvegardes, nomSauvegarde(fiche)))
  retirerAnciennes(sauvegardes, faite.coffre)
  return faite
}

/**
 * Writes one verified backup, under a hidden name until it is whole and flushed. What cannot be written is
 * `ecriture-impossible`, what does not read back equal `sauvegarde-non-verifiee`: in both cases nothing is left of it.
 */
export const ecrireSauvegarde = async (
  { chemins, cle, maintenant, cout }: Source,
  place: (annonce: Pick<Fiche, 'coffre' | 'rang' | 'faiteLe'>) => string,
): Promise<Sauvegarde> => {
  const entete = lireEntete(chemins, cout)
  const rang = (listerSauvegardes(chemins.sauvegardes, entete.id)[0]?.rang ?? 0) + 1
  const annonce = { coffre: entete.id, rang, faiteLe: maintenant.toISOString() }
  const cible = place(annonce)
  return publier(cible, async (provisoire) => {
    exigerPlace(provisoire, [chemins.base, `${chemins.base}-wal`])
    const { base } = cheminsDuCoffre(provisoire)
    await copierBase(chemins.base, cle, base)
    vider(base)
    copyFileSync(chemins.entete, cheminsDuCoffre(provisoire).entete)
    vider(cheminsDuCoffre(provisoire).entete)
    const fiche = nouvelleFiche({ ...annonce, octets: statSync(base).size, empreinte: await condenser(base) })
    await ecrireAtomique(cheminFiche(provisoire), `${JSON.stringify(fiche, undefined, 2)}\n`)
    return { ...fiche, dossier: cible }
  })
}

/** Copies a backup elsewhere (another disk, a USB key), and reads it back from there. */
export const copierSauvegarde = async (sauvegarde: Sauvegarde, parent: string): Promise<Sauvegarde> => {
  // Its rank is the one of that place: a coffre restored elsewhere counts its own from one again.
  const rang = (listerSauvegardes(parent, sauvegarde.coffre)[0]?.rang ?? 0) + 1
  const { dossier: _, ...fiche } = { ...sauvegarde, rang }
  const cible = join(parent, nomSauvegarde(fiche))
  const copie = await publier(cible, async (provisoire) => {
    await recopier(sauvegarde, provisoire)
    await ecrireAtomique(cheminFiche(provisoire), `${JSON.stringify(fiche, undefined, 2)}\n`)
    return { ...fiche, dossier: cible }
  })
  retirerAnciennes(parent, sauvegarde.coffre)
  return copie
}

/** Base and header of a backup into a folder, flushed; refused when the bytes are not those that were verified. */
export const recopier = async (sauvegarde: Sauvegarde, dossier: string): Promise<void> => {
  const [de, vers] = [cheminsDuCoffre(sauvegarde.dossier), cheminsDuCoffre(dossier)]
  exigerPlace(dossier, [de.base])
  for (const fichier of ['base', 'entete'] as const) {
    createPrivateFile(vers[fichier])
    copyFileSync(de[fichier], vers[fichier])
    vider(vers[fichier])
  }
  if ((await condenser(vers.base)) !== sauvegarde.empreinte) throw new ErreurMetier('sauvegarde-abimee')
}

/** Fills a hidden folder beside `cible`, then gives it its name, in one step; what had that name steps aside until then. */
const publier = async <T>(cible: string, remplir: (provisoire: string) => Promise<T>): Promise<T> => {
  const parent = dirname(cible)
  creerDossierPrive(parent)
  oublierRestes(parent)
  const provisoire = join(parent, `${prefixe}${randomUUID()}`)
  try {
    mkdirSync(provisoire, { mode: 0o700 })
    const fait = await remplir(provisoire)
    const precedente = `${cible}-precedent`
    rmSync(precedente, { recursive: true, force: true })
    if (existsSync(cible)) await renommer(cible, precedente)
    await renommer(provisoire, cible)
    rmSync(precedente, { recursive: true, force: true })
    return fait
  } catch (error) {
    rmSync(provisoire, { recursive: true, force: true })
    throw error instanceof ErreurMetier ? error : new ErreurMetier('ecriture-impossible')
  }
}

/**
 * `VACUUM INTO` a new file under the same key, then the file is opened again: SQLite's own check, and every row read back
 * and found equal. Somebody who never stops typing leaves the number of rows of each table, between before and after.
 */
const copierBase = async (origine: string, cle: CleBase, copie: string): Promise<void> => {
  const source = openDatabase(origine, cle, { lecture: true })
  try {
    for (let essai = 1; ; essai += 1) {
      rmSync(copie, { force: true })
      createPrivateFile(copie)
      const avant = await lireVersion(source)
      const attendu = await lireApercu(source)
      await sql`vacuum into ${copie}`.execute(source)
      const calme = (await lireVersion(source)) === avant
      if (!calme && essai < 4) continue
      const lue = await relire(copie, cle)
      const bonne = calme ? memeApercu(lue, attendu) : estEntre(lue, attendu, await lireApercu(source))
      if (bonne) return
      throw new ErreurMetier('sauvegarde-non-verifiee')
    }
  } finally {
    await closeDatabase(source)
  }
}

/** Opens a copy and reads it whole. Throws `sauvegarde-non-verifiee`. */
const relire = async (copie: string, cle: CleBase): Promise<Apercu> => {
  const db = ouvrir(copie, cle)
  try {
    if (!(await estIntegre(db, 'integrity_check'))) throw new ErreurMetier('sauvegarde-non-verifiee')
    return await lireApercu(db)
  } finally {
    await closeDatabase(db)
  }
}

const ouvrir = (copie: string, cle: CleBase): Db => {
  try {
    return openDatabase(copie, cle, { lecture: true })
  } catch {
    throw new ErreurMetier('sauvegarde-non-verifiee')
  }
}

/** Changes each time another connection has written. */
const lireVersion = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db)
  return rows[0]?.data_version ?? 0
}

const estEntre = (copie: Apercu, avant: Apercu, apres: Apercu): boolean =>
  Object.entries(avant.lignes).every(([table, n]) => {
    const [lues, ensuite] = [copie.lignes[table] ?? -1, apres.lignes[table] ?? -1]
    return lues >= Math.min(n, ensuite) && lues <= Math.max(n, ensuite)
  })

const retirerAnciennes = (dossier: string, coffre: string): void => {
  for (const ancienne of aRetirer(listerSauvegardes(dossier, coffre))) {
    try {
      rmSync(ancienne.dossier, { recursive: true })
    } catch {
      // One that resists is taken away another day: it is no reason to say that the backup failed.
    }
  }
}

const prefixe = '.en-cours-'

/** What a backup cut short left behind; younger than an hour, it may be another process at work. */
const oublierRestes = (parent: string): void => {
  for (const nom of readdirSync(parent).filter((n) => n.startsWith(prefixe))) {
    const age = Date.now() - statSync(join(parent, nom)).mtimeMs
    if (Math.abs(age) > 3_600_000) rmSync(join(parent, nom), { recursive: true, force: true })
  }
}

const exigerPlace = (dossier: string, fichiers: readonly string[]): void => {
  const { bavail, bsize } = statfsSync(dossier)
  const besoin = fichiers.reduce((somme, f) => somme + (existsSync(f) ? statSync(f).size : 0), 0)
  if (bavail * bsize < besoin + MARGE) throw new ErreurMetier('ecriture-impossible')
}

/** Bytes left free beside a copy, for what is being typed. */
const MARGE = 1_000_000

const vider = (fichier: string): void => {
  const descripteur = openSync(fichier, 'r+')
  try {
    fsyncSync(descripteur)
  } finally {
    closeSync(descripteur)
  }
}
