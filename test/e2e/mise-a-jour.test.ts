import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { racine } from '#build/executer.ts'
import { signerMiseAJour } from '#build/signature.ts'
import { violations } from './axe.ts'
import { allerA, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const cles = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const cle = join(racine, 'dist/cle-mise-a-jour.pub')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-maj-'))
const annonce = { version: '99.0.0', publieeLe: '2026-12-01', nouveautes: 'Une aide plus claire.' }
const installateurs = ['Jalon-99.0.0-installation.exe', 'Jalon-99.0.0.AppImage', 'Jalon-99.0.0.dmg']

let application: Application
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  for (const nom of installateurs) writeFileSync(join(dossier, nom), nom)
})
afterAll(async () => {
  await application.fermer()
  rmSync(cle, { force: true })
  rmSync(dossier, { recursive: true })
})

const choisir = async (chemin: string) => {
  await application.repondreDialogue({ chemin })
  await application.page.getByRole('button', { name: 'Choisir un fichier de mise à jour…' }).press('Enter')
}

test('sans clé d’éditeur, l’écran le dit et refuse tout', async () => {
  const { page } = application
  const chemin = signerMiseAJour(dossier, cles.privateKey, annonce)
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Mise à jour' }).click()
  await page.getByText('Vérification impossible').waitFor()
  await choisir(chemin)
  await page.getByText('Fichier refusé').waitFor()
  expect(await violations(page)).toEqual([])
})

test('avec elle, une mise à jour est vérifiée puis montrée dans son dossier ; modifiée, elle est refusée', async () => {
  const { page } = application
  writeFileSync(cle, cles.publicKey)
  const chemin = signerMiseAJour(dossier, cles.privateKey, annonce)
  await page.getByRole('tab', { name: 'À propos' }).click()
  await page.getByRole('tab', { name: 'Mise à jour' }).click()
  await choisir(chemin)
  await page.getByText('Jalon 99.0.0, du 01/12/2026').waitFor()
  await page.getByText('Une aide plus claire.').waitFor()
  expect(await violations(page)).toEqual([])
  // Of the system's own window, only the stand-in can tell.
  const montre = application.pilote === 'electron' ? 'Montrer Jalon-99.0.0' : (await application.dialogues()).at(-1)
  expect(montre).toMatch(/^Montrer .*Jalon-99\.0\.0/u)

  for (const nom of installateurs) appendFileSync(join(dossier, nom), '!')
  await choisir(chemin)
  const refus = page.getByText('Un installateur n’est pas celui qui a été signé', { exact: false })
  await refus.waitFor()
  expect(await page.getByText('Jalon 99.0.0, du').count()).toBe(0)
})
