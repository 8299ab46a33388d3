import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'
import { closeSession } from './security.ts'
import { preferences } from './window.ts'

/**
 * Prints a whole HTML document to a tagged A4 PDF with an outline. The document stays in memory, runs no script, and
 * may use only what it carries.
 */
export const imprimer = async (html: string): Promise<Uint8Array<ArrayBuffer>> => {
  const attendue = prete
  prete = undefined
  const window = (await attendue?.catch(() => undefined)) ?? ouvrir()
  try {
    return await versPdf(window, html)
  } finally {
    window.destroy()
  }
}

/** Has a printer wait, warm, for the next document: Chromium starts while something else is done. What it lacks is said later. */
export const preparerImpression = (): void => {
  prete = chauffer()
  prete.catch(() => undefined)
}

let prete: Promise<BrowserWindow> | undefined
const chauffer = async (): Promise<BrowserWindow> => {
  const window = ouvrir()
  await versPdf(window, '<!doctype html><title></title>')
  return window
}

const ouvrir = (): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: { ...preferences, javascript: false, devTools: false, session: printSession() },
  })

const versPdf = async (window: BrowserWindow, html: string): Promise<Uint8Array<ArrayBuffer>> => {
  const id = randomUUID()
  documents.set(id, html)
  try {
    await window.loadURL(`app://impression/${id}`)
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return new Uint8Array(pdf)
  } finally {
    documents.delete(id)
  }
}

const documents = new Map<string, string>()

let opened: Session | undefined
const printSession = (): Session => {
  if (opened !== undefined) return opened
  opened = session.fromPartition('impression', { cache: false })
  closeSession(opened)
  opened.protocol.handle('app', ({ method, url }) => {
    const { host, pathname } = new URL(url)
    const html = method === 'GET' && host === 'impression' ? documents.get(pathname.slice(1)) : undefined
    return html === undefined ? new Response(null, { status: 404, headers }) : new Response(html, { headers })
  })
  return opened
}

/** Drawings carry their style inline, hence `unsafe-inline`, for style alone: no script runs in this window. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  'X-Content-Type-Options': 'nosniff',
}
