import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { jalon } from '../commandes/jalon.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.csv')

const dossier = mkdtempSync(join(tmpdir(), 'jalon-'))
const [coffre, sortie] = [join(dossier, 'coffre'), join(dossier, 'sortie')]
const bilan = (...options: string[]) => jalon(['bilan', '--coffre', coffre, '--dispositif', 'isc', ...options])

beforeAll(async () => {
  await reussir(['creer', '--coffre', coffre])
  await reussir(['importer', fichier, '--coffre', coffre, '--dispositif', 'isc'])
})
const reussir = async (args: readonly string[]): Promise<void> => {
  const { code, stderr } = await jalon(args)
  if (code !== 0) throw new Error(stderr)
}
afterAll(() => rmSync(dossier, { recursive: true }))

test('donne le bilan de 2012 en JSON, en texte et en fichiers', async () => {
  const json = await bilan('--annee', '2012', '--format', 'json')
  expect([json.code, json.stderr]).toEqual([0, ''])
  const lu = Bilan.parse(JSON.parse(json.stdout))
  expect(lu).toMatchObject({
    schema: 'jalon-bilan/1',
    periode: { du: '2012-01-01', au: '2012-12-31' },
    indicateurs: { personnes: 323, entretiens: 572 },
    secret: { seuil: 5 },
  })

  const texte = await bilan('--annee', '2012')
  expect(texte.stdout).toContain('Bilan d’activité 2012')
  expect(texte.stdout).toMatch(/Personnes reçues : 323 personnes\n/u)
  expect(texte.stdout).toMatch(/Hors champ pénal +195 +60,4 %/u)
  expect(texte.stdout).not.toMatch(/Urbain|Béranger/iu)

  const ecrit = await bilan('--annee', '2012', '--sortie', sortie, '--formats', 'json,csv')
  expect([ecrit.code, ecrit.stderr]).toEqual([0, ''])
  expect(readdirSync(sortie).toSorted()).toEqual(['bilan-isc-2012-csv', 'bilan-isc-2012.json'])
  expect(JSON.parse(readFileSync(join(sortie, 'bilan-isc-2012.json'), 'utf8'))).toEqual(lu)
})

test('compte les mêmes jours pour un semestre, et prend le seuil demandé', async () => {
  const { stdout } = await bilan('--du', '2012-01-01', '--au', '2012-06-30', '--seuil', '11', '--format', 'json')
  const lu = Bilan.parse(JSON.parse(stdout))
  expect(lu.titre).toBe('Bilan d’activité du 01/01/2012 au 30/06/2012')
  expect(lu.secret.seuil).toBe(11)
  expect(lu.indicateurs['entretiens']).toBeGreaterThan(200)
  expect(lu.indicateurs['entretiens']).toBeLessThan(350)
})

const essayer = async (...options: string[]) => {
  const { code, stdout, stderr } = await bilan(...options)
  return [code, stdout, stderr.trim().split('\n').length]
}

test('refuse un seuil ou une période impossibles (1), et se fait expliquer quand on l’appelle mal (2)', async () => {
  expect(await essayer('--annee', '2012', '--seuil', '3')).toEqual([1, '', 1])
  expect(await essayer('--du', '2012-06-30', '--au', '2012-01-01')).toEqual([1, '', 1])
  expect(await essayer('--annee', '20O2')).toEqual([1, '', 1])
  for (const options of [
    [],
    ['--annee', '2012', '--sortie', join(dossier, 'ailleurs'), '--formats', 'doc'],
    ['--annee', '2012', '--formats', 'csv'],
  ])
    expect((await bilan(...options)).code).toBe(2)
  expect(existsSync(join(dossier, 'ailleurs'))).toBe(false)
})
