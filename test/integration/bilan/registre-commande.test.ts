import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jalon } from '../commandes/jalon.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.csv')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-registre-'))
const coffre = join(dossier, 'coffre')
afterAll(() => rmSync(dossier, { recursive: true }))

const reussir = async (...args: readonly string[]): Promise<void> => {
  const { code, stderr } = await jalon(args)
  if (code !== 0) throw new Error(stderr)
}
const publier = (nom: string, ...options: readonly string[]) => {
  const sortie = ['--sortie', join(dossier, nom), ...options]
  return jalon(['bilan', '--coffre', coffre, '--dispositif', 'isc', '--annee', '2012', ...sortie])
}

/** Every file of a folder, byte for byte. */
const octetsDe = (nom: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(dossier, nom), { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .map((chemin) => [chemin.slice(join(dossier, nom).length), readFileSync(chemin, 'base64')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

beforeAll(async () => {
  await reussir('creer', '--coffre', coffre)
  await reussir('importer', fichier, '--coffre', coffre, '--dispositif', 'isc')
})

test('republie les mêmes octets dans tous les formats, puis refuse quand une personne est venue', async () => {
  for (const nom of ['premiere', 'seconde']) expect(await publier(nom)).toMatchObject({ code: 0, stderr: '' })
  const premiere = octetsDe('premiere')
  const attendus = ['json', 'csv', 'ods', 'xlsx', 'odt', 'docx', 'pdf', 'html']
  const presents = new Set([...premiere.keys()].map((nom) => nom.split('.').at(-1)))
  expect(attendus.filter((f) => !presents.has(f))).toEqual([])
  expect(octetsDe('seconde')).toEqual(premiere)

  const [titres = '', ...lignes] = readFileSync(fichier, 'utf8').split('\r\n')
  const venue = 'Exemple;Nadia;F;03/04/1986;Aubervilliers;Victime;Plainte;Logement;;Oui;Téléphone;Mairie;30;CCAS;'
  expect(lignes.length).toBeGreaterThan(500)
  const source = join(dossier, 'venue.csv')
  writeFileSync(source, `${titres}\r\n12/10/2012;${venue}\r\n`)
  await reussir('importer', source, '--coffre', coffre, '--dispositif', 'isc')

  const refusee = await publier('troisieme', '--formats', 'json,pdf')
  expect([refusee.code, refusee.stdout]).toEqual([1, ''])
  expect(refusee.stderr.trim().split('\n')).toHaveLength(1)
  expect(refusee.stderr).toMatch(/1 personne est entrée.*Rien n’a été écrit.*republier.*attendre.*arrondi.*totaux/u)
  expect(existsSync(join(dossier, 'troisieme'))).toBe(false)

  // The first way out of the refusal.
  expect(await publier('republiee', '--republier')).toMatchObject({ code: 0, stderr: '' })
  expect(octetsDe('republiee')).toEqual(premiere)
  expect(await publier('sans edition', '--au', '2012-06-30', '--republier')).toMatchObject({ code: 1, stdout: '' })
  expect(existsSync(join(dossier, 'sans edition'))).toBe(false)
})
