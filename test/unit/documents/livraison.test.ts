import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { composition, sommesDe } from '#build/composition.ts'
import { VERSION } from '#shared/version.ts'

const racine = resolve(import.meta.dirname, '../../..')
const lire = (nom: string) => readFileSync(join(racine, nom), 'utf8')
const { scripts, dependencies, version, license } = JSON.parse(lire('package.json'))
const { jobs } = parse(lire('.github/workflows/livraison.yml'))
type Etape = { readonly run?: string; readonly uses?: string }
const etapes: readonly Etape[] = Object.values<{ steps: Etape[] }>(jobs).flatMap((job) => job.steps)
const ordres = etapes.flatMap((e) => e.run ?? [])

test('le workflow ne lance que des commandes npm qui existent, sur les trois systèmes', () => {
  const lances = ordres.flatMap((o) => [...o.matchAll(/npm run ([\w:-]+)/gu)].map((m) => m[1] ?? ''))
  expect(lances.toSorted()).toEqual(['check', 'e2e', 'paquet'])
  for (const script of lances) expect(scripts).toHaveProperty(script)
  const machines = jobs.installateurs.strategy.matrix.include.map((m: { machine: string }) => m.machine.split('-')[0])
  expect(machines).toEqual(['windows', 'macos', 'ubuntu'])
  for (const fichier of ordres.flatMap((o) => /\bnode ((?:node_modules|build)\/\S+)/u.exec(o)?.[1] ?? []))
    expect([fichier, existsSync(join(racine, fichier))]).toEqual([fichier, true])
})

test('il teste avant d’empaqueter, ne publie qu’un brouillon, et n’écrit que là', () => {
  const noms = jobs.installateurs.steps.flatMap((e: Etape) => e.run ?? [])
  const rang = (mot: string) => noms.findIndex((o: string) => o.includes(mot))
  expect(rang('npm run e2e')).toBeGreaterThan(-1)
  expect(rang('npm run paquet')).toBeGreaterThan(rang('npm run e2e'))
  expect([jobs.installateurs.needs, jobs.publication.needs]).toEqual(['verifier', 'installateurs'])
  expect(ordres.find((o) => o.includes('gh release'))).toContain('--draft')
  const ecrivent = Object.entries<{ permissions?: object }>(jobs).filter(([, job]) => job.permissions !== undefined)
  expect(ecrivent.map(([nom]) => nom)).toEqual(['publication'])
})

test('il prend le Node du projet et les mêmes modules natifs que le verrou', () => {
  const node = etapes.filter((e) => e.uses?.startsWith('actions/setup-node')).map((e) => Reflect.get(e, 'with'))
  const { optionalDependencies } = JSON.parse(lire('package.json'))
  expect(new Set(node.map((w) => w['node-version']))).toEqual(new Set(Object.values(optionalDependencies)))
  const resvg = ordres.flatMap((o) => [...o.matchAll(/@resvg\/resvg-js-[\w-]+@(\S+)/gu)].map((m) => m[1]))
  expect(resvg).toEqual([dependencies['@resvg/resvg-js'], dependencies['@resvg/resvg-js']])
})

test('electron-builder.yml : les cibles annoncées, et des associations que la fenêtre sait ouvrir', () => {
  const { win, mac, linux, nsis, msi, fileAssociations, publish } = parse(lire('electron-builder.yml'))
  expect([win.target, linux.target, mac.target[0]]).toEqual([
    ['nsis', 'msi', 'portable'],
    ['AppImage', 'deb'],
    { target: 'dmg', arch: 'universal' },
  ])
  expect([nsis.perMachine, msi.perMachine, publish]).toEqual([false, true, null])
  expect(fileAssociations.map((a: { ext: string }) => a.ext)).toEqual(['jalonlot', 'jalon'])
})

test('ce que les installateurs disent de Jalon est en français, et le deb a l’adresse qu’il exige', () => {
  const { extraMetadata } = parse(lire('electron-builder.yml'))
  const { url, maintenance } = parse(lire('publiccode.yml'))
  expect(extraMetadata.description).toMatch(/^Suivi des personnes reçues/u)
  expect(new URL(extraMetadata.homepage).host).toBe(new URL(url).host)
  expect(extraMetadata.author.name).toBe(maintenance.contacts[0].name)
})

test('les sommes sont celles des installateurs, et d’eux seuls', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-sommes-'))
  try {
    for (const nom of ['b.exe', 'a.deb', 'notes.txt']) writeFileSync(join(dossier, nom), 'abc')
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sommesDe(dossier)).toBe(`${abc}  a.deb\n${abc}  b.exe\n`)
  } finally {
    rmSync(dossier, { recursive: true })
  }
})

test('la composition (CycloneDX) nomme chaque dépendance livrée, à sa version', { timeout: 120_000 }, () => {
  const { bomFormat, components, metadata } = JSON.parse(composition())
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'jalon'])
  const connues = new Set(
    components.map((c: { group?: string; name: string; version: string }) => `${c.name}@${c.version}`),
  )
  const attendues = Object.entries<string>(dependencies)
    .filter(([, v]) => !v.startsWith('npm:'))
    .map(([nom, v]) => `${nom}@${v}`)
  expect(attendues.filter((d) => !connues.has(d) && !connues.has(d.replace(/^@[^/]+\//u, '')))).toEqual([])
  // Nor any tool.
  expect(components.some((c: { name: string }) => ['vitest', 'electron-builder'].includes(c.name))).toBe(false)
})

test('publiccode.yml et CITATION.cff disent les mêmes faits que package.json', () => {
  const code = parse(lire('publiccode.yml'))
  expect(code).toMatchObject({
    publiccodeYmlVersion: '0.4',
    name: 'Jalon',
    softwareType: 'standalone/desktop',
    developmentStatus: 'development',
    legal: { license },
    maintenance: { type: 'community' },
    localisation: { localisationReady: false, availableLanguages: ['fr'] },
  })
  expect(code.platforms).toEqual(['windows', 'mac', 'linux'])
  expect(code.maintenance.contacts.length).toBeGreaterThan(0)
  expect(Object.keys(code.description)).toEqual(['fr', 'en'])
  // The lengths that the standard asks for.
  for (const { shortDescription, longDescription, features } of Object.values<Record<string, string>>(
    code.description,
  )) {
    expect(shortDescription?.length).toBeLessThanOrEqual(150)
    expect(longDescription?.length).toBeGreaterThanOrEqual(150)
    expect(longDescription?.length).toBeLessThanOrEqual(10_000)
    expect(features?.length).toBeGreaterThan(2)
  }
  expect(existsSync(join(racine, code.logo))).toBe(true)
  expect(parse(lire('CITATION.cff'))).toMatchObject({ 'cff-version': '1.2.0', title: 'Jalon', version, license })
  expect(version).toBe(VERSION)
})
