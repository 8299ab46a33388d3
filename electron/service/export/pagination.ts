import type { Bloc, DocumentImprime } from './blocs.ts'
import { lignesDe } from './chasses.ts'
import { tientAvecFigure } from './contenu.ts'
import type { Notice } from './contexte.ts'
import { tailleSurPage } from './dessin.ts'
import { tientALaSuivante } from './docx-tableau.ts'
import type { Grille } from './grille.ts'

/**
 * The page that each title of a report starts on, in their order, and how many pages there are, as LibreOffice lays the Word
 * document out: it shows the numbers it is given, where Word works them out again. Follows docx-styles.ts and docx-tableau.ts.
 */
export const paginer = ({
  couverture,
  blocs,
}: DocumentImprime): { readonly titres: readonly number[]; readonly pages: number } => {
  const titres: number[] = []
  const sommaire = blocs.filter((b) => b.type === 'titre').map(ligneSommaire)
  const premieres = remplir([...piecesCouverture(couverture), ...sommaire], depart(1))
  const corps = blocs.flatMap((b, rang) => piecesDe(b, rang, blocs))
  const derniere = remplir(corps, depart(premieres.page + 1), (piece, page) => {
    if (piece.titre === true) titres.push(page)
  })
  return { titres, pages: derniere.page }
}

/** Sizes are points. Of two spaces that meet, the larger one counts. */
type Piece = {
  readonly avant: number
  readonly hauteur: number
  readonly apres: number
  /** Stays on the page of the next one. */
  readonly lie: boolean
  readonly titre?: boolean
  /** A row of a table: the header rows that a new page begins again with. */
  readonly entetes?: number
}

type Place = { readonly page: number; readonly bas: number; readonly apres: number; readonly vide: boolean }

/** A page begun on purpose keeps the space above its first piece; one begun for want of room does not. */
const depart = (page: number): Place => ({ page, bas: 0, apres: 0, vide: false })

const sauter = ({ page }: Place, { entetes }: Pick<Piece, 'entetes'> = {}): Place => ({
  page: page + 1,
  bas: entetes ?? 0,
  apres: 0,
  vide: entetes === undefined,
})

const poser = (place: Place, { avant, hauteur, apres }: Piece): Place => ({
  page: place.page,
  bas: (place.vide ? 0 : place.bas + Math.max(place.apres, avant)) + hauteur,
  apres,
  vide: false,
})

/** A chain of pieces that stay together goes to the next page if it does not fit, even if it is cut there. */
const remplir = (pieces: readonly Piece[], debut: Place, surPiece?: (piece: Piece, page: number) => void): Place => {
  let place = debut
  let chaine: Piece[] = []
  for (const piece of pieces) {
    chaine.push(piece)
    if (piece.lie) continue
    if (chaine.reduce(poser, place).bas > hauteurPage) place = sauter(place, chaine[0])
    for (const maillon of chaine) {
      if (poser(place, maillon).bas > hauteurPage) place = sauter(place, maillon)
      surPiece?.(maillon, place.page)
      place = poser(place, maillon)
    }
    chaine = []
  }
  return place
}

/** A4 less its margins, and less the footer, which is higher than its margin; the space below a last line may run into it. */
const hauteurPage = 729.5
const largeurPage = 493.3
/** Each line takes a whole number of twentieths of a point. */
const ligne = (hauteur: number): number => Math.ceil(hauteur * 20) / 20
/** Lines of Arial, in em, alone and as the styles of the text space them. */
const serre = 1.149
const aere = serre * 1.1

const paragraphe = (
  texte: string,
  { taille, interligne = aere, avant = 0, apres = 6, retrait = 0, lie = false, titre = false }: Style,
): Piece => ({
  avant,
  hauteur: lignesDe(texte, taille, largeurPage - retrait) * ligne(taille * interligne),
  apres,
  lie,
  titre,
})
type Style = { readonly taille: number; readonly interligne?: number; readonly retrait?: number } & Partial<
  Pick<Piece, 'avant' | 'apres' | 'lie' | 'titre'>
>

const piecesCouverture = (c: DocumentImprime['couverture']): readonly Piece[] => [
  ...(c.avertissement === undefined ? [] : [paragraphe(c.avertissement, { taille: 10, avant: 8, apres: 33 })]),
  ...[c.dispositif, c.periode, ...c.postes].map((t) => paragraphe(t, { taille: 11, apres: 2 })),
  paragraphe(c.titre, { taille: 25, avant: 3, apres: 8 }),
  paragraphe('Sommaire', { taille: 15, avant: 25, apres: 7 }),
]

const ligneSommaire = ({ niveau, texte }: Extract<Bloc, { type: 'titre' }>): Piece =>
  niveau === 1
    ? paragraphe(texte, { taille: 10, interligne: serre, avant: 3, apres: 1, retrait: 20 })
    : paragraphe(texte, { taille: 10, interligne: serre, apres: 1, retrait: 34 })

const piecesDe = (b: Bloc, rang: number, blocs: readonly Bloc[]): readonly Piece[] => {
  if (b.type === 'titre') return [titre(b)]
  if (b.type === 'figure')
    return [
      { avant: 6, hauteur: tailleSurPage(b.dessin).hauteur * 0.75, apres: 6, lie: true },
      paragraphe(b.legende, { taille: 8.5, apres: 10 }),
    ]
  if (b.type === 'tableau') return piecesTableau(b.grille, tientAvecFigure(blocs, rang))
  if (b.type === 'contexte') return b.notices.flatMap(piecesNotice)
  if (b.type === 'liste') return b.lignes.map((l) => paragraphe(l, { taille: 10, retrait: 23 }))
  return couper(paragraphe(b.texte, { taille: 10, avant: blocs[rang - 1]?.type === 'tableau' ? 7 : 0 }))
}

const titre = ({ niveau, texte }: Extract<Bloc, { type: 'titre' }>): Piece => {
  if (niveau === 2) return paragraphe(texte, { taille: 11.5, avant: 15, apres: 3, lie: true, titre: true })
  const piece = paragraphe(texte, { taille: 15, avant: 20, apres: 7, lie: true, titre: true })
  return { ...piece, hauteur: piece.hauteur + filet }
}
/** The line under a title, and what parts them. */
const filet = 4.5

/** A paragraph of more than three lines may be cut, two lines at least on each side. */
const couper = (piece: Piece): readonly Piece[] => {
  const hauteur = ligne(10 * aere)
  const lignes = Math.round(piece.hauteur / hauteur)
  if (lignes < 4) return [piece]
  const milieu = { avant: 0, hauteur, apres: 0, lie: false }
  return [
    { ...piece, hauteur: 2 * hauteur, apres: 0 },
    ...Array.from({ length: lignes - 4 }, () => milieu),
    { ...milieu, hauteur: 2 * hauteur, apres: piece.apres },
  ]
}

const piecesTableau = (grille: Grille, suivi: boolean): readonly Piece[] => {
  const { base, colonnes, coin, groupe, lignes, definition, notes } = grille
  const chiffre = Math.min(62.5, (largeurPage * 0.83) / Math.max(1, colonnes.length))
  const [marges, tete] = colonnes.length > 7 ? [5, 7.5] : [10, 9]
  const [premiere, autres] = [largeurPage - chiffre * colonnes.length - marges, chiffre - marges]
  const noms = colonnes.map((c) => lignesDe(c, gras(tete), autres) * ligne(tete * serre))
  const entetes =
    (groupe === undefined ? 0 : rangee(ligne9)) +
    rangee(Math.max(lignesDe(coin, gras(9), premiere) * ligne9, ...noms)) +
    0.5
  return [
    ...(base === '' ? [] : [note(base, true)]),
    { avant: 0, hauteur: entetes, apres: 0, lie: true },
    ...lignes.map(({ libelle, role, cases }, i) => ({
      avant: 0,
      hauteur:
        rangee(
          ligne9 *
            Math.max(
              lignesDe(libelle, role === 'total' ? gras(9) : 9, premiere),
              ...cases.map((c) => (c.genre === 'texte' ? lignesDe(c.texte, 9, autres) : 1)),
            ),
        ) +
        (role === 'total' ? 1.5 : 0) -
        (i === lignes.length - 1 ? 0.5 : 0),
      apres: 0,
      lie: tientALaSuivante(grille, i, suivi),
      entetes,
    })),
    ...[definition, ...notes].filter((n) => n !== '').map((n) => note(n, suivi)),
  ]
}

const note = (texte: string, lie: boolean): Piece =>
  paragraphe(texte, { taille: 8.5, interligne: serre, avant: 2, apres: 2, lie })

const ligne9 = ligne(9 * serre)
const rangee = (lignes: number): number => lignes + 3.5

/** Bold letters are as wide as larger ones. */
const gras = (taille: number): number => taille * 1.07

const piecesNotice = ({ parts, nombre, libelle, portee, source }: Notice): readonly Piece[] => {
  const style = { taille: 10, retrait: 14, interligne: serre * 1.05, apres: 0, lie: true }
  const premiere = paragraphe(`${nombre}  ${libelle}`, style)
  return [
    // The number is larger than what follows it.
    { ...premiere, hauteur: premiere.hauteur + 3 * style.interligne },
    ...[...parts, portee].map((t) => paragraphe(t, style)),
    paragraphe(source, { ...style, taille: 9, apres: 10, lie: false }),
  ]
}
