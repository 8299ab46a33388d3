import type { Periode } from '#shared/domaine/bilan/periode.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { compterCase } from '#shared/domaine/bilan/recompter.ts'
import { assembler } from '#shared/domaine/lot/assembler.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { PERSONNES_PAR_MOT } from '#shared/domaine/lot/tabuler.ts'
import { direValeur } from '#shared/domaine/secret/poser-recensement.ts'
import { type LotConsolide, presenterLiee, restreindreAux } from './joindre.ts'

/** A number that a post published and its lot does not give, rounding left aside. */
export type Ecart = {
  readonly poste: string
  readonly edition: string
  readonly tableau: string
  readonly codes: string[]
  readonly publie: number
  readonly lot: number
}

/** Compares each lot with what its post published of exactly these days: numbers told by both, and those that differ. */
export const verifierPublications = (
  recensements: readonly Recensement[],
  lots: readonly (Pick<LotConsolide, 'id' | 'liees'> & Periode & { readonly poste: string })[],
): { readonly compares: number; readonly ecarts: Ecart[] } => {
  let compares = 0
  const ecarts: Ecart[] = []
  for (const lot of lots)
    for (const liee of lot.liees.filter((l) => l.du === lot.du && l.au === lot.au)) {
      const entier = recensements.find((r) => r.unite === liee.unite)
      if (entier === undefined) continue
      const sien = restreindreAux(entier, new Set([lot.id]))
      for (const { id, dimensions, cellules, arrondi } of liee.tableaux)
        for (const { codes, valeur } of cellules) {
          if (valeur === null) continue
          const presentations = dimensions.map(presenterLiee)
          const compte = compterCase(sien, presentations, codes)
          const [bas, haut] = direValeur(valeur, arrondi, codes)
          compares += 1
          if (compte < bas || compte > haut)
            ecarts.push({
              poste: lot.poste,
              edition: liee.edition,
              tableau: id,
              codes: [...codes],
              publie: valeur,
              lot: compte,
            })
        }
    }
  return { compares, ecarts }
}

/** Those of one lot, as it comes. */
export const ecartsDuLot = (lot: Lot): readonly Ecart[] =>
  verifierPublications(assembler(lot.dispositif, [lot], PERSONNES_PAR_MOT, 'detaillee'), [
    { ...lot, poste: lot.poste.nom },
  ]).ecarts

/** « Bobigny : sexe, femme : 12 publié, 13 dans le lot. » */
export const direEcart = ({ poste, tableau, codes, publie, lot }: Ecart): string =>
  `${poste} : ${tableau}, ${codes.join(' × ')} : ${publie} publié, ${lot} dans le lot.`
