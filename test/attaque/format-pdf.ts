import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { preparerPdftotext } from '#build/preparer.ts'
import { type Document, type TableauLu } from './document.ts'
import { nombre } from './format-csv.ts'
import { lireGrille, rangeesDe } from './grille.ts'
import { joindre, type Lecture, vide } from './savoir.ts'

/** The text of the PDF as laid out, table after table, between its title and the next one. */
export const lirePdf = (chemin: string, document: Document): Lecture => {
  if (!existsSync(chemin)) return vide
  const texte = execFileSync(preparerPdftotext(), ['-layout', chemin, '-'], { encoding: 'utf8' })
  const lignes = texte.replaceAll('\f', '\n').split('\n')
  return joindre(
    document.tableaux.map((tableau) => {
      const debut = lignes.findLastIndex((l) => /^\s*Tableau \d+ – /u.test(l) && l.trim().endsWith(tableau.titre))
      const suite = lignes.slice(debut + 1)
      const fin = suite.findIndex((l) => /^\s*(?:Tableau|Graphique) \d+ – /u.test(l))
      return lireZone(fin < 0 ? suite : suite.slice(0, fin), tableau, document)
    }),
  )
}

const lireZone = (zone: readonly string[], tableau: TableauLu, document: Document): Lecture => {
  const [premiere, seconde] = tableau.dimensions
  const titres = zone.find((l) => l.trim().startsWith(`${premiere?.libelle}  `) && /  (?:\d{4}|Nombre)/u.test(l))
  const entetes =
    seconde === undefined
      ? decouper(titres ?? '').slice(1)
      : [...seconde.modalites.map((m) => m.libelle), 'Total', 'Part du total']
  const attendues = rangeesDe(tableau).length
  const rangees = zone
    .map((l) => decouper(l).slice(-entetes.length))
    .filter((cases) => cases.length === entetes.length && cases.every((c) => estValeur.test(c)))
    .slice(0, attendues)
    .map((cases) => cases.map((c) => nombre(c)))
  return lireGrille({ fichier: 'pdf', tableau, entetes, rangees, pourcents: true }, document)
}

const estValeur = /^(?:s|–|[+−-]?\d[\d\s  ]*(?:,\d+)?(?:\s%)?)$/u
const decouper = (ligne: string): readonly string[] => ligne.trim().split(/ {2,}/u)
