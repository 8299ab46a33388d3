import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Case, TOTAL } from './savoir.ts'

const Cellule = z.object({
  modalites: z.array(z.string()),
  valeur: z.number().nullish(),
  part: z.number().nullish(),
})
const Precedent = z.object({ annee: z.number(), valeur: z.number().nullish() })
const Tableau = z.object({
  id: z.string(),
  titre: z.string(),
  unite: z.string(),
  base: z.number().nullish(),
  nonRenseigne: z.number().nullish(),
  reponsesMultiples: z.boolean(),
  arrondi: z.number().nullish(),
  dimensions: z.array(
    z.object({
      id: z.string(),
      libelle: z.string(),
      modalites: z.array(z.object({ code: z.string(), libelle: z.string() })),
    }),
  ),
  cellules: z.array(Cellule),
  precedents: z.array(z.object({ annee: z.number(), base: z.number().nullish(), cellules: z.array(Cellule) })),
  notes: z.array(z.string()),
})

/** The public JSON, read with our own eyes: what it does not name here is looked at number by number (`nombresDe`). */
export const Document = z.object({
  dispositif: z.string(),
  periode: z.object({ du: z.string(), au: z.string() }),
  indicateurs: z.record(z.string(), z.number()),
  chiffres: z.array(
    z.object({
      id: z.string(),
      libelle: z.string(),
      unite: z.string(),
      valeur: z.number().nullish(),
      precedents: z.array(Precedent),
    }),
  ),
  tableaux: z.array(Tableau),
})
export type Document = z.infer<typeof Document>
export type TableauLu = z.infer<typeof Tableau>

export const lireDocument = (chemin: string): { readonly brut: unknown; readonly document: Document } => {
  const brut: unknown = JSON.parse(readFileSync(chemin, 'utf8'))
  return { brut, document: Document.parse(brut) }
}

export const anneeDe = ({ periode }: Document): string => periode.au.slice(0, 4)

/** The case of these codes. A row of « par année » is the total of that year. */
export const caseDe = ({ id, unite, dimensions }: TableauLu, annee: string, codes: readonly string[]): Case =>
  dimensions[0]?.id === 'annee' && dimensions.length === 1 && codes[0] !== undefined && codes[0] !== TOTAL
    ? { unite, annee: codes[0], tableau: id, codes: [TOTAL] }
    : { unite, annee, tableau: id, codes }

/** Where every number of a document stands: « tableaux.base », « chiffres.precedents.valeur »… */
export const nombresDe = (valeur: unknown, chemin = ''): readonly string[] => {
  if (typeof valeur === 'number') return [chemin]
  if (Array.isArray(valeur)) return valeur.flatMap((v) => nombresDe(v, chemin))
  if (typeof valeur !== 'object' || valeur === null) return []
  return Object.entries(valeur).flatMap(([nom, v]) => nombresDe(v, chemin === '' ? nom : `${chemin}.${nom}`))
}
