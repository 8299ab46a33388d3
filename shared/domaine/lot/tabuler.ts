import type { MotsDits, Presentation, Recensement } from '../bilan/recensement.ts'
import { TOTAL } from '../bilan/tableau.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { TableauDefini } from './definition.ts'
import type { ModaliteLot, TableauLot } from './lot.ts'

/** Stands for the values that a post added and too few persons share. */
export const HORS_LISTE = 'hors-liste'

/** Persons that a word typed by the post must stand for, before its lots say it. */
export const PERSONNES_PAR_MOT = 5

type Ligne = { readonly code: string; readonly libelle: string | null; readonly contient: (reponse: string) => boolean }

/**
 * The tables of a lot, exact, and the words of the post that they need. A declared value keeps its code. One that the post
 * added keeps its own code and its label once 5 persons share it, and adds up in its `groupe` where a table prints groups;
 * under that, it is one of `hors-liste`, for a word that stands for one person may name her. Texts typed freely that the post
 * already printed (`dits`) are known whatever they stand for.
 */
export const tabuler = (
  recensements: readonly Recensement[],
  definis: readonly TableauDefini[],
  groupeDe: (question: string, code: string) => string | null,
  dits: MotsDits,
): { readonly tableaux: TableauLot[]; readonly modalites: ModaliteLot[] } => {
  const modalites = new Map<string, ModaliteLot>()
  const tableaux = recensements.flatMap((recensement) =>
    recensement.tableaux.map(({ id, dimensions }): TableauLot => {
      const defini = definis.find((d) => d.id === id)
      if (defini === undefined) throw new Error(`tableau non déclaré : ${id}`)
      const lignes = dimensions.map((dimension, rang) =>
        lignesDe(dimension, defini.dimensions[rang], recensement, dits),
      )
      for (const [rang, { id: nom, question }] of dimensions.entries())
        for (const { code, libelle } of lignes[rang] ?? [])
          if (libelle !== null)
            modalites.set(`${nom} ${code}`, { dimension: nom, code, libelle, groupe: groupeDe(question, code) })
      return compterTableau(id, recensement, dimensions, lignes)
    }),
  )
  return { tableaux, modalites: [...modalites.values()] }
}

const lignesDe = (
  { modalites, question }: Presentation,
  definie: TableauDefini['dimensions'][number] | undefined,
  { questions, unites }: Recensement,
  dits: MotsDits,
): readonly Ligne[] => {
  const declares = new Set([...(definie?.codes ?? []), NON_RENSEIGNE])
  const rang = questions.findIndex((q) => q.id === question)
  const rangees = new Set(modalites.flatMap((m) => m.feuilles))
  const personnesDe = ({ feuilles }: Presentation['modalites'][number]): number =>
    new Set(
      unites.filter((u) => u.reponses[rang]?.some((r) => feuilles.includes(r)) === true).flatMap((u) => u.personnes),
    ).size
  const connu = (m: Presentation['modalites'][number]): boolean => dits.get(question)?.has(m.code) === true
  const dites = modalites.filter(
    (m) => declares.has(m.code) || m.reste || connu(m) || personnesDe(m) >= PERSONNES_PAR_MOT,
  )
  const tues = new Set(modalites.filter((m) => !dites.includes(m)).flatMap((m) => m.feuilles))
  return [
    ...dites.map(({ code, libelle, feuilles, reste }) => ({
      code,
      libelle: declares.has(code) || reste ? null : libelle,
      contient: (reponse: string) => feuilles.includes(reponse) || (reste && !rangees.has(reponse)),
    })),
    ...(tues.size === 0 ? [] : [{ code: HORS_LISTE, libelle: null, contient: (reponse: string) => tues.has(reponse) }]),
  ]
}

const compterTableau = (
  id: string,
  { unite, unites, questions }: Recensement,
  dimensions: readonly Presentation[],
  lignes: readonly (readonly Ligne[])[],
): TableauLot => {
  const rangs = dimensions.map((d) => questions.findIndex((q) => q.id === d.question))
  const cases = new Map<string, { readonly codes: string[]; valeur: number; readonly personnes: Set<string> }>()
  const plusieurs = dimensions.map(() => 0)
  let nonRenseigne = 0
  for (const u of unites) {
    const places = dimensions.map((_, i) =>
      (lignes[i] ?? []).filter((l) => u.reponses[rangs[i] ?? -1]?.some(l.contient) === true).map((l) => l.code),
    )
    for (const [i, codes] of places.entries()) if (codes.length > 1) plusieurs[i] = (plusieurs[i] ?? 0) + 1
    if (places.some((codes) => codes.includes(NON_RENSEIGNE))) nonRenseigne += 1
    for (const codes of croiser(places.map((p) => p.concat(TOTAL)))) {
      const cle = codes.join(' ')
      const lue = cases.get(cle) ?? { codes, valeur: 0, personnes: new Set<string>() }
      lue.valeur += 1
      for (const personne of u.personnes) lue.personnes.add(personne)
      cases.set(cle, lue)
    }
  }
  return {
    id,
    unite,
    base: unites.length,
    nonRenseigne,
    cellules: [...cases.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { codes, valeur, personnes }]) => ({ codes, valeur, personnes: personnes.size })),
    recoupements: dimensions.flatMap((d, i) => (d.multiple ? [{ dimension: d.id, plusieurs: plusieurs[i] ?? 0 }] : [])),
  }
}

const croiser = (listes: readonly (readonly string[])[]): string[][] =>
  listes.reduce<string[][]>((debuts, codes) => debuts.flatMap((d) => codes.map((c) => [...d, c])), [[]])
