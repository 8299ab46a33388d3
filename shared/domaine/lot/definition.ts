import type { Unite } from '../bilan/bilan.ts'
import { declarations } from '../bilan/preparer.ts'
import { type CodeDispositif, codesDispositif, dispositifs } from '../dispositifs/index.ts'
import { FORMAT_LOT } from './lot.ts'

/** A table as every post declares it, before any of them changed its lists. */
export type TableauDefini = {
  readonly id: string
  readonly unite: Unite
  readonly dimensions: readonly {
    readonly id: string
    readonly multiple: boolean
    readonly groupeDe: string | null
    /** Whether its answers are texts typed freely. */
    readonly libre: boolean
    readonly codes: readonly string[]
    /** Rows that the grouped catalogue prints as one. */
    readonly regroupements: readonly string[]
    readonly sansReponse: boolean
  }[]
}

export const tableauxDefinis = (dispositif: CodeDispositif): readonly TableauDefini[] =>
  declarations[dispositif].tableaux.map(({ id, unite, dimensions }) => ({
    id,
    unite,
    dimensions: dimensions.map((d) => ({
      id: d.id,
      multiple: d.multiple === true,
      groupeDe: d.groupeDe ?? null,
      libre: d.autres !== undefined,
      codes: d.modalites(dispositifs[dispositif]).map((m) => m.code),
      regroupements: (d.regroupements ?? []).map((r) => r.code),
      sansReponse: d.sansReponse !== null,
    })),
  }))

/**
 * All that makes numbers of two posts comparable, as one text to digest: tables, what they count and how they say it, their
 * rows, the headline numbers. Labels and the version of Jalon are no part of it: a correction of words changes no count.
 */
export const texteDeDefinition = (dispositif: CodeDispositif): string => {
  const { tableaux, chiffres } = declarations[dispositif]
  return JSON.stringify([
    FORMAT_LOT,
    dispositif,
    tableauxDefinis(dispositif),
    tableaux.map(({ id, definition, champ }) => [id, definition, champ ?? null]),
    chiffres.map(({ id, definition, unite }) => [id, definition, unite]),
  ])
}

/** Dispositifs whose reports count something that adds up. */
export const dispositifsComptes: readonly CodeDispositif[] = codesDispositif.filter(
  (code) => declarations[code].tableaux.length > 0,
)
