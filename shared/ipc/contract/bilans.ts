import { z } from 'zod'
import { Bilan, formats, modesSecret } from '../../domaine/bilan/bilan.ts'
import { Annee, Code, CodeDispositifSchema, Jour, ligne, paragraphe } from '../../domaine/communs.ts'
import { Correspondance, RapportImport } from '../../domaine/import/rapport.ts'
import { Refus } from '../../domaine/secret/certificat.ts'
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
  exporter: commandVers(
    'dossier',
    DemandeBilan.extend({ formats: z.array(z.enum(formats)).min(1) }),
    z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) }),
  ),
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
