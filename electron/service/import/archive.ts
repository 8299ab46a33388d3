import { crc32, inflateRawSync } from 'node:zlib'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { limites } from './limites.ts'

/** One file of a zip archive, as its central directory declares it. */
type Entree = {
  readonly nom: string
  readonly methode: number
  readonly crc: number
  readonly compresse: number
  readonly taille: number
  readonly position: number
}

/** The directory of a zip archive, checked before anything is inflated. */
export type Archive = {
  readonly noms: readonly string[]
  /** Content of one file. Throws `fichier-illisible` when it is missing or is not what the directory says. */
  readonly lire: (nom: string) => Buffer
}

const FIN = 0x06054b50
const ENTREE = 0x02014b50
const LOCALE = 0x04034b50

/** Throws `fichier-trop-gros` on what would inflate too much, `fichier-illisible` on what is cut, encrypted or inconsistent. */
export const ouvrirArchive = (octets: Buffer): Archive => {
  const entrees = lireRepertoire(octets)
  const total = entrees.reduce((somme, entree) => somme + entree.taille, 0)
  if (total > limites.octetsDecompresses) throw new ErreurMetier('fichier-trop-gros')
  const parNom = new Map(entrees.map((entree) => [entree.nom, entree]))
  if (parNom.size < entrees.length) throw illisible()
  return {
    noms: [...parNom.keys()],
    lire: (nom) => {
      const entree = parNom.get(nom)
      if (entree === undefined) throw illisible()
      return extraire(octets, entree)
    },
  }
}

const illisible = (): ErreurMetier => new ErreurMetier('fichier-illisible', { champs: { fichier: 'abime' } })

const lireRepertoire = (octets: Buffer): readonly Entree[] => {
  const fin = chercherFin(octets)
  const nombre = octets.readUInt16LE(fin + 10)
  const debut = octets.readUInt32LE(fin + 16)
  // 0xffff and 0xffffffff announce the 64-bit format: no file within our limits needs it.
  if (nombre > limites.entrees || debut === 0xffffffff) throw new ErreurMetier('fichier-trop-gros')
  const entrees: Entree[] = []
  let position = debut
  for (let rang = 0; rang < nombre; rang += 1) {
    if (position + 46 > octets.length || octets.readUInt32LE(position) !== ENTREE) throw illisible()
    const longueurNom = octets.readUInt16LE(position + 28)
    const suite = position + 46 + longueurNom + octets.readUInt16LE(position + 30) + octets.readUInt16LE(position + 32)
    const chiffree = (octets.readUInt16LE(position + 8) & 1) === 1
    if (chiffree || suite > octets.length) throw illisible()
    entrees.push({
      nom: octets.toString('utf8', position + 46, position + 46 + longueurNom),
      methode: octets.readUInt16LE(position + 10),
      crc: octets.readUInt32LE(position + 16),
      compresse: octets.readUInt32LE(position + 20),
      taille: octets.readUInt32LE(position + 24),
      position: octets.readUInt32LE(position + 42),
    })
    position = suite
  }
  return entrees
}

/** The end record stands in the last bytes, before a comment of 65,535 bytes at most. */
const chercherFin = (octets: Buffer): number => {
  for (let position = octets.length - 22; position >= Math.max(0, octets.length - 65_557); position -= 1)
    if (octets.readUInt32LE(position) === FIN) return position
  throw illisible()
}

const extraire = (octets: Buffer, { methode, crc, compresse, taille, position }: Entree): Buffer => {
  if (position + 30 > octets.length || octets.readUInt32LE(position) !== LOCALE) throw illisible()
  const debut = position + 30 + octets.readUInt16LE(position + 26) + octets.readUInt16LE(position + 28)
  if (debut + compresse > octets.length) throw illisible()
  const contenu = decompresser(octets.subarray(debut, debut + compresse), methode, taille)
  if (contenu.length !== taille || crc32(contenu) !== crc) throw illisible()
  return contenu
}

/** Stops at the declared size: a directory that lies does not make a bomb. */
const decompresser = (donnees: Buffer, methode: number, taille: number): Buffer => {
  if (methode === 0) return donnees
  if (methode !== 8) throw illisible()
  if (taille === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(donnees, { maxOutputLength: taille })
  } catch {
    throw illisible()
  }
}

/** Text of an XML part. A document type is refused: it is where entities that expand without end are declared. */
export const lireXml = (archive: Archive, nom: string): string => {
  const xml = new TextDecoder('utf-8').decode(archive.lire(nom))
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) throw illisible()
  return xml
}
