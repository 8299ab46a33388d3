import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preparerPdftotext } from '#build/preparer.ts'
import { allerA, attendreBilan, lireChiffre, ouvrirAvec } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const PHRASE = 'cheval pile agrafe correcte'
const annee = new Date().getFullYear()
const sortie = mkdtempSync(join(tmpdir(), 'jalon-parcours-'))
let application: Application
beforeAll(async () => {
  application = await lancer()
})
afterAll(async () => {
  await application.fermer()
  rmSync(sortie, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const taper = (texte: string) => application.page.keyboard.type(texte)
const focus = () => application.page.evaluate(() => document.activeElement?.id ?? '')
const commencer = async () => {
  await presser('Control+n')
  await application.page.getByRole('heading', { level: 1, name: 'Nouvel entretien' }).waitFor()
  const champ = await application.page.getByLabel('Personne reçue').first().getAttribute('id')
  await expect.poll(focus).toBe(champ)
}
const enregistrer = async (nombre: number) => {
  await presser('Control+Enter')
  await application.page.getByText(`${nombre} entretien${nombre > 1 ? 's' : ''}`, { exact: true }).waitFor()
}
/** The role is the one answer that nothing can guess for somebody new. */
const donnerRole = async (debut: string) => {
  await application.page.getByLabel('Rôle').first().focus()
  await taper(debut)
  await application.page.locator('[data-combobox-selected]:visible').last().waitFor()
  await presser('Tab')
}

test('du premier lancement au bilan en PDF : rien ne se perd, et les entretiens se passent de souris', async () => {
  const { page } = application
  await page.getByRole('heading', { level: 1, name: 'Créer le coffre du poste' }).waitFor()
  await taper('Commissariat d’essai')
  await page.getByRole('checkbox', { name: /commissariat et gendarmerie/ }).press('Space')
  await page.getByLabel('Phrase de passe', { exact: true }).fill(PHRASE)
  await page.getByLabel('Phrase de passe, une seconde fois').fill(PHRASE)
  await presser('Enter')
  const code = (await page.getByTestId('code-secours').innerText()).replaceAll(/\s/g, '')
  await page.getByRole('button', { name: 'Je l’ai noté, continuer' }).press('Enter')
  await page.getByLabel('Code de secours').fill(code)
  await presser('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
  await page.evaluate(() => {
    const compte = { clics: 0 }
    Object.assign(window, compte)
    window.addEventListener('pointerdown', () => Object.assign(window, { clics: 1 }), true)
  })

  await commencer()
  await taper('durand paul')
  await page.getByRole('option', { name: /Créer « durand paul »/ }).waitFor()
  await presser('Control+Enter')
  await page.getByLabel('Naissance').first().waitFor()
  await donnerRole('vic')
  await enregistrer(1)

  await commencer()
  await taper('dura')
  await page.getByRole('option', { name: /DURAND Paul/ }).waitFor()
  await presser('Enter')
  await expect.poll(() => page.getByLabel('Rôle').first().inputValue()).toBe('Victime')
  await enregistrer(2)

  await commencer()
  await presser('ArrowDown')
  await page.getByRole('option', { name: /Personne anonyme/ }).waitFor()
  await presser('ArrowDown', 'Enter')
  await page.getByRole('group', { name: 'Personne anonyme' }).waitFor()
  await donnerRole('hors')
  await enregistrer(3)
  expect(await page.evaluate(() => Object.entries(window).find(([cle]) => cle === 'clics')?.[1])).toBe(0)

  const rechargee = page.waitForEvent('load')
  await presser('Control+l')
  await rechargee
  await ouvrirAvec(page, PHRASE)
  await allerA(page, 'Entretiens')
  await page.getByText('3 entretiens', { exact: true }).waitFor()
  const liste = await page.getByRole('main').innerText()
  expect(liste.match(/DURAND Paul/g)).toHaveLength(2)
  expect(liste.match(/Personne anonyme/g)).toHaveLength(1)

  await allerA(page, 'Bilans')
  await attendreBilan(page)
  // Two persons are under the threshold: the report of a post that has just begun says so, and nothing else.
  expect(await lireChiffre(page, 'personnes')).toBe('s')
  await page.getByRole('tab', { name: 'Publier' }).click()
  await page.getByRole('button', { name: 'Contrôler et préparer la publication' }).click()
  await page.locator('[data-verdict]').waitFor({ timeout: 120_000 })
  await application.repondreDialogue({ chemin: sortie })
  await page.getByRole('button', { name: 'Publier…' }).click()
  await page.getByText(/fichiers? écrits? dans/).waitFor({ timeout: 120_000 })
  const pdf = join(sortie, `bilan-isc-${annee}.pdf`)
  expect(existsSync(pdf)).toBe(true)
  const texte = execFileSync(preparerPdftotext(), [pdf, '-'], { encoding: 'utf8' })
  expect(texte).toContain(`Bilan d’activité ${annee}`)
  expect(texte).not.toMatch(/durand/i)
})
