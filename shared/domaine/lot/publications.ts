import type { Recensement } from '../bilan/recensement.ts'
import { TOTAL } from '../bilan/tableau.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { UniteJugee } from '../secret/publier.ts'
import type { TableauDefini } from './definition.ts'
import type { ModaliteLot, PublicationLot } from './lot.ts'

type Publiee = Pick<PublicationLot, 'edition' | 'du' | 'au' | 'seuil' | 'mode' | 'publieeLe'> & {
  readonly recensement: Pick<Recensement, 'unite' | 'tableaux'>
  readonly cellules: Pick<UniteJugee, 'imprimes' | 'bases' | 'total'>
}

/**
 * What a release printed, for whoever must not contradict it nor undo it. A row that neither the declarations nor the tables
 * of the lot name bears a number instead of its code, which a word typed by the post may have made.
 */
export const racontePublication = (
  { recensement, cellules, ...publiee }: Publiee,
  definis: readonly TableauDefini[],
  modalites: readonly ModaliteLot[],
): PublicationLot => {
  const { edition, du, au, seuil, mode, publieeLe } = publiee
  const dits = new Set([
    TOTAL,
    NON_RENSEIGNE,
    ...definis.flatMap((t) =>
      t.dimensions.flatMap((d) => [...d.codes, ...d.regroupements, ...(d.libre ? ['autres'] : [])]),
    ),
    ...modalites.map((m) => m.code),
  ])
  const tus = new Map<string, string>()
  const taire = (code: string): string => {
    if (dits.has(code)) return code
    const rang = tus.get(code) ?? `ligne-${tus.size + 1}`
    tus.set(code, rang)
    return rang
  }
  return {
    edition,
    du,
    au,
    unite: recensement.unite,
    seuil,
    mode,
    publieeLe,
    total: cellules.total,
    tableaux: recensement.tableaux.map(({ id, dimensions }) => ({
      id,
      arrondi: cellules.bases[id] ?? 1,
      dimensions: dimensions.map((d) => ({
        id: d.id,
        lignes: d.modalites.map((m) => ({ code: taire(m.code), feuilles: m.reste ? [] : m.feuilles.map(taire) })),
      })),
      cellules: parPlace(cellules.imprimes.filter((c) => c.tableau === id)).map(({ codes, valeur }) => ({
        codes: codes.map(taire),
        valeur,
      })),
    })),
  }
}

/** The engine tells the total of a question with several answers once for each of them. */
const parPlace = (imprimes: UniteJugee['imprimes']): UniteJugee['imprimes'] => [
  ...new Map(imprimes.map((c) => [c.codes.join(' '), c])).values(),
]
