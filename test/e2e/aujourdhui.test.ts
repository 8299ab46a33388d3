import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours } from '#shared/utils/dates.ts'
import { allerA, demander, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const jour = new Date().toLocaleDateString('sv')
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
})
afterAll(() => application.fermer())

const entretien = (nom: string, date: string, echeance: { date: string; libelle: string } | null) => {
  const personneId = randomUUID()
  const identite = { nom, prenom: 'Alix', naissance: null, telephone: null, commune: null }
  return {
    id: randomUUID(),
    suivi: { id: randomUUID(), saisineDate: null, reponses: {} },
    date,
    heure: null,
    dureeMinutes: 30,
    note: '',
    reponses: {},
    presences: [
      {
        personneId,
        fiche: { id: personneId, anonyme: false, ...identite, reponses: {} },
        role: 'victime',
        reponses: {},
      },
    ],
    orientations: [{ id: randomUUID(), destination: 'ccas', partenaireId: null }],
    echeances: echeance === null ? [] : [{ id: randomUUID(), ...echeance }],
  }
}

test('un coffre vide dit par quoi commencer', async () => {
  const { page } = application
  await allerA(page, 'Aujourd’hui')
  await expect.poll(() => page.getByRole('main').innerText()).toContain('Pour commencer')
})

test('ce qui est en retard vient en premier, et se marque fait d’une touche', async () => {
  const { page } = application
  const demain = { date: ajouterJours(jour, 1), libelle: 'Rappeler demain' }
  const hier = { date: ajouterJours(jour, -3), libelle: 'Rappeler le CCAS' }
  await demander(page, 'entretiens', 'enregistrer', entretien('Avenir', jour, demain))
  await demander(page, 'entretiens', 'enregistrer', entretien('Retard', ajouterJours(jour, -10), hier))
  await allerA(page, 'Partenaires')
  await allerA(page, 'Aujourd’hui')
  const boutons = page.getByRole('button', { name: /^Fait : / })
  await expect.poll(() => boutons.count()).toBe(2)
  expect(await boutons.first().getAttribute('aria-label')).toBe('Fait : Rappeler le CCAS')
  await expect.poll(() => page.getByText('en retard de 3 jours').isVisible()).toBe(true)
  await boutons.first().press('Enter')
  await expect.poll(() => page.getByRole('button', { name: 'Remettre à faire : Rappeler le CCAS' }).count()).toBe(1)
  const lues = await demander(page, 'echeances', 'lister', { jusquau: demain.date })
  expect(JSON.stringify(lues)).not.toContain('Rappeler le CCAS')
})

test('ce qui vient d’être fait se reprend au même endroit', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Remettre à faire : Rappeler le CCAS' }).press('Enter')
  await page.getByRole('button', { name: 'Fait : Rappeler le CCAS' }).waitFor()
  const lues = await demander(page, 'echeances', 'lister', { jusquau: jour })
  expect(JSON.stringify(lues)).toContain('Rappeler le CCAS')
})

test('la suite d’une orientation se note sans quitter la page', async () => {
  const { page } = application
  const suite = page.getByLabel(/^Suite de l’orientation vers CCAS pour RETARD Alix/)
  await suite.selectOption({ label: 'Aboutie' })
  await expect
    .poll(async () => JSON.stringify(await demander(page, 'aujourdhui', 'lire', { jour })))
    .not.toMatch(/"orientationsEnAttente":\[[^\]]*RETARD/)
  await allerA(page, 'Partenaires')
  await allerA(page, 'Aujourd’hui')
  await page.getByLabel(/^Suite de l’orientation vers CCAS pour AVENIR Alix/).waitFor()
  await expect.poll(() => suite.count()).toBe(0)
})

test('l’année en cours compte les personnes et les entretiens', async () => {
  const { page } = application
  const compte = Object(await demander(page, 'aujourdhui', 'lire', { jour })).annee
  const affiches = await page.locator('dl dd > span:first-child').allInnerTexts()
  expect(affiches).toEqual([String(compte.personnes), String(compte.entretiens)])
})

test('F2 compte un contact anonyme de plus, et la page le dit', async () => {
  const { page } = application
  const affiche = () => page.locator('dl dd > span:first-child').last().innerText()
  const avant = Number(await affiche())
  await page.keyboard.press('F2')
  await expect.poll(affiche).toBe(String(avant + 1))
  expect(Object(await demander(page, 'aujourdhui', 'lire', { jour })).annee.entretiens).toBe(avant + 1)
})

test('chaque chiffre du jour a sa définition à une touche', async () => {
  const { page } = application
  const definitions = page.getByRole('button', { name: /^Définition : / })
  const noms = await definitions.evaluateAll((boutons) => boutons.map((b) => b.getAttribute('aria-label')))
  expect(noms).toEqual(
    expect.arrayContaining([
      'Définition : À faire',
      'Définition : Orientations en attente de réponse',
      'Définition : Personnes reçues',
      'Définition : Entretiens',
    ]),
  )
  // Every number in brackets beside a heading, and every big one.
  const nombres = await page.getByRole('heading', { level: 2, name: /\(\d+\)$/u }).count()
  expect(noms).toHaveLength(nombres + 2 + (await page.getByText(/^À saisir \(/u).count()))
  for (const nom of noms) {
    await page.getByRole('button', { name: nom ?? '', exact: true }).press('Enter')
    await expect.poll(() => page.getByRole('dialog').innerText()).toMatch(/\.$/u)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
})
