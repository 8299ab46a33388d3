import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fichier2012 } from '../fixtures/imports/fichiers.ts'
import { lireCsv } from '../fixtures/table-schema.ts'
import { violations } from './axe.ts'
import { couleursSeules } from './couleurs.ts'
import { allerA, importer, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
let dossier: string
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  dossier = join(dirname(application.coffre), 'cle-usb')
  mkdirSync(dossier)
  await importer(application.page, 'isc-2012.csv', fichier2012('csv'))
})
afterAll(() => application.fermer())

const ecrire = () => application.page.getByRole('button', { name: /écrire la copie/u })

test('tout le coffre sort en clair, au clavier, phrase redemandée et danger dit', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  await page.getByRole('tab', { name: 'Importer un tableur' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('heading', { level: 1, name: 'Copie en clair' }).waitFor()
  await page.getByText('Rien n’y est chiffré').waitFor()
  const [phrase, compris] = [
    page.getByLabel('Votre phrase de passe'),
    page.getByRole('checkbox', { name: /J’ai compris/u }),
  ]
  const tient = (champ: typeof phrase) => () => champ.evaluate((e) => e === document.activeElement)
  await ecrire().press('Enter')
  await page.getByText('Tapez votre phrase de passe.').waitFor()
  await expect.poll(tient(phrase)).toBe(true)
  await phrase.fill('pas la bonne phrase')
  await ecrire().press('Enter')
  await page.getByText('Cochez pour dire que vous l’avez lu.').waitFor()
  await expect.poll(tient(compris)).toBe(true)
  expect(readdirSync(dossier)).toEqual([])
  expect(await violations(page)).toEqual([])
  expect(await couleursSeules(page)).toEqual([])

  await compris.press('Space')
  await application.repondreDialogue({ chemin: dossier })
  await ecrire().press('Enter')
  await page.getByText('Ce n’est pas la bonne phrase de passe', { exact: false }).waitFor()
  expect(readdirSync(dossier)).toEqual([])

  await phrase.fill(PHRASE)
  await application.repondreDialogue({ chemin: dossier })
  await ecrire().press('Enter')
  await page.getByText('Copie écrite').waitFor()
  expect(await violations(page)).toEqual([])
  const [nom = ''] = readdirSync(dossier)
  expect(nom).toMatch(/^jalon-copie-en-clair-\d{4}-\d\d-\d\d$/u)
  expect(lireCsv(readFileSync(join(dossier, nom, 'csv/entretiens.csv'))).lignes).toHaveLength(597)
})

test('le geste est au journal', async () => {
  const { page } = application
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Journal' }).click()
  const ligne = page.getByText('Copie de tout le coffre en clair')
  await ligne.waitFor()
  expect(await ligne.count()).toBe(1)
})
