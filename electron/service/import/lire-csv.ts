import { CsvError, parse } from 'csv-parse/sync'
import type { Grille } from '#shared/domaine/import/cellule.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { limites } from './limites.ts'

const separateurs = [';', ',', '\t'] as const
const LIGNES_SONDEES = 200

/** A CSV file in any of the encodings and separators met on office computers. */
export const lireCsv = (octets: Buffer): Grille => {
  const texte = sansIndication(decoder(octets))
  if (plusDeSeparateurs(texte) > limites.separateurs) throw new ErreurMetier('fichier-trop-gros')
  const lignes = analyser(texte, separateurDe(texte), limites.lignes + 1)
  if (lignes.length > limites.lignes) throw new ErreurMetier('fichier-trop-gros')
  return {
    feuille: null,
    lignes: lignes
      .map((cellules, rang) => ({ numero: rang + 1, cellules }))
      .filter(({ cellules }) => cellules.some((cellule) => cellule.trim() !== '')),
  }
}

/** UTF-8 unless a byte says otherwise: the old French Excel writes Windows-1252, « Texte Unicode » is UTF-16. */
const decoder = (octets: Buffer): string => {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (octets[0] === 0xfe && octets[1] === 0xff) return new TextDecoder('utf-16be').decode(octets)
  // A text holds no NUL: this is a picture, a program, anything but a list.
  if (octets.includes(0)) throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'format' } })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return new TextDecoder('windows-1252').decode(octets)
  }
}

/** Of the line that has the most. */
const plusDeSeparateurs = (texte: string): number => {
  let [plus, ici] = [0, 0]
  for (let rang = 0; rang < texte.length; rang += 1) {
    const signe = texte[rang]
    if (signe === '\n') ici = 0
    else if (signe === ';' || signe === ',' || signe === '\t') plus = Math.max(plus, (ici += 1))
  }
  return plus
}

/** « sep=; » on the first line is an instruction to Excel, which does not show it. */
const sansIndication = (texte: string): string => texte.replace(/^sep=.\r?\n/iu, '')

/** The separator that cuts most rows into the same number of columns. */
const separateurDe = (texte: string): string => {
  const notes = separateurs.map((separateur) => ({ separateur, note: noter(texte, separateur) }))
  return notes.reduce((meilleur, autre) => (autre.note > meilleur.note ? autre : meilleur)).separateur
}

const noter = (texte: string, separateur: string): number => {
  try {
    const lignes = analyser(texte, separateur, LIGNES_SONDEES).filter((l) => l.some((cellule) => cellule !== ''))
    const parLargeur = [...Map.groupBy(lignes, (ligne) => ligne.length)]
    return Math.max(0, ...parLargeur.map(([largeur, egales]) => ((largeur - 1) * egales.length) / lignes.length))
  } catch {
    return 0
  }
}

const analyser = (texte: string, separateur: string, jusqua: number): string[][] => {
  try {
    return parse(texte, {
      delimiter: separateur,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: jusqua,
      max_record_size: 1_000_000,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'guillemet' } })
  }
}
