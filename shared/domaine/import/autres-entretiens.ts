import { estVide, type LigneGrille } from './cellule.ts'
import { clesDeTitre, type Colonne, type Index } from './colonne.ts'

/**
 * Numbered columns of further entretiens (« Date entretien 2 », « Modalité 2 »): a line of a follow-up holds several. Numbers
 * count only if a date bears one; the first of them stands for the entretien of the line when nothing else does.
 */
export const avecAutresEntretiens = (
  colonnes: readonly Colonne[],
  estReglee: (colonne: Colonne) => boolean,
  { champs, deLEntretien }: Index,
): readonly Colonne[] => {
  const numerotees = colonnes.flatMap((colonne) => {
    const lue = estReglee(colonne) ? undefined : lireNumero(colonne.titre)
    const champ = lue?.cles.map((cle) => champs.get(cle)).find((c) => c !== undefined)
    const propre = champ !== undefined && deLEntretien.has(champ) && colonne.champ !== champ
    const multiple = champ !== undefined && deLEntretien.has(champ) && colonne.champ === champ
    return lue !== undefined && (propre || (multiple && lue.numero > 1)) ? [{ colonne, champ, numero: lue.numero }] : []
  })
  const datees = new Set(numerotees.filter((n) => n.champ === 'date').map((n) => n.numero))
  const premier = colonnes.some((c) => c.champ === 'date') ? 1 : Math.min(...datees)
  const parRang = new Map(numerotees.filter((n) => datees.has(n.numero)).map((n) => [n.colonne.rang, n]))
  return colonnes.map((colonne) => {
    const n = parRang.get(colonne.rang)
    if (n === undefined) return colonne
    if (n.numero > premier) return { ...colonne, champ: n.champ, entretien: n.numero }
    return colonnes.some((c) => c.champ === n.champ) ? colonne : { ...colonne, champ: n.champ }
  })
}

/** The titles without their number, and the number. */
const lireNumero = (titre: string): { readonly cles: readonly string[]; readonly numero: number } | undefined => {
  const cles = clesDeTitre(titre)
  const lus = cles.flatMap((cle) => {
    const lu = numero.exec(cle)?.groups
    const rang = Number(lu?.['avant'] ?? lu?.['apres'] ?? 0)
    return lu === undefined || rang === 0
      ? []
      : [{ cle: `${lu['debut'] ?? lu['debut2'] ?? ''} ${lu['fin'] ?? ''}`.trim(), rang }]
  })
  const [premier] = lus
  return premier === undefined ? undefined : { cles: lus.map((l) => l.cle), numero: premier.rang }
}

const numero =
  /^(?:(?<debut>date )?(?<avant>\d{1,2}) ?(?:er|ere|e|eme|nd|nde) (?<fin>.+)|(?<debut2>.+?) ?(?:numero )?(?<apres>\d{1,2}))$/u

/** The entretiens of one line, one after the other: what is not of an entretien is said once, by the first. */
export const separerEntretiens = (
  ligne: LigneGrille,
  colonnes: readonly Colonne[],
  identite: ReadonlySet<string>,
): readonly (readonly Colonne[])[] => {
  const autres = Map.groupBy(
    colonnes.filter((c) => c.entretien !== undefined),
    (c) => c.entretien ?? 0,
  )
  const premieres = colonnes.filter((c) => c.entretien === undefined)
  const communes = premieres.filter((c) => c.champ !== null && identite.has(c.champ))
  return [
    premieres,
    ...[...autres]
      .toSorted(([a], [b]) => a - b)
      .map(([, siennes]) => siennes)
      .filter((siennes) => siennes.some(({ rang }) => !estVide(ligne.cellules[rang])))
      .map((siennes) => communes.concat(siennes)),
  ]
}
