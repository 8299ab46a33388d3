import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { jalon, unEmplacement } from '../commandes/jalon.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.xlsx')

const unCoffre = async () => {
  const coffre = unEmplacement()
  expect((await jalon(['creer', '--coffre', coffre])).code).toBe(0)
  const ecrire = (nom: string, contenu: string | Buffer) => {
    writeFileSync(join(coffre, '..', nom), contenu)
    return join(coffre, '..', nom)
  }
  const importer = (chemin: string, ...options: string[]) =>
    jalon(['importer', chemin, '--coffre', coffre, '--dispositif', 'isc', ...options])
  return { importer, ecrire }
}
const rapportDe = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout) as RapportImport

test('simule, importe, puis n’ajoute rien', async () => {
  const { importer } = await unCoffre()
  const simule = await importer(fichier, '--simuler', '--format', 'json')
  expect(simule).toMatchObject({ code: 0, stderr: '' })
  expect(rapportDe(simule)).toMatchObject({
    schema: 'jalon-import/1',
    simulation: true,
    lignes: 597,
    importees: 597,
    personnes: 348,
  })
  expect(rapportDe(simule).doublonsPossibles).toHaveLength(10)
  expect(simule.stdout).not.toMatch(/Urbain|Coulibaly/iu)

  expect((await importer(fichier)).stdout).toContain('Importé : 597 entretiens et 348 nouvelles personnes.')
  const encore = rapportDe(await importer(fichier, '--format', 'json'))
  expect([encore.importees, encore.ignorees.length, encore.personnesNouvelles]).toEqual([0, 597, 0])
})

test('refuse par une ligne sur la sortie d’erreur, et rend le rapport entier', async () => {
  const { importer, ecrire } = await unCoffre()
  const chemin = ecrire(
    'a.csv',
    unCsv(['31/02/2012;Urbain;Zoé;;Victime;Plainte;Logement;', '09/03/2012;Urbain;Zoé;;Victime;Lune;;']),
  )
  const refuse = await importer(chemin, '--format', 'json')
  expect(refuse.code).toBe(1)
  expect(refuse.stderr.trim().split('\n')).toEqual([
    'L’import est refusé, rien n’a été écrit : 1 problème, le premier ligne 2, colonne « Date » : « 31/02/2012 » n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA ; 1 valeur absente des listes (Origine de la saisine), à préciser avec --correspondance.',
  ])
  expect(rapportDe(refuse)).toMatchObject({
    problemes: [{ ligne: 2 }],
    valeursInconnues: [{ champ: 'saisine', lignes: [3] }],
  })
  const texte = await importer(chemin)
  expect(texte.stdout).toContain('ligne 2, colonne « Date »')
  expect(texte.stdout + texte.stderr).not.toContain('Urbain')
})

test('prend les choix dans un fichier de correspondance', async () => {
  const { importer, ecrire } = await unCoffre()
  const chemin = ecrire('a.csv', unCsv(['09/03/2012;Urbain;Zoé;;Victime;Lune;;']))
  const choix = ecrire('choix.json', JSON.stringify({ valeurs: { saisine: { lune: { choix: 'non-renseigne' } } } }))
  expect((await importer(chemin, '--correspondance', choix)).code).toBe(0)
  const mauvais = ecrire('mauvais.json', '{"valeurs": []}')
  expect(await importer(chemin, '--correspondance', mauvais)).toMatchObject({ code: 1, stdout: '' })
})

test('dit ce qui manque, ou pourquoi le fichier ne se lit pas', async () => {
  const { importer, ecrire } = await unCoffre()
  expect(await importer('/absent.csv')).toMatchObject({ code: 1, stderr: expect.stringContaining('introuvable') })
  expect(await importer(ecrire('v.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('.xls'),
  })
  expect((await jalon(['importer', fichier, '--coffre', 'x'])).code).toBe(2)
  expect((await jalon(['importer', fichier, '--coffre', 'x', '--dispositif', 'lune'])).code).toBe(2)
  expect((await jalon(['importer', '--coffre', 'x', '--dispositif', 'isc'])).code).toBe(2)
})
