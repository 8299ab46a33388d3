import { afterAll, beforeAll, expect, test } from 'vitest'
import { fichier2012, unCsv } from '../fixtures/imports/fichiers.ts'
import { allerA, demander, deposer, importer, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
})
afterAll(() => application.fermer())

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const comptes = async () => Object(await demander(application.page, 'personnes', 'lister', tous)).total
const tous = { texte: '', tri: { colonne: 'nom', sens: 'asc' }, page: { debut: 0, taille: 1 } }

test('une ligne impossible bloque tout le fichier, et dit où et pourquoi', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  const lignes = [
    '03/02/2012;Durand;Alice;12/05/1980;Victime;Plainte;Logement;CCAS',
    '31/02/2012;Petit;Jean;;Victime;Plainte;Logement;CCAS',
  ]
  await deposer(page, 'impossible.csv', unCsv(lignes))
  const probleme = page.getByRole('table', { name: 'Lignes qui ne peuvent pas être importées' }).locator('tbody tr')
  expect(await probleme.allInnerTexts()).toEqual([expect.stringMatching(/^3\tDate\t.*31\/02\/2012/)])
  expect(await bouton('Importer').isDisabled()).toBe(true)
  expect(await comptes()).toBe(0)
  await bouton('Prendre un autre fichier').click()
})

test('une valeur inconnue attend une réponse, puis le fichier passe', async () => {
  const { page } = application
  const lignes = [
    '03/02/2012;Durand;Alice;12/05/1980;Victime;Plainte;Logement;CCAS',
    '04/02/2012;Petit;Jean;01/01/1970;Victime;Pigeon voyageur;Logement;CCAS',
  ]
  await deposer(page, 'inconnue.csv', unCsv(lignes))
  await page.getByText('Avant d’importer : 1 valeur à situer.').waitFor()
  expect(await bouton('Importer').isDisabled()).toBe(true)
  const choix = page.getByLabel('Compter « Pigeon voyageur » comme')
  await choix.selectOption({ label: 'Ajouter cette réponse à la liste' })
  await page.getByText('Tout est compris : 2 lignes à importer.').waitFor()
  // The answer stays in sight and may be changed.
  expect(await choix.inputValue()).toBe('+')
  await bouton('Importer').click()
  await page.getByText('2 entretiens importés, 2 nouvelles personnes.').waitFor()
  const nomenclature = JSON.stringify(await demander(page, 'nomenclature', 'lire', { dispositif: 'isc' }))
  expect(nomenclature).toContain('"libelle":"Pigeon voyageur"')
  expect(await comptes()).toBe(2)
})

test('une colonne se laisse de côté et se reprend', async () => {
  const { page } = application
  await bouton('Importer un autre fichier').click()
  await deposer(page, 'colonnes.csv', unCsv(['05/02/2012;Roux;Léa;;Victime;Plainte;Logement;CCAS']))
  const colonne = page.getByLabel('Orientations')
  const phrase = page.getByText(/ne sera pas importée|ont été reconnues/)
  await colonne.selectOption({ label: 'Ne pas importer' })
  await expect.poll(() => phrase.innerText()).toContain('1 colonne sur 8 ne sera pas importée')
  await colonne.selectOption({ label: 'Orientations' })
  await expect.poll(() => phrase.innerText()).toContain('Toutes les colonnes ont été reconnues')
  await bouton('Prendre un autre fichier').click()
})

test('un fichier qui n’est pas un tableau est refusé en clair', async () => {
  const { page } = application
  const photo = { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('rien') }
  await page.locator('input[type=file]').setInputFiles(photo)
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('« photo.png » n’est pas un tableau')
})

test('le même fichier importé deux fois n’ajoute rien', async () => {
  const { page } = application
  const premier = await importer(page, 'isc-2012.csv', fichier2012('csv'))
  expect(premier).toContain('597 entretiens importés')
  const apres = await comptes()
  await bouton('Importer un autre fichier').click()
  await deposer(page, 'isc-2012.ods', fichier2012('ods'))
  await page.getByText('Tout ce fichier est déjà dans le coffre', { exact: false }).waitFor()
  expect(await bouton('Importer').isDisabled()).toBe(true)
  expect(await comptes()).toBe(apres)
})

test('verrouiller oublie le fichier en cours d’examen', async () => {
  const { page } = application
  await page.keyboard.press('Control+l')
  await page.getByLabel('Phrase de passe').waitFor()
  expect(await page.content()).not.toContain('isc-2012.ods')
})
