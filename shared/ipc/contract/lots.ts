import { z } from 'zod'
import { Annee, CodeDispositifSchema, Id, Jour, ligne } from '../../domaine/communs.ts'
import { etatsLot } from '../../domaine/lot/grille.ts'
import { Destinataire } from '../../domaine/lot/lot.ts'
import { codesRaisonLot } from '../../domaine/lot/raisons.ts'
import { formats } from '../../domaine/bilan/bilan.ts'
import { command, commandVers, query } from '../call.ts'
import { DemandeBilan, EditionPubliee } from './bilans.ts'

const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })
const ParDispositif = z.strictObject({ dispositif: CodeDispositifSchema })

/** A key, and its fingerprint as two persons compare it by telephone. */
const ClePublique = z.strictObject({ publique: Destinataire, empreinte: z.string() })

const LotFait = z.strictObject({
  id: Id,
  dispositif: CodeDispositifSchema,
  du: Jour,
  au: Jour,
  numero: z.int(),
  faitLe: z.string(),
  /** Fingerprint of the key it was sealed to. */
  pour: z.string(),
})
export type LotFait = z.infer<typeof LotFait>

/** A post makes lots for its coordinator. */
export const lots = {
  /** Reads the key that a coordinator gave. */
  lireCle: query(z.strictObject({ contenu: z.base64().max(8000) }), ClePublique),
  /** The fingerprint of the key that signs the lots of this post; null before its first lot. */
  signature: query(z.void(), z.string().nullable()),
  faits: query(ParDispositif, z.array(LotFait)),
  /** Counts the year, seals it, and writes the file in the folder chosen. */
  donner: commandVers(
    'dossier',
    z.strictObject({
      dispositif: CodeDispositifSchema,
      annee: Annee,
      destinataire: Destinataire,
      /** The post says that its narrative answers name nobody; else they are left out. */
      avecSections: z.boolean(),
    }),
    Ecrits,
  ),
}

const CaseGrille = z.strictObject({
  annee: Annee,
  etat: z.enum(etatsLot),
  pourLe: Jour.nullable(),
  recuLe: z.string().nullable(),
  numero: z.int().nullable(),
})

const ReceptionFichier = z.strictObject({
  fichier: z.string(),
  etat: z.enum(['recu', 'refuse']),
  raison: z.enum(codesRaisonLot).nullable(),
  /** Whose it is, when it could be read. */
  poste: z.string().nullable(),
  dispositif: CodeDispositifSchema.nullable(),
  du: Jour.nullable(),
  au: Jour.nullable(),
  nouveauPoste: z.boolean(),
  remplace: z.boolean(),
})
export type ReceptionFichier = z.infer<typeof ReceptionFichier>

const LotRecu = z.strictObject({
  id: Id,
  dispositif: CodeDispositifSchema,
  du: Jour,
  au: Jour,
  numero: z.int(),
  version: z.string(),
  faitLe: z.string(),
  recuLe: z.string(),
  enVigueur: z.boolean(),
  demonstration: z.boolean(),
  etp: z.number(),
  financementDu: z.number(),
  /** Number of units of each kind. */
  bases: z.array(z.strictObject({ unite: z.string(), nombre: z.int() })),
})
export type LotRecu = z.infer<typeof LotRecu>

const DetailPoste = z.strictObject({
  id: Id,
  nom: z.string(),
  /** Fingerprint of its signing key; null before its first lot. */
  empreinte: z.string().nullable(),
  cleVerifieeLe: z.string().nullable(),
  lots: z.array(LotRecu),
})
export type DetailPoste = z.infer<typeof DetailPoste>

/** A consolidated report prepared: which posts it adds up, what it hides, and where lots contradict what posts published. */
const BilanConsolide = z.strictObject({
  additionnes: z.array(z.string()),
  manquants: z.array(z.string()),
  enRetard: z.array(z.string()),
  autreDefinition: z.array(z.string()),
  personnes: z.int().nullable(),
  etp: z.number(),
  financementDu: z.number(),
  imprimees: z.int(),
  masquees: z.int(),
  /** Already published like this. */
  publie: z.boolean(),
  compares: z.int(),
  ecarts: z.array(
    z.strictObject({
      poste: z.string(),
      edition: z.string(),
      tableau: z.string(),
      codes: z.array(z.string()),
      publie: z.int(),
      lot: z.int(),
    }),
  ),
})
export type BilanConsolide = z.infer<typeof BilanConsolide>

const ChoixBase = z.strictObject({
  /** « postgres://user@host/base », without a password. */
  adresse: ligne(300).min(1),
  phrase: z.string().max(500),
  /** The authority that signed the certificate of the server, in PEM. */
  autorite: z.string().max(100_000).nullable(),
})
export type ChoixBase = z.infer<typeof ChoixBase>

const EtatBase = z.strictObject({
  adresse: z.string(),
  /** Null while the server is away. `reception`: whether this account may receive lots and publish, or only read. */
  contenu: z.strictObject({ postes: z.int(), lots: z.int(), reception: z.boolean() }).nullable(),
})
export type EtatBase = z.infer<typeof EtatBase>

/** A coordinator receives the lots of the posts he follows. */
export const postesSuivis = {
  /** Made the first time it is asked. */
  cle: command(z.void(), ClePublique),
  /** Writes his public key in a small file, for the posts. */
  donnerCle: commandVers('dossier', z.void(), Ecrits),
  grille: query(
    ParDispositif,
    z.strictObject({
      annees: z.array(Annee),
      lignes: z.array(z.strictObject({ posteId: Id.nullable(), nom: z.string(), cases: z.array(CaseGrille) })),
    }),
  ),
  /** Each file is received whole, or refused and changes nothing. */
  recevoir: command(
    z.strictObject({
      fichiers: z
        .array(z.strictObject({ nom: ligne(255).min(1), contenu: z.base64().max(33_000_000) }))
        .min(1)
        .max(50),
    }),
    z.array(ReceptionFichier),
  ),
  detail: query(z.strictObject({ posteId: Id }), DetailPoste),
  /** The fingerprint was compared with the post, by voice. */
  verifierCle: command(z.strictObject({ posteId: Id }), z.void()),
  /** Expects a lot by a day; the post may be new. */
  attendre: command(
    z.strictObject({
      posteId: Id,
      nom: ligne(120).min(1),
      dispositif: CodeDispositifSchema,
      annee: Annee,
      pourLe: Jour,
    }),
    z.void(),
  ),
  /** Adds up the lots of these days, protects the sum and joins it with what the posts published. */
  preparerBilan: query(DemandeBilan, BilanConsolide),
  /** The same, written in the folder chosen and entered in the ledger. */
  publierBilan: commandVers('dossier', DemandeBilan.extend({ formats: z.array(z.enum(formats)).min(1) }), Ecrits),
  /** Consolidated reports already published from this coffre, latest first. */
  editions: query(ParDispositif, z.array(EditionPubliee)),
  /** The files of one of them again, to the byte. */
  republier: commandVers('dossier', ParDispositif.extend({ edition: Id }), Ecrits),
  /** The shared base where lots are, on a server; null while they are in this coffre. */
  base: query(z.void(), EtatBase.nullable()),
  /** Works in this base from now on; the lots of the coffre stay in it. */
  choisirBase: command(ChoixBase, EtatBase),
  /** Works in the coffre again; nothing is removed from the server. */
  quitterBase: command(z.void(), z.void()),
  oublierAttendu: command(z.strictObject({ posteId: Id, dispositif: CodeDispositifSchema, annee: Annee }), z.void()),
}
