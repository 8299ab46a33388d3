import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { type Application, lancer } from './pilote.ts'

const PHRASE = 'cheval pile agrafe correcte'
const NOUVELLE = 'lampe nuage trottoir violet'

/** Deriving a key takes its time on purpose. */
const patience = { timeout: 20_000 }

let application: Application
let code: string
beforeAll(async () => {
  application = await lancer()
})
afterAll(() => application.fermer())

const titre = (nom: string) => application.page.getByRole('heading', { level: 1, name: nom }).waitFor()
const verrouiller = async () => {
  const rechargee = application.page.waitForEvent('load')
  await application.page.keyboard.press('Control+l')
  await rechargee
  await titre('Ouvrir le coffre')
}

test('une phrase faible ou mal répétée est refusée avant de créer quoi que ce soit', async () => {
  const { page } = application
  await titre('Créer le coffre du poste')
  await page.keyboard.type('Commissariat d’essai')
  await page.getByRole('checkbox', { name: /commissariat et gendarmerie/ }).press('Space')
  await page.getByLabel('Phrase de passe', { exact: true }).fill('court')
  await page.keyboard.press('Enter')
  await page.getByText('Encore 7 caractères.').waitFor()
  await page.getByLabel('Phrase de passe', { exact: true }).fill(PHRASE)
  await page.getByLabel('Phrase de passe, une seconde fois').fill('autre chose que la première')
  await page.keyboard.press('Enter')
  await page.getByText('Les deux phrases ne sont pas identiques.').waitFor()
  expect(await violations(page)).toEqual([])
})

test('le premier lancement montre le code de secours une fois, sur une feuille seule à l’impression', async () => {
  const { page } = application
  await page.getByLabel('Phrase de passe, une seconde fois').fill(PHRASE)
  await page.keyboard.press('Enter')
  await titre('Votre code de secours')
  code = (await page.getByTestId('code-secours').locator('span').allInnerTexts()).join('-')
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  const visibles = await page.evaluate(() =>
    ['Votre code de secours', 'Code de secours du coffre', 'Je l’ai noté'].map((texte) => {
      const noeud = [...document.querySelectorAll<HTMLElement>('h1, h2, button')].find(
        (e) => e.innerText.includes(texte) || e.textContent.includes(texte),
      )
      return noeud !== undefined && getComputedStyle(noeud).visibility === 'visible' && noeud.offsetParent !== null
    }),
  )
  expect(visibles).toEqual([false, true, false])
  await page.emulateMedia({ media: 'screen' })
})

test('on n’avance qu’après avoir retapé le code, sans tirets ni majuscules s’il le faut', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Je l’ai noté, continuer' }).press('Enter')
  await page.getByLabel('Code de secours').fill('0000-0000')
  await page.keyboard.press('Enter')
  await page.getByText('Ce n’est pas ce code.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Code de secours').fill(code.replaceAll('-', ' ').toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
  expect(await page.getByText(code).count()).toBe(0)
})

test('Ctrl+L verrouille ; une mauvaise phrase est dite, l’attente décomptée, puis la bonne ouvre', async () => {
  const { page } = application
  await verrouiller()
  expect(await violations(page)).toEqual([])
  const decompte = page.getByRole('timer')
  let attendre = false
  // Two slips cost nothing; then a slow machine takes longer to check a phrase than the first waits last.
  for (let essai = 0; essai < 8 && !attendre; essai++) {
    await page.getByLabel('Phrase de passe').fill(`pas la bonne phrase ${essai}`)
    await page.keyboard.press('Enter')
    await page.getByText('Ce n’est pas la bonne phrase de passe.').waitFor()
    await expect.poll(() => page.getByLabel('Phrase de passe').inputValue(), patience).toBe('')
    attendre = (await decompte.count()) === 1
  }
  expect(attendre).toBe(true)
  await decompte.waitFor({ state: 'detached' })
  await page.getByLabel('Phrase de passe').fill(PHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
})

test('le code de secours ouvre, et donne une nouvelle phrase qui remplace l’ancienne', async () => {
  const { page } = application
  await verrouiller()
  await page.getByRole('button', { name: 'J’ai oublié ma phrase de passe' }).press('Enter')
  await titre('Ouvrir avec le code de secours')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Code de secours').fill(code)
  await page.getByLabel('Nouvelle phrase de passe', { exact: true }).fill(NOUVELLE)
  await page.getByLabel('Nouvelle phrase de passe, une seconde fois').fill(NOUVELLE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
  await verrouiller()
  await page.getByLabel('Phrase de passe').fill(PHRASE)
  await page.keyboard.press('Enter')
  await page.getByText('Ce n’est pas la bonne phrase de passe.').waitFor()
  await page.getByLabel('Phrase de passe').fill(NOUVELLE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
})
