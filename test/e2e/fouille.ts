import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What is looked for: a word that nothing else holds, and how its bytes begin in each way of writing a text. */
export type Cherchee = { readonly nom: string; readonly formes: readonly Buffer[] }

/** A word as it may be written: as typed, capitalised or in capitals, in UTF-8 or UTF-16; in base 64 too, whatever stands before. */
export const unMot = (nom: string, mot: string): Cherchee => ({
  nom,
  formes: [...new Set([mot, mot.toUpperCase(), `${mot[0]?.toUpperCase() ?? ''}${mot.slice(1)}`])].flatMap((ecrit) => [
    Buffer.from(ecrit),
    Buffer.from(ecrit, 'utf16le'),
  ]),
})

export const enBase64 = ({ nom, formes: [forme = Buffer.alloc(0)] }: Cherchee): Cherchee => ({
  nom: `${nom} (base 64)`,
  formes: [0, 1, 2].map((avant) => {
    const code = Buffer.concat([Buffer.alloc(avant), forme]).toString('base64')
    return Buffer.from(code.slice(avant === 0 ? 0 : avant + 1, -4))
  }),
})

/** A key, as bytes or written in hexadecimal. */
export const uneCle = (nom: string, cle: Buffer): Cherchee => ({
  nom,
  formes: [cle, Buffer.from(cle.toString('hex')), Buffer.from(cle.toString('hex').toUpperCase())],
})

/** How many times each is in these bytes. */
export const compter = (cherchees: readonly Cherchee[], octets: Buffer): Readonly<Record<string, number>> => {
  const vus: Record<string, number> = {}
  for (const { nom, formes } of cherchees)
    for (const forme of formes)
      for (let a = octets.indexOf(forme); a !== -1; a = octets.indexOf(forme, a + forme.length))
        vus[nom] = (vus[nom] ?? 0) + 1
  return vus
}

const dire = (cherchees: readonly Cherchee[], ou: string, octets: Buffer): readonly string[] =>
  Object.keys(compter(cherchees, octets)).map((nom) => `${ou} : ${nom}`)

/** Every file under a folder where something is read, its name included. */
export const fouillerDossier = (cherchees: readonly Cherchee[], dossier: string): readonly string[] => {
  const toutes = [...cherchees, ...cherchees.map(enBase64)]
  return readdirSync(dossier, { recursive: true, withFileTypes: true }).flatMap((entree) => {
    const chemin = join(entree.parentPath, entree.name)
    return dire(
      toutes,
      chemin,
      Buffer.concat([Buffer.from(`${chemin}\n`), entree.isFile() ? lire(chemin) : Buffer.alloc(0)]),
    )
  })
}

/** A process and all those that it started, directly or not, by what each is for. */
export const arbre = (racine: number): readonly Processus[] => {
  const tous = readdirSync('/proc').flatMap((nom) => {
    const pid = Number(nom)
    const etat = Number.isInteger(pid) ? lire(`/proc/${nom}/stat`).toString() : ''
    const parent = Number(etat.slice(etat.lastIndexOf(')') + 4).split(' ')[0])
    return etat === '' ? [] : [{ pid, parent }]
  })
  const pris = new Set([racine])
  for (let n = 0; n !== pris.size;) {
    n = pris.size
    for (const { pid, parent } of tous) if (pris.has(parent)) pris.add(pid)
  }
  return [...pris].map((pid) => ({ pid, role: roleDe(lire(`/proc/${pid}/cmdline`).toString().replaceAll('\0', ' ')) }))
}

export type Processus = { readonly pid: number; readonly role: 'principal' | 'service' | 'fenetre' | 'navigateur' }

const roleDe = (ligne: string): Processus['role'] => {
  if (ligne.includes('--type=renderer')) return 'fenetre'
  if (ligne.includes('--type=') || /chrom(?:e|ium)/u.test(ligne.split(' ')[0] ?? '')) return 'navigateur'
  return ligne.includes('service/index.js') ? 'service' : 'principal'
}

/** What anybody of this PC may read of a process: its arguments, its environment, and the files that it holds open. */
export const fouillerProcessus = (cherchees: readonly Cherchee[], { pid, role }: Processus): readonly string[] => [
  ...['cmdline', 'environ'].flatMap((nom) => dire(cherchees, `${role} ${nom}`, lire(`/proc/${pid}/${nom}`))),
  ...lister(`/proc/${pid}/fd`).flatMap((fd) => {
    const lien = `/proc/${pid}/fd/${fd}`
    return estFichier(lien) ? dire(cherchees, `${role} ${viser(lien)}`, lire(lien)) : []
  }),
]

const MORCEAU = 16_000_000

/**
 * How many times each is in the memory that a process may write; nothing where the system refuses to show it. Looked for one by
 * one only where one of the `indices`, which they all hold, is seen.
 */
export const fouillerMemoire = (
  indices: readonly Cherchee[],
  cherchees: readonly Cherchee[],
  { pid }: Processus,
): Readonly<Record<string, number>> => {
  const total: Record<string, number> = {}
  const memoire = openSync(`/proc/${pid}/mem`, 'r')
  const tampon = Buffer.alloc(MORCEAU)
  for (const ligne of lire(`/proc/${pid}/maps`).toString().split('\n')) {
    const [, debut = '', fin = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/u.exec(ligne) ?? []
    for (let a = Number.parseInt(debut, 16); a < Number.parseInt(fin, 16); a += MORCEAU) {
      const lus = lireA(memoire, tampon, a, Math.min(MORCEAU, Number.parseInt(fin, 16) - a))
      const vu = tampon.subarray(0, lus)
      if (!indices.some(({ formes }) => formes.some((forme) => vu.includes(forme)))) continue
      for (const [nom, n] of Object.entries(compter(cherchees, vu))) total[nom] = (total[nom] ?? 0) + n
    }
  }
  closeSync(memoire)
  return total
}

const lireA = (fd: number, tampon: Buffer, position: number, longueur: number): number => {
  try {
    return readSync(fd, tampon, 0, longueur, position)
  } catch {
    return 0
  }
}
const lire = (chemin: string): Buffer => {
  try {
    return readFileSync(chemin)
  } catch {
    return Buffer.alloc(0)
  }
}
const lister = (dossier: string): readonly string[] => (existsSync(dossier) ? readdirSync(dossier) : [])
const estFichier = (chemin: string): boolean => statSync(chemin, { throwIfNoEntry: false })?.isFile() === true
const viser = (lien: string): string => {
  try {
    return readlinkSync(lien)
  } catch {
    return lien
  }
}
