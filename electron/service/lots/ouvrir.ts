import { Decrypter } from 'age-encryption'
import type { Cle } from '#db/queries/cles.ts'
import { CleSignature, FORMAT_LOT, Lot } from '#shared/domaine/lot/lot.ts'
import type { RaisonLot } from '#shared/domaine/lot/raisons.ts'
import { verifierSignature } from './cles.ts'

export type LotOuvert = { readonly lot: Lot; readonly texte: string }

/** Bytes of a sealed lot; fifty times the largest that a post makes. */
export const TAILLE_LOT = 24_000_000
const PROFONDEUR = 12

/** Opens a sealed file, checks who signed it and that it was meant for this key, and reads it; or says why not. */
export const ouvrirLot = async (
  octets: Uint8Array,
  reception: Cle,
): Promise<LotOuvert | { readonly raison: RaisonLot }> => {
  if (octets.length > TAILLE_LOT) return { raison: 'trop-gros' }
  const clair = await dechiffrer(octets, reception)
  if (typeof clair === 'string') return { raison: clair }
  const fin = clair.indexOf(0x0a)
  const [format = '', cle = '', signature = '', ...reste] =
    decoder(clair.subarray(0, Math.max(fin, 0)))?.split(' ') ?? []
  if (format !== FORMAT_LOT) return { raison: /^jalon-lot\/[1-9]\d*$/u.test(format) ? 'version-inconnue' : 'illisible' }
  const corps = clair.subarray(fin + 1)
  if (reste.length > 0 || !CleSignature.safeParse(cle).success || !verifierSignature(cle, corps, signature))
    return { raison: 'signature-fausse' }
  const texte = decoder(corps)
  const lu = texte === undefined ? undefined : lireJson(texte)
  const { success, data: lot } = Lot.safeParse(lu)
  if (texte === undefined || !success || lot.cle !== cle) return { raison: 'forme-invalide' }
  return lot.destinataire === reception.publique ? { lot, texte } : { raison: 'autre-destinataire' }
}

const dechiffrer = async (octets: Uint8Array, { secrete }: Cle): Promise<Uint8Array | RaisonLot> => {
  const ouvreur = new Decrypter()
  ouvreur.addIdentity(secrete)
  try {
    return await ouvreur.decrypt(octets)
  } catch (error) {
    return error instanceof Error && error.message.includes('no identity matched') ? 'autre-destinataire' : 'illisible'
  }
}

const decoder = (octets: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return undefined
  }
}

/** JSON as `JSON.stringify` writes it and no other: no key twice, no second way to say the same thing. */
const lireJson = (texte: string): unknown => {
  if (profondeurDe(texte) > PROFONDEUR) return undefined
  try {
    const lu: unknown = JSON.parse(texte, (cle, valeur: unknown) => {
      if (interdites.has(cle)) throw new SyntaxError('key')
      return valeur
    })
    return JSON.stringify(lu) === texte ? lu : undefined
  } catch {
    return undefined
  }
}

const interdites: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const profondeurDe = (texte: string): number => {
  let [profondeur, plusGrande, dansTexte] = [0, 0, false]
  for (let i = 0; i < texte.length; i += 1) {
    const c = texte[i]
    if (dansTexte) {
      if (c === '\\') i += 1
      else if (c === '"') dansTexte = false
    } else if (c === '"') dansTexte = true
    else if (c === '{' || c === '[') plusGrande = Math.max(plusGrande, (profondeur += 1))
    else if (c === '}' || c === ']') profondeur -= 1
  }
  return plusGrande
}
