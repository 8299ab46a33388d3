import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preparerPdftotext } from '#build/preparer.ts'
import { ajouterJours, ajouterMois, dateFrancaise, jourLocal, joursEntre } from '#shared/utils/dates.ts'
import { violations } from './axe.ts'
import { allerA, demander, lireApercu, ouvrirAvec, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-sorties-'))
const jour = jourLocal(new Date())
const dans = (jours: number) => ajouterJours(jour, jours)
/** A domiciliation noted a year before: it ends nine days from now. */
const domicilie = ajouterMois(dans(9), -12)
const finDomiciliation = ajouterMois(domicilie, 12)
let application: Application

type Arrivee = { readonly nom: string; readonly sortie: number | null; readonly etablissement: string }

/** Somebody inside for half a year, whose release is announced, or not. */
const noter = async ({ nom, sortie, etablissement }: Arrivee): Promise<string> => {
  const { page } = application
  const [personneId, suiviId] = [crypto.randomUUID(), crypto.randomUUID()]
  await demander(page, 'personnes', 'enregistrer', {
    id: personneId,
    anonyme: false,
    nom,
    prenom: 'Ali',
    naissance: '1994-04-05',
    telephone: null,
    commune: 'Périgueux',
    reponses: {},
  })
  const date = dans(-90)
  await demander(page, 'parcours', 'ouvrir', { suiviId, personneId, role: null, date, reponses: {} })
  await demander(page, 'parcours', 'enregistrerPassage', {
    id: crypto.randomUUID(),
    suiviId,
    etablissement,
    quartier: null,
    entree: dans(-180),
    sortie: null,
    mode: null,
  })
  if (sortie !== null)
    await demander(page, 'parcours', 'noterRepere', { suiviId, repere: 'sortie-prevue', date: dans(sortie) })
  return suiviId
}

beforeAll(async () => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await application.page.emulateMedia({ reducedMotion: 'reduce' })
  const { page } = application
  const coffre = { phrase: PHRASE, nom: 'Ville-prison', dispositifs: ['isc', 'cvp'] }
  const cree = await demander(page, 'coffre', 'creer', coffre)
  await demander(page, 'coffre', 'confirmerSecours', { code: Object(cree).codeSecours })
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'cvp' })
  const necessite = { declareeLe: dans(-200), par: 'dpo' }
  await demander(page, 'parcours', 'declarerNecessite', { necessite })
  const keita = await noter({ nom: 'Keita', sortie: 12, etablissement: 'cd-neuvic' })
  await noter({ nom: 'Bernard', sortie: null, etablissement: 'ma-perigueux' })
  await noter({ nom: 'Martin', sortie: -3, etablissement: 'cd-neuvic' })
  const diallo = await noter({ nom: 'Diallo', sortie: 45, etablissement: 'cd-neuvic' })
  await demander(page, 'parcours', 'enregistrerMesure', {
    id: crypto.randomUUID(),
    suiviId: diallo,
    mesure: 'sl',
    du: dans(-20),
    finPrevue: null,
    au: null,
  })
  await demander(page, 'parcours', 'noterRepere', { suiviId: keita, repere: 'domiciliation', date: domicilie })
  const partenaireId = crypto.randomUUID()
  await demander(page, 'partenaires', 'enregistrer', {
    id: partenaireId,
    nom: 'Foyer des Rives',
    genre: 'hebergement',
    interlocuteur: 'Mme Discrète',
    telephone: '01 99 00 12 34',
    courriel: null,
    adresse: '3, rue du Pont',
    commune: 'Valombre',
    note: 'Ouvert le matin.',
    actif: true,
  })
  const demarcheId = crypto.randomUUID()
  await demander(page, 'parcours', 'enregistrerDemarche', {
    id: demarcheId,
    suiviId: keita,
    domaine: 'droits',
    demarche: 'identite',
    partenaireId: null,
    ouverteLe: dans(-60),
    echeance: null,
    precision: null,
  })
  const aboutie = { id: crypto.randomUUID(), demarcheId, statut: 'aboutie', date: dans(-10) }
  await demander(page, 'parcours', 'noterStatutDemarche', aboutie)
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirAvec(page, PHRASE)
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const colonne = (nom: string) => application.page.getByRole('main').getByRole('region', { name: nom })
const changerMetier = async (court: string, libelle: RegExp) => {
  const { page } = application
  await page.getByRole('button', { name: /^Métier : / }).press('Enter')
  await page.getByRole('menuitem', { name: libelle }).press('Enter')
  await page.getByRole('button', { name: `Métier : ${court}` }).waitFor()
}
const passerAuCalendrier = () => application.page.getByText('Calendrier', { exact: true }).click()
const deborde = () => application.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
const jourEnLettres = (date: string) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

test('chaque sortie a sa carte dans la colonne de son délai, sans date comprise, et dit ce qui est prêt', async () => {
  const { page } = application
  await allerA(page, 'Sorties')
  await colonne('Dans les 30 jours').getByText('KEITA Ali').waitFor()
  const proche = await colonne('Dans les 30 jours').innerText()
  expect(proche).toContain(dateFrancaise(dans(12)))
  expect(proche).toContain('dans 12 jours')
  expect(proche).toContain('Prêt : papiers')
  expect(proche).toContain('Non renseigné : logement')
  expect(proche).toContain('Fin de la domiciliation')
  expect(proche).toContain('L511-1')
  expect(await colonne('Sans date').innerText()).toMatch(/BERNARD Ali[\s\S]*Maison d’arrêt Périgueux/u)
  expect(await colonne('Date passée, à vérifier').innerText()).toMatch(/MARTIN Ali[\s\S]*dépassée de 3 jours/u)
  expect(await violations(page)).toEqual([])
  expect(await deborde()).toBe(false)
})

test('le risque de sortie sèche se lit avec ses raisons, et s’efface quand une mesure encadre la sortie', async () => {
  const proche = await colonne('Dans les 30 jours').innerText()
  expect(proche).toContain('Risque de sortie sèche : élevé')
  expect(proche).toMatch(/Il manque : logement, santé, ressources, emploi, premier rendez-vous dehors/u)
  const encadree = await colonne('De 31 à 60 jours').innerText()
  expect(encadree).toMatch(/DIALLO Ali[\s\S]*Sortie encadrée par une mesure/u)
  expect(encadree).not.toMatch(/Il manque|semi-liberté/iu)
})

test('on ne filtre que par établissement', async () => {
  const { page } = application
  const filtres = page.getByRole('main').getByRole('combobox')
  expect(await filtres.count()).toBe(1)
  expect(await filtres.locator('option').allInnerTexts()).toEqual([
    'Tous les établissements',
    'Centre de détention Neuvic',
    'Maison d’arrêt Périgueux',
  ])
  await filtres.selectOption('ma-perigueux')
  await expect.poll(() => colonne('Dans les 30 jours').innerText()).toContain('Personne.')
  expect(await colonne('Sans date').innerText()).toContain('BERNARD')
  await filtres.selectOption('')
})

test('une démarche se note depuis la carte, au clavier, et la sortie en tient compte', async () => {
  const { page } = application
  await colonne('Sans date').getByRole('button', { name: 'Noter une démarche pour BERNARD Ali' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Noter', exact: true }).press('Enter')
  await page.getByText('Choisissez la démarche.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('combobox', { name: 'Démarche' }).focus()
  await page.keyboard.type('siao')
  await page.locator('[data-combobox-selected]:visible').last().waitFor()
  await presser('Tab')
  await page.getByLabel('Où elle en est aujourd’hui').selectOption('aboutie')
  await page.getByRole('dialog').getByRole('button', { name: 'Noter', exact: true }).press('Enter')
  await expect.poll(() => colonne('Sans date').innerText()).toContain('Prêt : logement')
  await page.getByRole('button', { name: 'Annuler' }).press('Enter')
  await expect.poll(() => colonne('Sans date').innerText()).not.toContain('Prêt : logement')
})

test('le calendrier se parcourt au clavier et dit l’article de chaque échéance légale', async () => {
  const { page } = application
  await passerAuCalendrier()
  const cible = finDomiciliation
  await page.getByRole('button', { name: jourEnLettres(jour) }).focus()
  // The arrows stay in the month, which the page keys turn.
  const tourne = cible.slice(0, 7) !== jour.slice(0, 7)
  if (tourne) await presser('PageDown')
  const pas = joursEntre(tourne ? ajouterMois(jour, 1) : jour, cible)
  const focus = () => page.evaluate(() => document.activeElement?.textContent)
  await expect.poll(focus).toContain(jourEnLettres(ajouterJours(cible, -pas)))
  for (let i = 0; i < Math.abs(pas); i++) await presser(pas > 0 ? 'ArrowRight' : 'ArrowLeft')
  await expect.poll(focus).toContain(jourEnLettres(cible))
  const caseDuJour = page.getByRole('button', { name: jourEnLettres(cible) })
  const choisi = page.getByRole('region', { name: 'Jour choisi' })
  await expect.poll(() => choisi.innerText()).toContain('Fin de la domiciliation')
  expect(await choisi.innerText()).toMatch(/KEITA Ali[\s\S]*L511-1 code pénitentiaire/u)
  expect(await caseDuJour.innerText()).toContain('1 échéance légale')
  expect(await violations(page)).toEqual([])
  await choisi.getByRole('button', { name: 'KEITA Ali' }).press('Enter')
  await page
    .getByRole('heading', { name: /KEITA Ali/u })
    .first()
    .waitFor()
  await allerA(page, 'Sorties')
})

test(
  'la liste à emporter s’imprime sans nom, puis avec, et le guide sans interlocuteur',
  { timeout: 60_000 },
  async () => {
    const { page } = application
    await page.getByText('Tableau', { exact: true }).click()
    await page.getByRole('button', { name: 'Liste à emporter' }).press('Enter')
    await expect.poll(() => lireApercu(page)).toContain('Suivi n° 1')
    expect(await lireApercu(page)).not.toMatch(/keita|semi-liberté|sortie sèche/iu)
    expect(await violations(page)).toEqual([])
    mkdirSync(join(dossier, 'papiers'))
    await application.repondreDialogue({ chemin: join(dossier, 'papiers') })
    await page.getByRole('button', { name: 'Écrire le PDF…' }).press('Enter')
    await page.getByText('Écrit dans :').waitFor()
    await page.getByText('Nom et prénom', { exact: true }).click()
    await expect.poll(() => lireApercu(page)).toContain('KEITA Ali')
    await page.getByText(/Cette feuille portera des noms/u).waitFor()
    await presser('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Liste à emporter' }).press('Enter')
    await expect.poll(() => lireApercu(page)).toContain('Suivi n° 1')
    expect(await lireApercu(page)).not.toMatch(/keita/iu)
    await presser('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Guide du sortant' }).press('Enter')
    await expect.poll(() => lireApercu(page)).toContain('Foyer des Rives')
    await page.getByLabel('Pour qui').selectOption({ index: 2 })
    await expect.poll(() => lireApercu(page)).toContain('D’abord, pour vous')
    expect(await lireApercu(page)).not.toMatch(/Discrète|keita/iu)
    expect(await violations(page)).toEqual([])
    await application.repondreDialogue({ chemin: join(dossier, 'papiers') })
    await page.getByRole('button', { name: 'Écrire le PDF…' }).press('Enter')
    await page.getByText('Écrit dans :').waitFor()
    await presser('Escape')

    const ecrits = readdirSync(join(dossier, 'papiers')).toSorted()
    expect(ecrits).toEqual([
      expect.stringMatching(/^guide-du-sortant-suivi-\d+\.pdf$/u),
      `liste-preparation-${jour}.pdf`,
    ])
    const pdftotext = preparerPdftotext()
    const lire = (nom: string) =>
      execFileSync(pdftotext, ['-layout', join(dossier, 'papiers', nom), '-'], { encoding: 'utf8' })
    expect(lire(`liste-preparation-${jour}.pdf`)).toMatch(/Suivi n° 1[\s\S]*Centre de détention, Neuvic/u)
    expect(lire(`liste-preparation-${jour}.pdf`)).not.toMatch(/keita|martin|diallo/iu)
    expect(lire(ecrits[0] ?? '')).toMatch(/Numéros utiles[\s\S]*Foyer des Rives[\s\S]*01 99 00 12 34/u)
  },
)

test('l’échéance légale paraît aujourd’hui, et l’autre métier ne voit ni elle ni les sorties', async () => {
  const { page } = application
  await allerA(page, 'Aujourd’hui')
  const bloc = page.getByRole('region', { name: 'Échéances légales' })
  await expect.poll(() => bloc.innerText()).toMatch(/Fin de la domiciliation[\s\S]*KEITA Ali[\s\S]*L511-1/u)
  expect(await violations(page)).toEqual([])
  await bloc.getByRole('button', { name: 'KEITA Ali' }).press('Enter')
  await page
    .getByRole('heading', { name: /KEITA Ali/u })
    .first()
    .waitFor()
  await allerA(page, 'Sorties')
  await changerMetier('ISC', /commissariat/iu)
  await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
  expect(await page.getByRole('navigation', { name: 'Lieux' }).getByText('Sorties').count()).toBe(0)
  expect(await page.getByRole('region', { name: 'Échéances légales' }).count()).toBe(0)
  expect(await page.getByText('KEITA').count()).toBe(0)
  await changerMetier('Ville-prison', /ville-prison/iu)
})

test('à 200 %, les deux vues tiennent sans défiler de côté', async () => {
  const { page } = application
  await page.setViewportSize({ width: 683, height: 384 })
  await allerA(page, 'Sorties')
  await colonne('Dans les 30 jours').waitFor()
  expect(await deborde()).toBe(false)
  await passerAuCalendrier()
  await page.getByRole('region', { name: 'Jour choisi' }).waitFor()
  expect(await deborde()).toBe(false)
  expect(await violations(page)).toEqual([])
})

test('un comité de pilotage se note par fonctions, sans un nom, et se retire', async () => {
  const { page } = application
  await allerA(page, 'Sorties')
  await page.getByText('Comités', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Nouveau comité' })
  await form.getByRole('combobox', { name: 'Fonctions présentes' }).focus()
  await page.keyboard.type('siao')
  await page.locator('[data-combobox-selected]:visible').last().waitFor()
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Noter le comité' }).press('Enter')
  const table = page.getByRole('table', { name: 'Comités' })
  await table.getByText('Comité de pilotage (chiffres seulement)').waitFor()
  expect(await table.innerText()).toContain('SIAO')
  expect(await violations(page)).toEqual([])
  await table.getByRole('button', { name: /^Retirer le comité/ }).press('Enter')
  await page.getByText('Aucun comité').waitFor()
})
