import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { racine } from './executer.ts'

/** Makes the pictures that the three systems ask for out of the two drawings of `build/icones`, into `dist/icones`. */
export const ecrireIcones = (dossier = join(racine, 'dist/icones')): void => {
  for (const nom of ['jalon', 'document']) {
    const svg = readFileSync(join(racine, 'build/icones', `${nom}.svg`), 'utf8')
    const png = (taille: number): Buffer => new Resvg(svg, { fitTo: { mode: 'width', value: taille } }).render().asPng()
    // Linux takes a folder of PNGs named by their size.
    mkdirSync(join(dossier, nom), { recursive: true })
    for (const taille of [16, 32, 48, 64, 128, 256, 512])
      writeFileSync(join(dossier, nom, `${taille}x${taille}.png`), png(taille))
    writeFileSync(join(dossier, `${nom}.ico`), ico([16, 24, 32, 48, 64, 128, 256].map((t) => [t, png(t)])))
    writeFileSync(join(dossier, `${nom}.icns`), icns(png))
  }
}

/** Windows: a header, one entry of 16 bytes a picture, then the PNGs. A size of 256 is written 0. */
const ico = (images: readonly (readonly [taille: number, png: Buffer])[]): Buffer => {
  const entete = Buffer.alloc(6 + 16 * images.length)
  entete.writeUInt16LE(1, 2)
  entete.writeUInt16LE(images.length, 4)
  let position = entete.length
  for (const [rang, [taille, png]] of images.entries()) {
    const entree = 6 + 16 * rang
    entete.writeUInt8(taille % 256, entree)
    entete.writeUInt8(taille % 256, entree + 1)
    entete.writeUInt16LE(1, entree + 4)
    entete.writeUInt16LE(32, entree + 6)
    entete.writeUInt32LE(png.length, entree + 8)
    entete.writeUInt32LE(position, entree + 12)
    position += png.length
  }
  return Buffer.concat([entete, ...images.map(([, png]) => png)])
}

/** macOS: « icns », the length of all, then blocks of a type, a length and a PNG. */
const icns = (png: (taille: number) => Buffer): Buffer => {
  const blocs = [...typesIcns].map(([type, taille]) => bloc(type, png(taille)))
  return bloc('icns', Buffer.concat(blocs))
}

const bloc = (type: string, contenu: Buffer): Buffer => {
  const entete = Buffer.alloc(8)
  entete.write(type, 'latin1')
  entete.writeUInt32BE(contenu.length + 8, 4)
  return Buffer.concat([entete, contenu])
}

const typesIcns: ReadonlyMap<string, number> = new Map([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
])
