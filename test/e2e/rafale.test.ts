import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours, dateFrancaise } from '#shared/utils/dates.ts'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-rafale-'))
const jour = new Date().toLocaleDateString('sv')
const hier = ajouterJours(jour, -1)
const personneId = randomUUID()
let application: Application
beforeAll(async () => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await application.page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(application.page)
  const fiche = { id: personneId, anonyme: false, nom: 'Durand', prenom: 'Paul', naissance: '1980' }
  await demander(application.page, 'entretiens', 'enregistrer', {
    id: randomUUID(),
    suivi: { id: randomUUID(), saisineDate: null, reponses: { saisine: 'plainte', problematique: 'logement' } },
    date: ajouterJours(jour, -20),
    heure: null,
    dureeMinutes: 45,
    note: '',
    reponses: { modalite: 'presentiel', lieu: 'commissariat', actions: ['accueil-ecoute'] },
    presences: [
      { personneId, fiche: { ...fiche, telephone: null, commune: null, reponses: {} }, role: 'victime', reponses: {} },
    ],
    orientations: [],
    echeances: [{ id: randomUUID(), date: hier, libelle: 'Rendez-vous au commissariat' }],
  })
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const cellule = (nom: string) => application.page.getByLabel(nom, { exact: true })
const focus = () => application.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const total = async () => Object(await demander(application.page, 'entretiens', 'lister', liste)).total as number
const liste = {
  texte: '',
  du: null,
  au: null,
  role: null,
  reponses: {},
  tri: { colonne: 'date', sens: 'desc' },
  page: { debut: 0, taille: 50 },
}
const coller = (texte: string) =>
  application.page.evaluate((contenu) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', contenu)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, texte)
const ouvrir = async () => {
  await allerA(application.page, 'Entretiens')
  await application.page.getByRole('button', { name: 'Saisir en rafale' }).press('Enter')
  await application.page.getByRole('grid', { name: 'Lignes à enregistrer' }).waitFor()
}

test('un rendez-vous passé attend dans la file, N l’ouvre, et l’enregistrer l’en retire', async () => {
  const { page } = application
  await allerA(page, 'Entretiens')
  await allerA(page, 'Aujourd’hui')
  await page.getByRole('button', { name: /^Saisir l’entretien de DURAND Paul/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await presser('n')
  await page.getByRole('group', { name: 'DURAND Paul' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Date', exact: true }).inputValue()).toBe(dateFrancaise(hier))
  await presser('Control+Enter')
  await page
    .getByText(/^Enregistré à/)
    .last()
    .waitFor()
  await expect.poll(() => page.getByRole('region', { name: 'À saisir' }).count()).toBe(0)
  const dues = await demander(page, 'echeances', 'lister', { jusquau: jour })
  expect(dues).toEqual([])
})

test('R part de l’entretien lu : ses réponses sont reprises, et ce qui change est dit', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Nouveau contact' }).waitFor()
  await presser('r')
  await page.getByRole('group', { name: 'DURAND Paul' }).waitFor()
  const modalite = page.getByRole('combobox', { name: 'Modalité' })
  await expect.poll(() => modalite.inputValue()).toBe('Présentiel')
  await presser('F4')
  await modalite.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('télé')
  await presser('Enter')
  await page.getByText('changé, avant : Présentiel').waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env['CAPTURES'] !== undefined)
    await page.screenshot({ path: join(process.env['CAPTURES'], 'recontact.png') })
  await presser('Control+Enter')
  await page
    .getByText(/^Enregistré à/)
    .last()
    .waitFor()
  expect(await total()).toBe(3)
})

test('la grille se remplit au clavier : Tab avance, une lettre filtre, Entrée passe à la ligne', async () => {
  const { page } = application
  await ouvrir()
  await expect.poll(focus).toBe('Date, ligne 1')
  await page.keyboard.type('1/3/2025')
  await presser('Tab')
  await page.keyboard.type('Urbain')
  await presser('Tab')
  await page.keyboard.type('Zoé')
  await presser('Tab', 'Tab', 'Tab')
  await expect.poll(focus).toBe('Type de public, ligne 1')
  await page.keyboard.type('v')
  await page.getByRole('option', { name: 'Victime' }).waitFor()
  await presser('Enter')
  await expect.poll(focus).toBe('Date, ligne 2')
  const premiere = page.locator('tr[data-ligne="1"]')
  expect(await premiere.innerText()).toContain('01/03/2025')
  expect(await premiere.innerText()).toContain('Victime')
  await presser('ArrowUp')
  await expect.poll(focus).toBe('Date, ligne 1')
  await presser('ArrowDown')
})

test('un collage de tableur se range par ses titres, ses erreurs sont dites dans leur cellule, et rien n’est enregistré', async () => {
  const { page } = application
  await coller(
    [
      'Prénom\tNom\tDate\tPublic\tMotif\tCouleur',
      'Paul\tDurand\t02/03/2025\tvictime\tlogement\tbleu',
      'Ida\tNoor\t31/02/2025\tBadaud\t\t',
    ].join('\r\n'),
  )
  await page.getByText('Colonnes laissées de côté : Couleur.').waitFor()
  await expect
    .poll(() => page.locator('tr[data-ligne="3"]').innerText())
    .toContain('« Badaud » n’est pas dans la liste.')
  await presser('Control+Enter')
  await page.getByText('Une ligne est à corriger : rien n’est enregistré').waitFor()
  await page.getByText('n’est pas une date du calendrier').waitFor()
  expect(await total()).toBe(3)
  expect(await violations(page)).toEqual([])
  if (process.env['CAPTURES'] !== undefined) {
    await page.screenshot({ path: join(process.env['CAPTURES'], 'rafale.png') })
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'))
    await page.screenshot({ path: join(process.env['CAPTURES'], 'rafale-200.png') })
    await page.evaluate(() => document.documentElement.style.removeProperty('zoom'))
  }
})

test('un arrêt brutal rend la grille telle quelle', async () => {
  await application.page.waitForTimeout(1000)
  await application.tuer('application')
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await ouvrirAvec(application.page, PHRASE)
  await ouvrir()
  await application.page.getByText('Ces lignes avaient été tapées et pas enregistrées.').waitFor()
  await expect.poll(() => application.page.locator('tr[data-ligne="3"]').innerText()).toContain('Noor')
})

test('les lignes justes s’enregistrent une seule fois, les fautives restent, et la rafale s’annule', async () => {
  const { page } = application
  await presser('Control+Enter')
  const garder = page.getByRole('button', { name: 'Enregistrer les 2 lignes justes, garder le reste' })
  await garder.waitFor()
  await garder.dblclick()
  await page.getByText(/^2 entretiens enregistrés à/).waitFor()
  await expect.poll(() => page.locator('tr[data-ligne]').count()).toBe(2)
  expect(await total()).toBe(5)
  const connue = await demander(page, 'personnes', 'lister', {
    texte: 'durand',
    tri: { colonne: 'nom', sens: 'asc' },
    page: { debut: 0, taille: 20 },
  })
  // Another birth date, or none: never merged by itself, as in an import.
  expect(Object(connue).total).toBe(2)
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await page.getByText(/^Rafale annulée/).waitFor()
  expect(await total()).toBe(3)
  await expect.poll(() => page.locator('tr[data-ligne]').count()).toBe(4)
  expect(await cellule('Date, ligne 1').inputValue()).toBe('01/03/2025')
})

test('verrouiller en pleine grille n’en perd rien', async () => {
  const { page } = application
  await cellule('Date, ligne 1').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('04/03/2025')
  const rechargee = page.waitForEvent('load')
  await presser('Control+l')
  await rechargee
  await ouvrirAvec(page, PHRASE)
  await ouvrir()
  await expect.poll(() => cellule('Date, ligne 1').inputValue()).toBe('04/03/2025')
})
