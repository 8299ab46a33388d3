import { z } from 'zod'
import { CodeDispositifSchema, Jour } from '../communs.ts'
import { ContexteImprime } from '../contexte.ts'

/** What a number counts (produit.md §3.1). */
export const unites = [
  'personnes',
  'suivis',
  'saisines',
  'entretiens',
  'orientations',
  'demarches',
  'clotures',
  'incidents',
  'executions',
] as const
export type Unite = (typeof unites)[number]

/** How a unit is written, one and several. */
export const nomsUnite: Readonly<Record<Unite, { readonly un: string; readonly plusieurs: string }>> = {
  personnes: { un: 'personne', plusieurs: 'personnes' },
  suivis: { un: 'suivi', plusieurs: 'suivis' },
  saisines: { un: 'saisine', plusieurs: 'saisines' },
  entretiens: { un: 'entretien', plusieurs: 'entretiens' },
  orientations: { un: 'orientation', plusieurs: 'orientations' },
  demarches: { un: 'démarche', plusieurs: 'démarches' },
  clotures: { un: 'suivi clos', plusieurs: 'suivis clos' },
  incidents: { un: 'incident', plusieurs: 'incidents' },
  executions: { un: 'délai échu', plusieurs: 'délais échus' },
}

/**
 * State of a published cell. A masked one has no value, under any form. In what leaves the coffre every masked cell bears
 * `secret-primaire`, small or masked for the sake of another: told apart, the small ones could be found again
 * (secret-statistique.md §0.2). The other code is for an audit that is never published.
 */
export const EtatCellule = z.enum(['publie', 'secret-primaire', 'secret-secondaire'])

/**
 * How small numbers are protected: cells hidden; rare rows put together, then cells hidden; every number rounded so that
 * sums stay right; or no table at all, grand totals only.
 */
export const modesSecret = ['masquage', 'regroupement', 'arrondi', 'total'] as const
export type ModeSecret = (typeof modesSecret)[number]

export const Cellule = z.strictObject({
  /** One code per dimension, in order; `total` for a margin, `non-renseigne` for a missing answer. */
  modalites: z.array(z.string()),
  etat: EtatCellule,
  valeur: z.int().min(0).optional(),
  /** Share of the base in percent, one decimal; only where both numerator and base are published. */
  part: z.number().optional(),
})
export type Cellule = z.infer<typeof Cellule>

export const Tableau = z.strictObject({
  id: z.string(),
  titre: z.string(),
  /** How the number is counted, in one or two French sentences. */
  definition: z.string(),
  unite: z.enum(unites),
  /** Number of units counted; null when it is itself masked. */
  base: z.int().nullable(),
  /** Units without an answer; null when masked. */
  nonRenseigne: z.int().nullable(),
  /** Several answers per unit: no 100 % total. */
  reponsesMultiples: z.boolean(),
  dimensions: z.array(
    z.strictObject({
      id: z.string(),
      libelle: z.string(),
      modalites: z.array(z.strictObject({ code: z.string(), libelle: z.string() })),
    }),
  ),
  cellules: z.array(Cellule),
  /** Numbers are rounded to its multiples, grand totals excepted; absent where they are exact. */
  arrondi: z.int().optional(),
  /** The same cells one and two periods earlier; empty for a period without data. */
  precedents: z.array(
    z.strictObject({
      annee: z.int(),
      base: z.int().nullable(),
      arrondi: z.int().optional(),
      cellules: z.array(Cellule),
    }),
  ),
  /** Sentences to print under the table: overlaps, rounding, masked cells. */
  notes: z.array(z.string()),
})
export type Tableau = z.infer<typeof Tableau>

/** Of a headline number: printed, masked, or without an object (no closed suivi, hence no median), which hides nobody. */
export const EtatChiffre = z.enum(['publie', 'masque', 'sans-objet'])
export type EtatChiffre = z.infer<typeof EtatChiffre>

export const Indicateur = z.strictObject({
  id: z.string(),
  libelle: z.string(),
  definition: z.string(),
  /** « personnes », « % », « mois », « € »… */
  unite: z.string(),
  etat: EtatChiffre,
  /** Null unless published. */
  valeur: z.number().nullable(),
  precedents: z.array(z.strictObject({ annee: z.int(), etat: EtatChiffre, valeur: z.number().nullable() })),
})
export type Indicateur = z.infer<typeof Indicateur>

/** The report as everything shows it: screen, command line and every file. It holds no name, no free text but the sections. */
export const Bilan = z.strictObject({
  schema: z.literal('jalon-bilan/1'),
  dispositif: CodeDispositifSchema,
  titre: z.string(),
  /** Said on every page when the coffre holds invented data. */
  demonstration: z.boolean(),
  periode: z.strictObject({ du: Jour, au: Jour }),
  /** Headline numbers by id; a masked one is absent. */
  indicateurs: z.record(z.string(), z.number()),
  chiffres: z.array(Indicateur),
  postes: z.array(
    z.strictObject({
      nom: z.string(),
      etp: z.number(),
      mois: z.int(),
      financeur: z.string(),
      financementAnnuel: z.number(),
      financementDu: z.number(),
    }),
  ),
  sections: z.array(z.strictObject({ code: z.string(), titre: z.string(), texte: z.string() })),
  /** Numbers that others published, beside what is counted and never with it; absent where there is none. */
  contexte: z.array(ContexteImprime).optional(),
  tableaux: z.array(Tableau),
  secret: z.strictObject({
    seuil: z.int(),
    mode: z.enum(modesSecret),
    /** Version of the tables and of their rows: two reports compare where it is the same. */
    catalogue: z.string(),
    /** Day of the edition of the same days that this one replaces. */
    remplace: Jour.optional(),
    cellulesMasquees: z.int(),
    /** No report exists but a protected one: the attack on it failed. */
    audit: z.strictObject({ statut: z.literal('protege'), le: Jour.optional() }),
  }),
})
export type Bilan = z.infer<typeof Bilan>

export const formats = ['json', 'csv', 'ods', 'xlsx', 'odt', 'docx', 'pdf', 'html'] as const
export type Format = (typeof formats)[number]
