import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const PHRASE_DE_CAMILLE = 'une phrase que Camille choisit'

let application: Application
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page, ['isc', 'cvp'])
})
afterAll(() => application.fermer())

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const lieux = () => application.page.getByRole('navigation', { name: 'Lieux' }).innerText()

test('le titulaire seul ne voit rien de plus que la section Utilisateurs', async () => {
  const { page } = application
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Utilisateurs' }).click()
  await page.getByText('Le titulaire seul ouvre ce coffre').waitFor()
  expect(await page.getByRole('banner').innerText()).not.toContain('Titulaire')
})

test('il ajoute une intervenante, qui tape elle-même sa phrase', async () => {
  const { page } = application
  await bouton('Ajouter un utilisateur').click()
  await page.getByLabel('Nom', { exact: true }).fill('Camille')
  await bouton('Ajouter').click()
  await page.getByText('Choisissez au moins un métier.').waitFor()
  await page.getByLabel('Intervenant social en commissariat et gendarmerie').check()
  await page.getByLabel('Sa phrase de passe', { exact: true }).fill(PHRASE_DE_CAMILLE)
  await page.getByLabel('Sa phrase de passe, une seconde fois').fill(PHRASE_DE_CAMILLE)
  expect(await violations(page)).toEqual([])
  await bouton('Ajouter').click()
  await page.getByRole('row', { name: /Camille/u }).waitFor()
  expect(await demander(page, 'acces', 'lister')).toMatchObject([{ role: 'intervenant', dispositifs: ['isc'] }])
  await expect.poll(() => page.getByRole('banner').innerText()).toContain('Titulaire')
  expect(await violations(page)).toEqual([])
})

test('Camille ouvre avec sa phrase : ni Sorties, ni CVP, ni utilisateurs', async () => {
  const { page } = application
  await bouton('Verrouiller le coffre ( Ctrl L )').click()
  await ouvrirAvec(page, PHRASE_DE_CAMILLE)
  await expect.poll(() => page.getByRole('banner').innerText()).toContain('Camille · Intervenant')
  expect(await lieux()).not.toMatch(/Sorties|CVP/u)
  expect(await page.getByRole('button', { name: /^Métier/u }).count()).toBe(0)
  await allerA(page, 'Réglages')
  expect(await page.getByRole('tab').allInnerTexts()).toEqual([
    'Corbeille',
    'Sécurité',
    'Sauvegardes',
    'Mise à jour',
    'À propos',
  ])
  await expect(demander(page, 'acces', 'lister')).rejects.toThrow('droit-absent')
  await expect(demander(page, 'reglages', 'changerDispositif', { dispositif: 'cvp' })).rejects.toThrow('droit-absent')
})

test.each([
  { role: 'administrateur', places: ['Réglages'] },
  { role: 'lecteur-statistique', places: ['Bilans', 'Réglages'] },
  { role: 'coordonnateur', places: ['Partenaires', 'Bilans', 'Réglages'] },
])('$role : ses lieux seuls, sans un refus à l’écran', async ({ role, places }) => {
  const { page } = application
  const phrase = `une phrase pour le rôle ${role}`
  await bouton('Verrouiller le coffre ( Ctrl L )').click()
  await ouvrirAvec(page, PHRASE)
  const agent = { id: crypto.randomUUID(), nom: 'Sacha', role, dispositifs: ['isc'] }
  await demander(page, 'acces', 'ajouter', { ...agent, phrase })
  await bouton('Verrouiller le coffre ( Ctrl L )').click()
  await ouvrirAvec(page, phrase)
  const navigation = page.getByRole('navigation', { name: 'Lieux' })
  await expect.poll(() => navigation.getByRole('listitem').allInnerTexts()).toEqual(places)
  for (const place of places) {
    await navigation.getByRole('button', { name: place }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  }
  for (const section of await page.getByRole('tab').all()) {
    await section.click()
    expect(await page.getByRole('alert').filter({ hasText: 'n’a pas abouti' }).count()).toBe(0)
  }
  await bouton('Verrouiller le coffre ( Ctrl L )').click()
  await ouvrirAvec(page, PHRASE)
  await demander(page, 'acces', 'retirer', { id: agent.id })
})

test('retirée, sa phrase n’ouvre plus', async () => {
  const { page } = application
  await bouton('Verrouiller le coffre ( Ctrl L )').click()
  await ouvrirAvec(page, PHRASE)
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Utilisateurs' }).click()
  await bouton('Retirer Camille').click()
  await page.getByText('s’ouvre encore avec sa phrase').waitFor()
  await bouton('Retirer').click()
  await page.getByText('Le titulaire seul ouvre ce coffre').waitFor()
  await bouton('Verrouiller le coffre ( Ctrl L )').click()
  await page.getByLabel('Phrase de passe', { exact: true }).fill(PHRASE_DE_CAMILLE)
  await page.keyboard.press('Enter')
  await page.getByText('Ce n’est pas la bonne phrase de passe').waitFor()
  expect(await page.getByRole('navigation', { name: 'Lieux' }).count()).toBe(0)
})
