import { estColonneDeTexte, type Grille, type Ligne, texteCase } from './grille.ts'
import { echapper, sansInterdit } from './xml.ts'

/**
 * The base above, the table with its header row repeated on each page, the notes below; `suivi` by a drawing on its page.
 * Written here: docx makes a dozen objects of each cell, and a report has two thousand of them.
 */
export const tableauDocx = (grille: Grille, suivi: boolean): string => {
  const largeurs = largeursDe(grille)
  return [
    grille.base === '' ? '' : note(grille.base, true),
    `<w:tbl>${proprietes(grille)}<w:tblGrid>${largeurs.map((l) => `<w:gridCol w:w="${String(l)}"/>`).join('')}</w:tblGrid>`,
    entetes(grille, largeurs),
    ...grille.lignes.map((ligne, i) => rangee(cellules(ligne, grille, largeurs, tientALaSuivante(grille, i, suivi)))),
    '</w:tbl>',
    ...[grille.definition, ...grille.notes].filter((n) => n !== '').map((n) => note(n, suivi)),
  ].join('')
}

/** Rows stay together, and with the drawing of a short table: a table is cut only when a page could hardly hold it. */
export const tientALaSuivante = ({ lignes }: Grille, rang: number, suivi: boolean): boolean =>
  suivi || (lignes.length <= 40 && rang < lignes.length - 1)

/** Twentieths of a point: A4 less the margins. */
const largeur = 9866

const largeursDe = ({ colonnes }: Grille): readonly number[] => {
  const chiffre = Math.min(1250, Math.floor((largeur * 0.83) / Math.max(1, colonnes.length)))
  return [largeur - chiffre * colonnes.length, ...colonnes.map(() => chiffre)]
}

/** Many columns: narrow margins, smaller headers, so that no word is cut. */
const serre = ({ colonnes }: Grille): boolean => colonnes.length > 7

const proprietes = (grille: Grille): string => {
  const marge = (cote: string): string => `<w:${cote} w:w="${serre(grille) ? '50' : '100'}" w:type="dxa"/>`
  return `<w:tblPr><w:tblW w:w="${String(largeur)}" w:type="dxa"/><w:tblBorders>${bords}</w:tblBorders><w:tblCellMar>${marge('left')}${marge('right')}</w:tblCellMar><w:tblLook w:firstRow="true" w:firstColumn="true" w:noHBand="true" w:noVBand="true"/></w:tblPr>`
}

const bords = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((cote) =>
    cote === 'insideH'
      ? `<w:${cote} w:val="single" w:sz="4" w:color="C9D2D6"/>`
      : `<w:${cote} w:val="none" w:sz="0" w:color="auto"/>`,
  )
  .join('')

const trait = (cote: 'top' | 'bottom'): string => `<w:${cote} w:val="single" w:sz="8" w:color="1F2933"/>`

const entetes = (grille: Grille, [premiere = 0, autre = 0]: readonly number[]): string => {
  const { coin, colonnes, groupe } = grille
  const taille = serre(grille) ? 15 : 18
  const noms = colonnes.map((c, i) => tete(c, autre, estColonneDeTexte(grille, i) ? 'left' : 'right', { taille }))
  const derniere = rangee([tete(coin, premiere, 'left'), ...noms], true)
  if (groupe === undefined) return derniere
  const { libelle, nombre } = groupe
  const vides = colonnes.slice(nombre).map(() => tete('', autre, 'right'))
  const etendue = tete(libelle, autre * nombre, 'center', { colonnes: nombre })
  return `${rangee([tete('', premiere, 'left'), etendue, ...vides], true)}${derniere}`
}

type Alignement = 'left' | 'right' | 'center'

const tete = (texte: string, l: number, alignement: Alignement, { colonnes = 1, taille = 18 } = {}): string => {
  const etendue = colonnes === 1 ? '' : `<w:gridSpan w:val="${String(colonnes)}"/>`
  const police = `<w:b/><w:bCs/><w:sz w:val="${String(taille)}"/><w:szCs w:val="${String(taille)}"/>`
  return cellule(
    l,
    `${etendue}<w:tcBorders>${trait('bottom')}</w:tcBorders><w:shd w:val="clear" w:fill="F2F5F5"/><w:vAlign w:val="bottom"/>`,
    paragraphe(texte, alignement, police, true),
  )
}

const cellules = (ligne: Ligne, grille: Grille, largeurs: readonly number[], suite: boolean): readonly string[] => {
  const { libelle, role, cases } = ligne
  const police = role === 'total' ? '<w:b/><w:bCs/>' : role === 'non-renseigne' ? '<w:i/><w:iCs/>' : ''
  const cadre = role === 'total' ? `<w:tcBorders>${trait('top')}${trait('bottom')}</w:tcBorders>` : ''
  return [
    cellule(largeurs[0] ?? 0, cadre, paragraphe(libelle, 'left', police, suite)),
    ...cases.map((c, i) => {
      const alignement = c.genre === 'texte' && estColonneDeTexte(grille, i) ? 'left' : 'right'
      const contenu = paragraphe(texteCase(c), alignement, police, suite)
      return cellule(largeurs[i + 1] ?? 0, `${cadre}<w:vAlign w:val="bottom"/>`, contenu)
    }),
  ]
}

const rangee = (contenu: readonly string[], entete = false): string =>
  `<w:tr><w:trPr><w:cantSplit/>${entete ? '<w:tblHeader/>' : ''}</w:trPr>${contenu.join('')}</w:tr>`

const cellule = (l: number, cadre: string, contenu: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${String(l)}" w:type="dxa"/>${cadre}</w:tcPr>${contenu}</w:tc>`

const paragraphe = (texte: string, alignement: Alignement, police: string, suite: boolean): string =>
  `<w:p><w:pPr><w:pStyle w:val="CelluleTableau"/>${suite ? '<w:keepNext/>' : ''}<w:jc w:val="${alignement}"/></w:pPr><w:r>${police === '' ? '' : `<w:rPr>${police}</w:rPr>`}${t(texte)}</w:r></w:p>`

const note = (texte: string, suite: boolean): string =>
  `<w:p><w:pPr><w:pStyle w:val="NoteTableau"/>${suite ? '<w:keepNext/>' : ''}</w:pPr><w:r>${t(texte)}</w:r></w:p>`

const t = (texte: string): string => `<w:t xml:space="preserve">${echapper(sansInterdit(texte))}</w:t>`
