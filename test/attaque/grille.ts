import { anneeDe, caseDe, type Document, type TableauLu } from './document.ts'
import { fourchette, lireNombre, pasDe } from './nombre.ts'
import { type Case, type Fait, joindre, type Lecture, TOTAL } from './savoir.ts'

/** A printed table: for each row in order (total last), the numbers of its columns; null where no number is shown. */
export type Grille = {
  readonly fichier: string
  readonly tableau: TableauLu
  readonly entetes: readonly string[]
  readonly rangees: readonly (readonly (number | null)[])[]
  /** Shares and evolutions are 0.123456 in spreadsheets, 12,3 % on paper. */
  readonly pourcents: boolean
}

export const rangeesDe = (tableau: TableauLu): readonly string[] => {
  const codes = (tableau.dimensions[0]?.modalites ?? []).map((m) => m.code)
  return tableau.dimensions[0]?.id === 'annee' ? codes : [...codes, TOTAL]
}

/** Columns that hold a count, a share or an evolution, by their heading. */
export const lireGrille = (grille: Grille, document: Document): Lecture => {
  const { tableau, rangees, fichier } = grille
  const lignes = rangeesDe(tableau)
  if (rangees.length !== lignes.length)
    return { faits: [], masquees: [], incomprises: [`${fichier} : tableau ${tableau.id} mal lu`] }
  return tableau.dimensions.length === 1 ? lireSimple(grille, document) : lireCroise(grille, document)
}

const lireSimple = ({ tableau, entetes, rangees, fichier, pourcents }: Grille, document: Document) => {
  const present = anneeDe(document)
  const colonne = (nom: RegExp) => entetes.findIndex((e) => nom.test(e))
  const [part, evolution] = [colonne(/^Part/u), colonne(/^Évolution/u)]
  const annees = entetes.flatMap((e, i) => (/^\d{4}$/u.test(e) && i > 0 ? [{ annee: e, i }] : []))
  const base = rangees.at(-1)?.[0] ?? null
  const echelle = pourcents ? 1 : 100
  return joindre(
    rangeesDe(tableau).map((code, r) => {
      const lire = (i: number): number | null => (i < 0 ? null : (rangees[r]?.[i] ?? null))
      const cible = caseDe(tableau, present, [code])
      const montree = lire(part)
      const p = montree === null ? null : Math.round(montree * echelle * 10) / 10
      const avant = annees.map(({ annee, i }) => ({ cible: caseDe(tableau, annee, [code]), valeur: lire(i) }))
      const hausse = lire(evolution)
      return joindre([
        lireNombre(cible, lire(0), p, base, fichier, tableau),
        ...avant.map((a) => lireNombre(a.cible, a.valeur, null, null, fichier, tableau)),
        ...(hausse === null || avant[0] === undefined
          ? []
          : [
              evoluer(
                cible,
                lire(0),
                avant[0],
                (hausse * echelle) / 100,
                pourcents ? 5e-4 : 5e-7,
                fichier,
                pasDe(tableau),
              ),
            ]),
      ])
    }),
  )
}

/** N = N₋₁ × (1 + evolution): one of the two hidden is found from the other. */
const evoluer = (
  cible: Case,
  valeur: number | null,
  avant: { readonly cible: Case; readonly valeur: number | null },
  taux: number,
  marge: number,
  fichier: string,
  pas: number,
): Lecture => {
  if (valeur === null && avant.valeur === null)
    return { faits: [], masquees: [], incomprises: [`${fichier} : évolution entre deux cases masquées`] }
  if (valeur !== null && avant.valeur !== null) return joindre([])
  const [connue, cachee] = valeur === null ? [avant, cible] : [{ cible, valeur }, avant.cible]
  const [bas, haut] = fourchette(connue.cible, connue.valeur ?? 0, pas)
  const bornes = [taux - marge, taux + marge].flatMap((t) =>
    valeur === null ? [bas * (1 + t), haut * (1 + t)] : [bas / (1 + t), haut / (1 + t)],
  )
  const fait: Fait = {
    termes: [[1, cachee]],
    bas: Math.min(...bornes) - 1e-6,
    haut: Math.max(...bornes) + 1e-6,
    fichier,
    par: 'evolution',
  }
  return { faits: [fait], masquees: [], incomprises: [] }
}

const lireCroise = ({ tableau, entetes, rangees, fichier, pourcents }: Grille, document: Document) => {
  const codes = [...(tableau.dimensions[1]?.modalites ?? []).map((m) => m.code), TOTAL]
  const part = entetes.findIndex((e) => e.startsWith('Part'))
  const base = rangees.at(-1)?.[codes.length - 1] ?? null
  return joindre(
    rangeesDe(tableau).flatMap((ligne, r) =>
      codes.map((colonne, i) => {
        const montree = colonne === TOTAL && part >= 0 ? (rangees[r]?.[part] ?? null) : null
        const p = montree === null ? null : Math.round(montree * (pourcents ? 1 : 100) * 10) / 10
        const cible = caseDe(tableau, anneeDe(document), [ligne, colonne])
        return lireNombre(cible, rangees[r]?.[i] ?? null, p, base, fichier, tableau)
      }),
    ),
  )
}
