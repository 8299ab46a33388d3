import { z } from 'zod'
import { Annee, Code, CodeDispositifSchema, Id } from '../../domaine/communs.ts'
import { Fusion } from '../../domaine/fusion-modalites.ts'
import { ApercuListe } from '../../domaine/liste-csv.ts'
import { command, commandVers, query } from '../call.ts'

const FichierListe = z.strictObject({ liste: Code, contenu: z.base64().max(400_000) })

/** The lists of the post, as wholes: merges, what they add up to, their files. */
export const listes = {
  /** What a merge would change, dispositif by dispositif; nothing is written. */
  effetFusion: query(
    Fusion,
    z.array(
      z.strictObject({
        dispositif: CodeDispositifSchema,
        entretiens: z.int(),
        suivis: z.int(),
        partenaires: z.int(),
      }),
    ),
  ),
  fusionner: command(Fusion, z.strictObject({ id: Id })),
  /** Latest first. */
  fusions: query(z.void(), z.array(Fusion.extend({ id: Id, le: z.iso.datetime() }))),
  /** Only the latest merge of a list; what was changed since stays. */
  defaireFusion: command(z.strictObject({ id: Id }), z.void()),
  /** How many times each answer was given that year, for the dispositif shown. */
  repartition: query(
    z.strictObject({ liste: Code, annee: Annee }),
    z.array(z.strictObject({ code: z.string(), nombre: z.int() })),
  ),
  exporter: commandVers(
    'dossier',
    z.strictObject({ liste: Code }),
    z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) }),
  ),
  /** What a file would change; nothing is written. */
  examiner: query(FichierListe, ApercuListe),
  /** Writes what `examiner` told, all or nothing; refused while there is a fault. */
  importer: command(FichierListe, ApercuListe),
}
