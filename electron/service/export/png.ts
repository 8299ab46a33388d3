import { Resvg } from '@resvg/resvg-js'
import type { Dessin } from './dessin.ts'

/**
 * The same drawing as a picture, for the formats whose readers do not all show SVG. 200 dots per inch on the page. Made once
 * for all the documents that hold it: each one reads the fonts of the system again.
 */
export const enPng = (dessin: Dessin): Uint8Array => {
  const connue = images.get(dessin)
  if (connue !== undefined) return connue
  const image = rendre(dessin)
  images.set(dessin, image)
  return image
}

/** As long as the drawing itself. */
const images = new WeakMap<Dessin, Uint8Array>()

const rendre = ({ svg, largeur }: Dessin): Uint8Array =>
  new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(largeur * 2.1) },
    background: '#ffffff',
    font: { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' },
  })
    .render()
    .asPng()
