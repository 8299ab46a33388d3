import { type Cellule, type LigneGrille, texteDe } from './cellule.ts'
import type { Colonne } from './entete.ts'
import { estMotDeDate } from './lire-date.ts'
import type { ProblemeLigne } from './rapport.ts'
import { estAbsente } from './valeurs.ts'

/** Access to the cells of one line by question, with the way to say what is wrong in one of them. */
export type Acces = {
  readonly cellule: (champ: string) => Cellule
  readonly texte: (champ: string) => string
  readonly titre: (champ: string) => string
  readonly refuser: (champ: string, raison: string) => null
}

/** Opens one line for reading. `problemes` receives what is refused. */
export const ouvrirLigne = (ligne: LigneGrille, colonnes: readonly Colonne[], problemes: ProblemeLigne[]): Acces => {
  const parChamp = new Map(colonnes.map((colonne) => [colonne.champ, colonne]))
  const cellule = (champ: string): Cellule => {
    const colonne = parChamp.get(champ)
    return colonne === undefined ? null : (ligne.cellules[colonne.rang] ?? null)
  }
  const texte = (champ: string): string => {
    const lu = texteDe(cellule(champ))
    return estAbsente(lu) ? '' : lu
  }
  return {
    cellule,
    texte,
    titre: (champ) => parChamp.get(champ)?.titre ?? '',
    refuser: (champ, raison) => {
      problemes.push({ ligne: ligne.numero, colonne: parChamp.get(champ)?.titre ?? null, raison })
      return null
    },
  }
}

/**
 * A faulty value, as a message may show it: figures and month names only. A line shifted by one column puts a name where a
 * date is expected, and messages go to places where names must not.
 */
export const citer = (texte: string): string =>
  texte.length <= 20 && texte.split(/[^\p{L}]+/u).every((mot) => estMotDeDate(mot)) ? `« ${texte} »` : 'Cette valeur'
