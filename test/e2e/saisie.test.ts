import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allerA, demander, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  const pere = await recevoir('Petit', 'Paul')
  const fille = await recevoir('Petit', 'Zoé')
  await demander(application.page, 'personnes', 'rattacherFoyer', { personneId: fille, avecId: pere, lien: 'fille' })
})
afterAll(() => application.fermer())

const recevoir = async (nom: string, prenom: string): Promise<string> => {
  const personneId = randomUUID()
  await demander(application.page, 'entretiens', 'enregistrer', {
    id: randomUUID(),
    suivi: { id: randomUUID(), saisineDate: null, reponses: {} },
    date: '2026-03-09',
    heure: null,
    dureeMinutes: null,
    note: '',
    reponses: { modalite: 'presentiel' },
    presences: [{ personneId, fiche: fiche(personneId, nom, prenom), role: 'victime', reponses: {} }],
    orientations: [],
    echeances: [],
  })
  return personneId
}
const inconnu = { naissance: null, telephone: null, commune: null, reponses: {} }
const fiche = (id: string, nom: string, prenom: string) => ({ ...inconnu, id, anonyme: false, nom, prenom })

const liste = (nom: string) => application.page.getByRole('combobox', { name: nom })
const alerte = () => application.page.getByRole('alert').filter({ hasText: 'à corriger' })

test('le foyer d’une personne connue est proposé, d’une flèche ou d’un clic', async () => {
  const { page } = application
  await page.keyboard.press('Control+n')
  await page.getByLabel('Personne reçue').fill('petit paul')
  await page.getByRole('option', { name: /PETIT Paul/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'fille · PETIT Zoé' }).waitFor()
  await page.locator('[data-recherche-personne]').focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'fille · PETIT Zoé' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'PETIT Zoé' }).waitFor()
  expect(await page.getByRole('button', { name: 'fille · PETIT Zoé' }).count()).toBe(0)
})

test('un champ corrigé cesse aussitôt d’être signalé, sans attendre un nouvel essai', async () => {
  const { page } = application
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('31/02/2026')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => alerte().innerText()).toContain('2 champs')
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('01/03/2026')
  await expect.poll(() => alerte().innerText()).toContain('Un champ')
})

test('un mot de santé ou un jugement dans la note est signalé sans rien empêcher', async () => {
  const { page } = application
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await note.fill('Violences, plainte déposée ; se dit schizophrène')
  await page.getByText('« schizophrène » : un détail de santé').waitFor()
  await note.fill('Violences, plainte déposée')
  await expect.poll(() => page.getByText('« schizophrène »').count()).toBe(0)
})

test('une réponse tapée d’un trait est prise, et Ctrl Entrée enregistre depuis une liste ouverte', async () => {
  const { page } = application
  const modalite = liste('Modalité')
  await modalite.fill('')
  for (const [frappe, attendu] of [
    ['télé', 'Téléphone'],
    ['prés', 'Présentiel'],
  ] as const) {
    await modalite.focus()
    await page.keyboard.press('Control+a')
    // No pause between the last letter and Enter, as when a slow computer catches up.
    await page.keyboard.type(frappe)
    await page.keyboard.press('Enter')
    await expect.poll(() => modalite.inputValue()).toBe(attendu)
  }
  await liste('Rôle').last().focus()
  await page.keyboard.type('mineur')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Enregistré à/).waitFor()
  const detail = page.getByRole('complementary', { name: 'Entretien choisi' })
  await expect.poll(() => detail.innerText()).toContain('PETIT Zoé Mineur présent')
})

test('retaper la même réponse la garde, vider le champ la retire', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Modifier' }).press('Enter')
  const modalite = liste('Modalité')
  await expect.poll(() => modalite.inputValue()).toBe('Présentiel')
  await modalite.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('prés')
  await page.keyboard.press('Enter')
  await expect.poll(() => modalite.inputValue()).toBe('Présentiel')
  await modalite.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Tab')
  await expect.poll(() => modalite.inputValue()).toBe('')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/^Enregistré à/)
    .last()
    .waitFor()
  const detail = page.getByRole('complementary', { name: 'Entretien choisi' })
  await detail.waitFor()
  expect(await detail.innerText()).not.toContain('Modalité')
})

test('une date de filtre se tape jusqu’au bout, et retirer les filtres vide les champs', async () => {
  const { page } = application
  await allerA(page, 'Entretiens')
  const du = page.getByLabel('Du', { exact: true })
  await du.focus()
  await page.keyboard.type('02/03/2026')
  expect(await du.inputValue()).toBe('02/03/2026')
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('2 entretiens')
  await page.getByLabel('Chercher').fill('personne de ce nom')
  await page.getByRole('button', { name: 'Retirer les filtres' }).click()
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('3 entretiens')
  expect(await page.getByLabel('Chercher').inputValue()).toBe('')
  expect(await du.inputValue()).toBe('')
  await page.getByRole('button', { name: 'Date', exact: true }).click()
  expect(await page.getByRole('button', { name: 'Tout retirer' }).count()).toBe(0)
})

test('N commence un entretien avec la personne dont la fiche est ouverte', async () => {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.locator('tbody tr[data-rang]').filter({ hasText: 'Zoé' }).press('Enter')
  await page.getByRole('heading', { level: 2, name: 'PETIT Zoé' }).waitFor()
  await page.keyboard.press('n')
  await expect.poll(() => page.getByRole('group', { name: 'PETIT Zoé' }).count()).toBe(1)
})

/** The end of a text and Enter in one go, faster than any answer. */
const taperEtEntrer = (champ: Locator, texte: string): Promise<void> =>
  champ.evaluate((saisi: HTMLInputElement, suite) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(saisi, suite)
    saisi.dispatchEvent(new Event('input', { bubbles: true }))
    const entree = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }
    saisi.dispatchEvent(new KeyboardEvent('keydown', entree))
  }, texte)

const autreQue = async (premiere: Locator): Promise<string> =>
  (await premiere.innerText()).includes('Alice') ? 'Brice' : 'Alice'

test('Entrée frappée avant la réponse attend la personne dont le nom est entier', async () => {
  const { page } = application
  for (const prenom of ['Alice', 'Brice']) await recevoir('Durand', prenom)
  const champ = page.locator('[data-recherche-personne]')
  await champ.fill('durand')
  const trouvees = page.getByRole('option', { name: /^DURAND/ })
  await trouvees.nth(1).waitFor()
  const presente = await autreQue(trouvees.first())
  await taperEtEntrer(champ, `durand ${presente}`)
  await page.getByRole('group', { name: `DURAND ${presente}` }).waitFor()
  expect(await page.getByRole('group', { name: /^DURAND/ }).count()).toBe(1)

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('textbox', { name: 'Aller à' })
  await palette.fill('durand')
  const lignes = page.locator('.mantine-Spotlight-action', { hasText: 'DURAND' })
  await lignes.nth(1).waitFor()
  const ouverte = await autreQue(lignes.first())
  await taperEtEntrer(palette, `durand ${ouverte}`)
  await page.getByRole('heading', { level: 2, name: `DURAND ${ouverte}` }).waitFor()
})
