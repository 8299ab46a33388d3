import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { demander, ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
beforeAll(async () => {
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(page, ['coordination'])
  await page.getByRole('button', { name: 'Coordination', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Stratégie' }).waitFor()
})
afterAll(() => application.fermer())

const fiches = () => application.page.locator('[data-fiche]')
const detail = () => application.page.getByRole('complementary', { name: 'Détail de la stratégie' })
/** Numbers of the fiches that bear this flag. */
const signalees = async (drapeau: string) =>
  (await fiches().filter({ hasText: drapeau }).allInnerTexts()).map((texte) => texte.split(/\s/u)[0])

test('un coffre de coordination sans stratégie propose deux façons de commencer ; l’exemple d’Aix a treize fiches', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Commencer une stratégie' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Charger l’exemple d’Aix-en-Provence' }).press('Enter')
  await fiches().first().waitFor()
  expect(await fiches().count()).toBe(13)
  expect(await signalees('Sans indicateur')).toEqual(['4.1'])
  expect(await signalees('Sans calendrier')).toEqual(['1.1', '3.1', '4.3'])
  expect(await signalees('Sans financeur')).toEqual(['1.2', '2.1', '4.3'])
  expect(await violations(page)).toEqual([])
})

test('une cible et une valeur se tapent au clavier, et la fiche dit où elle en est', async () => {
  const { page } = application
  await page.getByLabel('Année', { exact: true }).selectOption('2013')
  await fiches().filter({ hasText: '2.1' }).first().focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await detail().getByRole('heading', { name: /^2\.1/u }).waitFor()
  await detail().getByLabel('Cible, 1er semestre 2013 : TIG accueillis').focus()
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('neuf')
  await page.keyboard.press('Enter')
  await detail().getByText('Attendu : un nombre.').waitFor()
  const realise = detail().getByLabel('Réalisé, 1er semestre 2013 : TIG accueillis')
  await realise.fill('9')
  await realise.press('Enter')
  await page.getByText(/^Enregistré à/u).waitFor()
  // The writing of one cell takes the keyboard away from nobody.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Réalisé, 2e semestre 2013 : TIG accueillis',
  )
  await expect.poll(() => fiches().filter({ hasText: '2.1' }).first().innerText()).toContain('0 cible sur 1')
  const table = detail().getByRole('table', { name: 'TIG accueillis' })
  await expect.poll(() => table.getByRole('row', { name: /^Réalisé/u }).innerText()).toContain('9')
  expect(await violations(page)).toEqual([])
})

test('ce que Jalon compte se lit sans se taper, avec sa définition', async () => {
  const { page } = application
  await fiches().filter({ hasText: '4.2' }).first().press('Enter')
  await detail().getByRole('heading', { name: /^4\.2/u }).waitFor()
  await detail()
    .getByText(/Calculé par Jalon : Interventions de médiation/u)
    .waitFor()
  expect(
    await detail()
      .getByLabel(/^Réalisé, .*Interventions/u)
      .count(),
  ).toBe(0)
  expect(
    await detail()
      .getByLabel(/^Cible, 1er trimestre .*Interventions/u)
      .count(),
  ).toBe(1)
  expect(await violations(page)).toEqual([])
})

test('une fiche se corrige, se retire et revient ; une autre se crée', async () => {
  const { page } = application
  await fiches().filter({ hasText: '4.3' }).first().press('Enter')
  await detail().getByRole('button', { name: 'Modifier', exact: true }).press('Enter')
  await detail().getByLabel('Calendrier').fill('S1 2014 référent désigné\nRentrée : chantiers')
  await detail().getByLabel('Financeurs').fill('Ville')
  await detail().getByRole('button', { name: 'Enregistrer la fiche' }).press('Enter')
  await detail().getByText('1er semestre 2014 : référent désigné').waitFor()
  expect(await signalees('Sans calendrier')).toEqual(['1.1', '3.1'])
  await detail().getByRole('button', { name: 'Autres actions sur la fiche' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Retirer la fiche' }).press('Enter')
  await page.getByText('Fiche 4.3 retirée').waitFor()
  await expect.poll(() => fiches().count()).toBe(12)
  await page
    .getByRole('status')
    .filter({ hasText: 'Fiche 4.3 retirée' })
    .getByRole('button', { name: 'Annuler' })
    .press('Enter')
  await expect.poll(() => fiches().count()).toBe(13)
  await page.getByRole('button', { name: /^Ajouter une fiche à l’axe Lutte/u }).press('Enter')
  await page.keyboard.type('Accueil des sortants')
  await page.keyboard.press('Enter')
  await detail().getByRole('heading', { name: 'Accueil des sortants' }).waitFor()
  expect(await fiches().count()).toBe(14)
})

test('un budget se tient en charges et en produits, et l’année garde ses textes', async () => {
  const { page } = application
  await detail().getByRole('button', { name: 'Ajouter une ligne' }).press('Enter')
  await detail().getByLabel('Rubrique').selectOption('74')
  await detail().getByLabel('Financeur', { exact: true }).fill('État (FIPD)')
  await detail().getByLabel('Prévu (€)').fill('40 000')
  await detail().getByLabel('Prévu (€)').press('Enter')
  await detail()
    .getByRole('row', { name: /74 Subventions d’exploitation, État \(FIPD\) 40.000,00/u })
    .waitFor()
  await detail().getByLabel('Statut').selectOption('en-cours')
  await detail().getByLabel('Difficultés').fill('Pas de local.')
  await detail().getByLabel('Suites').focus()
  await expect.poll(() => fiches().filter({ hasText: 'Accueil des sortants' }).innerText()).toContain('En cours')
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await ouvrirAvec(page, PHRASE)
  await page.getByRole('button', { name: 'Coordination', exact: true }).click()
  await fiches().filter({ hasText: 'Accueil des sortants' }).press('Enter')
  await page.getByLabel('Année', { exact: true }).selectOption('2013')
  await expect.poll(() => detail().getByLabel('Difficultés').inputValue()).toBe('Pas de local.')
  expect(await violations(page)).toEqual([])
})

test('le plan renumérote les axes et décline une fiche par territoire', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Plan', exact: true }).press('Enter')
  await detail().getByRole('button', { name: 'Ajouter un territoire' }).press('Enter')
  await detail().getByLabel('Nom du territoire Territoire 1').fill('Jas de Bouffan')
  await detail().getByLabel('Nom du territoire Territoire 1').press('Enter')
  await page.getByLabel('Territoire montré').waitFor()
  expect(await violations(page)).toEqual([])
  await fiches().filter({ hasText: '1.3' }).first().press('Enter')
  await detail().getByRole('button', { name: 'Autres actions sur la fiche' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Décliner dans chaque territoire' }).press('Enter')
  await page.getByText(/Fiche déclinée : 1 copie/u).waitFor()
  await page.getByLabel('Territoire montré').selectOption({ label: 'Jas de Bouffan' })
  await expect.poll(() => fiches().count()).toBe(1)
})

test('une autre stratégie commence depuis le plan, et l’exemple ne se charge pas deux fois', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Plan', exact: true }).press('Enter')
  await detail().getByRole('button', { name: 'Charger l’exemple d’Aix-en-Provence' }).press('Enter')
  await detail().getByText('Cette stratégie est déjà chargée.').waitFor()
  await detail().getByRole('button', { name: 'Commencer une stratégie' }).press('Enter')
  const formulaire = detail().getByRole('form', { name: 'Stratégie' }).last()
  await formulaire.getByLabel('Territoire').fill('Valombre')
  await formulaire.getByLabel('Territoire').press('Enter')
  await page.getByText('Valombre', { exact: false }).first().waitFor()
  await expect
    .poll(() => page.getByLabel('Stratégie montrée').locator('option:checked').innerText())
    .toContain('Valombre')
  expect(await fiches().count()).toBe(0)
  await page.getByText('Aucun axe encore').waitFor()
  expect(await violations(page)).toEqual([])
})
