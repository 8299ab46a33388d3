import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fichier2012 } from '../fixtures/imports/fichiers.ts'
import { allerA, attendreBilan, importer, lireApercu, lireChiffre, lireTableau, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const sortie = mkdtempSync(join(tmpdir(), 'jalon-bilan-'))
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  await importer(application.page, 'isc-2012.csv', fichier2012('csv'))
  await allerA(application.page, 'Bilans')
  await application.page.getByLabel('Période').selectOption('2012')
  await attendreBilan(application.page)
})
afterAll(async () => {
  await application.fermer()
  rmSync(sortie, { recursive: true, force: true })
})

test('le bilan de 2012 dit 323 personnes et 572 entretiens', async () => {
  const { page } = application
  await expect.poll(() => lireChiffre(page, 'personnes')).toBe('323')
  expect(await lireChiffre(page, 'entretiens')).toBe('572')
})

test('la page à imprimer répartit les personnes en 84, 44 et 195', async () => {
  const lignes = await lireTableau(application.page, 'Personnes par type de public')
  const compte = Object.fromEntries(lignes.map(([libelle, valeur]) => [libelle, valeur]))
  expect(compte).toMatchObject({ Victime: '84', 'Mis en cause': '44', 'Hors champ pénal': '195', Total: '323' })
})

test('chaque chiffre a sa définition à un clic', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Définition : Personnes reçues' }).click()
  const definition = page.getByText(/^File active : personnes distinctes/)
  await expect.poll(() => definition.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
})

test('l’écran est publiable : aucun nom du fichier importé n’y paraît', async () => {
  const { page } = application
  expect(await page.getByText('Publiable').isVisible()).toBe(true)
  const vu = `${await page.getByRole('main').innerText()} ${await lireApercu(page)}`
  const noms = fichier2012('csv')
    .toString('utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((ligne) => ligne.split(';')[1] ?? '')
  expect(noms.filter((nom) => nom.length > 4 && vu.includes(nom))).toEqual([])
})

test('un texte tapé est enregistré, paraît dans la page, et revient', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Textes' }).click()
  await page.getByRole('textbox', { name: 'Contexte' }).fill('Deux brigades ont déménagé en mars.')
  await page.getByText(/^Enregistré à/).waitFor()
  await page.getByRole('textbox', { name: 'Partenariat' }).focus()
  await expect.poll(() => lireApercu(page), { timeout: 30_000 }).toContain('Deux brigades ont déménagé en mars.')
  await allerA(page, 'Partenaires')
  await allerA(page, 'Bilans')
  await page.getByRole('tab', { name: 'Textes' }).click()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Contexte' }).inputValue())
    .toBe('Deux brigades ont déménagé en mars.')
})

test('un seuil plus haut masque davantage et le dit', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Tableaux' }).click()
  await page.getByLabel('Seuil du secret').selectOption('15')
  const secret = page.getByText(/ au seuil de \d+\./)
  await expect.poll(() => secret.innerText(), { timeout: 60_000 }).toContain('au seuil de 15')
  const masquees = Number.parseInt(await secret.innerText(), 10)
  await page.getByLabel('Seuil du secret').selectOption('5')
  await expect.poll(() => secret.innerText(), { timeout: 60_000 }).toContain('au seuil de 5.')
  expect(Number.parseInt(await secret.innerText(), 10) || 0).toBeLessThan(masquees)
})

test('le contrôle par le calcul est fait et dit', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Tableaux' }).click()
  expect(await page.getByRole('tabpanel').innerText()).toContain('Contrôle des sommes réussi')
  expect(await lireApercu(page)).toContain('ne se retrouve en combinant les sommes')
})

test('une période à l’envers est refusée sans rien perdre', async () => {
  const { page } = application
  await page.getByLabel('Période').selectOption('libre')
  await page.getByLabel('Du', { exact: true }).fill('01/07/2012')
  await page.getByLabel('Au (compris)').fill('30/06/2012')
  await page.getByText('Date de fin avant le début').waitFor()
  await page.getByLabel('Au (compris)').fill('31/12/2012')
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toMatch(/Du\s1er\sjuillet\s2012/)
  await page.getByLabel('Période').selectOption('2012')
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toMatch(/Du\s1er\sjanvier\s2012/)
})

test('l’export écrit les fichiers demandés dans le dossier choisi', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Exporter' }).click()
  for (const format of ['CSV', 'JSON']) await page.getByLabel(new RegExp(`^${format}`)).check()
  await application.repondreDialogue({ chemin: sortie })
  await page.getByRole('button', { name: 'Exporter…' }).click()
  await page.getByText(/fichiers? écrits? dans/).waitFor({ timeout: 120_000 })
  const ecrits = await page.locator('aside [aria-live] li').allInnerTexts()
  expect(ecrits.filter((nom) => !existsSync(join(sortie, nom)))).toEqual([])
  expect(new Set(ecrits.map((nom) => nom.split(/[.-]/).at(-1)))).toEqual(new Set(['pdf', 'docx', 'ods', 'csv', 'json']))
  const json = ecrits.find((nom) => /bilan[^/]*\.json$/.test(nom)) ?? ''
  const bilan = JSON.parse(readFileSync(join(sortie, json), 'utf8'))
  expect(bilan.indicateurs).toMatchObject({ personnes: 323, entretiens: 572 })
})

test('renoncer au dossier n’est pas une erreur', async () => {
  const { page } = application
  await application.repondreDialogue('annuler')
  await page.getByRole('button', { name: 'Exporter…' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Exporter…' }).isEnabled()).toBe(true)
  expect(await page.getByRole('alert').count()).toBe(0)
})
