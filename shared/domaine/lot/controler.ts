import { TOTAL } from '../bilan/tableau.ts'
import type { Recensement } from '../bilan/recensement.ts'
import { compterCase } from '../bilan/recompter.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import { assembler, ErreurLotIncoherent } from './assembler.ts'
import { type TableauDefini, tableauxDefinis } from './definition.ts'
import type { Lot, TableauLot } from './lot.ts'
import type { RaisonLot } from './raisons.ts'
import { HORS_LISTE, PERSONNES_PAR_MOT } from './tabuler.ts'

/** What the shape of a lot cannot tell: its days, its cells and its sums. Null when all of it holds together. */
export const controlerLot = (lot: Lot): RaisonLot | null => {
  if (lot.du > lot.au) return 'periode-inversee'
  if (doublons(lot)) return 'case-en-double'
  const definis = new Map(tableauxDefinis(lot.dispositif).map((t) => [t.id, t]))
  if (!lot.tableaux.every((t) => estDeclare(t, definis.get(t.id), lot)) || !reponsesDeclarees(lot, definis))
    return 'case-inconnue'
  return lot.tableaux.every((t) => sommesJustes(t, definis.get(t.id))) && memesBases(lot) && cliquesJustes(lot, definis)
    ? null
    : 'totaux-faux'
}

const doublons = ({ tableaux, chiffres, mesures, sections, modalites, publications, recensements }: Lot): boolean =>
  [
    tableaux.map((t) => t.id),
    ...tableaux.map((t) => t.cellules.map((c) => c.codes.join(' '))),
    ...tableaux.map((t) => t.recoupements.map((r) => r.dimension)),
    chiffres.map((c) => c.id),
    mesures.map((m) => m.id),
    sections.map((s) => s.code),
    modalites.map((m) => `${m.dimension} ${m.code}`),
    publications.map((p) => `${p.edition} ${p.unite} ${p.du} ${p.au}`),
    ...publications.flatMap((p) => p.tableaux.map((t) => t.cellules.map((c) => c.codes.join(' ')))),
    recensements.map((r) => r.unite),
    ...recensements.flatMap((r) => [r.questions.map((q) => q.id), ...r.questions.map((q) => q.feuilles)]),
    ...recensements.flatMap((r) => r.cliques.map((c) => c.cases.map((k) => k.rangs.join(' ')))),
  ].some((cles) => new Set(cles).size < cles.length)

const estDeclare = (tableau: TableauLot, defini: TableauDefini | undefined, { modalites }: Lot): boolean => {
  if (defini === undefined || defini.unite !== tableau.unite) return false
  const permis = defini.dimensions.map(
    (d) =>
      new Set([
        TOTAL,
        HORS_LISTE,
        ...d.codes,
        ...(d.sansReponse ? [NON_RENSEIGNE] : []),
        ...(d.libre ? ['autres'] : []),
        ...modalites.filter((m) => m.dimension === d.id).map((m) => m.code),
      ]),
  )
  return (
    tableau.cellules.every(
      ({ codes }) => codes.length === permis.length && codes.every((c, i) => permis[i]?.has(c) === true),
    ) && tableau.recoupements.every((r) => defini.dimensions.some((d) => d.id === r.dimension && d.multiple))
  )
}

/** What posts add to a list of several answers is one answer of it, `hors-liste`: nothing else is a row of its table. */
const reponsesDeclarees = ({ recensements }: Lot, definis: ReadonlyMap<string, TableauDefini>): boolean => {
  const multiples = new Map(
    [...definis.values()].flatMap((t) => t.dimensions.filter((d) => d.multiple).map((d) => [d.id, new Set(d.codes)])),
  )
  return recensements.every((r) =>
    r.questions.every(({ id, feuilles }) => {
      const codes = multiples.get(id)
      return codes === undefined || feuilles.every((f) => codes.has(f) || f === NON_RENSEIGNE || f === HORS_LISTE)
    }),
  )
}

/** Along each dimension rows add up to their total, or reach it at least where they overlap. */
const sommesJustes = (tableau: TableauLot, defini: TableauDefini | undefined): boolean => {
  const { base, nonRenseigne, cellules, unite, recoupements } = tableau
  const lues = new Map(cellules.map((c) => [c.codes.join(' '), c]))
  const lire = (codes: readonly string[]): number => lues.get(codes.join(' '))?.valeur ?? 0
  const dimensions = defini?.dimensions ?? []
  const tout = dimensions.map(() => TOTAL)
  if (lire(tout) !== base || manquants(dimensions.length, lire) !== nonRenseigne) return false
  if (!cellules.every((c) => (unite === 'personnes' ? c.personnes === c.valeur : c.valeur > 0 || c.personnes === 0)))
    return false
  return dimensions.every(({ id, multiple }, rang) => {
    const plusieurs = recoupements.find((r) => r.dimension === id)?.plusieurs ?? 0
    const fils = Map.groupBy(
      cellules.filter((c) => c.codes[rang] !== TOTAL),
      (c) => c.codes.with(rang, TOTAL).join(' '),
    )
    const totaux = cellules.filter((c) => c.codes[rang] === TOTAL)
    return (
      [...fils.keys()].every((cle) => lues.has(cle)) &&
      totaux.every((total) => {
        const rangees = fils.get(total.codes.join(' ')) ?? []
        const somme = rangees.reduce((n, c) => n + c.valeur, 0)
        const surnombre = somme - total.valeur
        return (
          rangees.every((c) => c.valeur <= total.valeur && c.personnes <= total.personnes) &&
          (multiple
            ? surnombre >= 0 && (total.codes.some((c) => c !== TOTAL) || surnombre >= plusieurs)
            : surnombre === 0)
        )
      })
    )
  })
}

/** Units without an answer along one dimension at least, by inclusion and exclusion: each bit is a dimension. */
const manquants = (dimensions: number, lire: (codes: readonly string[]) => number): number => {
  let somme = 0
  for (let ensemble = 1; ensemble < 2 ** dimensions; ensemble += 1) {
    const sans = Array.from({ length: dimensions }, (_, i) => (ensemble & (1 << i)) !== 0)
    const signe = sans.filter(Boolean).length % 2 === 1 ? 1 : -1
    somme += signe * lire(sans.map((nr) => (nr ? NON_RENSEIGNE : TOTAL)))
  }
  return somme
}

/** All the tables of a unit count the same units. */
const memesBases = ({ tableaux }: Lot): boolean =>
  [...Map.groupBy(tableaux, (t) => t.unite).values()].every((memes) => new Set(memes.map((t) => t.base)).size === 1)

/** The cliques agree with one another, and with every declared row of the tables. */
const cliquesJustes = (lot: Lot, definis: ReadonlyMap<string, TableauDefini>): boolean => {
  const recensements = essayer(lot)
  return lot.tableaux.every(({ id, unite, cellules }) => {
    const recensement = recensements?.find((r) => r.unite === unite)
    const dimensions = recensement?.tableaux.find((t) => t.id === id)?.dimensions
    if (recensement === undefined || dimensions === undefined) return false
    const declares = definis.get(id)?.dimensions.map((d) => new Set([TOTAL, ...(d.groupeDe === null ? d.codes : [])]))
    return cellules
      .filter(({ codes }) => codes.every((c, i) => declares?.[i]?.has(c) === true))
      .every(({ codes, valeur }) => compterCase(recensement, dimensions, codes) === valeur)
  })
}

const essayer = (lot: Lot): readonly Recensement[] | null => {
  try {
    return assembler(lot.dispositif, [lot], PERSONNES_PAR_MOT, 'detaillee')
  } catch (error) {
    if (error instanceof ErreurLotIncoherent) return null
    throw error
  }
}
