import { z } from 'zod'
import { Id, ligne } from '../communs.ts'

/** The map is a sheet of squared paper: the user says where each sector stands, roughly and without any background map. */
export const COLONNES = 12
export const RANGEES = 8
export const CARREAUX = COLONNES * RANGEES

/** Rank of a square, from the top left corner, row after row. */
export const Carreau = z
  .int()
  .min(0)
  .max(CARREAUX - 1)

/** A part of the town, named by the user. One that no longer serves keeps what was counted under it. */
export const Secteur = z.strictObject({ id: Id, nom: ligne(60).min(1), actif: z.boolean() })
export type Secteur = z.infer<typeof Secteur>

/** A square belongs to one sector at most. */
export const SecteurDessine = Secteur.extend({ carreaux: z.array(Carreau).max(CARREAUX) })
export type SecteurDessine = z.infer<typeof SecteurDessine>

/** Which sector holds each square. */
export const parCarreau = <S extends Pick<SecteurDessine, 'carreaux'>>(
  secteurs: readonly S[],
): ReadonlyMap<number, S> =>
  new Map(secteurs.flatMap((secteur) => secteur.carreaux.map((carreau): [number, S] => [carreau, secteur])))

/** Column and row of a square, both from 0. */
export const placeDe = (carreau: number): { readonly colonne: number; readonly rangee: number } => ({
  colonne: carreau % COLONNES,
  rangee: Math.floor(carreau / COLONNES),
})

/** The square to the right, below…; none beyond the edge. */
export const voisin = (carreau: number, droite: number, bas: number): number | undefined => {
  const { colonne, rangee } = placeDe(carreau)
  const [c, r] = [colonne + droite, rangee + bas]
  return c < 0 || c >= COLONNES || r < 0 || r >= RANGEES ? undefined : r * COLONNES + c
}

/** Squares of one row that follow each other. */
export type Bande = { readonly rangee: number; readonly debut: number; readonly longueur: number }

/** The longest run of squares of a sector, where its name is written; of two, the one nearest to its middle. */
export const plusLongueBande = (carreaux: readonly number[]): Bande | undefined => {
  const siens = new Set(carreaux)
  const bandes = carreaux.flatMap((carreau): Bande[] => {
    const { colonne: debut, rangee } = placeDe(carreau)
    if (debut > 0 && siens.has(carreau - 1)) return []
    let longueur = 1
    while (debut + longueur < COLONNES && siens.has(carreau + longueur)) longueur += 1
    return [{ rangee, debut, longueur }]
  })
  const milieu = carreaux.reduce((somme, carreau) => somme + placeDe(carreau).rangee, 0) / carreaux.length
  return bandes.toSorted(
    (a, b) => b.longueur - a.longueur || Math.abs(a.rangee - milieu) - Math.abs(b.rangee - milieu),
  )[0]
}
