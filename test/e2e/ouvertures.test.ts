import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commander } from '#build/commander.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { violations } from './axe.ts'
import { ouvrirAvec, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-ouvertures-'))
const [coffre, autre, cle, lot, ailleurs] = ['coffre', 'autre', 'cle.pub', 'isc-2012.jalonlot', 'ailleurs'].map((nom) =>
  join(dossier, nom),
) as [string, string, string, string, string]

beforeAll(async () => {
  await creer(coffre, ['isc', 'coordination'])
  await creer(autre, ['isc'])
  mkdirSync(ailleurs)
  const fichier = resolve(import.meta.dirname, '../fixtures/imports/isc-2012.csv')
  for (const args of [
    ['importer', fichier, '--dispositif', 'isc'],
    ['lot', '--cle', '--sortie', cle],
    ['lot', '--dispositif', 'isc', '--annee', '2012', '--pour', cle, '--sortie', lot],
    ['sauvegarder', '--vers', ailleurs],
  ]) {
    process.env['JALON_PHRASE'] = PHRASE
    if ((await commander([...args, '--coffre', coffre])) !== 0) throw new Error(args.join(' '))
  }
}, 180_000)
const creer = async (ou: string, dispositifs: readonly CodeDispositif[]) => {
  const session = createSession({ dossier: ou, maintenant: () => new Date() })
  const { codeSecours } = await session.creer({ phrase: PHRASE, nom: 'Poste d’essai', dispositifs })
  await session.confirmerSecours({ code: codeSecours })
  await session.verrouiller()
}
afterAll(() => rmSync(dossier, { recursive: true, force: true }))

const avec = async (
  lancement: { readonly coffre: string; readonly fichier: string },
  travail: (a: Application) => Promise<void>,
) => {
  const application = await lancer(lancement)
  try {
    await travail(application)
  } finally {
    await application.fermer()
  }
}

test('un lot ouvert d’un double clic attend poliment le coffre, puis mène là où on le reçoit', async () => {
  await avec({ coffre, fichier: lot }, async ({ page }) => {
    await page.getByText('Ouvrez d’abord le coffre : « isc-2012.jalonlot » vous sera proposé ensuite.').waitFor()
    await ouvrirAvec(page, PHRASE)
    await page.getByRole('heading', { level: 1, name: 'Postes suivis' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Recevoir ce lot' }).press('Enter')
    await page.getByText('Reçu', { exact: false }).first().waitFor()
    expect(await page.getByRole('button', { name: 'Recevoir ce lot' }).count()).toBe(0)
  })
})

test('un coffre qui ne reçoit pas de lots le dit, et rien ne change', async () => {
  await avec({ coffre: autre, fichier: lot }, async ({ page }) => {
    await ouvrirAvec(page, PHRASE)
    const refus = page.getByText(/est un lot pour un coordinateur/u)
    await refus.waitFor()
    expect(await refus.count()).toBe(1)
  })
})

test('une sauvegarde ouverte d’un double clic mène à l’écran qui en repart', async () => {
  const nom = readdirSync(ailleurs, { recursive: true, encoding: 'utf8' }).find((f) => f.endsWith('.jalon')) ?? ''
  await avec({ coffre: autre, fichier: join(ailleurs, nom) }, async ({ page }) => {
    await page.getByRole('heading', { name: 'Repartir d’une sauvegarde' }).waitFor()
    expect(await page.getByRole('radio').count()).toBe(1)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByLabel('Phrase de passe').fill(PHRASE)
    await page.keyboard.press('Enter')
    await page.getByText(/597\s+entretiens/u).waitFor()
  })
})

test('un fichier qui n’est pas une sauvegarde est refusé en français', async () => {
  await avec({ coffre: autre, fichier: join(dossier, 'ailleurs.jalon') }, async ({ page }) => {
    const refus = page.getByText('Il n’y a pas de sauvegarde de Jalon ici', { exact: false })
    await refus.waitFor()
    expect(await refus.count()).toBe(1)
  })
})
