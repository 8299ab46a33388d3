import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { violations } from './axe.ts'
import { examinerDialogue } from './dialogues.ts'
import { demander } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const sortie = mkdtempSync(join(tmpdir(), 'jalon-essai-'))
const captures = process.env['JALON_CAPTURES'] ?? sortie
let application: Application
beforeAll(async () => {
  application = await lancer()
  await application.page.setViewportSize({ width: 1366, height: 768 })
})
afterAll(async () => {
  await application.fermer()
  rmSync(sortie, { recursive: true, force: true })
})

/** Making two invented years, then reading a report of them, on a machine that does other things. */
const PATIENCE = 120_000

const visite = () => application.page.getByRole('status', { name: 'Visite guidée' })
const etape = (titre: string) => visite().getByText(titre).waitFor({ timeout: PATIENCE })
const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
/** Goes by Tab to what bears that name, as somebody without a mouse does. */
const tabulerJusqua = async (nom: string, touche = 'Tab') => {
  for (let pas = 0; pas < 60; pas += 1) {
    await presser(touche)
    const lu = await application.page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
    if (lu.includes(nom)) return
  }
  throw new Error(`« ${nom} » n’est pas atteint au clavier`)
}
const photographier = (nom: string) => application.page.screenshot({ path: join(captures, `${nom}.png`) })

test('avant tout coffre, l’aide s’ouvre au chapitre du premier lancement', async () => {
  const { page } = application
  await page.getByRole('heading', { level: 1, name: 'Créer le coffre du poste' }).waitFor()
  await presser('F1')
  const aide = page.getByRole('dialog', { name: 'Aide' })
  await expect.poll(() => aide.locator('#aide-chapitre').innerText()).toBe('Premier lancement et code de secours')
  expect(await violations(page)).toEqual([])
  await presser('Escape')
  await aide.waitFor({ state: 'hidden' })
  await photographier('premier-ecran')
  expect(await violations(page)).toEqual([])
})

test('l’essai se prépare en le disant, et s’ouvre sur des données dites inventées', async () => {
  const { page } = application
  await tabulerJusqua('Essayer avec des données inventées', 'Shift+Tab')
  await presser('Enter')
  await page.getByRole('progressbar', { name: 'Préparation des données inventées' }).waitFor()
  await page.getByText(/entretiens inventés sur/).waitFor({ timeout: PATIENCE })
  await photographier('preparation')
  await etape('Retrouver quelqu’un')
  await page.getByText('Données inventées', { exact: true }).waitFor()
  await photographier('visite')
  expect(await violations(page)).toEqual([])
})

test('chaque étape de la visite s’achève en la faisant, au clavier, en moins de trois minutes', async () => {
  const { page } = application
  const debut = performance.now()
  const nom = /« (.+?) »/u.exec(await visite().innerText())?.[1] ?? ''
  expect(nom.length).toBeGreaterThan(1)
  await presser('Control+k')
  await page.keyboard.type(nom)
  await page.locator('[data-selected]', { hasText: nom.toUpperCase() }).waitFor()
  await presser('Enter')
  await etape('Noter un entretien')

  await presser('Control+n')
  await page.getByLabel('Personne reçue').waitFor()
  await page.keyboard.type(nom)
  await page
    .getByRole('option', { name: new RegExp(nom, 'iu') })
    .first()
    .waitFor()
  await presser('Enter')
  await page
    .getByRole('group', { name: new RegExp(nom, 'iu') })
    .first()
    .waitFor()
  await presser('Control+Enter')
  await etape('Compter un passage sans nom')
  await photographier('visite-entretien')

  await presser('F2')
  await etape('Voir qui attend une réponse')

  await presser('Alt+1')
  await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
  await page
    .getByRole('combobox', { name: /^Suite de l’orientation/ })
    .first()
    .waitFor()
  await presser('o', 'ArrowDown')
  await etape('Lire le bilan')

  await presser(`Alt+${/Alt (\d)/u.exec(await visite().innerText())?.[1] ?? ''}`)
  await etape('Demander de l’aide')
  expect(await page.getByText('ne peut pas être publié').count()).toBe(0)
  await photographier('visite-bilan')

  await presser('F1')
  await etape('Verrouiller')
  await presser('Escape')
  await page.getByRole('dialog', { name: 'Aide' }).waitFor({ state: 'hidden' })

  const rechargee = page.waitForEvent('load')
  await presser('Control+l')
  await rechargee
  await page.getByRole('heading', { level: 1, name: 'Rouvrir l’essai' }).waitFor()
  await page.getByText(PHRASE_DEMO).waitFor()
  await page.getByText('Données inventées', { exact: true }).waitFor()
  await photographier('visite-verrou')
  expect(await violations(page)).toEqual([])
  await page.keyboard.type(PHRASE_DEMO)
  await presser('Enter')
  await etape('La visite est finie.')
  process.stdout.write(`Visite guidée : ${Math.round((performance.now() - debut) / 1000)} s de machine\n`)
})

test('une étape se passe, la visite se ferme et se reprend, même après un verrouillage', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Refaire la visite' }).press('Enter')
  await etape('Retrouver quelqu’un')
  await presser('F8', 'F8')
  await etape('Compter un passage sans nom')
  await page.getByRole('button', { name: 'Fermer la visite' }).press('Enter')
  await page.getByRole('button', { name: 'Reprendre la visite guidée' }).waitFor()
  const rechargee = page.waitForEvent('load')
  await presser('Control+l')
  await rechargee
  await page.getByLabel('Phrase de passe').fill(PHRASE_DEMO)
  await presser('Enter')
  await page.getByRole('button', { name: 'Reprendre la visite guidée' }).press('Enter')
  await etape('Compter un passage sans nom')
  expect(await visite().innerText()).toContain('3 sur 7')
})

test('quitter l’essai se demande, efface le poste inventé et revient au premier écran', async () => {
  const { page } = application
  await presser('Control+k')
  await page.keyboard.type('quitter')
  await page.locator('[data-selected]', { hasText: 'Quitter l’essai' }).waitFor()
  await presser('Enter')
  const question = page.getByRole('dialog', { name: 'Quitter l’essai ?' })
  await question.waitFor()
  await page.locator('input.mantine-Spotlight-search').waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
  await presser('Escape')
  await question.waitFor({ state: 'hidden' })
  await etape('Compter un passage sans nom')
  const quitter = page.getByRole('button', { name: 'Quitter l’essai…' })
  await quitter.press('Enter')
  expect(await examinerDialogue(page, quitter, { nom: 'Quitter l’essai ?' })).toEqual([])
  await quitter.press('Enter')
  await question.getByRole('button', { name: 'Effacer et quitter' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Créer le coffre du poste' }).waitFor()
  expect(await page.getByText('Données inventées', { exact: true }).count()).toBe(0)
  expect(await demander(page, 'coffre', 'etat')).toMatchObject({ etat: 'absent', essai: false })
})
