import { z } from 'zod'
import { unites } from '../bilan/bilan.ts'
import { CodeDispositifSchema, Id, Jour, ligne, paragraphe } from '../communs.ts'
import { ContexteImprime } from '../contexte.ts'
import { CodeLigne, Effectif, Nom } from './formes.ts'
import { LieeLot } from './liee.ts'
import { RecensementLot } from './recensement-lot.ts'

export const FORMAT_LOT = 'jalon-lot/1'

const Codes = z.array(CodeLigne).min(1).max(3)
const Instant = z.iso.datetime()

/** An X25519 recipient of age (age-encryption.org/v1). */
export const Destinataire = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)
/** An Ed25519 public key: its 32 bytes, in base 64. */
export const CleSignature = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
/** SHA-256, in hexadecimal. */
export const Condense = z.string().regex(/^[0-9a-f]{64}$/)

export const TableauLot = z.strictObject({
  id: Nom,
  unite: z.enum(unites),
  base: Effectif,
  /** Units without an answer along one of its dimensions at least. */
  nonRenseigne: Effectif,
  /** Exact. A cell that is not there is a zero. `personnes`: how many distinct persons stand behind the units counted. */
  cellules: z.array(z.strictObject({ codes: Codes, valeur: Effectif, personnes: Effectif })).max(20_000),
  /** For each dimension whose rows overlap, the units that stand in several of them. */
  recoupements: z.array(z.strictObject({ dimension: Nom, plusieurs: Effectif })).max(3),
})
export type TableauLot = z.infer<typeof TableauLot>

/** One release that the post published of days of this period, as it was printed: null is a masked cell. */
export const PublicationLot = z.strictObject({
  edition: Id,
  du: Jour,
  au: Jour,
  unite: z.enum(unites),
  seuil: z.int().min(1).max(1000),
  mode: Nom,
  publieeLe: Instant,
  /** The grand total; null when it was hidden. */
  total: Effectif.nullable(),
  /** The rows printed of each table, and the answers each stands for; none for the row of all the others. */
  tableaux: z
    .array(
      z.strictObject({
        id: Nom,
        /** What its numbers are rounded to; 1 where they are exact. */
        arrondi: z.int().min(1).max(1000),
        dimensions: z
          .array(
            z.strictObject({
              id: Nom,
              lignes: z.array(z.strictObject({ code: CodeLigne, feuilles: z.array(CodeLigne).max(2000) })).max(2000),
            }),
          )
          .max(3),
        cellules: z.array(z.strictObject({ codes: Codes, valeur: Effectif.nullable() })).max(20_000),
      }),
    )
    .max(200),
})
export type PublicationLot = z.infer<typeof PublicationLot>

/** A value that is not declared: added by the post, or a text typed freely that enough persons share. */
export const ModaliteLot = z.strictObject({
  dimension: Nom,
  code: CodeLigne,
  libelle: ligne(200).min(1),
  /** Where it adds up in the shorter list of a funder. */
  groupe: CodeLigne.nullable(),
})
export type ModaliteLot = z.infer<typeof ModaliteLot>

/**
 * What a post hands to its coordinator for one period: counted numbers, never a row nor a name. Exact, hence confidential: it
 * travels sealed, and what is published of it goes through the protection.
 */
export const Lot = z.strictObject({
  schema: z.literal(FORMAT_LOT),
  id: Id,
  poste: z.strictObject({ coffre: Id, nom: ligne(120).min(1) }),
  /** The key that signs it, and the one it is sealed to: signed together, so that nobody hands it on in the name of the post. */
  cle: CleSignature,
  destinataire: Destinataire,
  dispositif: CodeDispositifSchema,
  du: Jour,
  au: Jour,
  /** Rank among the lots of this post for these days: each takes the place of the former ones. */
  numero: z.int().min(1).max(100_000),
  definition: z.strictObject({ empreinte: Condense, version: ligne(40).min(1) }),
  faitLe: Instant,
  /** Whether the coffre holds invented data. */
  demonstration: z.boolean(),
  postes: z
    .array(
      z.strictObject({
        nom: ligne(120).min(1),
        etp: z.number().min(0).max(5),
        mois: z.int().min(0).max(12),
        financeur: ligne(120),
        financementAnnuel: z.number().min(0).max(10_000_000),
        financementDu: z.number().min(0).max(10_000_000),
      }),
    )
    .max(100),
  /** Narrative answers, when the post confirmed that they name nobody; else none. */
  sections: z.array(z.strictObject({ code: Nom, texte: paragraphe(20_000) })).max(50),
  contexte: z.array(ContexteImprime).max(200),
  modalites: z.array(ModaliteLot).max(5000),
  tableaux: z.array(TableauLot).min(1).max(200),
  /** Headline numbers computed on exact numbers; null where there is nothing to say. They don't add up. */
  chiffres: z.array(z.strictObject({ id: Nom, valeur: z.number().nullable() })).max(200),
  /** Numbers that are no cell of a table; a median of too few persons is left out, and so are they. */
  mesures: z
    .array(z.strictObject({ id: Nom, valeur: z.number().nullable(), effectif: Effectif, personnes: Effectif }))
    .max(200),
  publications: z.array(PublicationLot).max(2000),
  /** What a protection of the sum must know: what is crossed together, and what of it is already public. */
  recensements: z.array(RecensementLot).max(20),
  liees: z.array(LieeLot).max(2000),
})
export type Lot = z.infer<typeof Lot>
