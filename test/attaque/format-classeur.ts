import { existsSync, readFileSync } from 'node:fs'
import { readOds } from 'odf-kit/ods-reader'
import readXlsxFile from 'read-excel-file/node'
import { type Document, type TableauLu } from './document.ts'
import { lireGrille, rangeesDe } from './grille.ts'
import { joindre, type Lecture, vide } from './savoir.ts'

type Feuille = readonly (readonly unknown[])[]

/** The sheets of the ODS and of the XLSX, each recognised by the title in its first cell. */
export const lireOds = (chemin: string, document: Document): Lecture => {
  if (!existsSync(chemin)) return vide
  const { sheets } = readOds(readFileSync(chemin))
  return lireFeuilles(
    sheets.map((f) => f.rows.map((ligne) => ligne.cells.map((c) => c.value))),
    'ods',
    document,
  )
}

export const lireXlsx = async (chemin: string, document: Document): Promise<Lecture> =>
  existsSync(chemin)
    ? lireFeuilles(
        (await readXlsxFile(chemin)).map((f) => f.data),
        'xlsx',
        document,
      )
    : vide

const lireFeuilles = (feuilles: readonly Feuille[], fichier: string, document: Document): Lecture =>
  joindre(
    document.tableaux.map((tableau) => {
      const feuille = feuilles.find((f) => f[0]?.[0] === tableau.titre)
      return feuille === undefined
        ? { ...vide, incomprises: [`${fichier} : tableau ${tableau.id} introuvable`] }
        : lireFeuille(feuille, fichier, tableau, document)
    }),
  )

const lireFeuille = (feuille: Feuille, fichier: string, tableau: TableauLu, document: Document): Lecture => {
  const debut = feuille.findIndex((ligne) => ligne[0] === tableau.dimensions[0]?.libelle)
  const rangees = feuille.slice(debut + 1, debut + 1 + rangeesDe(tableau).length)
  const entetes = (feuille[debut] ?? []).slice(1).map((e) => (typeof e === 'string' ? e : ''))
  const valeurs = rangees.map((ligne) => ligne.slice(1).map((v) => (typeof v === 'number' ? v : null)))
  return lireGrille({ fichier, tableau, entetes, rangees: valeurs, pourcents: false }, document)
}
