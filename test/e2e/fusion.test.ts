import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const fiche = () => application.page.getByRole('complementary', { name: 'Fiche de la personne' })
const doublons = () => application.page.getByRole('region', { name: 'Doublons possibles' })

const connaitre = (nom: string, prenom: string, naissance: string | null, telephone: string | null) =>
  demander(application.page, 'personnes', 'enregistrer', {
    id: randomUUID(),
    anonyme: false,
    nom,
    prenom,
    naissance,
    telephone,
    commune: 'Aubervilliers',
    reponses: {},
  })

beforeAll(async () => {
  application = await lancer()
  await application.page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(application.page)
  await connaitre('Lefèvre', 'Lucie', '1990-05-04', null)
  await connaitre('LEFEBVRE', 'Lucie', '1990-04-05', '06 39 98 12 34')
  await connaitre('Diarra', 'Awa', '1984', null)
  await connaitre('Diara', 'Awa', null, null)
})
afterAll(() => application.fermer())

test('une personne cherchée par son nom à l’oreille est trouvée', async () => {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.getByRole('textbox', { name: 'Chercher une personne' }).fill('lefeuvre')
  await expect.poll(() => page.locator('tbody tr[data-rang]').count()).toBe(2)
  await page.getByRole('textbox', { name: 'Chercher une personne' }).fill('')
})

test('deux fiches se comparent et se fusionnent au clavier', async () => {
  const { page } = application
  await page.getByRole('button', { name: '2 doublons possibles' }).press('Enter')
  await doublons()
    .getByText(/jour et mois inversés \(04\/05\/1990 et 05\/04\/1990\)/)
    .waitFor()
  expect(await violations(page)).toEqual([])
  await doublons().getByRole('button', { name: 'Comparer et fusionner' }).first().press('Enter')
  const dialogue = page.getByRole('dialog', { name: 'Fusionner deux fiches' })
  await dialogue.getByRole('radio', { name: 'Téléphone : 06 39 98 12 34' }).waitFor()
  expect(await dialogue.getByRole('radio', { name: 'Téléphone : 06 39 98 12 34' }).isChecked()).toBe(true)
  await dialogue.getByRole('radio', { name: 'Naissance : 04/05/1990' }).press('ArrowRight')
  expect(await dialogue.getByRole('radio', { name: 'Naissance : 05/04/1990' }).isChecked()).toBe(true)
  expect(await violations(page)).toEqual([])
  if (process.env['JALON_CAPTURES'] !== undefined)
    await page.screenshot({ path: `${process.env['JALON_CAPTURES']}/fusion.png` })
  await page.keyboard.press('Enter')
  await fiche()
    .getByText(/Fusionnée avec (?:LEFEBVRE|LEFÈVRE) Lucie le/)
    .waitFor()
  expect(await fiche().innerText()).toContain('05/04/1990')
  expect(await fiche().innerText()).toContain('06 39 98 12 34')
  await page.getByRole('button', { name: '1 doublon possible' }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('la fusion se défait depuis la fiche', async () => {
  await fiche().getByRole('button', { name: 'Défaire la fusion' }).press('Enter')
  await application.page.getByRole('button', { name: '2 doublons possibles' }).waitFor()
  await expect.poll(() => fiche().innerText()).not.toContain('Fusionnée')
})

test('deux homonymes déclarés distincts ne sont plus proposés', async () => {
  const { page } = application
  await doublons()
    .getByRole('group', { name: /DIARRA/ })
    .getByRole('button', { name: 'Deux personnes distinctes' })
    .press('Enter')
  await page.getByRole('button', { name: '1 doublon possible' }).waitFor()
  await expect.poll(() => doublons().getByRole('group').count()).toBe(1)
})

test('qui est déjà connu est proposé pendant qu’on saisit sa fiche', async () => {
  const { page } = application
  await page.keyboard.press('Control+n')
  await page
    .getByRole('combobox', { name: 'Personne reçue' })
    .or(page.getByLabel('Personne reçue'))
    .first()
    .fill('Lefaivre')
  await page.keyboard.press('Control+Enter')
  const personne = page.getByRole('group', { name: /Lefaivre/i })
  await personne.getByLabel('Prénom').fill('Lucie')
  const proposee = personne.getByRole('status', { name: 'Personnes qui ressemblent' })
  await proposee
    .getByText(/Même nom à l’oreille/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  await proposee.getByRole('button', { name: 'LEFÈVRE Lucie' }).press('Enter')
  await page.getByRole('group', { name: 'LEFÈVRE Lucie' }).waitFor()
})
