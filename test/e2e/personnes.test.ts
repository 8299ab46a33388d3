import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const jour = new Date().toLocaleDateString('sv')

const recevoir = (nom: string, prenom: string, naissance: string | null) => {
  const personneId = randomUUID()
  const identite = { nom, prenom, naissance, telephone: null, commune: 'Aubervilliers' }
  return demander(application.page, 'entretiens', 'enregistrer', {
    id: randomUUID(),
    suivi: { id: randomUUID(), saisineDate: jour, reponses: { problematique: 'violences-conjugales' } },
    date: jour,
    heure: '09:30',
    dureeMinutes: 45,
    note: '',
    reponses: { modalite: 'presentiel' },
    presences: [
      {
        personneId,
        fiche: { id: personneId, anonyme: false, ...identite, reponses: {} },
        role: 'victime',
        reponses: {},
      },
    ],
    orientations: [{ id: randomUUID(), destination: 'ccas', partenaireId: null }],
    echeances: [{ id: randomUUID(), date: jour, libelle: 'Rappeler' }],
  })
}

beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  await recevoir('Bernard', 'Lucie', '1990-05-04')
  await recevoir('Bernard', 'Hugo', null)
  await recevoir('Bernard', 'Lucie', null)
})
afterAll(() => application.fermer())

const fiche = () => application.page.getByRole('complementary', { name: 'Fiche de la personne' })
const ouvrir = async (ligne: RegExp) => {
  await application.page.getByRole('row', { name: ligne }).first().press('Enter')
  await fiche().waitFor()
}

test('la liste trouve sans accent et ouvre la fiche au clavier', async () => {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.getByRole('textbox', { name: 'Chercher une personne' }).fill('lucie 1990')
  const lignes = page.locator('tbody tr[data-rang]')
  await expect.poll(() => lignes.count()).toBe(1)
  await ouvrir(/BERNARD Lucie/)
  expect(await fiche().innerText()).toContain('04/05/1990')
  expect(await violations(page)).toEqual([])
})

test('la fiche se corrige, et la correction reste', async () => {
  await fiche().getByRole('button', { name: 'Modifier la fiche' }).press('Enter')
  await fiche().getByLabel('Téléphone').fill('06 11 22 33 44')
  await fiche().getByLabel('Naissance').fill('pas une date')
  await application.page.keyboard.press('Enter')
  await fiche().getByText('Attendu : jj/mm/aaaa, ou l’année seule.').waitFor()
  await fiche().getByLabel('Naissance').fill('5/4/1990')
  await application.page.keyboard.press('Enter')
  await application.page.getByText('Fiche enregistrée').waitFor()
  await expect.poll(() => fiche().innerText()).toContain('05/04/1990')
  expect(await fiche().innerText()).toContain('06 11 22 33 44')
})

test('la chronologie note la suite d’une orientation et une échéance faite', async () => {
  await fiche()
    .getByLabel(/Suite de l’orientation/)
    .selectOption('acceptee')
  await expect
    .poll(() =>
      fiche()
        .getByLabel(/Suite de l’orientation/)
        .inputValue(),
    )
    .toBe('acceptee')
  await fiche().getByRole('checkbox', { name: 'Rappeler' }).press(' ')
  await fiche()
    .getByText(/Rappeler \(fait le/)
    .waitFor()
  const lues = await demander(application.page, 'aujourdhui', 'lire', { jour })
  expect(Object(lues).orientationsEnAttente).toHaveLength(2)
  expect(Object(lues).echeances).toHaveLength(2)
})

test('une situation se clôt avec un motif, et se rouvre', async () => {
  await fiche()
    .getByRole('button', { name: /^Clore n°/ })
    .press('Enter')
  await fiche().getByRole('button', { name: 'Clore', exact: true }).press('Enter')
  await fiche().getByText('Choisissez le motif.').waitFor()
  await fiche().getByRole('combobox', { name: 'Motif' }).pressSequentially('rel')
  await application.page.locator('[data-combobox-selected]:visible').last().waitFor()
  await application.page.keyboard.press('Tab')
  await fiche().getByRole('button', { name: 'Clore', exact: true }).press('Enter')
  await fiche()
    .getByText(/close le .*Relais effectif/)
    .waitFor()
  await fiche()
    .getByRole('button', { name: /^Rouvrir n°/ })
    .press('Enter')
  await expect
    .poll(() =>
      fiche()
        .getByRole('button', { name: /^Clore n°/ })
        .count(),
    )
    .toBe(1)
})

test('un foyer se rattache par recherche, et se quitte', async () => {
  await fiche().getByRole('button', { name: 'Rattacher une personne' }).press('Enter')
  await fiche().getByRole('combobox', { name: 'Personne' }).pressSequentially('hugo')
  await application.page.getByRole('option', { name: /BERNARD Hugo/ }).waitFor()
  await application.page.keyboard.press('ArrowDown')
  await application.page.keyboard.press('Enter')
  await fiche().getByLabel('Lien avec le foyer').fill('frère')
  await fiche().getByRole('button', { name: 'Rattacher', exact: true }).press('Enter')
  await fiche().getByRole('button', { name: 'BERNARD Hugo' }).waitFor()
  expect(await violations(application.page)).toEqual([])
  await fiche().getByRole('button', { name: 'Quitter ce foyer' }).press('Enter')
  await fiche().getByText('Aucune autre personne rattachée.').waitFor()
})

test('les doublons possibles sont montrés côte à côte, sans rien fusionner', async () => {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.getByRole('button', { name: '1 doublon possible' }).press('Enter')
  const doublons = page.getByRole('region', { name: 'Doublons possibles' })
  await doublons.getByRole('group', { name: 'BERNARD Lucie et BERNARD Lucie' }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('un entretien commence depuis la fiche, avec la personne déjà choisie', async () => {
  const { page } = application
  await page.getByRole('textbox', { name: 'Chercher une personne' }).fill('')
  await ouvrir(/BERNARD Hugo/)
  await fiche().getByRole('button', { name: 'Nouvel entretien' }).press('Enter')
  await page.getByRole('group', { name: /BERNARD Hugo/ }).waitFor()
  await expect.poll(() => page.getByLabel('Rôle').first().inputValue()).toBe('Victime')
})
