import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import type { Entete, Enveloppe, Genre } from './entete.ts'
import { lireCodeSecours } from './code-secours.ts'
import { normaliserPhrase } from './phrase.ts'

type Base = Pick<Entete, 'format' | 'id' | 'kdf'>

/** Seals the database key under a secret, with a salt and a nonce of its own. */
export const envelopper = async (base: Base, genre: Genre, secret: string, cle: Buffer): Promise<Enveloppe> => {
  const sel = randomBytes(32)
  const nonce = randomBytes(12)
  return avecCle(await deriver(base, genre, secret, sel), (derivee) => {
    const chiffreur = createCipheriv('aes-256-gcm', derivee, nonce).setAAD(lien(base, genre))
    const chiffre = Buffer.concat([chiffreur.update(cle), chiffreur.final()])
    return { sel: b64(sel), nonce: b64(nonce), chiffre: b64(chiffre), sceau: b64(chiffreur.getAuthTag()) }
  })
}

/** The database key, or nothing: a wrong secret and a damaged envelope cannot be told apart, and take the same time. */
export const developper = async (entete: Entete, genre: Genre, secret: string): Promise<Buffer | undefined> => {
  const { sel, nonce, chiffre, sceau } = entete.enveloppes[genre]
  return avecCle(await deriver(entete, genre, secret, octets(sel)), (derivee) => {
    const dechiffreur = createDecipheriv('aes-256-gcm', derivee, octets(nonce))
      .setAAD(lien(entete, genre))
      .setAuthTag(octets(sceau))
    const cle = dechiffreur.update(octets(chiffre))
    try {
      dechiffreur.final()
      return cle
    } catch {
      cle.fill(0)
      return undefined
    }
  })
}

/** Lends a key and fills it with zeros afterwards, whatever happens. */
export const avecCle = async <T>(cle: Buffer, travail: (cle: Buffer) => T | Promise<T>): Promise<T> => {
  try {
    return await travail(cle)
  } finally {
    cle.fill(0)
  }
}

const deriver = ({ kdf: { N, r, p } }: Base, genre: Genre, secret: string, sel: Buffer): Promise<Buffer> =>
  scryptAsync(canonique[genre](secret), sel, 32, { N, r, p, maxmem: 256 * N * r })

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

const canonique: Readonly<Record<Genre, (secret: string) => string>> = {
  phrase: normaliserPhrase,
  secours: (code) => lireCodeSecours(code) ?? '',
}

/** An envelope taken from another coffre, or from the other kind, does not open. */
const lien = ({ format, id }: Base, genre: Genre): Buffer => Buffer.from(`${format}\n${id}\n${genre}`)

const b64 = (buffer: Buffer): string => buffer.toString('base64')
const octets = (texte: string): Buffer => Buffer.from(texte, 'base64')
