import { normaliser } from '../../utils/texte.ts'
import { type Grille, type LigneGrille, texteDe } from './cellule.ts'
import { avecAutresEntretiens } from './autres-entretiens.ts'
import { clesDeTitre, type Colonne, type Index } from './colonne.ts'
import { raisonDInterdire } from './colonnes-interdites.ts'
import type { Question } from './questions.ts'
import type { Correspondance } from './rapport.ts'

export type Entete = { readonly ligne: LigneGrille; readonly colonnes: readonly Colonne[] }

/** A title may stand above the header, hence not the first row only. */
const LIGNES_EXPLOREES = 20

/** The row, among the first ones, that names the most known columns: two at least, a date that anchors the line among them. */
export const trouverEntete = (
  grille: Grille,
  questions: readonly Question[],
  correspondance: Correspondance,
): Entete | undefined => {
  const index = indexer(questions)
  const ancres = new Set(questions.flatMap((q): (string | null)[] => (q.ancre === true ? [q.champ] : [])))
  const candidates = grille.lignes
    .slice(0, LIGNES_EXPLOREES)
    .map((ligne) => ({ ligne, colonnes: reconnaitre(ligne, index, correspondance) }))
    .filter(({ colonnes }) => compter(colonnes) >= 2 && colonnes.some((c) => ancres.has(c.champ)))
  return candidates.reduce<Entete | undefined>(
    (meilleure, candidate) =>
      meilleure === undefined || compter(candidate.colonnes) > compter(meilleure.colonnes) ? candidate : meilleure,
    undefined,
  )
}

/** Columns of the row that looks most like a header although no date was found there, so that the user may say which is which. */
export const devinerTitres = (
  grille: Grille,
  questions: readonly Question[],
  correspondance: Correspondance,
): readonly Colonne[] => {
  const index = indexer(questions)
  const lignes = grille.lignes.slice(0, LIGNES_EXPLOREES).map((ligne) => reconnaitre(ligne, index, correspondance))
  return lignes.toSorted((a, b) => compter(b) - compter(a) || b.length - a.length)[0] ?? []
}

const compter = (colonnes: readonly Colonne[]): number => new Set(colonnes.flatMap(({ champ }) => champ ?? [])).size

const indexer = (questions: readonly Question[]): Index => ({
  // The first question to claim a title keeps it: what all dispositifs share comes first.
  champs: new Map(
    questions
      .flatMap((q) => q.titres.flatMap((titre) => clesDeTitre(titre).map((cle) => [cle, q.champ] as const)))
      .filter(([cle]) => cle !== '')
      .toReversed(),
  ),
  multiples: new Set(questions.filter((q) => q.multiple).map((q) => q.champ)),
  deLEntretien: new Set(questions.filter((q) => q.deLEntretien === true).map((q) => q.champ)),
})

/** The user's word first, then the names; a question is answered by one column, the first, but one that takes several answers by all. */
const reconnaitre = (ligne: LigneGrille, index: Index, correspondance: Correspondance): readonly Colonne[] => {
  const titres = ligne.cellules.map((cellule) => texteDe(cellule))
  const choisis = titres.map((titre) => choisir(titre, correspondance.colonnes ?? {}))
  // Whatever the user says of them; « nature des faits » is a question of the ISC, and of nobody else.
  const interdites = new Set(
    titres.flatMap((titre, rang) =>
      raisonDInterdire(titre) === undefined || trouverChamp(titre, index) !== undefined ? [] : [rang],
    ),
  )
  const pris = new Set<string>()
  const champs = new Map<number, string>()
  const prendre = (rang: number, champ: string | null | undefined): void => {
    if (champ == null || champs.has(rang) || interdites.has(rang) || (pris.has(champ) && !index.multiples.has(champ)))
      return
    pris.add(champ)
    champs.set(rang, champ)
  }
  choisis.forEach((champ, rang) => prendre(rang, champ))
  titres.forEach((titre, rang) => {
    if (choisis[rang] === undefined) prendre(rang, trouverChamp(titre, index))
  })
  return avecAutresEntretiens(
    titres.map((titre, rang) => ({ rang, titre, champ: champs.get(rang) ?? null })),
    (colonne) => choisis[colonne.rang] !== undefined || interdites.has(colonne.rang),
    index,
  )
}

const trouverChamp = (titre: string, { champs, multiples }: Index): string | undefined => {
  const cles = clesDeTitre(titre)
  const exact = cles.map((cle) => champs.get(cle)).find((champ) => champ !== undefined)
  if (exact !== undefined) return exact
  return cles
    .map((cle) => champs.get(cle.replace(numeros, '').trim()))
    .find((champ) => champ !== undefined && multiples.has(champ))
}

/** « Orientation 2 », « Action n° 3 », « 2e orientation »: one column for each of several answers. */
const numeros = /^(?:\d{1,2} ?(?:er|ere|e|eme|nd|nde)|premiere?|deuxieme|seconde?|troisieme) | ?(?:numero )?\d{1,2}$/gu

/** What the user said of a title: a question, null to leave it out, undefined when nothing. */
const choisir = (titre: string, colonnes: Readonly<Record<string, string | null>>): string | null | undefined => {
  if (titre === '') return undefined
  if (Object.hasOwn(colonnes, titre)) return colonnes[titre]
  return Object.entries(colonnes).find(([autre]) => normaliser(autre) === normaliser(titre))?.[1]
}
