import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { Nouvelle } from '#build/electron-chromium/pilotage.ts'
import { construire } from '#build/construire.ts'
import configuration from '#build/electron.vite.config.ts'
import { environnement, racine } from '#build/executer.ts'
import { preparerChromium } from '#build/preparer.ts'
import { preparerDossiers } from '../e2e/dossiers.ts'
import { executable } from '../e2e/pilote-chromium.ts'
import { but, court, enMs, fois, mediane, publier } from './harnais.ts'
import { PHRASE, preparerPoste } from './poste.ts'

// From the start of the process to a form ready to type, beside an empty window of the same shell.

const BUT = 1.5
const TOURS = court ? 3 : 11

type Depart = {
  readonly fenetre: number
  /** The shell has started: the page begins to be read. */
  readonly page: number
  /** Its script has been read and run. */
  readonly script: number
  readonly pret: number
  readonly saisie: number
}

/** Starts an application of the shell, waits for its first field to have the focus, and leaves. */
const demarrer = async (
  application: string,
  args: readonly string[],
  suite: (page: Page) => Promise<void>,
): Promise<Depart> => {
  const dossiers = preparerDossiers()
  const debut = performance.now()
  const origine = performance.timeOrigin + debut
  const child = spawn(executable(), [application, ...args], {
    env: { ...environnement, ...dossiers.env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const finie = once(child, 'exit')
  try {
    const cdp = await attendreFenetre(child)
    const fenetre = performance.now() - debut
    const browser = await chromium.connectOverCDP(cdp)
    const [page] = browser.contexts().flatMap((c) => c.pages())
    if (page === undefined) throw new Error('no window')
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    const pret = performance.now() - debut
    const lue = await page.evaluate(() => ({
      debut: performance.timeOrigin,
      script: performance
        .getEntriesByType('navigation')
        .map((n) => (n as PerformanceNavigationTiming).domContentLoadedEventStart)[0],
    }))
    const debutPage = lue.debut - origine
    await suite(page)
    const saisie = performance.now() - debut - pret
    return { fenetre, page: debutPage, script: debutPage + (lue.script ?? 0), pret, saisie }
  } finally {
    child.kill('SIGTERM')
    const tuer = setTimeout(() => child.kill('SIGKILL'), 5000)
    await finie
    clearTimeout(tuer)
    dossiers.effacer()
  }
}

const attendreFenetre = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.on('message', (nouvelle: Nouvelle) => {
      if (nouvelle.type === 'fenetre') resolve(nouvelle.cdp)
    })
    child.once('exit', () => reject(new Error('the application ended before its window')))
  })

/** An application of one empty page: what the shell itself costs. */
const ecrireVide = (dossier: string): string => {
  mkdirSync(dossier)
  writeFileSync(
    join(dossier, 'package.json'),
    JSON.stringify({ name: 'vide', productName: 'Vide', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  writeFileSync(
    join(dossier, 'main.js'),
    `import { app, BrowserWindow, protocol, session } from 'electron'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
const page = '<!doctype html><html lang="fr"><title>Vide</title><input autofocus>'
void app.whenReady().then(() => {
  const memoire = session.fromPartition('vide', { cache: false })
  memoire.protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }))
  const fenetre = new BrowserWindow({ show: false, webPreferences: { session: memoire } })
  return fenetre.loadURL('app://jalon/index.html')
})
app.on('window-all-closed', () => app.quit())
`,
  )
  return dossier
}

/** From the passphrase to the form of a new interview, that may be typed in. */
const saisir = async (page: Page): Promise<void> => {
  await page.getByLabel('Phrase de passe').fill(PHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
  await page.keyboard.press('Control+n')
  await page.getByRole('heading', { level: 1, name: 'Nouvel entretien' }).waitFor()
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
}

/** Has the system forget the files of a folder, as after a start of the machine: nothing else needs be. */
const oublierFichiers = (dossiers: readonly string[]): void => {
  for (const dossier of dossiers)
    for (const fichier of globSync(`${dossier}/**/*`, { withFileTypes: true }))
      if (fichier.isFile())
        execFileSync('dd', [`if=${join(fichier.parentPath, fichier.name)}`, 'iflag=nocache', 'count=0'], {
          stdio: 'ignore',
        })
}

/** Bytes of the window's script by package, before it is minified; after, the whole and what it reads before its first field. */
const peser = async () => {
  const paquets = new Map<string, number>()
  const renderer = (configuration as { readonly renderer: object }).renderer
  const sortie = await build({
    ...renderer,
    configFile: false,
    logLevel: 'silent',
    build: { ...(renderer as { readonly build: object }).build, write: false },
  })
  let [octets, gzip, premiers] = [0, 0, 0]
  const fichiers = [sortie].flat().flatMap((s) => ('output' in s ? s.output : []))
  const page = fichiers
    .flatMap((f) => (f.fileName === 'index.html' && f.type === 'asset' ? String(f.source) : []))
    .join('')
  for (const fichier of fichiers) {
    const contenu = fichier.type === 'chunk' ? fichier.code : fichier.source
    octets += Buffer.byteLength(contenu)
    if (page.includes(fichier.fileName)) premiers += Buffer.byteLength(contenu)
    gzip += gzipSync(contenu).length
    if (fichier.type === 'chunk')
      for (const [id, { renderedLength }] of Object.entries(fichier.modules)) {
        const paquet =
          /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(id)?.[1] ?? /\/(renderer|shared)\//u.exec(id)?.[1] ?? 'other'
        paquets.set(paquet, (paquets.get(paquet) ?? 0) + renderedLength)
      }
  }
  return { octets, gzip, premiers, paquets: [...paquets].toSorted(([, a], [, b]) => b - a) }
}

construire()
preparerChromium()
const temporaire = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
try {
  const vide = ecrireVide(join(temporaire, 'vide'))
  const coffre = join(temporaire, 'coffre')
  await preparerPoste(coffre, { entretiens: 2000, parAn: 1000 })
  const jalon = () => demarrer(racine, ['--coffre', coffre], saisir)
  const seule = () => demarrer(vide, [], async () => undefined)
  const froids = [
    join(racine, 'dist'),
    join(racine, 'node_modules/playwright-core/lib'),
    join(racine, 'node_modules/better-sqlite3'),
    '/usr/lib/chromium',
    temporaire,
  ]
  oublierFichiers(froids)
  const jalonFroid = await jalon()
  oublierFichiers(froids)
  const seuleFroide = await seule()
  const jalons: Depart[] = []
  const seules: Depart[] = []
  for (let tour = 0; tour < TOURS; tour += 1)
    for (const [faire, ou] of tour % 2 === 0
      ? ([
          [jalon, jalons],
          [seule, seules],
        ] as const)
      : ([
          [seule, seules],
          [jalon, jalons],
        ] as const))
      ou.push(await faire())
  const de = (departs: readonly Depart[], quoi: keyof Depart): number => mediane(departs.map((d) => d[quoi]))
  const { octets, gzip, premiers, paquets } = await peser()
  const [pret, seul] = [de(jalons, 'pret'), de(seules, 'pret')]
  await publier('3. Start', [
    'From the start of the process, in the shell named above. The window is there, with its field focused, before any coffre is opened. Cold: the files of the application, of the shell and of the coffre were forgotten by the system. An interview ready to type: from the passphrase to the form; its derivation (scrypt, N = 2^17) is slow on purpose.',
    [
      {
        Step: 'window visible, warm',
        Jalon: enMs(de(jalons, 'fenetre')),
        'Empty window': enMs(de(seules, 'fenetre')),
        Ratio: fois(de(jalons, 'fenetre'), de(seules, 'fenetre')),
        Goal: '',
      },
      {
        Step: 'passphrase ready to type, warm',
        Jalon: enMs(pret),
        'Empty window': enMs(seul),
        Ratio: fois(pret, seul),
        Goal: but(pret <= BUT * seul, `≤ × ${BUT}`),
      },
      {
        Step: 'passphrase ready to type, cold',
        Jalon: enMs(jalonFroid.pret),
        'Empty window': enMs(seuleFroide.pret),
        Ratio: fois(jalonFroid.pret, seuleFroide.pret),
        Goal: '',
      },
      {
        Step: 'then an interview ready to type',
        Jalon: enMs(de(jalons, 'saisie')),
        'Empty window': '',
        Ratio: '',
        Goal: '',
      },
    ],
    'Where that time goes, warm, median of each:',
    (
      [
        ['the shell starts, until the page is read', (d) => d.page],
        ['the script is read and run', (d) => d.script - d.page],
        ['painted, the state of the coffre asked, the field focused', (d) => d.pret - d.script],
      ] as const satisfies readonly (readonly [string, (d: Depart) => number])[]
    ).map(([quoi, duree]) => ({
      Segment: quoi,
      Jalon: enMs(mediane(jalons.map(duree))),
      'Empty window': enMs(mediane(seules.map(duree))),
    })),
    `The window's files: ${(octets / 1e6).toFixed(2)} MB, ${(gzip / 1e6).toFixed(2)} MB compressed; ${(premiers / 1e6).toFixed(2)} MB of them before its first field, the rest while the passphrase is typed. Its script by package, before minification:`,
    paquets.slice(0, 14).map(([paquet, n]) => ({
      Package: paquet,
      kB: Math.round(n / 1000),
      Share: `${Math.round((100 * n) / paquets.reduce((t, [, m]) => t + m, 0))} %`,
    })),
  ])
} finally {
  rmSync(temporaire, { recursive: true, force: true })
}
