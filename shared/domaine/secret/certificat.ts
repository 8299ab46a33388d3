import { z } from 'zod'
import { modesSecret, unites } from '../bilan/bilan.ts'
import { CodeDispositifSchema, Jour } from '../communs.ts'

const Adresse = z.strictObject({ tableau: z.string(), codes: z.array(z.string()) })

/** Cells of one table, and the units that they count, by what became of them. A cell printed in two tables is in both. */
export const ControleTableau = z.strictObject({
  id: z.string(),
  cellules: z.int(),
  primaires: z.int(),
  secondaires: z.int(),
  unitesPrimaires: z.int(),
  unitesSecondaires: z.int(),
  unitesPubliees: z.int(),
})
export type ControleTableau = z.infer<typeof ControleTableau>

/** What was found of one census, and what is left to know of each cell that had to be protected. Holds true numbers. */
export const ControleUnite = z.strictObject({
  unite: z.enum(unites),
  arrondi: z.boolean(),
  /** Units counted. */
  effectif: z.int(),
  /** Questions whose answer may not be shown to be that of a whole group, by their French name. */
  sensibles: z.array(z.string()),
  /** Editions already published that the attackers were given with this one. */
  jointes: z.int(),
  tableaux: z.array(ControleTableau),
  cellules: z.int(),
  primaires: z.int(),
  secondaires: z.int(),
  unitesPrimaires: z.int(),
  unitesSecondaires: z.int(),
  unanimes: z.int(),
  liees: z.int(),
  cout: z.number(),
  borneInferieure: z.number(),
  optimal: z.boolean(),
  solveur: z.string(),
  attaquants: z.int(),
  retrouveesParInities: z.int(),
  prudents: z.int(),
  calculs: z.int(),
  intervalles: z.array(
    z.strictObject({
      adresse: Adresse.nullable(),
      valeur: z.int(),
      bas: z.int(),
      haut: z.int().nullable(),
      protegee: z.boolean(),
    }),
  ),
})
export type ControleUnite = z.infer<typeof ControleUnite>

export const FluxEdition = z.strictObject({
  edition: z.strictObject({ id: z.string(), du: Jour, au: Jour, creeeLe: z.string() }),
  entrees: z.int(),
  sorties: z.int(),
  modifications: z.int(),
})
export type FluxEdition = z.infer<typeof FluxEdition>

/** The confidential proof of an edition (secret-statistique.md §5.8). It stays in the coffre. */
export const Certificat = z.strictObject({
  schema: z.literal('jalon-certificat/1'),
  dispositif: CodeDispositifSchema,
  du: Jour,
  au: Jour,
  seuil: z.int(),
  mode: z.enum(modesSecret),
  catalogue: z.string(),
  faitLe: z.string(),
  /** Milliseconds that the search and the audit took. */
  dureeMs: z.int(),
  periodes: z.array(
    z.strictObject({
      du: Jour,
      au: Jour,
      personnes: z.int(),
      unites: z.array(ControleUnite),
      flux: z.array(FluxEdition),
    }),
  ),
  /** What an auditor found who read only the file to be published and the ledger. */
  relecture: z.strictObject({ statut: z.enum(['protege', 'expose']), exposees: z.int(), calculs: z.int() }).nullable(),
})
export type Certificat = z.infer<typeof Certificat>

/** Why a report cannot be published as it is. */
export const Refus = z.discriminatedUnion('raison', [
  /** Too few persons changed since an edition of overlapping days. */
  z.strictObject({ raison: z.literal('flux'), flux: FluxEdition }),
  /** Joined with what is already published, some numbers remain too well known. */
  z.strictObject({ raison: z.literal('exposition'), cellules: z.int() }),
])
export type Refus = z.infer<typeof Refus>
