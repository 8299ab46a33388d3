import type { PublicationAnterieure } from '#db/queries/registre.ts'
import { anneeDe, type Periode, reculer, tientEnUnAn } from '#shared/domaine/bilan/periode.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { lotDe } from '#shared/domaine/lot/reconstituer.ts'
import type { PeriodeJugee, UniteJugee } from '#shared/domaine/secret/publier.ts'

/** What the sum of the year before told, and of how many posts. */
export type AnneePrecedente = { readonly edition: string; readonly postes: number; readonly jugee: PeriodeJugee }

/**
 * The same days a year before, as they were last published: printed again, they tell nothing that was not known. Nothing
 * where the way to tell changed; tables whose rows changed are left out, since their lines would not compare.
 */
export const anneePrecedente = (
  publiees: readonly PublicationAnterieure[],
  recensements: readonly Recensement[],
  periode: Periode,
  catalogue: string,
): AnneePrecedente | undefined => {
  if (!tientEnUnAn(periode)) return undefined
  const avant = reculer(periode, 1)
  const memes = publiees.filter((p) => p.edition.du === avant.du && p.edition.au === avant.au)
  const edition = memes.at(-1)?.edition
  if (edition === undefined || edition.catalogue !== catalogue) return undefined
  const siennes = memes.filter((p) => p.edition.id === edition.id)
  const unites = siennes.map(({ recensement: { unite, questions, tableaux }, cellules }): UniteJugee => {
    const rangees = new Map(
      recensements.find((r) => r.unite === unite)?.tableaux.map((t) => [t.id, rangeesDe(t)]) ?? [],
    )
    const memesRangees = tableaux.filter((t) => rangees.get(t.id) === rangeesDe(t))
    return { recensement: { unite, questions, tableaux: memesRangees }, ...cellules }
  })
  const postes = new Set(siennes.flatMap((p) => p.recensement.unites.map(lotDe))).size
  return { edition: edition.id, postes, jugee: { annee: anneeDe(avant), etp: 0, unites, mesures: [] } }
}

const rangeesDe = ({ dimensions }: Recensement['tableaux'][number]): string =>
  JSON.stringify(dimensions.map((d) => [d.id, d.modalites.map((m) => m.code)]))
