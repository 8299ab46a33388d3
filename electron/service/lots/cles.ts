import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Db } from '#db/connection.ts'
import { type Cle, garderCle, lireCle } from '#db/queries/cles.ts'

/** The key that signs the lots of this post, made at its first lot. */
export const cleDeSignature = async (db: Db, maintenant: Date): Promise<Cle> =>
  (await lireCle(db, 'signature')) ?? garderCle(db, nouvelleSignature(), maintenant)

/** The key that lots are sealed to, made when the coordinator first gives it. */
export const cleDeReception = async (db: Db, maintenant: Date): Promise<Cle> => {
  const connue = await lireCle(db, 'reception')
  if (connue !== undefined) return connue
  const secrete = await generateX25519Identity()
  const publique = await identityToRecipient(secrete)
  return garderCle(db, { genre: 'reception', id: randomUUID(), publique, secrete }, maintenant)
}

const nouvelleSignature = (): Cle => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    genre: 'signature',
    id: randomUUID(),
    publique: publicKey.export({ format: 'der', type: 'spki' }).subarray(PREFIXE.length).toString('base64'),
    secrete: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

/** An Ed25519 public key in DER is these bytes, then its 32 (RFC 8410). */
const PREFIXE = Buffer.from('302a300506032b6570032100', 'hex')

export const signer = ({ secrete }: Pick<Cle, 'secrete'>, octets: Uint8Array): string =>
  sign(null, octets, createPrivateKey({ key: Buffer.from(secrete, 'base64'), format: 'der', type: 'pkcs8' })).toString(
    'base64',
  )

export const verifierSignature = (publique: string, octets: Uint8Array, signature: string): boolean => {
  const key = Buffer.concat([PREFIXE, Buffer.from(publique, 'base64')])
  try {
    return verify(null, octets, createPublicKey({ key, format: 'der', type: 'spki' }), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** A key as two persons compare it by telephone: six groups of five figures, of its SHA-256 (about 99 bits). */
export const empreinteDeCle = (publique: string): string => {
  const condense = createHash('sha256').update(publique).digest()
  return Array.from({ length: 6 }, (_, i) =>
    (condense.readUIntBE(i * 5, 5) % 100_000).toString().padStart(5, '0'),
  ).join(' ')
}
