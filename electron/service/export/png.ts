import { Resvg } from '@resvg/resvg-js'
import type { Dessin } from './dessin.ts'

/** The same drawing as a picture, for the formats whose readers do not all show SVG. 200 dots per inch on the page. */
export const enPng = ({ svg, largeur }: Dessin): Uint8Array =>
  new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(largeur * 2.1) },
    background: '#ffffff',
    font: { loadSystemFonts: true, defaultFontFamily: 'Liberation Sans', sansSerifFamily: 'Liberation Sans' },
  })
    .render()
    .asPng()
