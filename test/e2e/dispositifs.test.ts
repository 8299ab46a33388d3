import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
beforeAll(async () => {
  application = await lancer()
})
afterAll(() => application.fermer())

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const metier = (nom: RegExp) => application.page.getByRole('checkbox', { name: nom })
const selecteur = () => application.page.getByRole('button', { name: /^Métier : / })
const champ = (nom: string) => application.page.getByRole('combobox', { name: nom })
const choisir = async (nom: string, debut: string) => {
  await champ(nom).focus()
  await application.page.keyboard.type(debut)
  await application.page.locator('[data-combobox-selected]:visible').last().waitFor()
  await presser('Tab')
}
/** Answers by the keyboard alone the one name that the menu of jobs shows. */
const passerA = async (court: string, libelle: RegExp) => {
  await selecteur().focus()
  await presser('Enter')
  await application.page.getByRole('menuitem', { name: libelle }).press('Enter')
  await application.page.getByRole('button', { name: `Métier : ${court}` }).waitFor()
}

test('un coffre ne se crée pas sans métier, et se crée pour celui de correspondant ville-prison', async () => {
  const { page } = application
  await page.getByRole('heading', { level: 1, name: 'Créer le coffre du poste' }).waitFor()
  await page.keyboard.type('Mission ville-prison')
  await page.getByLabel('Phrase de passe', { exact: true }).fill(PHRASE)
  await page.getByLabel('Phrase de passe, une seconde fois').fill(PHRASE)
  await presser('Enter')
  await page.getByText('Cochez un métier au moins.').waitFor()
  expect(await violations(page)).toEqual([])
  await metier(/Correspondant ville-prison/).press('Space')
  expect(await page.getByText('Cochez un métier au moins.').count()).toBe(0)
  await page.getByLabel('Phrase de passe, une seconde fois').press('Enter')
  const code = (await page.getByTestId('code-secours').innerText()).replaceAll(/\s/g, '')
  await page.getByRole('button', { name: 'Je l’ai noté, continuer' }).press('Enter')
  await page.getByLabel('Code de secours').fill(code)
  await presser('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()
  expect(await demander(page, 'reglages', 'lire')).toMatchObject({ dispositifs: ['cvp'], dispositif: 'cvp' })
  expect(await selecteur().count()).toBe(0)
})

test('l’entretien d’un suivi se note avec ses propres listes, et sans demander le rôle', async () => {
  const { page } = application
  await presser('Control+n')
  await page.getByLabel('Personne reçue').fill('durand paul')
  await page.getByRole('option', { name: /Créer « durand paul »/ }).waitFor()
  await presser('Control+Enter')
  await page.getByLabel('Naissance').first().waitFor()
  expect(await champ('Rôle').inputValue()).toBe('Personne accompagnée')
  await page.getByRole('heading', { name: 'Suivi', exact: true }).waitFor()
  await choisir('Prescripteur', 'milieu f')
  await choisir('Modalité', 'parloir')
  await choisir('Établissement ou lieu', 'neuvic')
  expect(await champ('Établissement ou lieu').inputValue()).toBe('Centre de détention de Neuvic')
  expect(await violations(page)).toEqual([])
  await presser('Control+Enter')
  await page.getByText('1 entretien', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Centre de détention de Neuvic')
})

test('un établissement se cherche, se renomme, se masque, s’ajoute : la liste des lieux suit', async () => {
  const { page } = application
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Établissements' }).click()
  await page.getByLabel('Chercher un nom, ou un département').fill('neuvic')
  await page.getByLabel('Nom de « Neuvic »').fill('Neuvic-sur-l’Isle')
  await page.keyboard.press('Tab')
  await page.getByLabel('Proposer « Neuvic-sur-l’Isle »').click()
  const ajout = page.getByRole('form', { name: 'Nouvel établissement' })
  await ajout.getByLabel('Nom').fill('Valombre')
  await ajout.getByLabel('Département').fill('24')
  await page.getByRole('button', { name: 'Ajouter à la liste', exact: true }).click()
  const lieux = async () => {
    const { listes } = Object(await demander(page, 'nomenclature', 'lire', { dispositif: 'cvp' }))
    return listes.find((l: { code: string }) => l.code === 'lieu-justice').modalites
  }
  await expect.poll(async () => (await lieux()).at(-1)).toMatchObject({ libelle: 'Centre pénitentiaire de Valombre' })
  expect((await lieux()).find((m: { code: string }) => m.code === 'cd-neuvic')).toMatchObject({
    libelle: 'Centre de détention de Neuvic-sur-l’Isle',
    masquee: true,
  })
})

test('un second métier se coche dans les réglages ; un choix paraît alors en haut à gauche', async () => {
  const { page } = application
  await allerA(page, 'Réglages')
  expect(await metier(/Correspondant ville-prison/).isDisabled()).toBe(true)
  await metier(/mission locale/).press('Space')
  await selecteur().waitFor()
  expect(await selecteur().getAttribute('aria-label')).toBe('Métier : Ville-prison')
  await expect.poll(() => metier(/mission locale/).isChecked()).toBe(true)
  expect(await violations(page)).toEqual([])
})

test('changer de métier ne montre plus rien de l’autre, et la même personne y est retrouvée', async () => {
  const { page } = application
  await allerA(page, 'Entretiens')
  await page.getByText('1 entretien', { exact: true }).waitFor()
  await passerA('Mission locale', /Référent justice de mission locale/)
  await page.getByRole('heading', { level: 1, name: 'Entretiens' }).waitFor()
  await page.getByText('Aucun entretien enregistré').waitFor()
  await presser('Control+n')
  await page.getByLabel('Personne reçue').fill('durand')
  await page.getByRole('option', { name: /DURAND Paul/ }).waitFor()
  await presser('Enter')
  await page.getByRole('group', { name: 'DURAND Paul' }).waitFor()
  expect(await champ('Rôle').inputValue()).toBe('Jeune accompagné')
  await page.getByRole('heading', { name: 'Accompagnement', exact: true }).waitFor()
  await choisir('Suite de l’accompagnement', 'relais')
  await presser('Control+Enter')
  await page.getByText('1 entretien', { exact: true }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('Neuvic')

  await allerA(page, 'Personnes')
  await page.getByText('DURAND Paul').first().click()
  const fiche = page.getByRole('complementary', { name: /Personne|Fiche/ })
  await fiche.getByRole('heading', { name: 'Accompagnements' }).waitFor()
  expect(await fiche.innerText()).toContain('Ouverture de l’accompagnement n° 1')
  expect(await fiche.innerText()).not.toContain('Neuvic')
})

test('ce qui est tapé n’est pas perdu en changeant de métier, et attend dans le sien', async () => {
  const { page } = application
  await presser('Control+n')
  await page.getByLabel('Personne reçue').fill('inconnue marie')
  await page.getByRole('option', { name: /Créer « inconnue marie »/ }).waitFor()
  await presser('Control+Enter')
  await page.getByLabel('Naissance').first().waitFor()
  await passerA('Ville-prison', /Correspondant ville-prison/)
  await page.getByText('1 entretien', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Neuvic')
  expect(await page.getByText('INCONNUE Marie').count()).toBe(0)
  await passerA('Mission locale', /Référent justice de mission locale/)
  await page.getByText('INCONNUE Marie').waitFor()
})

test('les échanges disent dans quel métier entrera le fichier', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  expect(await page.getByRole('main').innerText()).toContain('Il entrera dans le métier Référent justice')
})

test('la palette passe aussi d’un métier à l’autre', async () => {
  const { page } = application
  await presser('Control+k')
  await page.keyboard.type('ville-prison')
  await page.getByRole('button', { name: /Métier : Correspondant ville-prison/ }).waitFor()
  await page.getByRole('button', { name: 'Compter un contact anonyme' }).waitFor({ state: 'detached' })
  await presser('ArrowDown', 'Enter')
  await expect.poll(() => selecteur().getAttribute('aria-label')).toBe('Métier : Ville-prison')
})
