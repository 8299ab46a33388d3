import { ConservationDeclaree } from '../../domaine/conservation/regle.ts'
import { z } from 'zod'
import { Code, CodeDispositifSchema, Dispositifs, Id, Jour, ligne } from '../../domaine/communs.ts'
import { natures } from '../../domaine/dispositif.ts'
import { Brouillon } from '../../domaine/entretien.ts'
import { Echeance } from '../../domaine/echeance.ts'
import { Orientation } from '../../domaine/orientation.ts'
import { Partenaire } from '../../domaine/partenaire.ts'
import { PersonneResume } from '../../domaine/personne.ts'
import { Poste } from '../../domaine/poste.ts'
import { command, query } from '../call.ts'

const ModaliteNomenclature = z.strictObject({
  code: z.string(),
  libelle: z.string(),
  groupe: z.string().optional(),
  masquee: z.boolean().optional(),
  synonymes: z.array(z.string()).readonly().optional(),
})

/** The lists and questions of the post, as the forms read them (same shape as `Dispositif`). */
export const NomenclatureSchema = z.strictObject({
  code: z.string(),
  libelle: z.string(),
  libelleCourt: z.string(),
  nature: z.enum(natures),
  motSuivi: z.strictObject({ singulier: z.string(), pluriel: z.string(), genre: z.enum(['feminin', 'masculin']) }),
  listes: z
    .array(
      z.strictObject({
        code: z.string(),
        libelle: z.string(),
        modalites: z.array(ModaliteNomenclature).readonly(),
        groupes: z
          .array(z.strictObject({ code: z.string(), libelle: z.string() }))
          .readonly()
          .optional(),
        fusionnees: z
          .array(z.strictObject({ code: z.string(), libelle: z.string(), vers: z.string() }))
          .readonly()
          .optional(),
        ouverte: z.boolean().optional(),
      }),
    )
    .readonly(),
  champs: z
    .array(
      z.strictObject({
        code: z.string(),
        libelle: z.string(),
        porteur: z.enum(['personne', 'participation', 'suivi', 'entretien']),
        type: z.enum(['choix', 'choix-multiple', 'nombre']),
        liste: z.string().optional(),
        actif: z.boolean(),
        repris: z.boolean().optional(),
        aide: z.string().optional(),
        colonnes: z.array(z.string()).readonly().optional(),
      }),
    )
    .readonly(),
  listeRoles: z.string(),
  listeDestinations: z.string(),
  roleParDefaut: z.string(),
  roleSousEntendu: z.string().optional(),
  listeMotifs: z.string(),
  tranchesAge: z
    .array(z.strictObject({ code: z.string(), libelle: z.string(), jusqua: z.int().nullable() }))
    .readonly(),
  sections: z.array(z.strictObject({ code: z.string(), titre: z.string(), aide: z.string() })).readonly(),
  conservation: ConservationDeclaree,
})

export const nomenclature = {
  lire: query(z.strictObject({ dispositif: CodeDispositifSchema }), NomenclatureSchema),
  /** Adds a value, or renames, hides, moves one. A code in use is hidden at most, never removed. */
  modifier: command(
    z.strictObject({
      liste: Code,
      code: Code,
      libelle: ligne(120).min(1),
      masquee: z.boolean(),
      ordre: z.int().nullable(),
      groupe: Code.nullable(),
    }),
    z.void(),
  ),
  activerChamp: command(z.strictObject({ champ: z.string().max(60), actif: z.boolean() }), z.void()),
}

/** Settings kept in the coffre. */
export const Reglages = z.strictObject({
  nom: ligne(120),
  /** Name of the worker, printed on the report. */
  intervenant: ligne(120),
  /** What the coffre is kept for, in the order Jalon knows them. */
  dispositifs: Dispositifs,
  /** The one that the screens show, one of the former. */
  dispositif: CodeDispositifSchema,
  verrouillageMinutes: z.int().min(1).max(120),
  secoursConfirme: z.boolean(),
  /** Folder of another disk where backups are copied too; it may be away. */
  secondEmplacement: z.string().max(4000).nullable(),
  /** True for the coffre that `jalon demo` makes. */
  demonstration: z.boolean(),
})
export type Reglages = z.infer<typeof Reglages>

export const reglages = {
  lire: query(z.void(), Reglages),
  ecrire: command(Reglages.pick({ nom: true, intervenant: true, verrouillageMinutes: true }), z.void()),
  /** One taken out is hidden, and loses nothing. */
  choisirDispositifs: command(z.strictObject({ dispositifs: Dispositifs }), z.void()),
  /** Shows another dispositif of the coffre: every later call speaks of that one. */
  changerDispositif: command(z.strictObject({ dispositif: CodeDispositifSchema }), z.void()),
  postes: query(z.void(), z.array(Poste)),
  enregistrerPoste: command(Poste, z.void()),
  supprimerPoste: command(z.strictObject({ id: Id }), z.void()),
}

export const partenaires = {
  lister: query(z.strictObject({ texte: ligne(80) }), z.array(Partenaire.extend({ orientations: z.int() }))),
  enregistrer: command(Partenaire, z.void()),
}

export const aujourdhui = {
  lire: query(
    z.strictObject({ jour: Jour }),
    z.strictObject({
      /** Not done, due up to seven days from now; late ones first. */
      echeances: z.array(Echeance),
      /** Orientations without an answer, oldest first, with the persons concerned. */
      orientationsEnAttente: z.array(
        Orientation.extend({ personnes: z.array(z.strictObject({ id: Id, libelle: z.string() })) }),
      ),
      brouillons: z.array(Brouillon.omit({ contenu: true })),
      dernieresPersonnes: z.array(PersonneResume),
      /** Counts from 1 January to `jour`, and over the same days of the year before. */
      annee: z.strictObject({
        personnes: z.int(),
        entretiens: z.int(),
        personnesAvant: z.int(),
        entretiensAvant: z.int(),
      }),
    }),
  ),
}
