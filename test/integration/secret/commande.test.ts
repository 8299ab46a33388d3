import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { fichierInstances } from '../../fixtures/secret/problemes.ts'
import { jalon } from '../commandes/jalon.ts'

const livrees = JSON.parse(readFileSync(fichierInstances, 'utf8')).instances
const instance = (id: string) => livrees.find((i: { id: string }) => i.id === id)

const secret = async (contenu: unknown, ...options: readonly string[]) => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-'))
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }))
  const fichier = join(dossier, 'instances.json')
  writeFileSync(fichier, typeof contenu === 'string' ? contenu : JSON.stringify(contenu))
  return jalon(['secret', fichier, ...options], { env: {} })
}

const enJson = async (contenu: unknown, ...options: readonly string[]) => {
  const { code, stdout, stderr } = await secret(contenu, ...options, '--format', 'json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

test('protège une instance et dit ce que l’on peut en savoir', async () => {
  const sortie = await enJson(instance('ssb-z1'))
  expect(sortie).toMatchObject({
    schema: 'jalon-secret/1',
    id: 'ssb-z1',
    seuil: 4,
    masques: {
      primaires: ['B | arbeid', 'D | arbeid', 'H | arbeid'],
      secondaires: ['B | annet', 'D | annet', 'H | annet'],
    },
    cout: 29,
    borneInferieure: 29,
    optimal: true,
    statut: 'protege',
    exposees: [],
  })
  expect(sortie.intervalles['B | arbeid']).toEqual([0, 6])
  expect(await enJson(instance('ssb-z1'), '--seuil', '5')).toMatchObject({ seuil: 5, cout: 35, optimal: true })
})

test('audite un masquage donné, et nomme ce qui est exposé', async () => {
  const geurts = await enJson(instance('geurts-1992'), '--exigence', 'exact')
  expect(geurts).toMatchObject({
    statut: 'expose',
    exposees: ['2 | Total', '3 | 1', '3 | 2'],
    cout: 5,
    borneInferieure: null,
    intervalles: { '1 | 1': [3, 6], '1 | 2': [1, 4], '2 | 1': [0, 3], '2 | 2': [0, 3] },
  })
  const quatre = instance('sdctable-4x4-two-per-line-not-enough')
  const neuf = await enJson({ ...quatre, suppressed: quatre.primary }, '--exigence', 'exact')
  expect(neuf).toMatchObject({ statut: 'expose', exposees: ['w | b'], intervalles: { 'w | b': [47, 47] } })
  const dix = await enJson({ ...quatre, suppressed: [...quatre.primary, 'x | d'] }, '--exigence', 'exact')
  expect(dix).toMatchObject({ statut: 'protege', cout: 31, intervalles: { 'w | b': [0, 78] } })
})

test('lit les équations, les listes de personnes, les reprises, et passe ce qui n’a pas de tableau', async () => {
  const ids = [
    'usersupport-194-zeros-and-ones',
    'ssb-linked-tables',
    'synthetic-T1-323',
    'synthetic-T2light-323',
    'handbook-linking',
  ]
  const choisies = { instances: ids.map(instance) }
  const { instances } = await enJson(choisies)
  expect(instances.map((i: { id: string }) => i.id)).toEqual(ids)
  const [equations, liees, t1, t2, vide] = instances
  expect(equations.equations.map((e: { intervalles: unknown }) => e.intervalles)).toEqual([
    { 0: [0, 0], 1: [0, 0] },
    { 2: [0, 0], 3: [0, 0] },
    { 2: [0, 2], 3: [0, 2] },
  ])
  expect(liees).toMatchObject({ seuil: 3, statut: 'protege', optimal: true })
  expect(t1).toMatchObject({ cout: 0, statut: 'protege', masques: { primaires: { length: 2 } } })
  expect(t2).toMatchObject({ cout: 171, optimal: true, statut: 'protege', attaques: { inities: 0, prudents: 20 } })
  expect(vide).toEqual({ id: 'handbook-linking', statut: 'sans-tableau' })
  const visibles = await enJson(instance('usersupport-194-zeros-and-ones'), '--zeros', 'visibles')
  expect(visibles.equations[2].intervalles).toEqual({ 2: [1, 1], 3: [1, 1] })
  expect(visibles.statut).toBe('expose')
})

test('arrondit au lieu de masquer', async () => {
  const sortie = await enJson(instance('handbook-rounding'), '--mode', 'arrondi')
  expect(sortie).toMatchObject({ statut: 'protege', masques: { primaires: [], secondaires: [] } })
  const { arrondis } = sortie
  expect(Object.values(arrondis).every((v) => Number(v) % 5 === 0)).toBe(true)
  expect(arrondis['A | M'] + arrondis['A | F']).toBe(arrondis['A | Total'])
})

test('ne change rien à la protection quand les noms changent', async () => {
  const z1 = instance('ssb-z1')
  const etranges = ['', 'Évry « l’été »', 'x'.repeat(200), '"; DROP', '__proto__', 'a', 'b', 'c']
  const dims = [{ ...z1.dims[0], leaves: etranges }, z1.dims[1]]
  const [propre, etrange] = await Promise.all([enJson(z1), enJson({ ...z1, dims })])
  const traduire = (nom: string): string => nom.replace(/^[A-H] /u, (l) => `${etranges[l.charCodeAt(0) - 65]} `)
  expect(etrange.masques.secondaires).toEqual(propre.masques.secondaires.map(traduire))
  expect(Object.values(etrange.intervalles)).toEqual(Object.values(propre.intervalles))
})

test.each([
  ['du texte', 'bonjour'],
  ['une forme inconnue', { id: 'x', dims: 3 }],
  ['des effectifs négatifs', { ...instance('ssb-z1'), counts: [-1] }],
  ['un effectif qui manque', { ...instance('ssb-z1'), counts: [1, 2, 3] }],
  ['deux réponses du même nom', { ...instance('geurts-1992'), dims: [{ name: 'a', leaves: ['1', '1'] }] }],
  ['une case inconnue', { ...instance('geurts-1992'), suppressed: ['9 | 9'] }],
  ['une dimension inconnue', { ...instance('ssb-z1'), tables: [['region', 'inconnue']] }],
  ['une règle incomprise', { ...instance('ssb-z1'), primary: 'les petites' }],
  ['une reprise sans source', { ...instance('synthetic-T2light-323') }],
  [
    'un catalogue trop croisé',
    {
      id: 'gros',
      dims: ['a', 'b', 'c'].map((name) => ({ name, leaves: Array.from({ length: 40 }, (_, i) => `${i}`) })),
      counts: { '0 | 0 | 0': 12 },
      tables: [['a', 'b', 'c']],
    },
  ],
])('refuse en une ligne %s', async (_, contenu) => {
  const { code, stdout, stderr } = await secret(contenu)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+Rien n’a été produit\.\n$/u)
})

const catalogue = (...tailles: readonly number[]) => ({
  id: 'gros',
  dims: tailles.map((n, d) => ({ name: `d${d}`, leaves: Array.from({ length: n }, (_, i) => `${i}`) })),
  counts: { '0 | 0 | 0': 12 },
  tables: [
    ['d0', 'd1'],
    ['d0', 'd2'],
    ['d1', 'd2'],
  ],
})

test('nomme le croisement à retirer', async () => {
  expect((await secret(catalogue(5, 40, 50))).stderr).toContain('Retirez le croisement « d1 × d2 »')
  expect((await secret(catalogue(5, 30, 30))).code).toBe(0)
})

test('explique les options mal données', async () => {
  for (const options of [
    ['--seuil', 'cinq'],
    ['--exigence', 'forte'],
    ['--mode', 'bruit'],
    ['--zeros', 'parfois'],
  ])
    expect(await secret(instance('ssb-z1'), ...options)).toMatchObject({ code: 2, stdout: '' })
  expect((await jalon(['secret'], { env: {} })).code).toBe(2)
  expect((await jalon(['secret', fileURLToPath(new URL('absent.json', fichierInstances))], { env: {} })).code).toBe(1)
})

test('raconte en clair', async () => {
  const { stdout } = await secret({ instances: [instance('ssb-z1'), instance('geurts-1992')] })
  expect(stdout).toContain('ssb-z1 : protégé')
  expect(stdout).toContain('le plus léger possible (démontré)')
  expect(stdout).toMatch(/geurts-1992 : exposé/u)
})
