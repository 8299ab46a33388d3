import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fusibles } from '#build/after-pack.ts'
import { environnement, racine } from '#build/executer.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { VERSION } from '#shared/version.ts'
import { uneTache } from '../fixtures/secret/taches.ts'

/** The mark that Electron's binary bears before its fuses: version 1, nine of them, all off. */
const marque = Buffer.from(`dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${'0'.repeat(9)}`)

let dossier: string
let contenu: readonly string[]
let dit: string
const paquet = (cible: Cible = 'linux') => join(dossier, cible, cible === 'linux' ? 'linux-unpacked' : 'win-unpacked')
const asar = (cible: Cible) => join(paquet(cible), 'resources/app.asar')
const lister = (cible: Cible) =>
  executer('asar', ['list', asar(cible)])
    .replaceAll('\\', '/')
    .split('\n')
type Cible = 'linux' | 'win'

// The package is made around a file that only looks like Electron: what is checked is what we put in and switch off.
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-paquet-'))
  const electron = join(dossier, 'electron')
  mkdirSync(join(electron, 'locales'), { recursive: true })
  for (const langue of ['fr', 'en-US', 'de']) writeFileSync(join(electron, 'locales', `${langue}.pak`), '')
  writeFileSync(join(electron, 'electron'), marque)
  // The hash of the asar is written into a real Windows program, which any small one of the tools is.
  const programme = readFileSync(join(racine, 'node_modules/electron-winstaller/vendor/rcedit.exe'))
  writeFileSync(join(electron, 'electron.exe'), Buffer.concat([programme, marque]))
  const version: string = JSON.parse(readFileSync(join(racine, 'package.json'), 'utf8')).devDependencies.electron
  const args = (cible: Cible) => [
    `--${cible}`,
    '--x64',
    '--dir',
    `-c.electronDist=${electron}`,
    `-c.electronVersion=${version}`,
  ]
  // For the system of here, the publisher's own command; of Windows, the tool alone: the rest of the command needs its system.
  dit = spawnSync('node', ['build/node-24.cjs', 'build/paquet.ts', ...args('linux')], {
    cwd: racine,
    env: { ...environnement, JALON_PAQUETS: join(dossier, 'linux') },
    encoding: 'utf8',
  }).stderr
  executer('electron-builder', [...args('win'), '--publish=never', `-c.directories.output=${join(dossier, 'win')}`])
  contenu = lister('linux')
})
afterAll(() => rmSync(dossier, { recursive: true }))

const executer = (outil: string, args: readonly string[]): string =>
  execFileSync(outil, args, { cwd: racine, env: environnement, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

test('la commande relit les fusibles, puis écrit les sommes et la composition', () => {
  expect(dit).toContain('les fusibles sont ceux qui ont été décidés.')
  const ecrits = readdirSync(join(dossier, 'linux'))
  expect(ecrits).toEqual(
    expect.arrayContaining([
      `SHA256SUMS-${VERSION}-${process.platform}.txt`,
      `sbom-${VERSION}-${process.platform}.cdx.json`,
    ]),
  )
  const composition = readFileSync(join(dossier, 'linux', `sbom-${VERSION}-${process.platform}.cdx.json`), 'utf8')
  expect(JSON.parse(composition)).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'jalon' } } })
})

test('le paquet contient l’application construite, et rien des sources, des outils ni des tests', () => {
  expect([...new Set(contenu.map((chemin) => chemin.split('/')[1] ?? ''))].toSorted()).toEqual([
    '',
    'dist',
    'node_modules',
    'package.json',
  ])
  const modules = contenu.flatMap((chemin) => /^\/dist\/(\w+)$/u.exec(chemin)?.[1] ?? [])
  expect(modules.toSorted()).toEqual(['commun', 'main', 'preload', 'renderer', 'service'])
  expect(contenu).toEqual(
    expect.arrayContaining([
      '/dist/main/index.js',
      '/dist/preload/index.cjs',
      '/dist/service/index.js',
      '/dist/service/commande.js',
    ]),
  )
})

const natifs = (de: readonly string[]) => de.filter((chemin) => chemin.endsWith('.node')).toSorted()

test('seuls les binaires natifs de la cible sont livrés', () => {
  expect(natifs(contenu)).toEqual([
    '/node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])
  // The other one of Windows is installed there only.
  expect(natifs(lister('win'))).toEqual(['/node_modules/better-sqlite3/prebuilds/win32-x64.node'])
})

test('des modules, rien que ce que l’application charge', () => {
  const modules = new Set(contenu.flatMap((c) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)$/u.exec(c)?.[1] ?? []))
  expect([...modules].toSorted()).toEqual([
    '@resvg/resvg-js',
    '@resvg/resvg-js-linux-x64-gnu',
    'better-sqlite3',
    'highs',
  ])
  expect(contenu.filter((c) => /\.(map|ts|tsx|md|cc|cpp|h|gyp)$/u.test(c) && !c.endsWith('.md'))).toEqual([])
})

test('l’ouvrier du secret est livré avec tout ce qu’il lui faut pour calculer', async () => {
  const extrait = join(dossier, 'extrait')
  executer('asar', ['extract', asar('linux'), extrait])
  const atelier = createAtelier({ demarrer: () => new Worker(join(extrait, 'dist/service/ouvrier.js')) })
  const { statut } = await atelier.accomplir(uneTache(1))
  await atelier.fermer()
  expect(statut).toBe('protege')
})

test('une commande dont un fichier manque le dit en français, et ne commence rien', () => {
  const extrait = join(dossier, 'incomplet')
  executer('asar', ['extract', asar('linux'), extrait])
  const verifier = () =>
    spawnSync(
      process.execPath,
      ['--import', port, join(extrait, 'dist/service/commande.js'), 'verifier', '--coffre', join(dossier, 'absent')],
      { encoding: 'utf8', env: { ...environnement, JALON_PHRASE: 'une phrase' } },
    )
  expect(verifier().stderr).toMatch(/coffre/u)
  const commun = join(extrait, 'dist/commun')
  for (const nom of readdirSync(commun).filter((n) => n.startsWith('verifier-'))) rmSync(join(commun, nom))
  const { status, stdout, stderr } = verifier()
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Un fichier de Jalon manque ou est abîmé.+\n$/u)
})

const port = join(racine, 'build/electron-chromium/parent-port.ts')

test('la clé publique de l’éditeur part avec l’application quand il en a une, et rien d’autre de build/', () => {
  expect(contenu.filter((c) => c.startsWith('/dist/') && c.split('/').length === 3).toSorted()).toEqual(
    ['/dist/commun', '/dist/main', '/dist/preload', '/dist/renderer', '/dist/service']
      .concat(existsSync(join(racine, 'build/cle-mise-a-jour.pub')) ? ['/dist/cle-mise-a-jour.pub'] : [])
      .toSorted(),
  )
})

test('Chromium est livré en français, et en anglais américain pour démarrer sur un poste d’une autre langue', () => {
  expect(readdirSync(join(paquet(), 'locales')).toSorted()).toEqual(['en-US.pak', 'fr.pak'])
})

test.each([
  ['linux', 'jalon'],
  ['win', 'Jalon.exe'],
] as const)('les neuf fusibles d’Electron ont la valeur décidée (%s)', async (cible, executable) => {
  const { resetAdHocDarwinSignature: _, ...lus } = await getCurrentFuseWire(join(paquet(cible), executable))
  const { strictlyRequireAllFuses: __, version, ...voulus } = fusibles
  expect(lus).toEqual({ version, ...Object.fromEntries(Object.entries(voulus).map(([n, v]) => [n, etat(v)])) })
})

const icone = (nom: string) => readFileSync(join(racine, 'dist/icones', nom))

test('l’icône est dans les formats des trois systèmes, à chaque taille', () => {
  for (const nom of ['jalon', 'document']) {
    const png = readdirSync(join(racine, 'dist/icones', nom)).toSorted()
    expect(png).toEqual(['128', '16', '256', '32', '48', '512', '64'].map((t) => `${t}x${t}.png`))
    // Of a PNG, the width is the fifth number.
    for (const fichier of png)
      expect(`${icone(`${nom}/${fichier}`).readUInt32BE(16)}x`).toBe(fichier.split(/(?<=x)/u)[0])
    const ico = icone(`${nom}.ico`)
    expect(ico.readUInt16LE(4)).toBe(7)
    expect(ico.subarray(ico.readUInt32LE(18), ico.readUInt32LE(18) + 4).toString('latin1')).toBe('\u0089PNG')
    const icns = icone(`${nom}.icns`)
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  }
})

/** A fuse is one character of the binary. */
const etat = (valeur: boolean) => (valeur ? '1' : '0').charCodeAt(0)
