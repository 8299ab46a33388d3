import { z } from 'zod'
import { Annee, Id, Jour } from '../../domaine/communs.ts'
import { Instance } from '../../domaine/instances/instance.ts'
import { ExportNominatif, PointNominatif, PointNominatifLu } from '../../domaine/instances/nominatif.ts'
import { Reunion } from '../../domaine/instances/reunion.ts'
import { Signataire } from '../../domaine/instances/signataire.ts'
import { command, commandVers, query } from '../call.ts'
import { Phrase } from './coffre.ts'

/** What may be taken out of sight, and brought back. */
export const RetirableInstance = z.enum(['instance', 'reunion', 'signataire'])
export type RetirableInstance = z.infer<typeof RetirableInstance>

const Regularite = z.strictObject({
  derniere: Jour.nullable(),
  prochaine: Jour.nullable(),
  avantLe: Jour.nullable(),
  enRetard: z.boolean(),
})
const Suivie = Instance.extend({
  regularite: Regularite,
  tenues: z.int(),
  annee: z.strictObject({ attendues: z.int(), manquees: z.int() }).nullable(),
})
const ParReunion = z.strictObject({ reunionId: Id })
const Ecrits = z.strictObject({ dossier: z.string(), fichiers: z.array(z.string()) })

/**
 * Instances of the coordinator. Presence and decisions bear functions, never names. What names persons has its own calls:
 * refused with `instance-non-nominative` out of a group of L132-5, and with `charte-non-signee` unless every function present
 * has a signatory.
 */
export const instances = {
  /** Every instance with its regularity on that day, and the meetings of the year, latest first. */
  lire: query(
    z.strictObject({ annee: Annee, jour: Jour }),
    z.strictObject({ instances: z.array(Suivie), reunions: z.array(Reunion) }),
  ),
  enregistrer: command(Instance, z.void()),
  /** Writes the set of instances of Aix; refused with `instances: deja` once there is one. */
  adopterModele: command(z.strictObject({ jour: Jour }), z.void()),
  /** The whole meeting, by an id made by the form. */
  enregistrerReunion: command(Reunion, z.void()),
  signataires: query(z.void(), z.array(Signataire)),
  enregistrerSignataire: command(Signataire, z.void()),
  /** Refused with `id: points-nominatifs` where persons were spoken of. */
  retirer: command(z.strictObject({ genre: RetirableInstance, id: Id }), z.void()),
  retablir: command(z.strictObject({ genre: RetirableInstance, id: Id }), z.void()),
  /** The letter that calls the members. */
  convocation: commandVers('dossier', ParReunion, Ecrits),
  /** What was decided; refused with `releve-nominatif` where persons were spoken of. */
  releve: commandVers('dossier', ParReunion, Ecrits),
  lirePoints: query(
    ParReunion,
    z.strictObject({ points: z.array(PointNominatifLu), exports: z.array(ExportNominatif) }),
  ),
  noterPoint: command(PointNominatif, z.void()),
  /** Destroys it for good. */
  effacerPoint: command(ParReunion.extend({ id: Id }), z.void()),
  /** The relevé with its persons: the passphrase is asked again (DP-15), and a register tells it left. */
  releveNominatif: commandVers(
    'dossier',
    ParReunion.extend({ phrase: Phrase }),
    Ecrits.extend({ motDePasse: z.string() }),
  ),
}
