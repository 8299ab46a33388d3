import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Hasard } from './hasard.ts'

/** A file as the program sees it, as the disk surely holds it, and what was written in between. */
type Fichier = { readonly genre: 'fichier'; vu: Buffer; sur: Buffer; enAttente: Ecriture[] }
type Dossier = { readonly genre: 'dossier' }
type Objet = Fichier | Dossier
type Ecriture = { readonly ou: number; readonly octets: Buffer } | { readonly taille: number }

/** One change of the names: what appears and what goes, at once. */
type Nom = { readonly pose?: readonly [chemin: string, objet: Objet]; readonly ote?: string }

const SECTEUR = 512

/**
 * The disk of a program whose writes are replayed. A cut of power keeps what was flushed (fsync) and, of the rest, anything: each
 * sector written since is there or not, whatever its order; names change in order, up to any point, but no earlier than the
 * last flush of a folder. It is harsher than ext4 or NTFS, which flush more than what is asked.
 */
export const unDisque = (racine: string) => {
  const objets = new Map<string, Objet>()
  const noms: Nom[] = []
  let surs = 0

  const changer = (nom: Nom): void => {
    noms.push(nom)
    appliquer(objets, nom)
  }
  const fichier = (chemin: string): Fichier | undefined => {
    const objet = objets.get(chemin)
    return objet?.genre === 'fichier' ? objet : undefined
  }
  // SQLite's index of its journal (`-shm`) is written through memory, and made anew at each opening.
  const dans = (chemin: string): boolean =>
    chemin === racine || (chemin.startsWith(`${racine}/`) && !chemin.endsWith('-shm'))

  for (const chemin of readdirSync(racine, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const entier = join(racine, chemin)
    if (!dans(entier)) continue
    const objet: Objet = statSync(entier).isDirectory() ? { genre: 'dossier' } : neuf(readFileSync(entier))
    changer({ pose: [entier, objet] })
  }
  surs = noms.length

  return {
    dans,
    lire: (chemin: string): Buffer => fichier(chemin)?.vu ?? Buffer.alloc(0),
    creer: (chemin: string): void => {
      if (!objets.has(chemin)) changer({ pose: [chemin, neuf(Buffer.alloc(0))] })
    },
    creerDossier: (chemin: string): void => changer({ pose: [chemin, { genre: 'dossier' }] }),
    oter: (chemin: string): void => changer({ ote: chemin }),
    renommer: (de: string, vers: string): void => {
      const objet = objets.get(de)
      if (objet === undefined) throw new Error(`unknown: ${relative(racine, de)}`)
      changer({ ote: de, pose: [vers, objet] })
    },
    ecrire: (chemin: string, ou: number, octets: Buffer): void => modifier(fichier(chemin), { ou, octets }),
    tailler: (chemin: string, taille: number): void => modifier(fichier(chemin), { taille }),
    vider: (chemin: string): void => {
      const objet = objets.get(chemin)
      if (objet?.genre === 'fichier') [objet.sur, objet.enAttente] = [Buffer.from(objet.vu), []]
      else surs = Math.max(surs, 1 + noms.findLastIndex((nom) => touche(nom, chemin)))
    },
    /** What the disk holds if power goes now, written under that folder. */
    couper: (vers: string, hasard: Hasard): void => {
      const restes = new Map<string, Objet>()
      const jusque = surs + hasard(noms.length - surs + 1)
      for (const nom of noms.slice(0, jusque)) appliquer(restes, nom)
      for (const [chemin, objet] of restes) {
        const entier = join(vers, relative(racine, chemin))
        if (objet.genre === 'dossier') mkdirSync(entier, { recursive: true, mode: 0o700 })
        else {
          mkdirSync(dirname(entier), { recursive: true })
          writeFileSync(entier, resteDe(objet, hasard))
        }
      }
    },
  }
}
export type Disque = ReturnType<typeof unDisque>

const neuf = (octets: Buffer): Fichier => ({
  genre: 'fichier',
  vu: Buffer.from(octets),
  sur: octets,
  enAttente: [],
})

/** A folder that changes its name takes what it holds with it. */
const appliquer = (objets: Map<string, Objet>, { pose, ote }: Nom): void => {
  const deplaces: (readonly [string, Objet])[] = []
  if (ote !== undefined)
    for (const [chemin, objet] of objets)
      if (chemin === ote || chemin.startsWith(`${ote}/`)) {
        objets.delete(chemin)
        if (pose !== undefined) deplaces.push([pose[0] + chemin.slice(ote.length), objet])
      }
  if (pose !== undefined) objets.set(...pose)
  for (const [chemin, objet] of deplaces) objets.set(chemin, objet)
}

const touche = ({ pose, ote }: Nom, dossier: string): boolean =>
  [pose?.[0], ote].some((chemin) => chemin !== undefined && dirname(chemin) === dossier && basename(chemin) !== '')

const modifier = (fichier: Fichier | undefined, ecriture: Ecriture): void => {
  if (fichier === undefined) return
  fichier.enAttente.push(ecriture)
  fichier.vu = appliquee(fichier.vu, ecriture)
}

/** In place when it can be: a base is a thousand pages, written one by one. */
const appliquee = (octets: Buffer, ecriture: Ecriture): Buffer => {
  const taille = 'taille' in ecriture ? ecriture.taille : Math.max(octets.length, ecriture.ou + ecriture.octets.length)
  const apres = taille === octets.length ? octets : Buffer.alloc(taille)
  if (apres !== octets) octets.copy(apres, 0, 0, Math.min(octets.length, taille))
  if ('octets' in ecriture) ecriture.octets.copy(apres, ecriture.ou)
  return apres
}

/** What was flushed, and of what was not, sectors drawn one by one. Half the time all goes the same way, as it mostly does. */
const resteDe = ({ sur, enAttente }: Fichier, hasard: Hasard): Buffer => {
  const tout = hasard(4)
  return enAttente.flatMap(parSecteur).reduce<Buffer>((octets, ecriture) => {
    const garde = tout === 0 ? false : tout === 1 ? true : hasard(2) === 0
    return garde ? appliquee(octets, ecriture) : octets
  }, Buffer.from(sur))
}

const parSecteur = (ecriture: Ecriture): Ecriture[] => {
  if ('taille' in ecriture) return [ecriture]
  const { ou, octets } = ecriture
  const morceaux: Ecriture[] = []
  for (let debut = 0; debut < octets.length;) {
    const fin = Math.min(octets.length, debut + SECTEUR - ((ou + debut) % SECTEUR))
    morceaux.push({ ou: ou + debut, octets: octets.subarray(debut, fin) })
    debut = fin
  }
  return morceaux
}
