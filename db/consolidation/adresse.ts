import { isIP } from 'node:net'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** Where a shared base is, and who asks for it; never the password. */
export type AdresseBase = {
  readonly utilisateur: string
  /** A name, an address, or the folder of a Unix socket. */
  readonly hote: string
  readonly port: number
  readonly base: string
  /** This very machine: the only place where a connection may go without TLS. */
  readonly local: boolean
}

/**
 * Reads `postgres://user@host[:port]/base`, where the host may be the folder of a Unix socket, written as in a URL
 * (`%2Fvar%2Frun%2Fpostgresql`). Throws `base-adresse`: every program of the machine would see a password there, and no
 * setting of an address may weaken TLS.
 */
export const lireAdresse = (texte: string): AdresseBase => {
  const url = URL.canParse(texte) ? new URL(texte) : refuser('forme')
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) refuser('forme')
  if (url.password !== '') refuser('phrase')
  if (url.search !== '' || url.hash !== '') refuser('reglage')
  const [utilisateur, hote, base] = [url.username, url.hostname, url.pathname.slice(1)].map(decoder)
  if (!utilisateur || !hote || !base || base.includes('/')) return refuser('forme')
  const nu = hote.replace(/^\[(.*)\]$/u, '$1')
  if (!nu.startsWith('/') && !/^[\p{L}\p{N}.:_-]+$/u.test(nu)) return refuser('forme')
  const port = url.port === '' ? 5432 : Number(url.port)
  return { utilisateur, hote: nu, port, base, local: nu.startsWith('/') || estBoucle(nu) }
}

const refuser = (raison: 'forme' | 'phrase' | 'reglage'): never => {
  throw new ErreurMetier('base-adresse', { champs: { raison } })
}

const decoder = (texte: string): string => {
  try {
    return decodeURIComponent(texte)
  } catch {
    return refuser('forme')
  }
}

const estBoucle = (hote: string): boolean =>
  hote === 'localhost' || hote === '::1' || (isIP(hote) === 4 && hote.startsWith('127.'))
