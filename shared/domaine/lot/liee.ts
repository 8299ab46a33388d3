import { z } from 'zod'
import { unites } from '../bilan/bilan.ts'
import type { Flux } from '../bilan/flux.ts'
import type { Presentation, Recensement } from '../bilan/recensement.ts'
import { Id, Jour } from '../communs.ts'
import { NON_RENSEIGNE } from '../nomenclature.ts'
import type { UniteJugee } from '../secret/publier.ts'
import { CodeLigne, Effectif, Nom } from './formes.ts'
import type { Pli } from './plier.ts'

/**
 * What a post printed of some of the units of its lot, told in the words of the lot: what a protection must join with them.
 */
export const LieeLot = z.strictObject({
  edition: Id,
  du: Jour,
  au: Jour,
  unite: z.enum(unites),
  /** Persons that came, left or are counted otherwise since; all zero when it counts exactly what the lot does. */
  flux: z.strictObject({ entrees: Effectif, sorties: Effectif, modifications: Effectif }),
  /** Whether nothing of what it printed was lost by telling it so. */
  fidele: z.boolean(),
  total: Effectif.nullable(),
  questions: z.array(Nom).max(200),
  tableaux: z
    .array(
      z.strictObject({
        id: Nom,
        /** What its numbers are rounded to; 1 where they are exact. */
        arrondi: z.int().min(1).max(1000),
        dimensions: z
          .array(
            z.strictObject({
              id: Nom,
              question: Nom,
              multiple: z.boolean(),
              lignes: z
                .array(z.strictObject({ code: CodeLigne, reste: z.boolean(), feuilles: z.array(CodeLigne).max(5000) }))
                .max(5000),
            }),
          )
          .max(3),
        cellules: z
          .array(z.strictObject({ codes: z.array(CodeLigne).min(1).max(3), valeur: Effectif.nullable() }))
          .max(20_000),
      }),
    )
    .max(200),
})
export type LieeLot = z.infer<typeof LieeLot>

type Publiee = Pick<LieeLot, 'edition' | 'du' | 'au'> & {
  readonly recensement: Recensement
  readonly cellules: Pick<UniteJugee, 'imprimes' | 'bases' | 'total'>
  readonly flux: Flux
}

/** Tells a release in the words of a lot: rows that the lot no longer tells apart become one. */
export const relier = (
  { recensement, cellules, flux, edition, du, au }: Publiee,
  { recensement: plie, replier }: Pli,
): LieeLot => {
  const connues = new Map(plie.questions.map((q) => [q.id, new Set(q.feuilles)]))
  let fidele = recensement.tableaux.every((t) => t.dimensions.every((d) => connues.has(d.question)))
  const tableaux = recensement.tableaux.map(({ id, dimensions }) => {
    const arrondi = cellules.bases[id] ?? 1
    const fusions = dimensions.map((d) => fusionner(d, connues.get(d.question) ?? new Set(), replier))
    const cases = new Map<string, { codes: string[]; valeurs: (number | null)[] }>()
    const imprimees = new Map(cellules.imprimes.filter((c) => c.tableau === id).map((c) => [c.codes.join(' '), c]))
    for (const { codes, valeur } of imprimees.values()) {
      const nouveaux = codes.map((c, i) => fusions[i]?.codeDe.get(c) ?? c)
      if (nouveaux.includes(PERSONNE)) {
        // Nobody of the lot is there: hidden or shown empty, it tells nothing of anybody.
        fidele &&= (valeur ?? 0) === 0
        continue
      }
      const lue = cases.get(nouveaux.join(' ')) ?? { codes: nouveaux, valeurs: [] }
      cases.set(nouveaux.join(' '), lue)
      lue.valeurs.push(valeur)
    }
    fidele &&= [...cases.values()].every(
      ({ valeurs }) =>
        valeurs.length === 1 ||
        (arrondi === 1 &&
          (valeurs.every((v) => v === null || v === 0) ||
            (!valeurs.includes(null) && dimensions.every((d) => !d.multiple)))),
    )
    return {
      id,
      arrondi,
      dimensions: dimensions.map((d, i) => ({
        id: d.id,
        question: d.question,
        multiple: d.multiple,
        lignes: fusions[i]?.lignes ?? [],
      })),
      cellules: [...cases.values()].map(({ codes, valeurs }) => ({
        codes,
        valeur: valeurs.includes(null) ? null : valeurs.reduce<number>((n, v) => n + (v ?? 0), 0),
      })),
    }
  })
  return {
    edition,
    du,
    au,
    unite: recensement.unite,
    flux: { entrees: flux.entrees, sorties: flux.sorties, modifications: flux.modifications },
    fidele,
    total: cellules.total,
    questions: recensement.questions.map((q) => q.id).filter((id) => connues.has(id)),
    tableaux,
  }
}

type LigneLiee = LieeLot['tableaux'][number]['dimensions'][number]['lignes'][number]

/** A row where nobody of the lot stands. */
const PERSONNE = ' '

/** Rows put together where they hold a same answer of the lot, and where each former row went. */
const fusionner = (
  { question, multiple, modalites }: Presentation,
  connues: ReadonlySet<string>,
  replier: Pli['replier'],
): { readonly lignes: LigneLiee[]; readonly codeDe: ReadonlyMap<string, string> } => {
  const lignes: LigneLiee[] = []
  const codeDe = new Map<string, string>()
  const nommees = new Set(modalites.filter((m) => !m.reste).flatMap((m) => m.feuilles.map((f) => replier(question, f))))
  for (const { code, reste, feuilles } of modalites) {
    const pliees = new Set(feuilles.map((f) => replier(question, f)).filter((f) => connues.has(f)))
    // The row of all the others takes in what no row of that release names.
    if (reste) for (const f of connues) if (!nommees.has(f) && f !== NON_RENSEIGNE) pliees.add(f)
    const meme = lignes.find((l) => l.feuilles.some((f) => pliees.has(f)))
    if (pliees.size === 0) codeDe.set(code, PERSONNE)
    else if (meme === undefined) {
      const sienne = { code: multiple ? ([...pliees][0] ?? code) : code, reste, feuilles: [...pliees] }
      lignes.push(sienne)
      codeDe.set(code, sienne.code)
    } else {
      meme.feuilles = [...new Set([...meme.feuilles, ...pliees])]
      meme.reste ||= reste
      codeDe.set(code, meme.code)
    }
  }
  return { lignes, codeDe }
}
