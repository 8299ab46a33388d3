import type { Grille } from '#shared/domaine/import/cellule.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ouvrirArchive } from './archive.ts'
import { limites } from './limites.ts'
import { lireCsv } from './lire-csv.ts'
import { lireOds } from './lire-ods.ts'
import { lireXlsx } from './lire-xlsx.ts'

/**
 * The sheets of a file. What it is comes from its bytes, never from its name. Throws `fichier-illisible` (`champs.fichier` says
 * why: `vide`, `ancien`, `format`, `abime`, `guillemet`) or `fichier-trop-gros`.
 */
export const lireFichier = async (octets: Buffer): Promise<readonly Grille[]> => {
  if (octets.length === 0) throw refuser('vide')
  if (octets.length > limites.octets) throw new ErreurMetier('fichier-trop-gros')
  const [a, b, c, d] = octets
  // .xls of before 2007, and any Excel file locked by a password.
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) throw refuser('ancien')
  if (a !== 0x50 || b !== 0x4b) return [lireCsv(octets)]
  const archive = ouvrirArchive(octets)
  if (archive.noms.includes('xl/workbook.xml')) return lireXlsx(octets, archive)
  if (archive.noms.includes('mimetype') && archive.noms.includes('content.xml')) {
    if (!archive.lire('mimetype').toString('latin1').startsWith('application/vnd.oasis.opendocument.spreadsheet'))
      throw refuser('format')
    return lireOds(archive)
  }
  throw refuser('format')
}

const refuser = (raison: 'vide' | 'ancien' | 'format'): ErreurMetier =>
  new ErreurMetier('fichier-illisible', { champs: { fichier: raison } })
