import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import type { Entete, Enveloppe, Genre, Scelle } from './entete.ts'
import { lireCodeSecours } from './code-secours.ts'
import { normaliserPhrase } from './phrase.ts'

type Base = Pick<Entete, 'id' | 'kdf'>

/** Seals the database key under a secret, with a salt and a nonce of its own. */
export const envelopper = async (base: Base, genre: Genre, secret: string, cle: Buffer): Promise<Enveloppe> => {
  const sel = nouveauSel()
  return avecCle(await deriver(base, canonique[genre](secret), sel), (derivee) => ({
    sel,
    ...sceller(derivee, lien(base, genre), cle),
  }))
}

/** The database key, or nothing: a wrong secret and a damaged envelope cannot be told apart, and take the same time. */
export const developper = async (entete: Entete, genre: Genre, secret: string): Promise<Buffer | undefined> => {
  const enveloppe = entete.enveloppes[genre]
  return avecCle(await deriver(entete, canonique[genre](secret), enveloppe.sel), (derivee) =>
    desceller(derivee, lien(entete, genre), enveloppe),
  )
}

/** The same for one of the other users, under the salt that they share. */
export const envelopperAgent = async (
  base: Base,
  { id, sel }: { readonly id: string; readonly sel: string },
  phrase: string,
  cle: Buffer,
): Promise<Scelle & { readonly id: string }> =>
  avecCle(await deriver(base, normaliserPhrase(phrase), sel), (derivee) => ({
    id,
    ...sceller(derivee, lienAgent(base, id), cle),
  }))

/** The database key by the passphrase of one of the other users, and whose it is. One derivation, however many they are. */
export const developperAgent = async (entete: Entete, phrase: string): Promise<CleDAgent | undefined> => {
  const { agents } = entete
  if (agents === undefined) return undefined
  return avecCle(await deriver(entete, normaliserPhrase(phrase), agents.sel), (derivee) => {
    for (const enveloppe of agents.enveloppes) {
      const cle = desceller(derivee, lienAgent(entete, enveloppe.id), enveloppe)
      if (cle !== undefined) return { cle, agent: enveloppe.id }
    }
    return undefined
  })
}

export type CleDAgent = { readonly cle: Buffer; readonly agent: string }

export const nouveauSel = (): string => b64(randomBytes(32))

/** Lends a key and fills it with zeros afterwards, whatever happens. */
export const avecCle = async <T>(cle: Buffer, travail: (cle: Buffer) => T | Promise<T>): Promise<T> => {
  try {
    return await travail(cle)
  } finally {
    cle.fill(0)
  }
}

const sceller = (derivee: Buffer, lie: Buffer, cle: Buffer): Scelle => {
  const nonce = randomBytes(12)
  const chiffreur = createCipheriv('aes-256-gcm', derivee, nonce).setAAD(lie)
  const chiffre = Buffer.concat([chiffreur.update(cle), chiffreur.final()])
  return { nonce: b64(nonce), chiffre: b64(chiffre), sceau: b64(chiffreur.getAuthTag()) }
}

const desceller = (derivee: Buffer, lie: Buffer, { nonce, chiffre, sceau }: Scelle): Buffer | undefined => {
  const dechiffreur = createDecipheriv('aes-256-gcm', derivee, octets(nonce)).setAAD(lie).setAuthTag(octets(sceau))
  const cle = dechiffreur.update(octets(chiffre))
  try {
    dechiffreur.final()
    return cle
  } catch {
    cle.fill(0)
    return undefined
  }
}

const deriver = ({ kdf: { N, r, p } }: Base, secret: string, sel: string): Promise<Buffer> =>
  scryptAsync(secret, octets(sel), 32, { N, r, p, maxmem: 256 * N * r })

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

const canonique: Readonly<Record<Genre, (secret: string) => string>> = {
  phrase: normaliserPhrase,
  secours: (code) => lireCodeSecours(code) ?? '',
}

/** An envelope taken from another coffre, from another kind or from another user does not open. */
const lien = ({ id }: Base, genre: Genre): Buffer => Buffer.from(`jalon-coffre/1\n${id}\n${genre}`)
const lienAgent = ({ id }: Base, agent: string): Buffer => Buffer.from(`jalon-coffre/1\n${id}\nagent\n${agent}`)

const b64 = (buffer: Buffer): string => buffer.toString('base64')
const octets = (texte: string): Buffer => Buffer.from(texte, 'base64')
