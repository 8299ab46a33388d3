import { createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  comparerVersions,
  extensionsDe,
  FichierMiseAJour,
  MiseAJour,
  texteASigner,
} from '#shared/domaine/mise-a-jour.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { condenser } from '../coffre/sauvegardes.ts'

type Demande = {
  /** The signed file that the user chose; its installers stand beside it. */
  readonly chemin: string
  /** The publisher's public key (PEM); nothing in an application built without one. */
  readonly cle: string | undefined
  /** Version that runs, and its system as Node names it. */
  readonly version: string
  readonly systeme: string
}

export type MiseAJourVerifiee = MiseAJour & { readonly dossier: string; readonly verifies: readonly string[] }

/**
 * Reads an update from a file, without a network: signed by the publisher, newer than what runs, and with at least one
 * installer of this system that is what was signed, to the byte. Nothing is started: the user does that himself.
 */
export const verifierMiseAJour = async ({ chemin, cle, version, systeme }: Demande): Promise<MiseAJourVerifiee> => {
  if (cle === undefined) throw new ErreurMetier('maj-sans-cle')
  const { contenu, signature } = lire(chemin)
  if (!estSigne(contenu, signature, cle)) throw new ErreurMetier('maj-signature')
  const maj = lireContenu(contenu)
  if (comparerVersions(maj.version, version) <= 0) throw new ErreurMetier('maj-ancienne')
  const dossier = dirname(chemin)
  const siens = maj.installateurs.filter(({ nom }) => extensionsDe[systeme]?.some((fin) => nom.endsWith(fin)))
  const presents = siens.filter(({ nom }) => existsSync(join(dossier, nom)))
  if (presents.length === 0) throw new ErreurMetier('maj-sans-installateur')
  for (const { nom, octets, sha256 } of presents)
    if (statSync(join(dossier, nom)).size !== octets || (await condenser(join(dossier, nom))) !== sha256)
      throw new ErreurMetier('maj-abimee')
  return { ...maj, dossier, verifies: presents.map(({ nom }) => nom) }
}

const lire = (chemin: string): FichierMiseAJour => {
  try {
    if (statSync(chemin).size > TAILLE_MAX) throw new ErreurMetier('maj-illisible')
    return FichierMiseAJour.parse(JSON.parse(readFileSync(chemin, 'utf8')))
  } catch {
    throw new ErreurMetier('maj-illisible')
  }
}

/** Signed, but by a later format than this application knows. */
const lireContenu = (contenu: string): MiseAJour => {
  const { success, data } = MiseAJour.safeParse(JSON.parse(contenu))
  if (!success) throw new ErreurMetier('maj-illisible')
  return data
}

const estSigne = (contenu: string, signature: string, cle: string): boolean =>
  verify(null, Buffer.from(texteASigner(contenu)), createPublicKey(cle), Buffer.from(signature, 'base64'))

const TAILLE_MAX = 300_000
