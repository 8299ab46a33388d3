import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const sortie = mkdtempSync(join(tmpdir(), 'jalon-aide-'))
let application: Application
beforeAll(async () => {
  application = await lancer()
  await application.page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(application.page)
})
afterAll(async () => {
  await application.fermer()
  rmSync(sortie, { recursive: true, force: true })
})

const panneau = () => application.page.getByRole('dialog', { name: 'Aide' })
const fermer = async () => {
  await application.page.keyboard.press('Escape')
  await panneau().waitFor({ state: 'hidden' })
}
const chapitre = () => panneau().locator('#aide-chapitre').innerText()

test('F1 ouvre le guide à la page de l’écran affiché, et le rend à qui tapait', async () => {
  const { page } = application
  await allerA(page, 'Bilans')
  await page.keyboard.press('F1')
  await expect.poll(chapitre).toBe('Faire le bilan')
  await page.screenshot({ path: join(process.env['JALON_CAPTURES'] ?? sortie, 'aide.png') })
  expect(await violations(page)).toEqual([])
  await fermer()
  await allerA(page, 'Échanges')
  await page.getByRole('button', { name: 'Aide ( F1 )' }).click()
  await expect.poll(chapitre).toBe('Importer un tableur')
  await fermer()
})

test('le guide se cherche au clavier, sans accents, et ses liens restent dans la fenêtre', async () => {
  const { page } = application
  await page.keyboard.press('F1')
  await panneau().getByLabel('Chercher dans le guide').waitFor()
  await page.keyboard.type('phrase oubliee')
  await panneau().getByRole('button', { name: 'Phrase de passe oubliée' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(chapitre).toBe('Phrase de passe oubliée')
  await panneau().getByRole('button', { name: 'Sommaire' }).click()
  const chapitres = panneau().getByRole('navigation', { name: 'Chapitres du guide' })
  expect(await chapitres.getByRole('button').count()).toBeGreaterThan(15)
  await chapitres.getByRole('button', { name: 'Importer un tableur' }).click()
  await expect.poll(chapitre).toBe('Importer un tableur')
  expect(await panneau().locator('a[href], img, iframe, script').count()).toBe(0)
  await fermer()
})

test('la palette mène au guide et aux nouveautés, la liste des touches au guide', async () => {
  const { page } = application
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nouveautes')
  // The list is filtered a moment after the last key: Enter is pressed once what it takes is there.
  await page.locator('[data-selected]', { hasText: 'Nouveautés' }).waitFor()
  await page.keyboard.press('Enter')
  await panneau().getByRole('heading', { level: 2 }).first().waitFor()
  expect(await panneau().innerText()).toContain('Aide dans l’application')
  await page.locator('input.mantine-Spotlight-search').waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
  await fermer()
  await page.keyboard.press('Shift+?')
  await page.getByRole('button', { name: 'Ouvrir le guide' }).click()
  await panneau().getByLabel('Chercher dans le guide').waitFor()
  await fermer()
})
