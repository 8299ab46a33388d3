import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { demander, ouvrirAvec, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-observatoire-'))
let application: Application

beforeAll(async () => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await application.page.emulateMedia({ reducedMotion: 'reduce' })
  const { page } = application
  const cree = await demander(page, 'coffre', 'creer', {
    phrase: PHRASE,
    nom: 'CLSPD',
    dispositifs: ['coordination'],
  })
  await demander(page, 'coffre', 'confirmerSecours', { code: Object(cree).codeSecours })
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirAvec(page, PHRASE)
  await page.getByRole('button', { name: 'Coordination', exact: true }).click()
  await page.getByRole('tab', { name: 'Observatoire' }).click()
  await page.getByRole('heading', { level: 1, name: 'Observatoire' }).waitFor()
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const vue = (nom: string) => application.page.getByText(nom, { exact: true }).first().click()
const champ = (nom: string) => application.page.getByRole('combobox', { name: nom, exact: true })
/** Answers a closed list as somebody who types: the beginning of the word, then Tab. */
const choisir = async (debut: string) => {
  await application.page.keyboard.type(debut)
  await application.page.locator('[data-combobox-selected]:visible').last().waitFor()
  await presser('Tab')
}

test('les secteurs se nomment et se dessinent au clavier', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Nommer les secteurs' }).press('Enter')
  const nom = page.getByLabel('Nouveau secteur')
  for (const secteur of ['Encagnane', 'Jas de Bouffan']) {
    await nom.fill(secteur)
    await nom.press('Enter')
    await page.getByLabel(`Peindre ${secteur}`).waitFor()
  }
  await page.getByLabel('Peindre Encagnane').check()
  await page.getByRole('gridcell', { name: 'Rangée 1, colonne 1 :' }).focus()
  await presser(
    'Space',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowDown',
    'Shift+ArrowDown',
    'Shift+ArrowLeft',
  )
  await page.getByLabel('Peindre Jas de Bouffan').check()
  await page.getByRole('gridcell', { name: 'Rangée 1, colonne 3 : 1, Encagnane' }).focus()
  await presser(
    'Space',
    'Shift+ArrowRight',
    'Shift+ArrowDown',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'ArrowUp',
    'Enter',
    'Enter',
  )
  await page.getByRole('gridcell', { name: 'Rangée 1, colonne 3 : 2, Jas de Bouffan' }).waitFor()
  expect(await demander(page, 'observatoire', 'secteurs')).toMatchObject([
    { nom: 'Encagnane', carreaux: [0, 1, 14, 25, 26] },
    { nom: 'Jas de Bouffan', carreaux: [2, 3, 15, 16, 17] },
  ])
  expect(await violations(page)).toEqual([])

  // One stroke of the mouse: three squares painted, then the middle one taken back.
  const centre = async (carreau: string) => {
    const boite = await page.getByRole('gridcell', { name: carreau }).boundingBox()
    return [(boite?.x ?? 0) + 10, (boite?.y ?? 0) + 10] as const
  }
  await page.mouse.move(...(await centre('Rangée 8, colonne 1 :')))
  await page.mouse.down()
  await page.mouse.move(...(await centre('Rangée 8, colonne 2 :')))
  await page.mouse.move(...(await centre('Rangée 8, colonne 3 :')))
  await page.mouse.up()
  await page.mouse.move(...(await centre('Rangée 8, colonne 2 :')))
  await page.mouse.down()
  await page.mouse.up()
  await page.mouse.move(...(await centre('Rangée 8, colonne 5 :')))
  await page.getByRole('gridcell', { name: 'Rangée 8, colonne 3 : 2, Jas de Bouffan' }).waitFor()
  expect(Object(await demander(page, 'observatoire', 'secteurs'))[1]).toMatchObject({
    carreaux: [2, 3, 15, 16, 17, 84, 86],
  })
})

test('trois signalements se tapent à la suite, chacun reprenant du précédent', async () => {
  const { page } = application
  await vue('Signalements')
  await champ('Signalé par').focus()
  await choisir('bail')
  await choisir('enca')
  await presser('Tab')
  await page.keyboard.type('21h30')
  await presser('Tab')
  await choisir('nuis')
  await choisir('hall')
  await presser('Enter')
  await page.getByText('Signalement noté', { exact: true }).waitFor()
  // The date is selected, ready to be typed over; the function and the sector are kept.
  expect(await page.getByLabel('Date', { exact: true }).evaluate((e) => e === document.activeElement)).toBe(true)
  await page.keyboard.type('1/1')
  await presser('Tab')
  await page.keyboard.type('soir')
  await presser('Tab')
  await choisir('rod')
  await presser('Enter')
  await page.getByText('2 signalements notés à la suite').waitFor()

  // Enter goes to what is missing; a note that looks nominative waits to be read again.
  await presser('Enter')
  await page.getByText('À choisir.').waitFor()
  expect(await champ('Trouble').evaluate((e) => e === document.activeElement)).toBe(true)
  await choisir('dépôts')
  await champ('Secteur').fill('jas')
  await presser('Tab')
  await page.getByLabel('Note').fill('Canapé laissé par M. Duval, au Jas de Bouffan')
  await page.getByText('« M. Duval »').waitFor()
  await presser('Enter')
  await page.getByText('Relisez la note, ou changez-la.').waitFor()
  expect(await violations(page)).toEqual([])
  await presser('Space', 'Enter')
  await page.getByText('3 signalements notés à la suite').waitFor()
  await page.getByText('3 signalements', { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('un signalement se supprime, et revient', async () => {
  const { page } = application
  await page.getByRole('row', { name: /Rodéos/ }).press('Enter')
  await page.getByRole('complementary', { name: 'Signalement choisi' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Supprimer' }).click()
  await page.getByText('2 signalements', { exact: true }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /supprimé|retiré/iu })
    .getByRole('button', { name: 'Annuler' })
    .click()
  await page.getByText('3 signalements', { exact: true }).waitFor()
})

test('une intervention répond à un signalement, et les habitants disent ce qu’ils en pensent', async () => {
  const { page } = application
  await page.getByRole('row', { name: /Nuisances sonores/ }).press('Enter')
  await page.getByRole('button', { name: 'Noter une intervention' }).click()
  expect(await champ('Secteur').inputValue()).toBe('Encagnane')
  await champ('Intervention').focus()
  await choisir('dial')
  await champ('Résultat').focus()
  await choisir('apais')
  await presser('Enter')
  await page.getByText('Intervention notée').waitFor()
  await expect.poll(() => champ('Après le signalement').inputValue()).toBe('')
  expect(await champ('Secteur').inputValue()).toBe('Encagnane')
  await page.getByRole('textbox', { name: 'Encagnane' }).fill('Plus calme en soirée.')
  await presser('Tab')
  await page.getByText(/^Enregistré à/).waitFor()
  expect(await violations(page)).toEqual([])
})

test('la carte et la table disent les mêmes nombres, et s’exportent', async () => {
  const { page } = application
  await vue('Carte et comptes')
  const annee = new Date().getFullYear()
  await page.getByRole('img', { name: `Signalements, ${annee}. Encagnane : 2. Jas de Bouffan : 1` }).waitFor()
  const table = page.getByRole('table', { name: /Signalements par secteur et par mois/ })
  const ligne = async (nom: string) => (await table.getByRole('row', { name: nom }).innerText()).split(/\s+/).at(-1)
  expect([await ligne('Encagnane'), await ligne('Jas de Bouffan'), await ligne('Ensemble')]).toEqual(['2', '1', '3'])
  await page.getByRole('row', { name: /dont suivis d’une intervention\s*1/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Mois de la carte').selectOption({ index: 1 })
  await page.getByRole('img', { name: /^Signalements, janvier/ }).waitFor()
  await application.repondreDialogue({ chemin: dossier })
  await page.getByRole('button', { name: 'Exporter les comptes' }).click()
  await page.getByText(/Comptes écrits/).waitFor()
  const csv = join(dossier, `observatoire-${annee}-01-01-${annee}-12-31-csv`)
  expect(
    readdirSync(csv)
      .map((nom) => readFileSync(join(csv, nom), 'utf8'))
      .join(''),
  ).not.toContain('Duval')
  // Colours are judged once the change of theme is over.
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => violations(page), { timeout: 15_000, interval: 500 }).toEqual([])
})
