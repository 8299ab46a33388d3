import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fusibles } from '#build/after-pack.ts'
import { environnement, racine } from '#build/executer.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { uneTache } from '../fixtures/secret/taches.ts'

/** The mark that Electron's binary bears before its fuses: version 1, nine of them, all off. */
const marque = Buffer.from(`dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${'0'.repeat(9)}`)

let dossier: string
let contenu: readonly string[]
const paquet = () => join(dossier, 'paquets/linux-unpacked')

// The package is made around a file that only looks like Electron: what is checked is what we put in and switch off.
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-paquet-'))
  const electron = join(dossier, 'electron')
  mkdirSync(join(electron, 'locales'), { recursive: true })
  for (const langue of ['fr', 'en-US', 'de']) writeFileSync(join(electron, 'locales', `${langue}.pak`), '')
  writeFileSync(join(electron, 'electron'), marque)
  const version: string = JSON.parse(readFileSync(join(racine, 'package.json'), 'utf8')).devDependencies.electron
  executer('electron-builder', [
    '--linux',
    '--x64',
    '--dir',
    '--publish=never',
    `-c.electronDist=${electron}`,
    `-c.electronVersion=${version}`,
    `-c.directories.output=${join(dossier, 'paquets')}`,
  ])
  contenu = executer('asar', ['list', join(paquet(), 'resources/app.asar')]).split('\n')
})
afterAll(() => rmSync(dossier, { recursive: true }))

const executer = (outil: string, args: readonly string[]): string =>
  execFileSync(outil, args, { cwd: racine, env: environnement, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

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
    expect.arrayContaining(['/dist/main/index.js', '/dist/preload/index.cjs', '/dist/service/index.js']),
  )
})

test('seuls les binaires natifs de la cible sont livrés', () => {
  const natifs = contenu.filter((chemin) => chemin.endsWith('.node')).toSorted()
  expect(natifs).toEqual([
    '/node_modules/@resvg/resvg-js-linux-x64-gnu/resvgjs.linux-x64-gnu.node',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])
})

test('l’ouvrier du secret est livré avec tout ce qu’il lui faut pour calculer', async () => {
  const extrait = join(dossier, 'extrait')
  executer('asar', ['extract', join(paquet(), 'resources/app.asar'), extrait])
  const atelier = createAtelier({ demarrer: () => new Worker(join(extrait, 'dist/service/ouvrier.js')) })
  const { statut } = await atelier.accomplir(uneTache(1))
  await atelier.fermer()
  expect(statut).toBe('protege')
})

test('Chromium est livré en français, et en anglais américain pour démarrer sur un poste d’une autre langue', () => {
  expect(readdirSync(join(paquet(), 'locales')).toSorted()).toEqual(['en-US.pak', 'fr.pak'])
})

test('les neuf fusibles d’Electron ont la valeur décidée', async () => {
  const { resetAdHocDarwinSignature: _, ...lus } = await getCurrentFuseWire(join(paquet(), 'jalon'))
  const { strictlyRequireAllFuses: __, version, ...voulus } = fusibles
  expect(lus).toEqual({ version, ...Object.fromEntries(Object.entries(voulus).map(([n, v]) => [n, etat(v)])) })
})

/** A fuse is one character of the binary. */
const etat = (valeur: boolean) => (valeur ? '1' : '0').charCodeAt(0)
