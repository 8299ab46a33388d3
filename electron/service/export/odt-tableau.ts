import { estColonneDeTexte, type Grille, type Ligne, texteCase } from './grille.ts'
import { xml } from './xml.ts'

/** The base above, the table with its header rows repeated on each page, the notes below; `suivi` by a drawing on its page. */
export const tableauOdt = (grille: Grille, suivi: boolean): string => {
  const notes = [grille.definition, ...grille.notes].filter((n) => n !== '')
  const nombre = String(grille.colonnes.length)
  const style = suivi ? 'TableauLie' : grille.lignes.length <= 20 ? 'TableauEntier' : 'Tableau'
  return `${grille.base === '' ? '' : p('BaseTableau', grille.base)}
<table:table table:name="${xml(grille.id)}" table:style-name="${style}">
<table:table-column table:style-name="Libelle${nombre}"/><table:table-column table:style-name="Chiffre${nombre}" table:number-columns-repeated="${nombre}"/>
<table:table-header-rows>${entetes(grille)}</table:table-header-rows>
${grille.lignes.map(ligne).join('\n')}
</table:table>
${notes.map((n) => p(suivi ? 'NoteLiee' : 'NoteTableau', n)).join('\n')}`
}

const entetes = (grille: Grille): string => {
  const { coin, colonnes, groupe } = grille
  const serre = colonnes.length > 7 ? 'Serre' : ''
  const noms = colonnes.map((c, i) =>
    cellule('Entete', estColonneDeTexte(grille, i) ? 'TeteGauche' : `TeteDroite${serre}`, c),
  )
  const derniere = rangee([cellule('Entete', 'TeteGauche', coin), ...noms])
  if (groupe === undefined) return derniere
  const couvertes = '<table:covered-table-cell/>'.repeat(groupe.nombre - 1)
  const vides = colonnes.slice(groupe.nombre).map(() => cellule('Groupe', 'TeteGauche', ''))
  const span = cellule(
    'Groupe',
    'TeteCentre',
    groupe.libelle,
    ` table:number-columns-spanned="${String(groupe.nombre)}"`,
  )
  return `${rangee([cellule('Groupe', 'TeteGauche', ''), span, couvertes, ...vides])}${derniere}`
}

const ligne = ({ libelle, role, cases }: Ligne): string => {
  const suffixe = role === 'total' ? 'Total' : role === 'non-renseigne' ? 'Absent' : ''
  const cadre = role === 'total' ? 'CelluleTotal' : 'Cellule'
  return rangee([
    cellule(cadre, `Gauche${suffixe}`, libelle),
    ...cases.map((c) => cellule(cadre, `${c.genre === 'texte' ? 'Gauche' : 'Droite'}${suffixe}`, texteCase(c))),
  ])
}

const rangee = (cellules: readonly string[]): string =>
  `<table:table-row table:style-name="Rangee">${cellules.join('')}</table:table-row>`

const cellule = (cadre: string, style: string, texte: string, attributs = ''): string =>
  `<table:table-cell table:style-name="${cadre}" office:value-type="string"${attributs}>${p(style, texte)}</table:table-cell>`

const p = (style: string, texte: string): string => `<text:p text:style-name="${style}">${xml(texte)}</text:p>`
