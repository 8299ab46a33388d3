import type { CodeErreur } from '#shared/erreurs/erreur.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** What a server or the way to it refuses, in the words of Jalon; anything else as it is. Never its own message: it quotes. */
export const traduireErreur = (error: unknown): unknown => {
  if (error instanceof ErreurMetier || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const traduite =
    codes[code] ??
    (certificat.test(code) ? 'base-certificat' : undefined) ??
    // Class 08: connection; 57P: the server is stopping (PostgreSQL, appendix A).
    (/^(08|57P)/u.test(code) ? 'base-injoignable' : undefined) ??
    messages.find(([message]) => message.test(error.message))?.[1]
  return traduite === undefined ? error : new ErreurMetier(traduite)
}

const codes: Readonly<Record<string, CodeErreur>> = {
  ECONNREFUSED: 'base-injoignable',
  ECONNRESET: 'base-injoignable',
  // A name that no resolver takes.
  EINVAL: 'base-injoignable',
  EHOSTUNREACH: 'base-injoignable',
  ENETUNREACH: 'base-injoignable',
  ENOENT: 'base-injoignable',
  ENOTFOUND: 'base-injoignable',
  EAI_AGAIN: 'base-injoignable',
  EPIPE: 'base-injoignable',
  ETIMEDOUT: 'base-injoignable',
  '53300': 'base-injoignable',
  '28P01': 'base-phrase',
  '28000': 'base-phrase',
  '3D000': 'base-non-preparee',
  '42P01': 'base-non-preparee',
  '42501': 'base-droit',
  // OpenSSL: the other side speaks no TLS that is still safe.
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'base-certificat',
  ERR_TLS_CERT_ALTNAME_INVALID: 'base-certificat',
}

/** Those of Node's verification of a certificate. */
const certificat = /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/u

/** What the driver says without a code. */
const messages: readonly (readonly [RegExp, CodeErreur])[] = [
  [/does not support SSL/u, 'base-sans-tls'],
  [/^SASL|client password must be/u, 'base-phrase'],
  [/terminated|timeout|not queryable|SSL connection|before secure TLS/u, 'base-injoignable'],
]
