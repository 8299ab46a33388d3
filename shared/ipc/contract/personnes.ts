import { z } from 'zod'
import { Code, Id, Jour, ligne, Page, Tri } from '../../domaine/communs.ts'
import { EntretienResume } from '../../domaine/entretien.ts'
import { Echeance, EcheanceASaisir } from '../../domaine/echeance.ts'
import { Orientation } from '../../domaine/orientation.ts'
import { PersonneASaisir, PersonneResume } from '../../domaine/personne.ts'
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
    }),
  ),
  enregistrer: command(PersonneASaisir, z.void()),
  /** Groups that may be one person: same names, birth dates different or missing. */
  doublons: query(z.void(), z.array(z.array(PersonneResume))),
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
