import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { protocol, type Session } from 'electron'

export const origine = { protocol: 'app:', host: 'jalon' } as const
export const accueil = 'app://jalon/index.html'

/** Before `ready`: makes app:// a real origin, so that CSP, CORS and isolation apply to it. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

/** Serves the window's files, and nothing else, to that session. */
export const serveFiles = (session: Session, racine: string): void =>
  session.protocol.handle('app', (request) => respond(racine, request))

export const respond = async (racine: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> => {
  const fichier = request.method === 'GET' ? resolveFile(racine, request.url) : undefined
  const type = fichier === undefined ? undefined : types[extname(fichier)]
  const contenu =
    fichier === undefined || type === undefined ? undefined : await readFile(fichier).catch(() => undefined)
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders(nonce)
  if (contenu === undefined || type === undefined) return new Response(null, { status: 404, headers })
  const corps = type.startsWith('text/html') ? contenu.toString('utf8').replaceAll('__NONCE__', nonce) : contenu
  return new Response(corps as BodyInit, { headers: { ...headers, 'Content-Type': type } })
}

/** The file an address names under `racine`, or nothing: another host, a way out of the folder, a trap in the name. */
export const resolveFile = (racine: string, url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined
  const { protocol: scheme, host, username, password, pathname } = new URL(url)
  if (scheme !== origine.protocol || host !== origine.host || username !== '' || password !== '') return undefined
  const chemin = decode(pathname)
  if (chemin === undefined || /[\0\\]|\/\//u.test(chemin)) return undefined
  const fichier = resolve(racine, `.${chemin}`)
  return fichier.startsWith(resolve(racine) + sep) ? fichier : undefined
}

/** The window runs only our script, and styles that carry the nonce of this very load; it cannot connect anywhere. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')

const securityHeaders = (nonce: string) => ({
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})

const decode = (pathname: string): string | undefined => {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
