import { z } from 'zod'
import { Code, Id, Jour, ligne, Page, Tri } from '../../domaine/communs.ts'
import { EntretienResume } from '../../domaine/entretien.ts'
import { Echeance, EcheanceASaisir } from '../../domaine/echeance.ts'
import { Orientation } from '../../domaine/orientation.ts'
import { PaireDeFiches, Ressemblance } from '../../domaine/doublon.ts'
import { Fusion, FusionFaite } from '../../domaine/fusion.ts'
import { Identite, PersonneASaisir, PersonneResume } from '../../domaine/personne.ts'
import { Suivi } from '../../domaine/suivi.ts'
import { command, query } from '../call.ts'

/** A member of the same household, with the link to it (« conjointe », « fils »…). */
export const MembreFoyer = z.strictObject({ personne: PersonneResume, lien: z.string().nullable() })

export const personnes = {
  /** While typing: ranked, at most `limite`, never an anonymous one. */
  chercher: query(z.strictObject({ texte: ligne(80), limite: z.int().min(1).max(50) }), z.array(PersonneResume)),
  lister: query(
    z.strictObject({ texte: ligne(80), tri: Tri, page: Page }),
    z.strictObject({ total: z.int(), lignes: z.array(PersonneResume) }),
  ),
  lire: query(
    z.strictObject({ id: Id }),
    z.strictObject({
      personne: PersonneResume,
      foyer: z.array(MembreFoyer),
      suivis: z.array(Suivi),
      entretiens: z.array(EntretienResume),
      orientations: z.array(Orientation),
      echeances: z.array(Echeance),
      /** Merges this file comes from, the latest first. */
      fusions: z.array(FusionFaite),
    }),
  ),
  enregistrer: command(PersonneASaisir, z.void()),
  /** Files that may be one person, the likeliest first, at most 200 of `total`; those declared distinct are left out. */
  doublons: query(z.void(), z.strictObject({ total: z.int(), paires: z.array(PaireDeFiches) })),
  /** Known persons whom somebody being typed may be; `id` is hers. A name may still be empty. */
  ressemblances: query(
    Identite.extend({ id: Id, nom: ligne(80) }),
    z.array(Ressemblance.extend({ personne: PersonneResume })),
  ),
  fusionner: command(Fusion, z.void()),
  /** Gives both files back as they were; `id` is the one that was kept. */
  defaireFusion: command(z.strictObject({ id: Id, fusionId: Id }), z.void()),
  declarerDistinctes: command(z.strictObject({ id: Id, autreId: Id, distinctes: z.boolean() }), z.void()),
  rattacherFoyer: command(z.strictObject({ personneId: Id, avecId: Id, lien: ligne(60) }), z.void()),
  quitterFoyer: command(z.strictObject({ personneId: Id }), z.void()),
}

export const suivis = {
  /** Open or closed suivis of a person, latest first. */
  dePersonne: query(z.strictObject({ personneId: Id }), z.array(Suivi)),
  cloturer: command(z.strictObject({ id: Id, date: Jour, motif: Code }), z.void()),
  rouvrir: command(z.strictObject({ id: Id }), z.void()),
}

export const echeances = {
  lister: query(z.strictObject({ jusquau: Jour }), z.array(Echeance)),
  ajouter: command(EcheanceASaisir.extend({ suiviId: Id }), z.void()),
  marquer: command(z.strictObject({ id: Id, faiteLe: Jour.nullable() }), z.void()),
}
