import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import type { Pont } from '#electron/preload/index.ts'
import { type Application, lancer } from './pilote.ts'

declare global {
  interface Window {
    readonly pont: Pont
  }
}

const phrase = 'quatre chevaux traversent la Loire 1987'
const demande = { dispositif: 'isc', du: '2026-01-01', au: '2026-12-31', seuil: 5, mode: 'masquage', formats: ['json'] }

/** A page that reloads, a service that starts: slow on a busy machine. */
const patience = { timeout: 30_000 }

let application: Application
beforeEach(async () => {
  application = await lancer()
})
afterEach(async () => application.fermer())

const appeler = async (feature: string, method: string, input?: unknown) => {
  await application.page.waitForFunction(() => 'pont' in window)
  return application.page.evaluate(([f, m, i]) => window.pont.invoke(f, m, i), [feature, method, input] as const)
}
const etat = async (): Promise<EtatCoffre['etat']> => {
  const reponse = await appeler('coffre', 'etat')
  if (!reponse.ok) throw new Error(reponse.erreur.code)
  return (reponse.value as EtatCoffre).etat
}
const creer = async () => {
  expect(await appeler('coffre', 'creer', { phrase, nom: 'Poste d’essai' })).toMatchObject({ ok: true })
  expect(await etat()).toBe('ouvert')
}

test.each(['lock-screen', 'suspend'] as const)('« %s » verrouille le coffre et vide la page', async (evenement) => {
  await creer()
  await application.page.evaluate(() => Object.assign(window, { nomEnMemoire: 'Zénobie' }))
  await application.emettrePower(evenement)
  await application.page.waitForFunction(() => !('nomEnMemoire' in window) && 'pont' in window)
  expect(await etat()).toBe('verrouille')
  expect(await appeler('coffre', 'ouvrir', { phrase })).toMatchObject({ ok: true })
})

test('la mort du service est dite, n’est pas réparée en cachette, et ne perd rien', async () => {
  await creer()
  await application.tuer('service')
  await expect.poll(() => application.dialogues(), patience).toHaveLength(1)
  const [message] = await application.dialogues()
  expect(message).toContain('Le coffre s’est refermé à cause d’une panne.')
  expect(await appeler('coffre', 'etat')).toEqual({ ok: false, erreur: { code: 'service-arrete' } })
  await application.repondreDialogue({ bouton: 0 })
  await expect.poll(etat, patience).toBe('verrouille')
  expect(await appeler('coffre', 'ouvrir', { phrase })).toMatchObject({ ok: true })
})

test('un dossier se choisit dans une boîte du système, et y renoncer ne fait rien', async () => {
  await creer()
  await application.repondreDialogue('annuler')
  expect(await appeler('bilans', 'exporter', demande)).toEqual({ ok: false, erreur: { code: 'annule' } })
  expect(await application.dialogues()).toEqual(['Choisir le dossier'])
})

test('une demande mal faite est refusée avant qu’un dossier ne soit demandé', async () => {
  await creer()
  expect(await appeler('bilans', 'exporter', { ...demande, chemin: '/tmp' })).toMatchObject({
    ok: false,
    erreur: { code: 'entree-invalide' },
  })
  expect(await application.dialogues()).toEqual([])
})

test('une installation abîmée le dit, au lieu d’attendre sans fin', async () => {
  await creer()
  await application.page.route(/assets\/Cadre-/u, (route) => route.abort())
  await application.emettrePower('lock-screen')
  const panne = application.page.getByRole('alert')
  await expect.poll(() => panne.allInnerTexts(), patience).toEqual([expect.stringContaining('une erreur')])
  expect(await panne.innerText()).toContain('Ce qui était enregistré est intact')
})
