import { afterAll, beforeAll, expect, test } from 'vitest'
import { fichier2012, unCsv } from '../fixtures/imports/fichiers.ts'
import { violations as relever } from './axe.ts'
import { allerA, attendreBilan, deposer, importer, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const requetes: string[] = []
beforeAll(async () => {
  application = await lancer()
  application.page.on('request', (requete) => requetes.push(requete.url()))
})
afterAll(() => application.fermer())

/** What axe finds on this screen, named so that a failure says where. */
const violations = async (ecran: string): Promise<string[]> =>
  (await relever(application.page)).map((vue) => `${ecran} – ${vue}`)

const lieux = ['Aujourd’hui', 'Entretiens', 'Personnes', 'Partenaires', 'Bilans', 'Échanges', 'Réglages'] as const

test('l’écran de premier lancement est accessible', async () => {
  await application.page.getByLabel('Nom du poste').waitFor()
  expect(await violations('écran')).toEqual([])
})

test('chaque lieu d’un coffre vide est accessible et atteint au clavier', async () => {
  const { page } = application
  await ouvrirNeuf(page)
  for (const [rang, lieu] of lieux.entries()) {
    await page.keyboard.press(`Alt+${rang + 1}`)
    await page.getByRole('heading', { level: 1, name: lieu }).waitFor()
    expect(await violations(lieu)).toEqual([])
  }
})

test.each(['light', 'dark'] as const)('chaque lieu d’un coffre plein est accessible (%s)', async (colorScheme) => {
  const { page } = application
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  if (colorScheme === 'light') await importer(page, 'isc-2012.csv', fichier2012('csv'))
  for (const lieu of lieux) {
    await allerA(page, lieu)
    if (lieu === 'Bilans') await attendreBilan(page)
    expect(await violations(lieu)).toEqual([])
  }
})

test('les onglets du bilan et des réglages sont accessibles', async () => {
  const { page } = application
  await page.emulateMedia({ colorScheme: 'light' })
  for (const lieu of ['Bilans', 'Réglages'] as const) {
    await allerA(page, lieu)
    if (lieu === 'Bilans') await attendreBilan(page)
    for (const onglet of await page.getByRole('tab').all()) {
      await onglet.click()
      expect(await violations(`${lieu}, ${await onglet.innerText()}`)).toEqual([])
    }
  }
})

test('un import qui demande des réponses est accessible', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  const lignes = ['31/02/2012;Petit;Jean;;Victime;Pigeon;Logement;CCAS', '03/02/2012;Roux;Léa;;Victime;Faucon;;']
  await page.getByRole('button', { name: 'Importer un autre fichier' }).click()
  await deposer(page, 'a-regler.csv', unCsv(lignes))
  expect(await violations('écran')).toEqual([])
})

test('la fiche d’un partenaire et le formulaire d’entretien sont accessibles', async () => {
  const { page } = application
  await allerA(page, 'Partenaires')
  await page.getByRole('button', { name: 'Ajouter un partenaire' }).click()
  expect(await violations('partenaire')).toEqual([])
  await page.keyboard.press('Control+n')
  await page.getByRole('heading', { level: 1, name: /entretien/i }).waitFor()
  expect(await violations('formulaire')).toEqual([])
})

test('à 200 %, aucun lieu ne déborde en largeur', async () => {
  const { page } = application
  await page.setViewportSize({ width: 683, height: 384 })
  for (const lieu of lieux) {
    await allerA(page, lieu)
    if (lieu === 'Bilans') await attendreBilan(page)
    const deborde = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(`${lieu} : ${Math.max(0, deborde)} px`).toBe(`${lieu} : 0 px`)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
})

test('l’écran de déverrouillage est accessible', async () => {
  const { page } = application
  await page.keyboard.press('Control+l')
  await page.getByLabel('Phrase de passe').waitFor()
  expect(await violations('écran')).toEqual([])
})

test('rien n’a été demandé hors de l’application', () => {
  const dehors = requetes.filter((url) => !/^(app|data|blob):/.test(url) && !url.startsWith(origine()))
  expect(dehors).toEqual([])
})

/** The stand-in serves `app://` under an address of its own that leads nowhere. */
const origine = (): string => application.page.url().split('/').slice(0, 3).join('/')
