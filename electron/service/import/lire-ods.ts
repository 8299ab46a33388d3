import { odfKitParser } from 'odf-kit'
import type { Cellule, Grille, LigneGrille } from '#shared/domaine/import/cellule.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { estDateIso } from '#shared/utils/dates.ts'
import { type Archive, lireXml } from './archive.ts'
import { limites } from './limites.ts'

type Element = ReturnType<typeof odfKitParser>
type Noeud = Element['children'][number]

/**
 * The sheets of an ODS file, formulas by their last computed value. The tree is odf-kit's; its own `readOds` is not used: it
 * forgets the copies of repeated rows, the rows inside groups, and typed durations (0.13.5), and nothing may be lost here.
 */
export const lireOds = (archive: Archive): readonly Grille[] => {
  try {
    return lireFeuilles(odfKitParser(contenuDe(archive)))
  } catch (error) {
    if (error instanceof ErreurMetier) throw error
    // The parser's message quotes the document; elements inside one another by the ten thousand fill the stack.
    throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'abime' } })
  }
}

const lireFeuilles = (racine: Element): readonly Grille[] => {
  const tableur = descendants(racine, ['office:body']).flatMap((corps) => descendants(corps, ['office:spreadsheet']))
  return tableur
    .flatMap((t) => descendants(t, ['table:table']))
    .map((table) => ({
      feuille: table.attrs['table:name'] ?? 'Feuille',
      lignes: lireLignes(table),
    }))
}

const contenuDe = (archive: Archive): string => {
  const xml = lireXml(archive, 'content.xml')
  if (xml.length > limites.octetsContenuOds) throw new ErreurMetier('fichier-trop-gros')
  return xml
}

const estElement = (noeud: Noeud): noeud is Element => noeud.type === 'element'

const descendants = (element: Element, balises: readonly string[]): readonly Element[] =>
  element.children.filter(estElement).filter((enfant) => balises.includes(enfant.tag))

/** Rows of a sheet, those of its groups and repeated headers included. */
const rangees = (element: Element): readonly Element[] =>
  descendants(element, [
    'table:table-row',
    'table:table-rows',
    'table:table-row-group',
    'table:table-header-rows',
  ]).flatMap((enfant) => (enfant.tag === 'table:table-row' ? [enfant] : rangees(enfant)))

const lireLignes = (table: Element): readonly LigneGrille[] => {
  const lignes: LigneGrille[] = []
  let numero = 1
  for (const rangee of rangees(table)) {
    const fois = repetition(rangee, 'table:number-rows-repeated')
    const cellules = lireCellules(rangee)
    if (cellules.length > 0) {
      if (lignes.length + fois > limites.lignes) throw new ErreurMetier('fichier-trop-gros')
      for (let copie = 0; copie < fois; copie += 1) lignes.push({ numero: numero + copie, cellules })
    }
    numero += fois
  }
  return lignes
}

/** Cells up to the last one that holds something: a row is often padded to the edge of the sheet. */
const lireCellules = (rangee: Element): readonly Cellule[] => {
  const cellules: Cellule[] = []
  let rang = 0
  for (const element of descendants(rangee, ['table:table-cell', 'table:covered-table-cell'])) {
    const fois = repetition(element, 'table:number-columns-repeated')
    const valeur = element.tag === 'table:table-cell' ? lireCellule(element) : null
    if (valeur !== null && valeur !== '') {
      if (rang + fois > limites.colonnes) throw new ErreurMetier('fichier-trop-gros')
      while (cellules.length < rang) cellules.push(null)
      for (let copie = 0; copie < fois; copie += 1) cellules.push(valeur)
    }
    rang += fois
  }
  return cellules
}

const repetition = (element: Element, attribut: string): number => {
  const lue = Number(element.attrs[attribut] ?? 1)
  return Number.isSafeInteger(lue) && lue > 0 ? lue : 1
}

const lireCellule = (element: Element): Cellule => {
  const { attrs } = element
  switch (attrs['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return lireNombre(attrs['office:value'] ?? '')
    case 'date':
      return lireJour(attrs['office:date-value'] ?? '') ?? texteDe(element)
    case 'time':
      return lireTemps(attrs['office:time-value'] ?? '') ?? texteDe(element)
    case 'boolean':
      return attrs['office:boolean-value'] === 'true'
    case undefined:
    default:
      return texteDe(element) || (attrs['office:string-value'] ?? null)
  }
}

const lireNombre = (valeur: string): number | null =>
  valeur !== '' && Number.isFinite(Number(valeur)) ? Number(valeur) : null

const lireJour = (valeur: string): Cellule | undefined => {
  const lu = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/u.exec(valeur)
  // A day that no calendar has is left as it is written, to be told with its line.
  return lu?.[1] === undefined || !estDateIso(lu[1])
    ? undefined
    : { jour: lu[1], minutes: enMinutes(lu[2], lu[3], lu[4]) }
}

/** A duration of XML Schema: « PT00H45M00S ». */
const lireTemps = (valeur: string): Cellule | undefined => {
  const lu = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/u.exec(valeur)
  return lu === null ? undefined : { jour: null, minutes: enMinutes(lu[1], lu[2], lu[3]) }
}

const enMinutes = (heures = '0', minutes = '0', secondes = '0'): number =>
  Number(heures) * 60 + Number(minutes) + Math.round(Number(secondes) / 60)

const texteDe = (cellule: Element): string => descendants(cellule, ['text:p']).map(texteInterne).join('\n').trim()

/** A comment pinned inside the text is none of it. */
const texteInterne = (element: Element): string =>
  element.children
    .map((noeud) => {
      if (!estElement(noeud)) return noeud.text
      if (noeud.tag === 'text:s') return ' '.repeat(Math.min(Number(noeud.attrs['text:c'] ?? 1) || 1, 100))
      if (noeud.tag === 'text:tab') return ' '
      if (noeud.tag === 'text:line-break') return '\n'
      return noeud.tag === 'office:annotation' ? '' : texteInterne(noeud)
    })
    .join('')
