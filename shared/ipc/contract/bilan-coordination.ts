import { z } from 'zod'
import { codesDocument, codesSectionCompteRendu, formatsDocument } from '../../domaine/bilan-coordination/documents.ts'
import { Annee, Code, Id, ligne, paragraphe } from '../../domaine/communs.ts'
import { ChiffreContexte } from '../../domaine/contexte.ts'
import { command, commandVers, query } from '../call.ts'

const Choix = z.strictObject({
  strategieId: Id,
  annee: Annee,
  document: z.enum(codesDocument),
  /** The action of a compte rendu, and of no other document. */
  ficheId: Id.nullable(),
})
export const DemandeDocument = Choix.refine(
  ({ document, ficheId }) => (document === 'compte-rendu') === (ficheId !== null),
  {
    path: ['ficheId'],
  },
)
export type DemandeDocument = z.infer<typeof DemandeDocument>

/** A section of the bilan of a year, or of the compte rendu of an action. */
const Texte = z.union([
  z.strictObject({ annee: Annee, ficheId: z.null(), section: Code, texte: paragraphe(20_000) }),
  z.strictObject({ annee: Annee, ficheId: Id, section: z.enum(codesSectionCompteRendu), texte: paragraphe(20_000) }),
])

const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })

/** Documents of the coordinator: he counts nobody, and reads of persons only what was published. */
export const bilanCoordination = {
  /** The page that will be printed (a whole HTML document), and how many fiches lack something. */
  apercu: query(DemandeDocument, z.strictObject({ html: z.string(), aCompleter: z.int() })),
  /** Actions that have a funder or a budget. */
  actions: query(
    Choix.pick({ strategieId: true, annee: true }),
    z.array(
      z.strictObject({
        id: Id,
        numero: ligne(12),
        titre: ligne(200),
        territoire: ligne(120).nullable(),
        fipd: z.boolean(),
        /** Lines of its budget of the year. */
        lignes: z.int(),
      }),
    ),
  ),
  /** Writes the document in the folder chosen by the user; answers the names of the files. */
  exporter: commandVers(
    'dossier',
    z.strictObject({ demande: DemandeDocument, formats: z.array(z.enum(formatsDocument)).min(1) }),
    Ecrits,
  ),
  lireTextes: query(
    z.strictObject({ annee: Annee, ficheId: Id.nullable() }),
    z.array(z.strictObject({ section: Code, texte: z.string() })),
  ),
  /** Refused with `entree-invalide` for a section that the bilan has not. */
  ecrireTexte: command(Texte, z.void()),
  listerContexte: query(z.void(), z.array(ChiffreContexte)),
  enregistrerContexte: command(
    ChiffreContexte.refine(({ dispositif }) => dispositif === 'coordination', { path: ['dispositif'] }),
    z.void(),
  ),
  supprimerContexte: command(z.strictObject({ id: Id }), z.void()),
}
