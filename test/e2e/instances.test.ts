import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxToOdt } from 'odf-kit/docx'
import { odtToHtml } from 'odf-kit/odt-reader'
import officeCrypto from 'officecrypto-tool'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours, dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { violations } from './axe.ts'
import { examinerDialogue } from './dialogues.ts'
import { demander, ouvrirAvec, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-instances-'))
const papiers = join(dossier, 'papiers')
const jour = jourLocal(new Date())
const annee = jour.slice(0, 4)
let application: Application

beforeAll(async () => {
  mkdirSync(papiers)
  application = await lancer({ coffre: join(dossier, 'coffre') })
  const { page } = application
  const coffre = { phrase: PHRASE, nom: 'CLSPD d’Essai', dispositifs: ['coordination'] }
  const cree = await demander(page, 'coffre', 'creer', coffre)
  await demander(page, 'coffre', 'confirmerSecours', { code: Object(cree).codeSecours })
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirAvec(page, PHRASE)
  await page.getByRole('button', { name: 'Coordination' }).click()
  await page.getByRole('tab', { name: 'Instances' }).press('Enter')
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const volet = (nom: string) => application.page.getByRole('complementary', { name: nom })
const lire = async (fichier: string) => odtToHtml((await docxToOdt(readFileSync(join(papiers, fichier)))).bytes)
/** Adds a line of a list by the keyboard alone. */
const ajouter = async (nom: string, debut: string) => {
  const { page } = application
  await page.getByRole('combobox', { name: nom }).last().focus()
  await page.keyboard.type(debut)
  await page.locator('[data-combobox-selected]:visible').last().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

test('un coffre vide propose les instances d’Aix, et dit lesquelles sont en retard', async () => {
  const { page } = application
  await page.getByRole('heading', { level: 1, name: 'Instances' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Créer ces dix instances' }).press('Enter')
  await page.getByRole('button', { name: 'CLSPD plénier', exact: true }).waitFor()
  const suivies = await page.getByRole('region', { name: 'Suivies' }).innerText()
  expect(suivies).toContain('Groupe territorial Jas de Bouffan')
  expect(suivies).toMatch(
    new RegExp(`CLSPD plénier[\\s\\S]*à réunir au plus tard le 31/12/${annee}[\\s\\S]*jamais réunie`, 'u'),
  )
  expect(await violations(page)).toEqual([])
})

test('une plénière se tient : réunion, ordre du jour, présences par fonction, décision, convocation', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Nouvelle réunion : CLSPD plénier' }).press('Enter')
  const fiche = volet('Réunion')
  await fiche.getByLabel('Heure').fill('9h')
  await fiche.getByLabel('Lieu').fill('Hôtel de ville')
  await fiche.getByLabel('Ordre du jour').fill('Bilan de l’année\nPriorités de l’année suivante')
  for (const fonction of ['maire', 'procureur', 'bailleur']) await ajouter('Fonctions conviées', fonction)
  await fiche.getByRole('button', { name: 'Tous présents' }).press('Enter')
  await fiche.getByLabel('Procureur de la République').selectOption('excuse')
  await fiche.getByRole('button', { name: 'Ajouter une décision' }).press('Enter')
  await fiche.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await fiche.getByText('Dites ce qui est décidé.').waitFor()
  await fiche.getByLabel('Décision', { exact: true }).fill('Signer la charte de la vie nocturne')
  await ajouter('Qui agit', 'coordonnateur')
  await fiche.getByLabel('Pour le').fill('+30')
  await fiche.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await fiche.getByText(/Enregistré à/u).waitFor()
  expect(await fiche.innerText()).toContain('Tenue')
  expect(await fiche.innerText()).toContain('Jalon ne note ici aucune personne.')
  expect(await fiche.getByRole('button', { name: 'Situations nominatives' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await expect
    .poll(() => page.getByRole('region', { name: 'Suivies' }).innerText())
    .toMatch(new RegExp(`dernière le ${dateFrancaise(jour)} · en ${annee} : 1 / 1`, 'u'))

  await application.repondreDialogue({ chemin: papiers })
  await fiche.getByRole('button', { name: 'Convocation…' }).press('Enter')
  await page.getByText(/^Écrit dans/u).waitFor()
  expect(readdirSync(papiers)).toEqual([`convocation-clspd-plenier-${jour}.docx`])
  const convocation = await lire(`convocation-clspd-plenier-${jour}.docx`)
  for (const texte of ['Hôtel de ville', 'à 9 h.', 'Priorités de l’année suivante', 'CLSPD d’Essai'])
    expect(convocation).toContain(texte)
})

test('une cellule de veille n’évoque une personne qu’une fois déclarée, et signée par tous les présents', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Cellule de veille', exact: true }).press('Enter')
  await volet('Instance')
    .getByLabel('Groupe de l’article L132-5 depuis le')
    .fill(dateFrancaise(ajouterJours(jour, -60)))
  await volet('Instance').getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await volet('Instance').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Nouvelle réunion : Cellule de veille' }).press('Enter')
  await ajouter('Fonctions conviées', 'bailleur')
  await volet('Réunion').getByRole('button', { name: 'Tous présents' }).press('Enter')
  await volet('Réunion').getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await volet('Réunion').getByRole('button', { name: 'Situations nominatives' }).press('Enter')
  const points = volet('Situations nominatives')
  await points.getByText('Sans signataire ce jour-là : Bailleur.').waitFor()
  expect(await violations(page)).toEqual([])

  await points.getByRole('button', { name: 'Ouvrir le registre des signataires' }).press('Enter')
  const registre = volet('Signataires de la charte')
  await registre.getByRole('button', { name: 'Ajouter un signataire' }).press('Enter')
  await registre.getByLabel('Nom du professionnel').fill('Mme Bailly')
  await registre.getByLabel('Organisme').fill('Habitat d’Essai')
  await ajouter('Fonction', 'bailleur')
  await registre.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await registre.getByRole('cell', { name: 'Mme Bailly', exact: true }).waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: `${dateFrancaise(jour)} · Cellule de veille` }).press('Enter')
  expect(await page.getByText('Données nominatives').count()).toBe(0)
  await volet('Réunion').getByRole('button', { name: 'Situations nominatives' }).press('Enter')
  await points.getByText('Données nominatives').waitFor()
  await points.getByRole('button', { name: 'Noter une situation' }).press('Enter')
  await points.getByLabel('Personne', { exact: true }).fill('Zorglub K.')
  await points.getByLabel('Année de naissance').fill(String(Number(annee) - 17))
  await ajouter('Origine du signalement', 'bailleur')
  await ajouter('Besoin', 'logement')
  await points.getByLabel('Décision').fill('Proposer un rendez-vous')
  await ajouter('Qui agit', 'bailleur')
  await points.getByLabel('Pour le').fill('+7')
  await points.getByRole('button', { name: 'Enregistrer' }).press('Enter')
  await points.getByText(`À détruire au plus tard le 01/01/${Number(annee) + 8}`).waitFor()
  expect(await violations(page)).toEqual([])
})

test('le relevé nominatif ne sort que confirmé, et sa sortie reste inscrite', async () => {
  const { page } = application
  const points = volet('Situations nominatives')
  await points.getByRole('button', { name: 'Revenir à la réunion' }).press('Enter')
  await application.repondreDialogue({ chemin: papiers })
  await volet('Réunion').getByRole('button', { name: 'Relevé…' }).press('Enter')
  await page.getByText(/Demandez le relevé nominatif/u).waitFor()
  const sortir = points.getByRole('button', { name: 'Relevé nominatif…' })
  await sortir.press('Enter')
  expect(
    await examinerDialogue(page, sortir, {
      nom: 'Sortir un relevé nominatif ?',
      dedans: (dialogue) => dialogue.getByLabel('Votre phrase de passe').press('Enter'),
    }),
  ).toEqual([])
  await sortir.press('Enter')
  await page
    .getByRole('dialog')
    .getByText(/inscrite au registre/u)
    .waitFor()
  await application.repondreDialogue({ chemin: papiers })
  await page.getByRole('dialog').getByLabel('Votre phrase de passe').fill(PHRASE)
  await page.keyboard.press('Enter')
  const motDePasse = await page.locator('[data-mot-de-passe]').innerText()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: process.env['JALON_VUE'] ?? join(papiers, 'mot-de-passe.png') })
  await page.keyboard.press('Enter')
  await points.getByText('Relevés nominatifs sortis du coffre').waitFor()
  expect(await points.innerText()).toMatch(/\d{2}:\d{2}, Titulaire/u)
  const chiffre = readFileSync(join(papiers, `releve-nominatif-cellule-de-veille-${jour}.docx`))
  writeFileSync(join(papiers, 'en-clair.docx'), await officeCrypto.decrypt(chiffre, { password: motDePasse }))
  expect(await lire('en-clair.docx')).toContain('Zorglub K.')
  await points.getByRole('button', { name: 'Détruire : Zorglub K.' }).press('Enter')
  await points.getByText('Aucune situation notée.').waitFor()
})

test('une réunion se retire et revient, et l’écran tient à 200 %', async () => {
  const { page } = application
  await page.getByRole('button', { name: `${dateFrancaise(jour)} · CLSPD plénier` }).press('Enter')
  await volet('Réunion').getByRole('button', { name: 'Retirer', exact: true }).press('Enter')
  const reunions = page.getByRole('region', { name: /^Réunions de/u })
  await expect.poll(() => reunions.innerText()).not.toContain('CLSPD plénier')
  await page
    .getByRole('status')
    .filter({ hasText: 'Réunion retirée.' })
    .getByRole('button', { name: 'Annuler' })
    .press('Enter')
  await expect.poll(() => reunions.innerText()).toContain('CLSPD plénier')
  await page.getByRole('button', { name: `${dateFrancaise(jour)} · CLSPD plénier` }).press('Enter')
  expect(await volet('Réunion').getByLabel('Lieu').inputValue()).toBe('Hôtel de ville')
  await page.setViewportSize({ width: 683, height: 384 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  expect(await violations(page)).toEqual([])
})
