import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, importer, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const sortie = mkdtempSync(join(tmpdir(), 'jalon-lettres-'))
let application: Application
beforeAll(async () => {
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(page)
  const jour = new Date().toLocaleDateString('fr')
  await importer(page, 'suivi.csv', Buffer.from(`Date;Nom;Prénom;Type de public\n${jour};Urbain;Zoé;Victime\n`))
})
afterAll(async () => {
  await application.fermer()
  rmSync(sortie, { recursive: true, force: true })
})

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const capture = (nom: string) =>
  application.page.screenshot({ path: join(process.env['JALON_CAPTURES'] ?? sortie, nom) })

test('un modèle de Jalon s’exporte, s’adapte et revient ; celui qui en demande trop dit pourquoi', async () => {
  const { page, repondreDialogue } = application
  await allerA(page, 'Réglages')
  await page.getByRole('tab', { name: 'Lettres' }).click()
  await repondreDialogue({ chemin: sortie })
  await bouton('Exporter le modèle Attestation de rendez-vous').click()
  await page.getByText('Modèle écrit dans').waitFor()
  const zip = new PizZip(readFileSync(join(sortie, 'modele-attestation-rendez-vous.docx')))
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  const donner = (texte: string) => {
    zip.file('word/document.xml', xml.replace('Signature et cachet :', texte))
    const buffer = zip.generate({ type: 'nodebuffer' })
    return page.getByLabel('Modèle à ajouter').setInputFiles({ name: 'Mot du poste.docx', mimeType: 'x/y', buffer })
  }
  await donner('{note} {infraction}')
  await expect
    .poll(() => page.getByRole('alert').innerText())
    .toContain('« {infraction} » n’est pas une balise permise.')
  expect(await violations(page)).toEqual([])
  await capture('lettres-reglages.png')
  await donner('Bien à vous, {prenom}.')
  await bouton('Retirer le modèle Mot du poste').waitFor()
})

test('depuis une fiche, la lettre s’écrit au clavier là où on le dit, et la notice remise se date', async () => {
  const { page, repondreDialogue } = application
  await allerA(page, 'Personnes')
  await page.getByText('URBAIN Zoé').first().click()
  await bouton('Écrire une lettre…').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Lettre', { exact: true }).selectOption({ label: 'Mot du poste' })
  await bouton('Noter qu’elle est remise aujourd’hui').click()
  await expect.poll(() => page.getByRole('dialog').innerText()).toContain('Notice remise le')
  expect(await violations(page)).toEqual([])
  await capture('lettres.png')
  await repondreDialogue({ chemin: sortie })
  await bouton('Écrire la lettre…').click()
  await page.getByText('Lettre écrite dans').waitFor()
  const nom = `mot-du-poste-1-${new Date().toLocaleDateString('sv')}.docx`
  const lettre = new PizZip(readFileSync(join(sortie, nom))).file('word/document.xml')?.asText() ?? ''
  expect(lettre).toContain('Bien à vous, Zoé.')
  expect(lettre).toContain('URBAIN')
})
