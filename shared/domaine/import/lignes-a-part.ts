import { normaliser } from '../../utils/texte.ts'
import { estVide, type LigneGrille, texteDe } from './cellule.ts'
import type { Colonne } from './colonne.ts'
import { estMoisSeul, lireDate, siecleCourant } from './lire-date.ts'

/**
 * Why a row of the sheet is no interview, though it is not blank: a sum, a heading, a line prepared in advance. It is left
 * out and said, never counted as somebody. Undefined for every other row, which then has to be understood.
 */
export const raisonDEcarter = (ligne: LigneGrille, colonnes: readonly Colonne[]): string | undefined => {
  const textes = ligne.cellules.map(texteDe)
  const de = (champ: string): string => {
    const colonne = colonnes.find((c) => c.champ === champ)
    return colonne === undefined ? '' : (textes[colonne.rang] ?? '')
  }
  if (repeteLesTitres(textes, colonnes)) return 'Titres des colonnes répétés.'
  if (estUnTotal(ligne, colonnes, textes, de)) return 'Ligne de total.'
  const pleins = textes.filter((texte) => texte !== '')
  if (pleins.length === 1 && estUnIntertitre(pleins[0] ?? '')) return 'Intertitre.'
  const reponses = colonnes.filter(({ champ }) => champ !== null && champ !== 'date' && champ !== 'heure')
  if (reponses.some(({ rang }) => !estVide(ligne.cellules[rang]))) return undefined
  return de('date') === ''
    ? 'Ligne vide dans toutes les colonnes reconnues.'
    : 'Ligne qui ne porte qu’une date, sans aucune réponse.'
}

/** A table printed over several pages shows its titles again. */
const repeteLesTitres = (textes: readonly string[], colonnes: readonly Colonne[]): boolean => {
  const reconnues = colonnes.filter(({ champ, rang }) => champ !== null && textes[rang] !== '' && rang < textes.length)
  return (
    reconnues.length >= 2 && reconnues.every(({ rang, titre }) => normaliser(textes[rang] ?? '') === normaliser(titre))
  )
}

/** « Total » where the row begins and no day beside it, or in place of the name whatever the day. */
const estUnTotal = (
  { cellules }: LigneGrille,
  colonnes: readonly Colonne[],
  textes: readonly string[],
  de: (champ: string) => string,
): boolean => {
  const prenom = de('prenom')
  if (/\p{L}/u.test(prenom)) return false
  if ([de('nom'), de('nomComplet')].some((nom) => motsDeTotal.test(normaliser(nom)))) return true
  const rang = colonnes.find((c) => c.champ === 'date')?.rang ?? -1
  const datee = lireDate(cellules[rang] ?? null, siecleCourant(2100)) !== undefined
  return !datee && motsDeTotal.test(normaliser(textes.find((texte) => texte !== '') ?? ''))
}

const motsDeTotal = /^(?:sous )?tota(?:l|ux)(?: (?:general|generaux|annuel|annee|mois|du mois|de l annee|\d+))*$/u

/** « Janvier », « MARS 2012 », « Semaine 12 », « 1er trimestre 2012 »: what heads a group of rows. */
const estUnIntertitre = (texte: string): boolean =>
  estMoisSeul(texte) ||
  /^(?:(?:semaine|mois|annee|trimestre|semestre|t|s) ?\d{1,4}|\d ?(?:er|e|eme|nd) (?:trimestre|semestre))(?: (?:19|20)\d{2})?$/u.test(
    normaliser(texte),
  )
