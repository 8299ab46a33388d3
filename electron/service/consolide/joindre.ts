import type { PublicationAnterieure } from '#db/queries/registre.ts'
import type { Presentation, Recensement } from '#shared/domaine/bilan/recensement.ts'
import { compterCase } from '#shared/domaine/bilan/recompter.ts'
import type { LieeLot } from '#shared/domaine/lot/liee.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { lotDe } from '#shared/domaine/lot/reconstituer.ts'
import type { Ancienne } from '#shared/domaine/secret/poser-recensement.ts'

/** A lot that counts, as a consolidated report needs it. */
export type LotConsolide = Pick<Lot, 'id' | 'recensements' | 'liees'>

/** Posts proved together; more would make the proof too large. */
export const POSTES_PAR_GROUPE = 4

/**
 * Posts in groups that stay the same from one edition to the next: those that the same editions count, by four at most, so
 * that what was proved of a group holds when others join.
 */
export const grouperLots = (
  lots: readonly LotConsolide[],
  inscrites: readonly PublicationAnterieure[],
): readonly (readonly LotConsolide[])[] => {
  const comptes = new Map<string, Set<string>>()
  for (const { edition, recensement } of inscrites)
    for (const lot of new Set(recensement.unites.map(lotDe)))
      comptes.set(lot, (comptes.get(lot) ?? new Set()).add(edition.id))
  const memes = Map.groupBy(
    lots.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id }) => [...(comptes.get(id) ?? [])].toSorted().join(' '),
  )
  return [...memes.values()].flatMap((siens) => {
    const nombre = Math.ceil(siens.length / POSTES_PAR_GROUPE)
    const taille = Math.ceil(siens.length / nombre)
    return Array.from({ length: nombre }, (_, i) => siens.slice(i * taille, (i + 1) * taille))
  })
}

/** The part of a census that counts the units of these lots. */
export const restreindreAux = (recensement: Recensement, lots: ReadonlySet<string>): Recensement => ({
  ...recensement,
  unites: recensement.unites.filter((u) => lots.has(lotDe(u))),
})

/** All that a reader holds beside the sum of a group: what its posts printed, and the group's part of earlier sums. */
export const anciennesDuGroupe = (
  recensement: Recensement,
  groupe: readonly LotConsolide[],
  inscrites: readonly PublicationAnterieure[],
): readonly Ancienne[] => {
  const toutes = [
    ...groupe.flatMap((lot) =>
      lot.liees
        .filter((l) => l.unite === recensement.unite && l.tableaux.length > 0)
        .map((l) => ancienneDe(recensement, lot, l)),
    ),
    ...inscrites
      .filter((i) => i.unite === recensement.unite && i.recensement.tableaux.length > 0)
      .flatMap((i) => partDe(i, new Set(groupe.map((l) => l.id)))),
  ]
  return [...new Map(toutes.map((a) => [JSON.stringify(a), a])).values()]
}

/** The rows of a release, as a census presents them: nobody reads their labels. */
export const presenterLiee = ({
  id,
  question,
  multiple,
  lignes,
}: LieeLot['tableaux'][number]['dimensions'][number]): Presentation => ({
  id,
  libelle: id,
  question,
  multiple,
  modalites: lignes.map(({ code, reste, feuilles }) => ({ code, libelle: code, reste, feuilles })),
})

/** An edition of a post, over the units of its lot: it counts the same persons the same way. */
const ancienneDe = (recensement: Recensement, lot: LotConsolide, liee: LieeLot): Ancienne => {
  const feuilles = new Map(
    lot.recensements.find((r) => r.unite === liee.unite)?.questions.map((q) => [q.id, q.feuilles]) ?? [],
  )
  const rangs = recensement.questions.flatMap((q, i) => (liee.questions.includes(q.id) ? [i] : []))
  return {
    recensement: {
      unite: recensement.unite,
      questions: rangs.flatMap((i) => {
        const question = recensement.questions[i]
        return question === undefined ? [] : [{ ...question, feuilles: feuilles.get(question.id) ?? [] }]
      }),
      tableaux: liee.tableaux.map(({ id, dimensions }) => ({
        id,
        dimensions: dimensions.map(presenterLiee),
      })),
      unites: recensement.unites
        .filter((u) => lotDe(u) === lot.id)
        .map(({ id, personnes, reponses }) => ({ id, personnes, reponses: rangs.map((i) => reponses[i] ?? []) })),
    },
    imprimes: liee.tableaux.flatMap((t) => t.cellules.map((c) => ({ tableau: t.id, ...c }))),
    bases: Object.fromEntries(liee.tableaux.flatMap((t) => (t.arrondi === 1 ? [] : [[t.id, t.arrondi]]))),
    total: liee.total,
  }
}

/** What an earlier sum would have printed of a group alone, with the same cells hidden: more than it told. */
const partDe = ({ recensement, cellules }: PublicationAnterieure, lots: ReadonlySet<string>): readonly Ancienne[] => {
  const part = restreindreAux(recensement, lots)
  if (part.unites.length === 0) return []
  const dimensions = new Map(recensement.tableaux.map((t) => [t.id, t.dimensions]))
  return [
    {
      recensement: part,
      imprimes: cellules.imprimes.map(({ tableau, codes, valeur }) => ({
        tableau,
        codes,
        valeur: valeur === null ? null : compterCase(part, dimensions.get(tableau) ?? [], codes),
      })),
      bases: {},
      total: cellules.total === null ? null : part.unites.length,
    },
  ]
}
