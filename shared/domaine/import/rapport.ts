import { z } from 'zod'

/** A column of the file and the question it was understood as; null when nothing fits. */
export const ColonneLue = z.strictObject({ titre: z.string(), champ: z.string().nullable() })

/** What the user decides about a value that no list holds: use an existing code, add the value, or count it as missing. */
export const ChoixValeur = z.discriminatedUnion('choix', [
  z.strictObject({ choix: z.literal('code'), code: z.string().max(60) }),
  z.strictObject({ choix: z.literal('ajouter') }),
  z.strictObject({ choix: z.literal('non-renseigne') }),
])
export type ChoixValeur = z.infer<typeof ChoixValeur>

/** Answers to an import's questions: column title → question code (or null to leave it out), question code → value → choice. */
export const Correspondance = z.strictObject({
  colonnes: z.record(z.string(), z.string().nullable()).optional(),
  valeurs: z.record(z.string(), z.record(z.string(), ChoixValeur)).optional(),
})
export type Correspondance = z.infer<typeof Correspondance>

/** One reason why a line can't be imported. `ligne` is its number in the file, as the spreadsheet shows it. */
export const ProblemeLigne = z.strictObject({ ligne: z.int(), colonne: z.string().nullable(), raison: z.string() })
export type ProblemeLigne = z.infer<typeof ProblemeLigne>

export const RapportImport = z.strictObject({
  schema: z.literal('jalon-import/1'),
  simulation: z.boolean(),
  /** Sheet that was read; null for a file without sheets, or when none has a header that is understood. */
  feuille: z.string().nullable(),
  /** Lines of data in the file, header and blank lines apart. */
  lignes: z.int(),
  /** Lines that add something to the coffre; then what they add. */
  importees: z.int(),
  entretiens: z.int(),
  /** Stays in an établissement. */
  sejours: z.int(),
  /** Everything else that a parcours keeps: statuts, mesures, dates, agreements, situations, ends of suivi. */
  faits: z.int(),
  /** Accueils of a host of TIG, new or completed. */
  accueils: z.int(),
  ignorees: z.array(z.strictObject({ ligne: z.int(), raison: z.string() })),
  /** Any problem here and nothing is written. */
  problemes: z.array(ProblemeLigne),
  /** What was decided without stopping, to be checked; never a name. */
  avertissements: z.array(z.strictObject({ lignes: z.array(z.int()), message: z.string() })),
  /** Distinct persons of the file, anonymous ones included (one a line). */
  personnes: z.int(),
  personnesNouvelles: z.int(),
  anonymes: z.int(),
  doublonsPossibles: z.array(
    z.strictObject({ personnes: z.array(z.string()), lignes: z.array(z.int()), raison: z.string() }),
  ),
  valeursInconnues: z.array(
    z.strictObject({ champ: z.string(), libelle: z.string(), valeur: z.string(), lignes: z.array(z.int()) }),
  ),
  colonnesInconnues: z.array(z.string()),
  /** Columns that are never read, and why (DP-01). */
  colonnesInterdites: z.array(z.strictObject({ titre: z.string(), raison: z.string() })),
  colonnes: z.array(ColonneLue),
  /** First lines as understood: one text for each column of `colonnes` that has a `champ`, in order. */
  apercu: z.array(z.array(z.string())),
})
export type RapportImport = z.infer<typeof RapportImport>
export type Avertissement = RapportImport['avertissements'][number]

export const DEJA_IMPORTEE = 'Ligne déjà importée.'

/** Nothing may be written while a line is impossible or a value waits for a choice. */
export const estRefuse = (rapport: Pick<RapportImport, 'problemes' | 'valeursInconnues'>): boolean =>
  rapport.problemes.length > 0 || rapport.valeursInconnues.length > 0
