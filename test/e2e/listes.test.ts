import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, importer, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const sortie = mkdtempSync(join(tmpdir(), 'jalon-listes-'))
const annee = new Date().getFullYear()
const tableur = Buffer.from(
  [
    'Date;Nom;Prénom;Type de public;Saisine;Lieu',
    `09/01/${annee};Urbain;Zoé;Victime;Plainte;Commissariat`,
    `10/01/${annee};Roy;Ada;Victime;Main courante;Mairie`,
    `11/01/${annee};Sarr;Ida;Témoin;Main courante;Mairie`,
  ].join('\n'),
)
let application: Application
beforeAll(async () => {
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(page)
  await importer(page, 'suivi.csv', tableur)
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Listes de réponses' }).click()
})
afterAll(async () => {
  await application.fermer()
  rmSync(sortie, { recursive: true, force: true })
})

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const choisir = (liste: string) => application.page.getByLabel('Liste', { exact: true }).selectOption(liste)

test('une fusion dit ce qu’elle change avant de l’écrire, au clavier, puis se défait', async () => {
  const { page } = application
  await choisir('saisine')
  const reports = page.getByRole('table', { name: 'Réponses de l’année par groupe' })
  await expect.poll(() => reports.innerText()).toMatch(/Police ou gendarmerie\s+3/)
  await bouton('Fusionner « Plainte »').focus()
  await page.keyboard.press('Enter')
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('combobox', { name: 'Avec la réponse' }).waitFor()
  await page.keyboard.type('services sociaux')
  await page.keyboard.press('Enter')
  await expect.poll(() => dialogue.innerText()).toMatch(/1 situation changera/)
  expect(await dialogue.innerText()).toContain('« Police ou gendarmerie » à « Services extérieurs »')
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: join(process.env['JALON_CAPTURES'] ?? sortie, 'fusion.png') })
  await bouton('Fusionner').click()
  await expect.poll(() => reports.innerText()).toMatch(/Police ou gendarmerie\s+2/)
  expect(await page.getByLabel('Libellé de « Plainte »').count()).toBe(0)
  await page.screenshot({ path: join(process.env['JALON_CAPTURES'] ?? sortie, 'listes.png'), fullPage: true })
  expect(await violations(page)).toEqual([])
  await bouton('Défaire la fusion').click()
  await page.getByLabel('Libellé de « Plainte »').waitFor()
  await expect.poll(() => reports.innerText()).toMatch(/Police ou gendarmerie\s+3/)
})

test('ce qu’une règle de Jalon lit ne se fusionne pas', async () => {
  await choisir('sexe')
  await application.page.getByLabel('Libellé de « Femme »').waitFor()
  expect(await application.page.getByRole('button', { name: /^Fusionner/ }).count()).toBe(0)
})

test('une liste s’exporte, et son fichier corrigé se montre avant d’être appliqué', async () => {
  const { page, repondreDialogue } = application
  await choisir('lieu')
  await repondreDialogue({ chemin: sortie })
  await bouton('Exporter la liste (CSV)…').click()
  await page.getByText('Liste écrite dans').waitFor()
  const csv = readFileSync(join(sortie, 'liste-lieu.csv'), 'utf8')
  const entree = page.getByLabel('Liste à importer')
  const donner = (texte: string) =>
    entree.setInputFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer: Buffer.from(texte) })
  await donner(`${csv};Gare;;parfois;\r\n`)
  const dialogue = page.getByRole('dialog')
  await expect.poll(() => dialogue.innerText()).toContain('Rien n’est écrit')
  expect(await dialogue.getByRole('button', { name: 'Appliquer' }).count()).toBe(0)
  await bouton('Ne rien changer').click()
  await donner(`${csv.replace('Mairie', 'Hôtel de ville')};Gare;;non;\r\n`)
  await expect.poll(() => dialogue.innerText()).toContain('Renommées : Mairie → Hôtel de ville')
  expect(await dialogue.innerText()).toContain('Ajoutées : Gare')
  expect(await violations(page)).toEqual([])
  await bouton('Appliquer').click()
  await page.getByLabel('Libellé de « Gare »').waitFor()
  const { listes } = Object(await demander(page, 'nomenclature', 'lire', { dispositif: 'isc' }))
  expect(JSON.stringify(listes)).toContain('Hôtel de ville')
})
