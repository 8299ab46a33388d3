import readXlsxFile, { type CellValue } from 'read-excel-file/universal'
import type { Cellule, Grille } from '#shared/domaine/import/cellule.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { estDateIso } from '#shared/utils/dates.ts'
import { type Archive, lireXml } from './archive.ts'
import { limites } from './limites.ts'

/** The sheets of an XLSX file, formulas by their last computed value. */
export const lireXlsx = async (octets: Buffer, archive: Archive): Promise<readonly Grille[]> => {
  verifier(archive)
  const feuilles = await lire(octets)
  return feuilles.map(({ sheet, data }) => {
    const lignes = data
      .map((cellules, rang) => ({ numero: rang + 1, cellules: cellules.map(versCellule) }))
      .filter(({ cellules }) => cellules.some((cellule) => cellule !== null))
    if (lignes.length > limites.lignes) throw new ErreurMetier('fichier-trop-gros')
    return { feuille: sheet, lignes }
  })
}

const lire = async (octets: Buffer) => {
  try {
    return await readXlsxFile(new Blob([Uint8Array.from(octets)]))
  } catch {
    // Its own messages name cells and sheets: they go no further.
    throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'abime' } })
  }
}

/** Every XML part is what the directory says; no sheet claims more cells than memory should hold. */
const verifier = (archive: Archive): void => {
  for (const nom of archive.noms.filter((n) => n.endsWith('.xml') || n.endsWith('.rels'))) {
    const xml = lireXml(archive, nom)
    if (plusLongTexte(xml) > limites.texte) throw new ErreurMetier('fichier-trop-gros')
    if (nom.startsWith('xl/worksheets/') && etendue(xml) > limites.cellules) throw new ErreurMetier('fichier-trop-gros')
  }
}

const plusLongTexte = (xml: string): number => {
  let plusLong = 0
  for (let balise = 0; balise !== -1;) {
    const suivante = xml.indexOf('<', balise + 1)
    plusLong = Math.max(plusLong, (suivante === -1 ? xml.length : suivante) - balise)
    balise = suivante
  }
  return plusLong
}

/** The reader fills the gaps between the addresses it meets: the farthest ones say how much that would be. */
const etendue = (xml: string): number => {
  let lignes = 1
  let colonnes = 1
  let [rangees, derniere] = [0, '']
  for (const [, adresse = ''] of xml.matchAll(/(?:\s|(?<!xmlns):)r\s*=\s*["']([^"']*)["']/gu)) {
    const lue = /^(?<lettres>[A-Z]{0,3})(?<rang>\d{0,7})$/u.exec(adresse)?.groups
    if (lue === undefined) throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'abime' } })
    const { rang = '', lettres = '' } = lue
    if (lettres !== '' && rang !== derniere) [rangees, derniere] = [rangees + 1, rang]
    if (rangees > limites.lignes) throw new ErreurMetier('fichier-trop-gros')
    lignes = Math.max(lignes, Number(rang))
    colonnes = Math.max(colonnes, rangDeColonne(lettres))
  }
  return lignes * colonnes
}

const rangDeColonne = (lettres: string): number =>
  Buffer.from(lettres).reduce((rang, lettre) => rang * 26 + lettre - 64, 0)

/** Days before 1900 are times and durations: the reader makes dates of everything formatted as one. */
const versCellule = (valeur: CellValue | Date | null): Cellule => {
  if (valeur === null || typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean')
    return valeur
  if (!(valeur instanceof Date)) return null
  const minutes = Math.round(valeur.getTime() / 60_000)
  const depuisOrigine = minutes - Date.UTC(1899, 11, 30) / 60_000
  const instant = new Date(minutes * 60_000)
  const jour = Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10)
  if (!estDateIso(jour)) return HORS_CALENDRIER
  return depuisOrigine < 3 * 1440 ? { jour: null, minutes: depuisOrigine } : { jour, minutes: modulo(minutes, 1440) }
}

/** What spreadsheets show in the place of a day that no calendar has: it is told with its line. */
const HORS_CALENDRIER = '########'

const modulo = (nombre: number, diviseur: number): number => ((nombre % diviseur) + diviseur) % diviseur
