import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, attendreBilan, importer, lireApercu, lireChiffre, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const fichier = join(import.meta.dirname, '../fixtures/imports/missions-locales-2012.csv')
beforeAll(async () => {
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(page, ['mission-locale'])
  await importer(page, 'missions-locales-2012.csv', readFileSync(fichier))
  await allerA(page, 'Bilans')
  await page.getByLabel('Période', { exact: true }).selectOption('2012')
  await attendreBilan(page)
  await page.getByRole('tab', { name: 'Contexte' }).click()
})
afterAll(() => application.fermer())

test('sans chiffre de contexte, l’écran dit ce que c’est, et la page n’en a pas', async () => {
  const { page } = application
  await page.getByText('Aucun chiffre de contexte').waitFor()
  expect(await lireApercu(page)).not.toContain('Chiffres de contexte')
  expect(await violations(page)).toEqual([])
})

test('un chiffre sans source est refusé, champ par champ, et rien n’est perdu', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Ajouter un chiffre de contexte' }).click()
  await page.getByLabel('Ce qui est compté').fill('Jeunes de moins de 25 ans pris en charge par le SPIP')
  await page.getByLabel('Valeur').fill('399')
  await page.getByLabel('Unité').fill('jeunes')
  await page.getByRole('button', { name: 'Ajouter une partie' }).click()
  await page.getByLabel('dont (1)').fill('1370')
  await page.getByLabel('Quelle partie (1)').fill('détenus à Périgueux et à Neuvic')
  await page.getByLabel('Année', { exact: true }).fill('2013')
  await page.getByLabel('Périmètre').fill('Dordogne')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Dites qui l’a publié.').waitFor()
  expect(await page.getByLabel('Valeur').inputValue()).toBe('399')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Publié par').fill('Préfecture de la Dordogne')
  await page.getByLabel('Dans', { exact: true }).fill('Convention SPIP – missions locales')
  await page.getByLabel('Le', { exact: true }).fill('28/01/2014')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Une partie ne dépasse pas l’ensemble.').waitFor()
})

test('un chiffre tapé paraît dans la page, à part, avec sa source et sa date', async () => {
  const { page } = application
  await page.getByLabel('dont (1)').fill('137')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('listitem', { name: /pris en charge par le SPIP, 2013$/ }).waitFor()
  await expect
    .poll(() => lireApercu(page), { timeout: 60_000 })
    .toContain('fournis par d’autres, non comptés par Jalon')
  const lu = (await lireApercu(page)).replaceAll(/\s+/g, ' ')
  expect(lu).toContain('399 jeunes Jeunes de moins de 25 ans pris en charge par le SPIP')
  expect(lu).toContain('dont 137 détenus à Périgueux et à Neuvic')
  expect(lu).toContain('Source : Préfecture de la Dordogne, « Convention SPIP – missions locales », 28 janvier 2014.')
  expect(await violations(page)).toEqual([])
  await page.getByRole('tab', { name: 'Chiffres' }).click()
  expect(await lireChiffre(page, 'personnes')).toBe('117')
  expect(await page.getByRole('complementary', { name: 'Contenu du bilan' }).innerText()).not.toMatch(/399|137/)
  await page.getByRole('tab', { name: 'Contexte' }).click()
})

test('un chiffre s’ôte d’un bilan sans se perdre, se corrige, et sa suppression s’annule', async () => {
  const { page } = application
  const notice = page.getByRole('listitem', { name: /pris en charge par le SPIP, 2013$/ })
  const montre = notice.getByRole('switch', { name: /^Dans le bilan de 2012/ })
  await montre.focus()
  await page.keyboard.press('Space')
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).not.toContain('399')
  await page.keyboard.press('Space')
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toContain('399')
  await notice.getByRole('button', { name: /^Modifier/ }).click()
  await page.getByLabel('Valeur').fill('401,5')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toContain('401,5')
  await notice.getByRole('button', { name: /^Supprimer/ }).click()
  await page.getByText('Aucun chiffre de contexte').waitFor()
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await notice.waitFor()
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toContain('401,5')
})

test('un chiffre se reprend pour l’année d’avant, et l’évolution se lit', async () => {
  const { page } = application
  await page.getByRole('button', { name: /^Reprendre pour un autre chiffre/ }).click()
  expect(await page.getByLabel('Valeur').inputValue()).toBe('')
  await page.getByLabel('Valeur').fill('365')
  await page.getByLabel('dont (1)').fill('125')
  await page.getByLabel('Année', { exact: true }).fill('2012')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toMatch(/\+10,0\s%\sen un an/)
  await page.getByRole('button', { name: 'Voir ces chiffres dans la page' }).click()
  const titre = page.locator('[data-apercu]').getByRole('heading', { name: /^Chiffres de contexte/ })
  expect((await titre.boundingBox())?.y).toBeLessThan(300)
  expect(await page.getByRole('list', { name: 'Chiffres de contexte' }).getByRole('listitem').count()).toBe(2)
})
