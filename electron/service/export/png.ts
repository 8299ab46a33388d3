import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { renderAsync, type ResvgRenderOptions } from '@resvg/resvg-js'
import type { Dessin } from './dessin.ts'

/**
 * The same drawing as a picture, for the formats whose readers do not all show SVG. 200 dots per inch on the page. Made once
 * for all the documents that hold it, outside the thread of the service.
 */
export const enPng = (dessin: Dessin): Promise<Uint8Array> => {
  const connue = images.get(dessin)
  if (connue !== undefined) return connue
  const image = rendre(dessin)
  images.set(dessin, image)
  return image
}

/** As long as the drawing itself. */
const images = new WeakMap<Dessin, Promise<Uint8Array>>()

const rendre = async ({ svg, largeur }: Dessin): Promise<Uint8Array> => {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: Math.round(largeur * 2.1) },
    background: '#ffffff',
    font: { ...polices(svg), defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' },
  })
  return composer(image.width, image.height, image.pixels)
}

/** One file that holds every Latin letter. All the fonts of the system take longer than the drawing: only for another script. */
const polices = (svg: string): ResvgRenderOptions['font'] =>
  police === undefined || /[^\s\u0020-\u024F\u2010-\u2026]/u.test(svg)
    ? { loadSystemFonts: true }
    : { loadSystemFonts: false, fontFiles: [police] }

/** Arial, or the face with the same widths, where each system puts it. */
const police = [
  '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
  '/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf',
  '/usr/share/fonts/liberation-sans/LiberationSans-Regular.ttf',
  '/usr/share/fonts/liberation/LiberationSans-Regular.ttf',
  '/System/Library/Fonts/Supplemental/Arial.ttf',
  `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\Fonts\\arial.ttf`,
].find((chemin) => existsSync(chemin))

/** The points of a picture as a PNG. The encoder of resvg takes three times as long, in the thread that calls it, for more bytes. */
const composer = async (largeur: number, hauteur: number, points: Uint8Array): Promise<Uint8Array> => {
  const rangee = largeur * 4
  // Each row begins with its filter, 0: none.
  const rangees = Buffer.alloc(hauteur * (rangee + 1))
  for (let y = 0; y < hauteur; y += 1) rangees.set(points.subarray(y * rangee, (y + 1) * rangee), y * (rangee + 1) + 1)
  const taille = Buffer.alloc(8)
  taille.writeUInt32BE(largeur, 0)
  taille.writeUInt32BE(hauteur, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    morceau('IHDR', Buffer.concat([taille, huitBitsRvba])),
    morceau('IDAT', await comprimer(rangees, { level: 3 })),
    morceau('IEND', Buffer.alloc(0)),
  ])
}

const comprimer = promisify<Uint8Array, { level: number }, Buffer>(deflate)

/** 8 bits, red green blue alpha, deflate, not interlaced. */
const huitBitsRvba = Buffer.from([8, 6, 0, 0, 0])

const morceau = (type: string, donnees: Buffer): Buffer => {
  const nomme = Buffer.concat([Buffer.from(type), donnees])
  const [longueur, controle] = [Buffer.alloc(4), Buffer.alloc(4)]
  longueur.writeUInt32BE(donnees.length)
  controle.writeUInt32BE(crc32(nomme))
  return Buffer.concat([longueur, nomme, controle])
}
