import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** All that can reach a network: Node's modules, the page's own calls, Electron's, and the driver of the shared base. */
const versLeReseau =
  /['"](?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?['"]|['"](?:pg|undici|ws)['"]|\b(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|openExternal|autoUpdater|crashReporter)\b/u

const sources = globSync('{shared,db,electron,renderer}/**/*.{ts,tsx}').toSorted()

/** Lines of code, comments left aside, by file. */
const lignes = sources.flatMap((fichier) =>
  readFileSync(fichier, 'utf8')
    .split('\n')
    .filter((ligne) => !/^\s*(?:\/\/|\/?\*)/u.test(ligne))
    .map((ligne) => ({ fichier, ligne: ligne.trim() })),
)

test('aucune ligne n’appelle le réseau, hormis la base partagée que l’utilisateur choisit', () => {
  expect(lignes.length).toBeGreaterThan(20_000)
  expect(lignes.filter(({ ligne }) => versLeReseau.test(ligne))).toEqual([
    // Tells an address from a name; opens nothing.
    { fichier: 'db/consolidation/adresse.ts', ligne: "import { isIP } from 'node:net'" },
    { fichier: 'db/consolidation/serveur.ts', ligne: "const { Pool, types } = await import('pg')" },
  ])
})

test.each([
  "import { request } from 'node:https'",
  "const net = await import('net')",
  'await fetch(adresse)',
  'new WebSocket(adresse)',
  "navigator.sendBeacon('/a')",
  'shell.openExternal(adresse)',
])('verrait : %s', (ligne) => {
  expect(versLeReseau.test(ligne)).toBe(true)
})

test('chaque fenêtre prend tous les réglages de sécurité, et aucun ne les contredit', () => {
  const fenetres = sources.flatMap((fichier) => {
    const texte = readFileSync(fichier, 'utf8')
    return [...texte.matchAll(/new (?:BrowserWindow|BrowserView|WebContentsView)\(/gu)].map(({ index }) => ({
      fichier,
      reglages: /webPreferences: \{([^}]*)\}/u.exec(texte.slice(index))?.[1]?.trim() ?? '',
    }))
  })
  expect(fenetres.map((f) => f.fichier)).toEqual(['electron/main/imprimer.ts', 'electron/main/window.ts'])
  for (const { reglages } of fenetres) {
    expect(reglages).toMatch(/^\.\.\.preferences,/u)
    const ajoutes = reglages
      .split(',')
      .slice(1)
      .map((r) => r.split(':')[0]?.trim())
    expect(ajoutes.filter((r) => !['javascript', 'devTools', 'session', 'preload', ''].includes(r ?? ''))).toEqual([])
  }
})
