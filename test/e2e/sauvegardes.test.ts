import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
let cle: string
beforeAll(async () => {
  application = await lancer()
  await application.page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(application.page)
  cle = join(dirname(application.coffre), 'cle')
  mkdirSync(cle)
})
afterAll(() => application.fermer())

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const entete = () => application.page.getByRole('banner').innerText()
const changerNom = (nom: string) =>
  demander(application.page, 'reglages', 'ecrire', { nom, intervenant: '', verrouillageMinutes: 10 })
const verrouiller = async () => {
  const rechargee = application.page.waitForEvent('load')
  await application.page.keyboard.press('Control+l')
  await rechargee
  await application.page.getByRole('heading', { level: 1, name: 'Ouvrir le coffre' }).waitFor()
}

const photographier = async (nom: string) => {
  const captures = process.env['JALON_CAPTURES']
  if (captures !== undefined) await application.page.screenshot({ path: join(captures, `${nom}.png`) })
}

test('à l’ouverture, une sauvegarde se fait seule et son âge se voit partout', async () => {
  const { coffre } = application
  await expect.poll(entete, { timeout: 20_000 }).toContain('Dernière sauvegarde : aujourd’hui')
  expect(readdirSync(join(coffre, 'sauvegardes'))).toHaveLength(1)
  await allerA(application.page, 'Personnes')
  expect(await entete()).toContain('Dernière sauvegarde : aujourd’hui')
})

test('un second emplacement se choisit, reçoit la copie, et se laisse emporter', async () => {
  const { page } = application
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Sauvegardes' }).click()
  await application.repondreDialogue({ chemin: cle })
  await bouton('Choisir un emplacement…').click()
  await page.getByText('Dernière copie : aujourd’hui').waitFor()
  await changerNom('Poste à retrouver')
  await bouton('Sauvegarder maintenant').click()
  await page.getByText('Sauvegarde faite et relue').waitFor()
  await application.repondreDialogue({ chemin: cle })
  await bouton('Emporter mon coffre…').click()
  await page.getByText('Coffre écrit et relu').waitFor()
  expect(
    readdirSync(cle)
      .map((nom) => nom.replace(/-[\da-f]{8}$/u, ''))
      .toSorted(),
  ).toEqual(['coffre-jalon', 'sauvegardes-jalon'])
  expect(await violations(page)).toEqual([])
})

test('de l’écran d’ouverture, on repart d’une sauvegarde de la clé ; l’ancien coffre est de côté', async () => {
  const { page, coffre } = application
  await changerNom('Poste changé depuis')
  await verrouiller()
  await bouton('Repartir d’une sauvegarde').click()
  await page.getByRole('radio').first().waitFor()
  expect(await violations(page)).toEqual([])
  await application.repondreDialogue({ chemin: cle })
  await bouton('Chercher sur une clé ou un disque…').click()
  await expect.poll(() => page.getByRole('radio').count()).toBe(3)
  await bouton('Continuer').click()
  await page.getByLabel('Phrase de passe').fill('pas la bonne phrase')
  await bouton('Vérifier').click()
  await page.getByText('Ce n’est pas la bonne phrase de passe.').waitFor()
  await page.getByLabel('Phrase de passe').fill(PHRASE)
  await bouton('Vérifier').click()
  await page.getByText('Le coffre de ce poste est plus récent').waitFor()
  expect(await bouton('Repartir de cette sauvegarde').isDisabled()).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Remplacer quand même').check()
  await bouton('Repartir de cette sauvegarde').click()
  await page.getByText('Le coffre d’avant est mis de côté').waitFor()
  await bouton('Ouvrir le coffre de ce poste').click()
  await ouvrirAvec(page, PHRASE)
  expect(await entete()).toContain('Poste à retrouver')
  expect(readdirSync(dirname(coffre)).filter((nom) => nom.startsWith('coffre-mis-de-cote-'))).toHaveLength(1)
})

test('« Emporter » n’écrase pas un coffre plus avancé sur la clé, jusqu’à ce qu’on le dise', async () => {
  const { page } = application
  const emporter = async () => {
    await application.repondreDialogue({ chemin: cle })
    await bouton('Emporter mon coffre…').press('Enter')
  }
  const ouvrirSection = async () => {
    await allerA(page, 'Réglages')
    await page.getByRole('tab', { name: 'Sauvegardes' }).press('Enter')
  }
  await changerNom('Poste continué ailleurs')
  await ouvrirSection()
  await emporter()
  await page.getByText('Coffre écrit et relu').waitFor()
  await verrouiller()
  await bouton('Repartir d’une sauvegarde').press('Enter')
  await page.getByRole('radio').first().check()
  await bouton('Continuer').press('Enter')
  await page.getByLabel('Phrase de passe').fill(PHRASE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Remplacer quand même').check()
  await photographier('divergence-ici')
  await bouton('Repartir de cette sauvegarde').press('Enter')
  await page.getByText('Le coffre d’avant est mis de côté').waitFor()
  await bouton('Ouvrir le coffre de ce poste').click()
  await ouvrirAvec(page, PHRASE)
  await changerNom('Poste travaillé ici aussi')
  await ouvrirSection()
  await emporter()
  const refus = page.getByRole('alert')
  await refus
    .getByText(/sur la clé/u)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  await photographier('divergence-emporter')
  await bouton('Emporter mon coffre…').press('Enter')
  await refus.getByText('Cochez pour remplacer, ou choisissez une autre clé.').waitFor()
  const accord = refus.getByRole('checkbox', { name: /^Remplacer quand même/u })
  await expect.poll(() => accord.evaluate((e) => e === document.activeElement)).toBe(true)
  const ailleurs = join(dirname(cle), 'autre-cle')
  mkdirSync(ailleurs)
  await application.repondreDialogue({ chemin: ailleurs })
  await bouton('Choisir une autre clé…').press('Enter')
  await page.getByText('Coffre écrit et relu').first().waitFor()
  await refus.waitFor({ state: 'detached' })
  await emporter()
  await refus
    .getByText(/sur la clé/u)
    .first()
    .waitFor()
  await accord.press('Space')
  await emporter()
  await refus.waitFor({ state: 'detached' })
  await page.getByText('Coffre écrit et relu').first().waitFor()
})
