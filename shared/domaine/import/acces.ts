import { type Cellule, type LigneGrille, texteDe, texteLong } from './cellule.ts'
import type { Colonne } from './colonne.ts'
import { estMotDeDate } from './lire-date.ts'
import type { ProblemeLigne } from './rapport.ts'
import { estAbsente } from './valeurs.ts'

/** Access to the cells of one line by question, with the way to say what is wrong in one of them. */
export type Acces = {
  readonly cellule: (champ: string) => Cellule
  /** On one line; empty for what says « no answer ». Several columns of one question are read one after the other. */
  readonly texte: (champ: string) => string
  /** The same as written, one line for each column. */
  readonly texteLong: (champ: string) => string
  readonly titre: (champ: string) => string
  readonly refuser: (champ: string, raison: string) => null
}

/** Opens one line for reading. `problemes` receives what is refused. */
export const ouvrirLigne = (ligne: LigneGrille, colonnes: readonly Colonne[], problemes: ProblemeLigne[]): Acces => {
  const parChamp = Map.groupBy(colonnes, (colonne) => colonne.champ)
  const cellules = (champ: string): readonly Cellule[] =>
    (parChamp.get(champ) ?? []).map(({ rang }) => ligne.cellules[rang] ?? null)
  const titre = (champ: string): string | undefined => parChamp.get(champ)?.[0]?.titre
  const long = (champ: string): string =>
    cellules(champ)
      .map(texteLong)
      .filter((texte) => texte !== '')
      .join('\n')
  const texte = (champ: string): string => {
    const lu = texteDe(long(champ))
    return estAbsente(lu) ? '' : lu
  }
  return {
    cellule: (champ) => cellules(champ)[0] ?? null,
    texte,
    texteLong: long,
    titre: (champ) => titre(champ) ?? '',
    refuser: (champ, raison) => {
      problemes.push({ ligne: ligne.numero, colonne: titre(champ) ?? null, raison })
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
