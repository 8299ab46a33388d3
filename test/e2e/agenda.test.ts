import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours, jourEnLettres, jourLocal } from '#shared/utils/dates.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../fixtures/builders.ts'
import { violations } from './axe.ts'
import { allerA, demander, lireApercu, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-agenda-'))
const papiers = join(dossier, 'papiers')
const jour = jourLocal(new Date())
let application: Application

beforeAll(async () => {
  mkdirSync(papiers)
  application = await lancer({ coffre: join(dossier, 'coffre') })
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await ouvrirNeuf(page, ['isc', 'coordination'])
  await demander(
    page,
    'entretiens',
    'enregistrer',
    unEntretien({
      date: jour,
      suivi: { id: unId(), saisineDate: null, reponses: {} },
      presences: [unePresence(unePersonne({ nom: 'Zorglub', prenom: 'Ali' }))],
      echeances: [
        { id: unId(), date: jour, libelle: 'RDV 9h15 avec sa mère' },
        { id: unId(), date: jour, libelle: 'Rappeler le bailleur' },
      ],
    }),
  )
  await allerA(page, 'Aujourd’hui')
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
/** What holds the keyboard, as it is read aloud. */
const tenu = () =>
  application.page.evaluate(() => {
    const { activeElement: e } = document
    return `${e?.getAttribute('aria-label') ?? ''} ${e?.textContent ?? ''}`.replaceAll(/\s+/gu, ' ')
  })
const jourTenu = () => application.page.evaluate(() => document.activeElement?.getAttribute('data-jour'))
const grille = (nom: string) => application.page.getByRole('grid', { name: nom })

test('une touche montre la semaine, où le jour est marqué et dit ce qu’il tient, à son heure d’abord', async () => {
  const { page } = application
  await presser('s')
  await page.getByRole('heading', { level: 1, name: /^Semaine du/u }).waitFor()
  const aujourdhui = grille('Semaine').locator('[aria-current="date"]')
  await aujourdhui.getByRole('button').first().waitFor()
  expect(await aujourdhui.innerText()).toContain('aujourd’hui')
  expect(await aujourdhui.getByRole('button').evaluateAll((b) => b.map((e) => e.textContent))).toEqual([
    '09:15 RDV 9h15 avec sa mère ZORGLUB Ali',
    'Rappeler le bailleur ZORGLUB Ali',
  ])
  expect(await violations(page)).toEqual([])
})

test('les flèches vont d’un jour à l’autre et changent de semaine, sans jamais perdre le clavier', async () => {
  await grille('Semaine').locator('[tabindex="0"]').focus()
  await presser('ArrowRight')
  await expect.poll(jourTenu).toBe(ajouterJours(jour, 1))
  await presser('PageDown')
  await expect.poll(jourTenu).toBe(ajouterJours(jour, 8))
  await presser('PageUp', 'ArrowLeft')
  await expect.poll(jourTenu).toBe(jour)
  expect(await tenu()).toContain(jourEnLettres(jour))
})

test('Entrée va à ce que tient le jour, Échap en revient, Entrée encore l’ouvre', async () => {
  const { page } = application
  await grille('Semaine').getByRole('button').first().waitFor()
  await presser('Enter')
  await expect.poll(tenu).toMatch(/^ 09:15 RDV/u)
  await presser('ArrowDown')
  await expect.poll(tenu).toMatch(/^ Rappeler le bailleur/u)
  await presser('Escape')
  await expect.poll(jourTenu).toBe(jour)
  await presser('Enter', 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor()
  await page.getByRole('complementary').getByText('ZORGLUB Ali').first().waitFor()
})

test('le mois montre les mêmes jours, se tourne, et revient à aujourd’hui', async () => {
  const { page } = application
  await allerA(page, 'Aujourd’hui')
  await presser('m')
  await grille('Mois').locator('[aria-current="date"]').getByRole('button').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Mois d’après' }).press('Enter')
  await expect.poll(() => grille('Mois').locator('[aria-current="date"]:not([data-autre-mois="true"])').count()).toBe(0)
  await presser('a')
  await grille('Mois').locator('[aria-current="date"][aria-selected="true"]').waitFor()
  await page.getByRole('tab', { name: 'Mois' }).focus()
  await presser('ArrowLeft')
  await expect.poll(tenu).toContain('Semaine')
})

test('la liste du jour s’imprime sans nom ; avec les noms, il faut le confirmer, et le journal le retient', async () => {
  const { page } = application
  const dialogue = page.getByRole('dialog', { name: 'Imprimer l’agenda' })
  await presser('i')
  await expect.poll(() => lireApercu(page)).toContain('Situation n° 1')
  expect(await lireApercu(page)).not.toMatch(/Zorglub|mère|bailleur/iu)
  expect(await violations(page)).toEqual([])
  await application.repondreDialogue({ chemin: papiers })
  await dialogue.getByRole('button', { name: 'Écrire le PDF…' }).press('Enter')
  await page.getByText(`journee-${jour}.pdf`).waitFor()
  await dialogue.getByRole('button', { name: 'Avec les noms…' }).press('Enter')
  await dialogue.getByRole('alert').waitFor()
  expect(readdirSync(papiers)).toEqual([`journee-${jour}.pdf`])
  expect(await violations(page)).toEqual([])
  await application.repondreDialogue({ chemin: papiers })
  await dialogue.getByRole('button', { name: 'Écrire avec les noms…' }).press('Enter')
  await page.getByText(`journee-${jour}-avec-noms.pdf`).waitFor()
  const journal = JSON.stringify(await demander(page, 'journal', 'lire', { avant: null, combien: 20 }))
  expect(journal).toContain('agenda.imprimerAvecNoms')
  expect(journal).not.toMatch(/Zorglub/iu)
  await presser('Escape')
  await dialogue.waitFor({ state: 'detached' })
})

test('le coordinateur a ses réunions dans Aujourd’hui, et aucune personne', async () => {
  const { page } = application
  const instanceId = unId()
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'coordination' })
  const commun = { genre: 'comite-de-suivi', secteur: null, frequence: 'besoin', depuis: jour, au: null, l1325Le: null }
  await demander(page, 'instances', 'enregistrer', { id: instanceId, nom: 'Comité des transports', ...commun })
  await demander(page, 'instances', 'enregistrerReunion', {
    id: unId(),
    instanceId,
    date: ajouterJours(jour, 1),
    heure: '14:30',
    lieu: 'Mairie',
    convoqueeLe: null,
    ordreDuJour: [],
    presences: [],
    decisions: [],
  })
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'isc' })
  await page.getByRole('button', { name: /^Métier : / }).press('Enter')
  await page.getByRole('menuitem', { name: /Coordination/u }).press('Enter')
  await page.getByRole('button', { name: 'Métier : Coordination' }).waitFor()
  await allerA(page, 'Aujourd’hui')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Comité des transports' }).waitFor()
  expect(await main.innerText()).not.toMatch(/Zorglub/iu)
  expect(await violations(page)).toEqual([])
  await main.getByRole('button', { name: 'Comité des transports' }).press('Enter')
  await page.getByRole('complementary', { name: 'Réunion' }).waitFor()
})
