import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'

const PAGE = 4096
/** At the end of each page: its initialisation vector, then its seal (SQLCipher 4). */
const RESERVE = 80
const VECTEUR = 16

/** The plain bytes of every page of an encrypted base, used or free, as whoever has its key and no SQLite may read them. */
export const pagesEnClair = (base: string, cle: Buffer): Buffer => {
  const octets = readFileSync(base)
  return Buffer.concat(
    Array.from({ length: Math.floor(octets.length / PAGE) }, (_, rang) => {
      const page = octets.subarray(rang * PAGE, (rang + 1) * PAGE)
      const fin = PAGE - RESERVE
      const ouvreur = createDecipheriv('aes-256-cbc', cle, page.subarray(fin, fin + VECTEUR)).setAutoPadding(false)
      // The first page begins with the salt of the file.
      return Buffer.concat([ouvreur.update(page.subarray(rang === 0 ? VECTEUR : 0, fin)), ouvreur.final()])
    }),
  )
}
