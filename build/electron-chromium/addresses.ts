// Chromium does not know our scheme; `*.localhost` is, like it, a secure context.
// app://host/path <-> http://host.app.localhost/path
const suffix = '.app.localhost'

export const toHttp = (url: string): string => url.replace(/^app:\/\/([^/?#]+)/u, `http://$1${suffix}`)

export const toApp = (url: string): string =>
  url.replace(/^http:\/\/([^/?#:@]+)\.app\.localhost(?=[/?#]|$)/u, 'app://$1')
