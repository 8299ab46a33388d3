import { comparerEnFrancais } from '../../utils/texte.ts'
import type { DateIso } from '../../utils/dates.ts'

/**
 * Where the lot of a post for a year stands: `recu`; `attendu` until its day, `en-retard` after; `autre-definition` when what
 * came does not add up to the others; `manquant` when nothing came and no day was set.
 */
export const etatsLot = ['recu', 'autre-definition', 'en-retard', 'attendu', 'manquant'] as const
export type EtatLot = (typeof etatsLot)[number]

export type CaseGrille = {
  readonly annee: number
  readonly etat: EtatLot
  /** The day it is expected, if one was set. */
  readonly pourLe: DateIso | null
  /** When the one that counts came. */
  readonly recuLe: string | null
  /** Rank of the one that counts. */
  readonly numero: number | null
}

export type LigneGrille = { readonly posteId: string | null; readonly nom: string; readonly cases: CaseGrille[] }

type Recu = { readonly annee: number; readonly definition: string; readonly recuLe: string; readonly numero: number }

export type FaitsGrille = {
  readonly postes: readonly { readonly id: string; readonly nom: string; readonly coffre: string | null }[]
  readonly attendus: readonly { readonly posteId: string; readonly annee: number; readonly pourLe: DateIso }[]
  readonly lots: readonly (Recu & { readonly posteId: string })[]
  readonly ecartes: readonly (Recu & { readonly coffre: string; readonly nom: string })[]
}

/** Posts by name, and every year from the first to the last of which anything is known. */
export const dresserGrille = (
  { postes, attendus, lots, ecartes }: FaitsGrille,
  definition: string,
  aujourdhui: DateIso,
): { readonly annees: number[]; readonly lignes: LigneGrille[] } => {
  const toutes = [...attendus, ...lots, ...ecartes].map((l) => l.annee)
  const premiere = Math.min(...toutes)
  const annees =
    toutes.length === 0 ? [] : Array.from({ length: Math.max(...toutes) - premiere + 1 }, (_, i) => premiere + i)
  const caseDe = (
    annee: number,
    recus: readonly Recu[],
    siens: FaitsGrille['attendus'],
    autres: readonly Recu[],
  ): CaseGrille => {
    const dernier = recus.filter((l) => l.annee === annee).toSorted((a, b) => b.numero - a.numero)[0]
    const pourLe = siens.find((a) => a.annee === annee)?.pourLe ?? null
    const ecarte = autres.some((e) => e.annee === annee)
    const etat =
      dernier === undefined
        ? ecarte
          ? 'autre-definition'
          : pourLe === null
            ? 'manquant'
            : pourLe < aujourdhui
              ? 'en-retard'
              : 'attendu'
        : dernier.definition === definition
          ? 'recu'
          : 'autre-definition'
    return { annee, etat, pourLe, recuLe: dernier?.recuLe ?? null, numero: dernier?.numero ?? null }
  }
  const connus = new Set(postes.map((p) => p.coffre))
  const inconnus = [
    ...Map.groupBy(
      ecartes.filter((e) => !connus.has(e.coffre)),
      (e) => e.coffre,
    ).values(),
  ]
  const lignes: LigneGrille[] = [
    ...postes.map(({ id, nom, coffre }) => {
      const recus = lots.filter((l) => l.posteId === id)
      const siens = attendus.filter((a) => a.posteId === id)
      const autres = ecartes.filter((e) => e.coffre === coffre)
      return { posteId: id, nom, cases: annees.map((annee) => caseDe(annee, recus, siens, autres)) }
    }),
    ...inconnus.map((siens) => ({
      posteId: null,
      nom: siens[0]?.nom ?? '',
      cases: annees.map((annee) => caseDe(annee, [], [], siens)),
    })),
  ]
  return { annees, lignes: lignes.toSorted((a, b) => comparerEnFrancais(a.nom, b.nom)) }
}
