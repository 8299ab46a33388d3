import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-entretiens-'))
let application: Application
let frappes = 0
beforeAll(async () => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await ouvrirNeuf(application.page)
  await compterSouris()
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

/** Keys as a person presses them: Tab, Enter … by name, text letter by letter. */
const touche = async (...noms: string[]) => {
  for (const nom of noms) await application.page.keyboard.press(nom)
  frappes += noms.length
}
const taper = async (texte: string) => {
  await application.page.keyboard.type(texte)
  frappes += texte.length
}
/** One letter or more of a list, then Tab, which takes the first line and goes on. */
const choisir = async (debut: string) => {
  await taper(debut)
  await application.page.locator('[data-combobox-selected]:visible').last().waitFor()
  await touche('Tab')
}
const focus = () =>
  application.page.evaluate(() => {
    const champ = document.activeElement
    return champ instanceof HTMLInputElement || champ instanceof HTMLTextAreaElement
      ? (champ.labels?.[0]?.textContent ?? '')
      : (champ?.textContent ?? '')
  })
const compterSouris = () =>
  application.page.evaluate(() => {
    Object.assign(window, { clics: 0 })
    window.addEventListener('pointerdown', () => Object.assign(window, { clics: 1 }), true)
  })
const clics = () => application.page.evaluate(() => Object.entries(window).find(([cle]) => cle === 'clics')?.[1])

const nouvelEntretien = async () => {
  frappes = 0
  await touche('Control+n')
  await application.page.getByRole('heading', { level: 1, name: 'Nouvel entretien' }).waitFor()
  await expect.poll(focus).toBe('Personne reçue')
}
const enregistrer = async () => {
  await touche('Control+Enter')
  await application.page
    .getByText(/^Enregistré à \d\d:\d\d$/)
    .last()
    .waitFor()
  await application.page.getByRole('heading', { level: 1, name: 'Entretiens' }).waitFor()
}

test('une personne nouvelle se saisit au clavier, en 65 touches au plus hors textes', async () => {
  const { page } = application
  await nouvelEntretien()
  await taper('dupont marie')
  await page.getByRole('option', { name: /Créer « dupont marie »/ }).waitFor()
  await touche('Enter')
  expect(await page.getByRole('group', { name: /DUPONT/ }).count()).toBe(0)
  await touche('Control+Enter')
  await expect.poll(focus).toBe('Naissance')
  await taper('1984')
  await touche('Tab')
  await choisir('f')
  await taper('0612345678')
  await touche('Tab', 'Tab')
  expect(await focus()).toBe('Rôle *')
  await choisir('v')
  await choisir('o')
  await touche('Tab', 'Tab')
  expect(await focus()).toBe('Origine de la saisine')
  await choisir('pl')
  await choisir('vif')
  await page.getByText('Violences intrafamiliales (hors couple)').first().waitFor({ state: 'attached' })
  await touche('Tab', 'Tab', 'Tab')
  expect(await focus()).toBe('Durée (minutes)')
  await taper('45')
  await touche('Tab')
  await choisir('p')
  await choisir('c')
  expect(await violations(page)).toEqual([])
  await enregistrer()
  expect(frappes).toBeLessThanOrEqual(65)
  const detail = page.getByRole('complementary', { name: 'Entretien choisi' })
  await detail.getByText('DUPONT Marie').waitFor()
  expect(await detail.innerText()).toContain('Violences intrafamiliales (hors couple)')
  expect(await detail.innerText()).toContain('45 min')
})

test('une personne connue se retrouve et se saisit en 35 touches au plus, sa situation proposée', async () => {
  const { page } = application
  await nouvelEntretien()
  await taper('dup')
  await page.getByRole('option', { name: /DUPONT Marie/ }).waitFor()
  await touche('Enter')
  await page
    .getByText(/^n° 1 · ouverte le/)
    .waitFor({ state: 'attached' })
    .catch(() => undefined)
  await expect.poll(() => page.getByLabel('Cet entretien se rattache à').first().inputValue()).toContain('n° 1 ·')
  await expect.poll(() => page.getByLabel('Rôle').first().inputValue()).toBe('Victime')
  expect(await page.getByLabel('Modalité').first().inputValue()).toBe('Présentiel')
  expect(frappes).toBeLessThanOrEqual(35)
  await enregistrer()
})

test('une personne anonyme se saisit au clavier, et F2 en compte une autre, qui s’annule', async () => {
  const { page } = application
  await nouvelEntretien()
  await touche('ArrowDown')
  await page.getByRole('option', { name: /Personne anonyme/ }).waitFor()
  await touche('ArrowDown', 'Enter')
  await expect.poll(() => page.getByRole('group', { name: 'Personne anonyme' }).count()).toBe(1)
  await page.getByLabel('Rôle').first().focus()
  await choisir('hors')
  await enregistrer()
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('3 entretiens')
  await touche('F2')
  await page.getByText(/^Contact anonyme enregistré à/).waitFor()
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await page.getByText('Contact anonyme retiré').waitFor()
  expect(await clics()).toBe(0)
})

test('une saisie incomplète est refusée à côté du champ, qui reçoit le focus, et rien n’est perdu', async () => {
  const { page } = application
  await nouvelEntretien()
  await touche('Control+Enter')
  await page.getByText('Indiquez la personne reçue, ou « Personne anonyme ».').waitFor()
  await taper('martin paul')
  await touche('Control+Enter')
  await expect.poll(focus).toBe('Naissance')
  await taper('31/02/1980')
  await touche('Control+Enter')
  await page.getByText('Attendu : jj/mm/aaaa, ou l’année seule.').waitFor()
  await page.getByText('Choisissez le rôle.').waitFor()
  await expect.poll(focus).toBe('Naissance')
  expect(await violations(page)).toEqual([])
  await touche('Escape', 'Escape')
  expect(await page.getByLabel('Naissance').first().inputValue()).toBe('31/02/1980')
})

test('quitter le formulaire garde le brouillon, le dit, et le rend tel quel', async () => {
  const { page } = application
  await touche('Alt+2')
  await page.getByText('Brouillon gardé').last().waitFor()
  await page.getByRole('button', { name: /Reprendre le brouillon MARTIN Paul/ }).press('Enter')
  await page.getByRole('group', { name: 'MARTIN Paul' }).waitFor()
  expect(await page.getByLabel('Naissance').first().inputValue()).toBe('31/02/1980')
})

test('un arrêt brutal en pleine frappe rend le brouillon à la réouverture', async () => {
  const { page } = application
  await page.getByLabel('Note').fill('Revient mardi avec le bail')
  await page.waitForTimeout(1000)
  await application.tuer('application')
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await ouvrirAvec(application.page, PHRASE)
  await touche('Alt+2')
  await application.page.getByRole('button', { name: /Reprendre le brouillon MARTIN Paul/ }).press('Enter')
  await expect.poll(() => application.page.getByLabel('Note').inputValue()).toBe('Revient mardi avec le bail')
  await application.page.getByRole('button', { name: 'Jeter le brouillon' }).press('Enter')
  await application.page.getByRole('heading', { level: 1, name: 'Entretiens' }).waitFor()
  await expect.poll(() => application.page.getByRole('region', { name: 'Brouillons' }).count()).toBe(0)
})

test('verrouiller en pleine frappe n’en perd rien, et tout est là à la réouverture', async () => {
  const { page } = application
  await nouvelEntretien()
  await taper('leroy')
  const rechargee = page.waitForEvent('load')
  await touche('Control+l')
  await rechargee
  await ouvrirAvec(page, PHRASE)
  await touche('Alt+2')
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('3 entretiens')
  await page.getByRole('button', { name: /Reprendre le brouillon leroy/ }).press('Enter')
  await expect.poll(() => page.getByLabel('Personne reçue').inputValue()).toBe('leroy')
})

test('la liste se cherche, se filtre et se trie ; une suppression s’annule', async () => {
  const { page } = application
  await touche('Alt+2')
  const lignes = page.locator('tbody tr[data-rang]')
  await expect.poll(() => lignes.count()).toBe(3)
  await page.getByLabel('Chercher').fill('dupont')
  await expect.poll(() => lignes.count()).toBe(2)
  await page.getByRole('button', { name: 'Tout retirer' }).press('Enter')
  await expect.poll(() => lignes.count()).toBe(3)
  await page.getByRole('button', { name: 'Personnes', exact: true }).last().press('Enter')
  await expect.poll(() => lignes.first().innerText()).toContain('DUPONT')
  await lignes.first().press('Enter')
  await page.getByRole('button', { name: 'Supprimer' }).press('Enter')
  await expect.poll(() => lignes.count()).toBe(2)
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await expect.poll(() => lignes.count()).toBe(3)
})
