import { app, type Session } from 'electron'
import { origine } from './protocol.ts'

/** Offline by construction: a session asks for nothing but the application's own files, is granted nothing, keeps nothing. */
export const closeSession = (session: Session): void => {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnRequest(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Whatever page ever exists stays where main put it: it cannot go elsewhere, open another one, or embed one. */
export const closeContents = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** True for the top frame of the application's own page; the address is parsed, never compared by prefix. */
export const isOwnFrame = (frame: { readonly url: string; readonly parent: unknown } | null): boolean => {
  if (frame === null || frame.parent !== null || !URL.canParse(frame.url)) return false
  const url = new URL(frame.url)
  return url.protocol === origine.protocol && url.host === origine.host && url.username === '' && url.password === ''
}

/** Node knows no origin for a scheme of ours (`null`): protocol and host are compared, whatever the host. */
const isOwnRequest = (url: string): boolean => {
  const scheme = URL.canParse(url) ? new URL(url).protocol : ''
  return scheme === origine.protocol || (scheme === 'devtools:' && !app.isPackaged)
}
