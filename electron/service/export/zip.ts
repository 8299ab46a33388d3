import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** One file of an archive. `brut`: stored as it is, not compressed. */
export type EntreeZip = { readonly nom: string; readonly contenu: string | Uint8Array; readonly brut?: boolean }

/** A zip archive dated 1 January 1980: when a report was made is not in the report, and the same one gives the same bytes. */
export const zipper = (entrees: readonly EntreeZip[]): Uint8Array => {
  const corps: Buffer[] = []
  const table: Buffer[] = []
  let position = 0
  for (const { nom, contenu, brut = false } of entrees) {
    const clair = Buffer.from(contenu)
    const donnees = brut ? clair : deflateRawSync(clair, { level: 9 })
    const chemin = Buffer.from(nom)
    const commun = Buffer.alloc(26)
    commun.writeUInt16LE(20, 0)
    commun.writeUInt16LE(nomsUtf8, 2)
    commun.writeUInt16LE(brut ? 0 : compresse, 4)
    commun.writeUInt16LE(jourFixe, 8)
    commun.writeUInt32LE(crc32(clair), 10)
    commun.writeUInt32LE(donnees.length, 14)
    commun.writeUInt32LE(clair.length, 18)
    commun.writeUInt16LE(chemin.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(position, 10)
    const local = Buffer.concat([Buffer.from(signatures.local), commun, chemin, donnees])
    corps.push(local)
    table.push(Buffer.concat([Buffer.from(signatures.table), Buffer.from([20, 0]), commun, place, chemin]))
    position += local.length
  }
  const repertoire = Buffer.concat(table)
  const fin = Buffer.alloc(22)
  fin.write(signatures.fin)
  fin.writeUInt16LE(entrees.length, 8)
  fin.writeUInt16LE(entrees.length, 10)
  fin.writeUInt32LE(repertoire.length, 12)
  fin.writeUInt32LE(position, 16)
  return Buffer.concat([...corps, repertoire, fin])
}

/** The files of an archive made by one of our libraries, in order. Not for archives received from elsewhere. */
export const dezipper = (zip: Uint8Array): readonly EntreeZip[] => {
  const octets = Buffer.from(zip)
  const fin = octets.lastIndexOf(signatures.fin)
  const entrees: EntreeZip[] = []
  let entree = octets.readUInt32LE(fin + 16)
  for (let n = octets.readUInt16LE(fin + 10); n > 0; n -= 1) {
    const nomFini = entree + 46 + octets.readUInt16LE(entree + 28)
    const local = octets.readUInt32LE(entree + 42)
    const debut = local + 30 + octets.readUInt16LE(local + 26) + octets.readUInt16LE(local + 28)
    const donnees = octets.subarray(debut, debut + octets.readUInt32LE(entree + 20))
    const brut = octets.readUInt16LE(entree + 10) !== compresse
    const nom = octets.toString('utf8', entree + 46, nomFini)
    entrees.push({ nom, contenu: brut ? donnees : inflateRawSync(donnees), brut })
    entree = nomFini + octets.readUInt16LE(entree + 30) + octets.readUInt16LE(entree + 32)
  }
  return entrees
}

const signatures = { local: 'PK\u0003\u0004', table: 'PK\u0001\u0002', fin: 'PK\u0005\u0006' }
const compresse = 8
/** Day 1, month 1, year 1980 in MS-DOS form. */
const jourFixe = 0x21
/** General purpose bit 11. */
const nomsUtf8 = 0x8_00
