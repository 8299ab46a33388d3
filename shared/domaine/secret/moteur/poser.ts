import { poserProbleme, type Probleme } from './regle.ts'
import type { Intervalle, Savoir } from './savoir.ts'
import { trouverSensibles } from './sensibles.ts'
import { cleDePlace, construireSysteme, type Place } from './systeme.ts'
import type { Tache } from './tache.ts'
import { produit, TOUT } from './univers.ts'

/** A release posed for the engine: its problem, and where each number is printed. */
export type Posee = {
  readonly probleme: Probleme
  readonly imprimees: readonly { readonly place: Place; readonly rang: number }[]
  /** Cells under the threshold that a linked release already printed: known for ever, and not printed again. */
  readonly tues: ReadonlySet<number>
  /** Grand totals of the printed tables, when they may be shown. */
  readonly totaux: ReadonlySet<number>
  readonly unanimes: number
  readonly liees: number
  /** What a reader of these places knows of every cell. */
  readonly savoirDe: (lues: Tache['dites']) => Savoir
}

const RIEN: Intervalle = [0, Number.POSITIVE_INFINITY]

/** Throws `ErreurCatalogue` when the tables cross too much for a small proof. */
export const posees = (tache: Tache): Posee => {
  const { univers, seuil } = tache
  const brut = construireSysteme(univers)
  const { systeme, sensibles, unanimes } = trouverSensibles(univers, brut, {
    seuil,
    dimensions: tache.sensibles,
    recoupements: tache.recoupements,
  })
  const rangs = new Map(systeme.places.flatMap((places, rang) => places.map((p) => [cleDePlace(p), rang] as const)))
  const savoirDe: Posee['savoirDe'] = (lues) => {
    const dites = dire([...tache.sues, ...lues], rangs)
    return systeme.valeurs.map((_, rang) => dites.get(rang) ?? RIEN)
  }
  const dites = dire(tache.dites, rangs)
  const imprimees = placesDe(tache).flatMap((place) => {
    const rang = rangs.get(cleDePlace(place))
    return rang === undefined ? [] : [{ place, rang }]
  })
  const montres = new Set(imprimees.map((i) => i.rang))
  const exactes = new Set([...dites].flatMap(([rang, [bas, haut]]) => (bas === haut ? [rang] : [])))
  const primaires = sensibles.difference(exactes)
  const limites = new Map(
    [...dire([...tache.sues, ...tache.dites], rangs)].filter(
      ([rang, [bas, haut]]) => bas < haut && (bas > 0 || haut < Infinity) && !exactes.has(rang),
    ),
  )
  const libres = new Set(
    [...systeme.valeurs.keys()].filter((rang) => !montres.has(rang) && !exactes.has(rang) && !primaires.has(rang)),
  )
  const totaux = imprimees.filter(({ place }) => estTotal(tache, place)).map((i) => i.rang)
  const probleme = poserProbleme(
    systeme,
    { seuil, exigence: 'intervalle', zeros: 'masquables', inities: 'proteges' },
    {
      primaires,
      dejaPubliees: new Set([...exactes, ...totaux]),
      dejaMasquees: new Set([...dites.keys()].filter((rang) => !exactes.has(rang))),
      libres,
      limites,
    },
  )
  return {
    probleme,
    imprimees,
    tues: sensibles.intersection(exactes),
    totaux: new Set(totaux).difference(primaires),
    unanimes: unanimes.size,
    liees: dites.size,
    savoirDe,
  }
}

const placesDe = ({ univers, imprimes }: Tache): readonly Place[] =>
  univers.tableaux
    .slice(0, imprimes)
    .flatMap((axes, tableau) => produit(axes.map((a) => a.noeuds)).map((noeuds) => ({ tableau, noeuds })))

const estTotal = ({ univers, releases }: Tache, { tableau, noeuds }: Place): boolean =>
  noeuds.every((noeud, i) => noeud === TOUT || univers.tableaux[tableau]?.[i]?.dimension === releases)

/** The same cell may be told of in several places: each narrows what is known. */
const dire = (lues: Tache['dites'], rangs: ReadonlyMap<string, number>): ReadonlyMap<number, Intervalle> => {
  const dites = new Map<number, Intervalle>()
  for (const { place, dit } of lues) {
    const rang = rangs.get(cleDePlace(place))
    if (rang === undefined) continue
    const [bas, haut] = dites.get(rang) ?? RIEN
    dites.set(rang, dit === null ? [bas, haut] : [Math.max(bas, dit[0]), Math.min(haut, dit[1])])
  }
  return dites
}
