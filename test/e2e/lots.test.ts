import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { fichier2012 } from '../fixtures/imports/fichiers.ts'
import { demarrerServeur, phrases } from '../fixtures/postgres.ts'
import { violations } from './axe.ts'
import { allerA, importer, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
let dossier: string
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  dossier = join(dirname(application.coffre), 'lots')
  mkdirSync(dossier)
})
afterAll(() => application.fermer())

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const passerA = async (libelle: RegExp) => {
  await application.page.getByRole('button', { name: /^Métier : / }).click()
  await application.page.getByRole('menuitem', { name: libelle }).click()
}
const versPostes = async () => {
  await application.page
    .getByRole('navigation', { name: 'Lieux' })
    .getByRole('button', { name: 'Coordination', exact: true })
    .click()
  await application.page.getByRole('tab', { name: 'Postes suivis' }).click()
  await application.page.getByRole('heading', { level: 1, name: 'Postes suivis' }).waitFor()
}

test('le coordinateur donne sa clé, et attend le lot d’un poste avant de rien recevoir', async () => {
  const { page } = application
  await importer(page, 'isc-2012.csv', fichier2012('csv'))
  await allerA(page, 'Réglages')
  await page.getByRole('checkbox', { name: /Coordination/ }).press('Space')
  await passerA(/Coordination/)
  await versPostes()
  await page.getByText('Aucun lot reçu ni attendu').waitFor()
  await application.repondreDialogue({ chemin: dossier })
  await bouton('Donner ma clé…').click()
  await page.getByText('Clé écrite : cle-coordination.pub').waitFor()

  await bouton('Attendre un lot').click()
  await page.getByRole('combobox', { name: 'Poste' }).fill('Poste de Pantin')
  await page.getByLabel('Année').fill('2012')
  await page.getByLabel('Pour le').fill('31/03/2013')
  expect(await violations(page)).toEqual([])
  await bouton('Enregistrer').click()
  await page.getByText('En retard').waitFor()
  await page.getByText('depuis le 31/03/2013').waitFor()
})

test('le poste lit l’empreinte de la clé, et fait son lot', async () => {
  const { page } = application
  const empreinte = await page.getByTestId('ma-cle').innerText()
  await passerA(/Intervenant/)
  await allerA(page, 'Échanges')
  await page.getByRole('tab', { name: 'Donner un lot' }).click()
  await page.getByRole('heading', { level: 1, name: 'Donner un lot' }).waitFor()
  await page.getByLabel('Fichier de la clé').setInputFiles(join(dossier, 'cle-coordination.pub'))
  await expect.poll(() => page.getByTestId('empreinte').innerText()).toBe(empreinte)
  await page.getByRole('combobox', { name: 'Année du lot' }).click()
  await page.getByRole('option', { name: '2012' }).click()
  await page.getByLabel(/Joindre mes textes/).check()
  expect(await violations(page)).toEqual([])
  await application.repondreDialogue({ chemin: dossier })
  await bouton('Faire le lot…').click()
  await page.getByText(/Lot écrit : isc-2012-poste-d-essai-1\.jalonlot/).waitFor()
  await page.getByText('dites-la au coordinateur').waitFor()
  expect(readdirSync(dossier).toSorted()).toEqual(['cle-coordination.pub', 'isc-2012-poste-d-essai-1.jalonlot'])
})

test('le coordinateur le reçoit une fois, le voit dans la grille, et compare la clé du poste', async () => {
  const { page } = application
  await passerA(/Coordination/)
  await versPostes()
  const lot = join(dossier, 'isc-2012-poste-d-essai-1.jalonlot')
  await page.getByLabel('Lots à recevoir').setInputFiles(lot)
  await page.getByText('C’est son premier lot').waitFor()
  await page.getByLabel('Lots à recevoir').setInputFiles([])
  await page.getByLabel('Lots à recevoir').setInputFiles(lot)
  await page.getByText('Ce lot a déjà été reçu.').waitFor()
  await bouton('Poste d’essai').press('Enter')
  await page.getByText(/323 personnes/).waitFor()
  await page.getByText(/572 entretiens/).waitFor()
  await bouton('Les chiffres sont les mêmes').click()
  await page.getByText(/Comparée avec le poste le/).waitFor()
  const lignes = await page.getByRole('table').locator('tbody tr').allInnerTexts()
  expect(lignes.map((l) => l.replaceAll(/\s+/gu, ' ').trim())).toEqual([
    expect.stringMatching(/^Poste d’essai Reçu le/u),
    'Poste de Pantin En retard depuis le 31/03/2013',
  ])
  const cadre = page.getByRole('table').locator('xpath=ancestor::*[contains(@class,"ScrollContainer")][last()]')
  expect(await cadre.evaluate((e) => e.scrollHeight - e.clientHeight)).toBe(0)
  expect(await violations(page)).toEqual([])
})

test('il prépare le bilan consolidé de l’année, lit ce qui manque, et le publie', async () => {
  const { page } = application
  const section = page.getByRole('region', { name: 'Bilan consolidé' })
  await section.getByRole('button', { name: 'Préparer' }).press('Enter')
  await section.getByText('1 poste additionné : Poste d’essai.').waitFor({ timeout: 60_000 })
  await section.getByText('Lots en retard : Poste de Pantin.').waitFor()
  await section.getByText(/une personne reçue par deux postes compte deux fois/).waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env['JALON_CAPTURE'] !== undefined) await page.screenshot({ path: process.env['JALON_CAPTURE'] })
  await application.repondreDialogue({ chemin: dossier })
  await section.getByRole('button', { name: 'Publier…' }).click()
  await page.getByText(/Bilan consolidé écrit/).waitFor({ timeout: 120_000 })
  expect(readdirSync(dossier)).toContain('bilan-consolide-isc-2012.pdf')
})

test('un bilan consolidé publié reste dans une liste, qui rend les mêmes fichiers', async () => {
  const { page } = application
  const publies = page.getByRole('region', { name: 'Bilans consolidés publiés' })
  await publies.getByText(/Bilan 2012, publié le/u).waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env['JALON_VUE'] !== undefined) await page.screenshot({ path: process.env['JALON_VUE'] })
  const ailleurs = join(dossier, 'encore')
  mkdirSync(ailleurs)
  await application.repondreDialogue({ chemin: ailleurs })
  await publies.getByRole('button', { name: 'Écrire à nouveau le bilan 2012' }).press('Enter')
  await page.getByText(/^Écrit dans .* fichiers$/u).waitFor()
  for (const nom of ['bilan-consolide-isc-2012.pdf', 'bilan-consolide-isc-2012.ods'])
    expect(readFileSync(join(ailleurs, nom)).equals(readFileSync(join(dossier, nom)))).toBe(true)
})

test('il passe dans une base partagée, y voit d’autres lots, et revient à ceux de son coffre', async () => {
  const { page } = application
  const serveur = await demarrerServeur()
  onTestFinished(() => serveur.arreter())
  const nom = await serveur.preparerBase()
  await bouton('Travailler dans une base partagée…').press('Enter')
  await page.getByLabel('Adresse').fill(`postgres://alice@127.0.0.1:${serveur.port}/${nom}`)
  await page.getByLabel('Mot de passe').fill('faux')
  await bouton('Essayer et utiliser').click()
  await page.getByText(/refuse cet utilisateur ou ce mot de passe/).waitFor()
  await page.getByLabel('Mot de passe').fill(phrases.alice)
  expect(await violations(page)).toEqual([])
  await bouton('Essayer et utiliser').click()
  await page.getByText(/0 poste, 0 lot reçu/).waitFor()
  await page.getByText('Aucun lot reçu ni attendu').waitFor()
  await page.getByLabel('Lots à recevoir').setInputFiles(join(dossier, 'isc-2012-poste-d-essai-1.jalonlot'))
  await page.getByText('C’est son premier lot').waitFor()
  await page.getByText(/1 poste, 1 lot reçu/).waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env['JALON_CAPTURE'] !== undefined) await page.screenshot({ path: process.env['JALON_CAPTURE'] })
  await bouton('Revenir aux lots de ce coffre').press('Enter')
  await page.getByText('Les lots sont dans ce coffre.').waitFor()
  await page.getByText('Poste de Pantin').waitFor()
})
