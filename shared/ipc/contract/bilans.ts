import { z } from 'zod'
import { Bilan, formats, modesSecret } from '../../domaine/bilan/bilan.ts'
import { Annee, Code, CodeDispositifSchema, Id, Jour, ligne, paragraphe } from '../../domaine/communs.ts'
import { Correspondance, RapportImport } from '../../domaine/import/rapport.ts'
import { Refus } from '../../domaine/secret/certificat.ts'
import { Verdict } from '../../domaine/secret/verdict.ts'
import { command, commandVers, query } from '../call.ts'

/** Thresholds on offer; 3 is never one of them for persons (secret-statistique.md §2). */
export const seuils = [5, 10, 11, 15] as const

export const DemandeBilan = z.strictObject({
  dispositif: CodeDispositifSchema,
  du: Jour,
  au: Jour,
  seuil: z.union(seuils.map((s) => z.literal(s))),
  mode: z.enum(modesSecret),
})
export type DemandeBilan = z.infer<typeof DemandeBilan>

/** What one way to protect a report would print and hide. `personnes`: counted once for each cell that hides them. */
const Facon = z.discriminatedUnion('etat', [
  z.strictObject({
    mode: z.enum(modesSecret),
    etat: z.enum(['permis', 'refuse']),
    imprimees: z.int(),
    masquees: z.int(),
    personnes: z.int(),
  }),
  z.strictObject({ mode: z.enum(modesSecret), etat: z.literal('non-prouve') }),
])
export type Facon = z.infer<typeof Facon>

export const EditionPubliee = DemandeBilan.omit({ dispositif: true }).extend({
  id: Id,
  creeeLe: z.string(),
  formats: z.array(z.enum(formats)),
})
export type EditionPubliee = z.infer<typeof EditionPubliee>

/** How many persons changed since an edition, and how many of its numbers no longer hold. Never which. */
const Changements = z.strictObject({
  entrees: z.int(),
  sorties: z.int(),
  modifications: z.int(),
  nombres: z.int(),
  differents: z.int(),
})
export type Changements = z.infer<typeof Changements>

const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })
const ParEdition = z.strictObject({ edition: Id })

export const bilans = {
  /** Years that hold at least one entretien, latest first. */
  annees: query(z.strictObject({ dispositif: CodeDispositifSchema }), z.array(Annee)),
  /** The report, and the page that will be printed (a whole HTML document). */
  apercu: query(DemandeBilan, z.strictObject({ bilan: Bilan, html: z.string(), refus: Refus.nullable() })),
  lireTextes: query(
    z.strictObject({ dispositif: CodeDispositifSchema, annee: Annee }),
    z.array(z.strictObject({ section: Code, texte: z.string() })),
  ),
  ecrireTexte: command(
    z.strictObject({ dispositif: CodeDispositifSchema, annee: Annee, section: Code, texte: paragraphe(20_000) }),
    z.void(),
  ),
  /** Writes the report in the folder chosen by the user; answers the names of the files. */
  exporter: commandVers('dossier', DemandeBilan.extend({ formats: z.array(z.enum(formats)).min(1) }), Ecrits),
  /** The whole preparation, with the time it deserves; what is exported next is what was prepared. May be given up. */
  preparer: query(DemandeBilan, Verdict),
  /** Every way to protect the same report, in the order of `modesSecret`. May be given up. */
  comparer: query(DemandeBilan.omit({ mode: true }), z.array(Facon)),
  /** Gives up the preparation or the comparison under way, which then answers `annule`. */
  abandonner: query(z.void(), z.void()),
  /** What was published, latest first. */
  editions: query(z.strictObject({ dispositif: CodeDispositifSchema }), z.array(EditionPubliee)),
  /** Writes the files of an edition again, to the byte. */
  republier: commandVers('dossier', ParEdition, Ecrits),
  /** Compares an edition with what is counted today. */
  changements: query(ParEdition, Changements),
  /** Writes the confidential proof of an edition, or of a report not published yet, as a PDF. */
  rapport: commandVers('dossier', z.union([ParEdition, DemandeBilan]), Ecrits),
}

const Fichier = z.strictObject({
  nom: ligne(255).min(1),
  /** The file dropped or chosen in the window, in base 64: the service is never told a path. */
  contenu: z.base64().max(80_000_000),
  dispositif: CodeDispositifSchema,
  correspondance: Correspondance,
})

export const echanges = {
  /** Reads everything and writes nothing. */
  examiner: query(Fichier, RapportImport),
  /** All or nothing: refused while the report holds a problem or an unanswered unknown value. */
  importer: command(Fichier, RapportImport),
}
