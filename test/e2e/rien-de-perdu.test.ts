import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

// A full disk is in integration/entretiens/disque-plein, a double click in cadence, the lock of each form in entretiens,
// rafale and tig: here, the window and what stands behind it end while somebody types.
const patience = { timeout: 60_000 }
const note = 'Revient mardi avec le bail, et sa sœur'

let dossier: string
let application: Application
beforeEach(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-perdu-'))
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await ouvrirNeuf(application.page)
})
afterEach(async () => {
  await application.fermer().catch(() => undefined)
  rmSync(dossier, { recursive: true, force: true })
})

const nouvelEntretien = async () => {
  const { page } = application
  await page.keyboard.press('Control+n')
  await page.getByLabel('Personne reçue').waitFor()
  await page.keyboard.type('martin paul')
  await page.getByRole('option', { name: /Créer/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('group', { name: /martin paul/i }).waitFor()
  await page.getByLabel('Note').focus()
  await page.keyboard.type(note)
}
/** What the draft gives back, in the page that now shows the lock. */
const noteRendue = async (page: Page): Promise<string> => {
  await ouvrirAvec(page, PHRASE)
  await page.keyboard.press('Alt+2')
  await page.getByRole('button', { name: /Reprendre le brouillon MARTIN paul/i }).press('Enter')
  await page.getByRole('group', { name: /martin paul/i }).waitFor()
  return page.getByLabel('Note').inputValue()
}
const rouvrir = async (): Promise<Page> => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  return application.page
}
/** Longest time a key stays out of the encrypted database (produit.md §6), for what ends without warning. */
const uneSeconde = () => application.page.waitForTimeout(1000)

test('fermer la fenêtre à la dernière lettre n’en perd aucune', async () => {
  await nouvelEntretien()
  await application.fermerFenetre()
  expect(await noteRendue(await rouvrir())).toBe(note)
})

test('quitter l’application à la dernière lettre n’en perd aucune', async () => {
  await nouvelEntretien()
  await application.fermer()
  expect(await noteRendue(await rouvrir())).toBe(note)
})

test.each(['lock-screen', 'suspend'] as const)('« %s » à la dernière lettre n’en perd aucune', async (evenement) => {
  await nouvelEntretien()
  const rechargee = application.page.waitForEvent('load', patience)
  await application.emettrePower(evenement)
  await rechargee
  expect(await noteRendue(application.page)).toBe(note)
})

test('la fenêtre qui tombe le dit, referme le coffre, et rend tout ce qui datait d’une seconde', async () => {
  await nouvelEntretien()
  await uneSeconde()
  const { page } = application
  const autre = page.context().waitForEvent('page', patience)
  await application.tuer('page')
  await expect.poll(() => application.dialogues(), patience).toHaveLength(1)
  expect((await application.dialogues())[0]).toContain('La fenêtre s’est arrêtée à cause d’une panne')
  await application.repondreDialogue({ bouton: 0 })
  const revenue = application.pilote === 'electron' ? page : await autre
  expect(await noteRendue(revenue)).toBe(note)
})

test('le service qui meurt en pleine frappe ne perd rien de ce qui datait d’une seconde', async () => {
  await nouvelEntretien()
  await uneSeconde()
  const rechargee = application.page.waitForEvent('load', patience)
  await application.tuer('service')
  await expect.poll(() => application.dialogues(), patience).toHaveLength(1)
  await application.repondreDialogue({ bouton: 0 })
  await rechargee
  expect(await noteRendue(application.page)).toBe(note)
})
