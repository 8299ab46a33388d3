import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fichier2012, unCsv } from '../fixtures/imports/fichiers.ts'
import { violations } from './axe.ts'
import { allerA, attendreBilan, importer, lireApercu, lireChiffre, lireTableau, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const dossiers = ['sortie', 'reprise', 'prive'].map((nom) => mkdtempSync(join(tmpdir(), `jalon-bilan-${nom}-`)))
const [sortie = '', reprise = '', prive = ''] = dossiers
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  await importer(application.page, 'isc-2012.csv', fichier2012('csv'))
  await allerA(application.page, 'Bilans')
  await application.page.getByLabel('Période').selectOption('2012')
  await attendreBilan(application.page)
})
afterAll(async () => {
  await application.fermer()
  for (const dossier of dossiers) rmSync(dossier, { recursive: true, force: true })
})

test('le bilan de 2012 dit 323 personnes et 572 entretiens', async () => {
  const { page } = application
  await expect.poll(() => lireChiffre(page, 'personnes')).toBe('323')
  expect(await lireChiffre(page, 'entretiens')).toBe('572')
})

test('la page à imprimer répartit les personnes en 84, 44 et 195', async () => {
  const lignes = await lireTableau(application.page, 'Personnes par type de public')
  const compte = Object.fromEntries(lignes.map(([libelle, valeur]) => [libelle, valeur]))
  expect(compte).toMatchObject({ Victime: '84', 'Mis en cause': '44', 'Hors champ pénal': '195', Total: '323' })
})

test('chaque chiffre a sa définition à un clic', async () => {
  const { page } = application
  await page.getByRole('button', { name: 'Définition : Personnes reçues' }).click()
  const definition = page.getByText(/^File active : personnes distinctes/)
  await expect.poll(() => definition.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
})

test('l’écran est publiable : aucun nom du fichier importé n’y paraît', async () => {
  const { page } = application
  expect(await page.getByText('Publiable').isVisible()).toBe(true)
  const vu = `${await page.getByRole('main').innerText()} ${await lireApercu(page)}`
  const noms = fichier2012('csv')
    .toString('utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((ligne) => ligne.split(';')[1] ?? '')
  expect(noms.filter((nom) => nom.length > 4 && vu.includes(nom))).toEqual([])
})

test('un texte tapé est enregistré, paraît dans la page, et revient', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Textes' }).click()
  await page.getByRole('textbox', { name: 'Contexte' }).fill('Deux brigades ont déménagé en mars.')
  await page.getByText(/^Enregistré à/).waitFor()
  await page.getByRole('textbox', { name: 'Partenariat' }).focus()
  await expect.poll(() => lireApercu(page), { timeout: 30_000 }).toContain('Deux brigades ont déménagé en mars.')
  await allerA(page, 'Partenaires')
  await allerA(page, 'Bilans')
  await page.getByRole('tab', { name: 'Textes' }).click()
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Contexte' }).inputValue())
    .toBe('Deux brigades ont déménagé en mars.')
})

test('un seuil plus haut masque davantage et le dit', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Tableaux' }).click()
  await page.getByLabel('Seuil du secret').selectOption('15')
  const secret = page.getByText(/ au seuil de \d+\./)
  await expect.poll(() => secret.innerText(), { timeout: 60_000 }).toContain('au seuil de 15')
  const masquees = Number.parseInt(await secret.innerText(), 10)
  await page.getByLabel('Seuil du secret').selectOption('5')
  await expect.poll(() => secret.innerText(), { timeout: 60_000 }).toContain('au seuil de 5.')
  expect(Number.parseInt(await secret.innerText(), 10) || 0).toBeLessThan(masquees)
})

test('chaque « s » s’explique, et tous par les mêmes mots', async () => {
  const { page } = application
  const lireExplication = async (): Promise<string> => {
    const dialogue = page.getByRole('dialog', { name: '« s » : une case masquée' })
    await dialogue.waitFor()
    const texte = await dialogue.innerText()
    await page.keyboard.press('Escape')
    await dialogue.waitFor({ state: 'hidden' })
    return texte
  }
  const masquees = await page.locator('[data-apercu] td[data-masquee]').all()
  expect(masquees.length).toBeGreaterThan(3)
  const explications = new Set<string>()
  for (const masquee of masquees.slice(0, 6)) {
    await masquee.click()
    explications.add(await lireExplication())
  }
  const bouton = page.locator('[data-apercu]').getByRole('button', { name: 'Pourquoi « s » ?' }).first()
  await bouton.focus()
  await page.keyboard.press('Enter')
  explications.add(await lireExplication())
  expect([...explications]).toHaveLength(1)
  expect([...explications][0]).toContain('un petit nombre, un nombre plus grand ou un zéro')
  // Nothing around a masked cell tells it from another.
  const habits = await page
    .locator('[data-apercu] td[data-masquee]')
    .evaluateAll((cases) => cases.map((c) => c.getAttributeNames().join() + c.className + c.innerHTML))
  expect(new Set(habits).size).toBe(1)
})

test('une période à l’envers est refusée sans rien perdre', async () => {
  const { page } = application
  await page.getByLabel('Période').selectOption('libre')
  await page.getByLabel('Du', { exact: true }).fill('01/07/2012')
  await page.getByLabel('Au (compris)').fill('30/06/2012')
  await page.getByText('Date de fin avant le début').waitFor()
  await page.getByLabel('Au (compris)').fill('31/12/2012')
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toMatch(/Du\s1er\sjuillet\s2012/)
  await page.getByLabel('Période').selectOption('2012')
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toMatch(/Du\s1er\sjanvier\s2012/)
})

test('les façons de protéger se comparent, et un clic en choisit une', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Publier' }).click()
  await page.getByRole('button', { name: 'Comparer les façons de protéger' }).click()
  await page.locator('[data-facon="total"]').waitFor({ timeout: 120_000 })
  const lireFacon = async (mode: string) =>
    (await page.locator(`[data-facon="${mode}"] td`).allInnerTexts()).map((n) => Number(n.replaceAll(/\s/g, '')))
  const [, masquees = 0, personnes = 0] = await lireFacon('masquage')
  expect(Math.min(masquees, personnes)).toBeGreaterThan(0)
  expect((await lireFacon('total'))[1]).toBe(0)
  await page.getByRole('radio', { name: 'Arrondi' }).check()
  await expect.poll(() => lireApercu(page), { timeout: 60_000 }).toContain('arrondis à un multiple de 5')
  expect(await page.getByLabel('Protection', { exact: true }).inputValue()).toBe('arrondi')
})

test('le contrôle d’un bilan arrondi réussit et le dit', async () => {
  const { page } = application
  const texte = await controler(page)
  expect(texte).toMatch(/Contrôle réussi\. .*arrondies? comme toutes les autres\. Aucune petite case ne peut être/)
  await page.getByLabel('Protection', { exact: true }).selectOption('masquage')
  await page.locator('[data-verdict]').waitFor({ state: 'detached' })
  await page.locator('section[aria-busy="false"]').waitFor({ timeout: 60_000 })
})

test('le contrôle s’abandonne, et rien n’est prêt', async () => {
  const { page } = application
  await page.getByLabel('Seuil du secret').selectOption('15')
  await page.getByRole('button', { name: 'Contrôler et préparer la publication' }).click()
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await expect.poll(() => page.getByRole('button', { name: /^Contrôler/ }).isEnabled(), { timeout: 60_000 }).toBe(true)
  expect(await page.getByRole('button', { name: 'Publier…' }).count()).toBe(0)
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.getByLabel('Seuil du secret').selectOption('5')
  await page.locator('section[aria-busy="false"]').waitFor({ timeout: 60_000 })
})

test('on ne publie qu’après le contrôle, dans les formats et le dossier choisis', async () => {
  const { page } = application
  expect(await page.getByRole('button', { name: 'Publier…' }).count()).toBe(0)
  expect(await controler(page)).toMatch(
    /^Contrôle réussi\. \d+ petites? cases?, \d+ cases? masquées? en plus\. Aucune petite case ne peut être retrouvée en croisant les \d+ tableaux\./,
  )
  expect(await violations(page)).toEqual([])
  for (const format of ['CSV', 'JSON']) await page.getByLabel(new RegExp(`^${format}`)).check()
  await application.repondreDialogue({ chemin: sortie })
  await page.getByRole('button', { name: 'Publier…' }).click()
  const ecrits = await lireEcrits(page)
  expect(ecrits.filter((nom) => !existsSync(join(sortie, nom)))).toEqual([])
  expect(new Set(ecrits.map((nom) => nom.split(/[.-]/).at(-1)))).toEqual(new Set(['pdf', 'docx', 'ods', 'csv', 'json']))
  const bilan = JSON.parse(readFileSync(join(sortie, 'bilan-isc-2012.json'), 'utf8'))
  expect(bilan.indicateurs).toMatchObject({ personnes: 323, entretiens: 572 })
})

test('renoncer au dossier n’est pas une erreur', async () => {
  const { page } = application
  await application.repondreDialogue('annuler')
  await page.getByRole('button', { name: 'Publier…' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Publier…' }).isEnabled()).toBe(true)
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('le registre republie les mêmes fichiers à l’octet près, et donne le rapport confidentiel', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Registre' }).click()
  const edition = page.getByRole('listitem', { name: 'Bilan 2012' })
  expect(await edition.innerText()).toContain('Masquage, seuil 5 · PDF, DOCX, ODS, CSV, JSON')
  await application.repondreDialogue({ chemin: reprise })
  await edition.getByRole('button', { name: 'Republier…' }).click()
  await lireEcrits(page)
  expect(octetsDe(reprise)).toEqual(octetsDe(sortie))
  await application.repondreDialogue({ chemin: prive })
  await edition.getByRole('button', { name: 'Rapport de contrôle (confidentiel)…' }).click()
  await page.getByText('controle-isc-2012-confidentiel.pdf').waitFor({ timeout: 60_000 })
  expect(readFileSync(join(prive, 'controle-isc-2012-confidentiel.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  await edition.getByRole('button', { name: 'Comparer à aujourd’hui' }).click()
  await edition.getByText(/^Rien n’a changé/).waitFor()
  expect(await violations(page)).toEqual([])
})

test('une seule personne de plus : la publication est refusée, et dit les quatre issues', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  await page.getByRole('button', { name: 'Importer un autre fichier' }).click()
  await importer(page, 'un.csv', unCsv(['12/10/2012;Exemple;Nadia;03/04/1986;Victime;Plainte;Logement;CCAS']))
  await allerA(page, 'Bilans')
  const banniere = page.getByText('Ce bilan ne peut pas être publié tel quel.')
  await banniere.waitFor({ timeout: 60_000 })
  expect(await lireChiffreAffiche(page)).toBe('324')
  await page.getByRole('button', { name: 'Que faire ?' }).click()
  const refus = page.locator('[data-refus]')
  expect(await refus.innerText()).toMatch(
    /1 personne est entrée\. En comparant les deux bilans, on connaîtrait son profil/,
  )
  expect(await refus.getByRole('button').allInnerTexts()).toEqual([
    expect.stringMatching(/^Republier le bilan du .* \(2012\)…$/),
    'Attendre la date prévue',
    'Passer en mode arrondi',
    'Publier les seuls totaux',
  ])
  expect(await page.getByRole('button', { name: 'Publier…' }).count()).toBe(0)
  await refus.getByRole('button', { name: 'Attendre la date prévue' }).click()
  await refus.getByText(/au moins 5 personnes/).waitFor()
  expect(await violations(page)).toEqual([])
  await refus.getByRole('button', { name: 'Publier les seuls totaux' }).click()
  await banniere.waitFor({ state: 'detached', timeout: 60_000 })
  expect(await controler(page)).toContain('Seuls les totaux sont publiés')
  await page.getByRole('tab', { name: 'Registre' }).click()
  await page.getByRole('button', { name: 'Comparer à aujourd’hui' }).click()
  await page.getByText(/^Depuis, 1 personne est entrée\. Sur \d+ nombres imprimés, \d+ seraient différents/).waitFor()
})

test('une issue est de republier le bilan déjà publié', async () => {
  const { page } = application
  await page.getByLabel('Protection', { exact: true }).selectOption('masquage')
  await page.getByRole('button', { name: 'Que faire ?' }).click({ timeout: 60_000 })
  rmSync(reprise, { recursive: true })
  await application.repondreDialogue({ chemin: reprise })
  await page.getByRole('button', { name: /^Republier le bilan du/ }).click()
  await lireEcrits(page)
  expect(octetsDe(reprise)).toEqual(octetsDe(sortie))
})

/** Runs the whole control, and reads its verdict. */
const controler = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Contrôler et préparer la publication' }).click()
  await page.locator('[data-verdict], [data-refus]').waitFor({ timeout: 120_000 })
  return page.locator('[data-conclusion]').innerText()
}

const lireEcrits = async (page: Page): Promise<string[]> => {
  await page.getByText(/fichiers? écrits? dans/).waitFor({ timeout: 120_000 })
  return page.locator('aside [aria-live] li').allInnerTexts()
}

const lireChiffreAffiche = (page: Page): Promise<string> => page.locator('[data-apercu] .tuiles dd').first().innerText()

/** Every file of a folder, byte for byte. */
const octetsDe = (dossier: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dossier, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .map((chemin) => [chemin.slice(dossier.length), readFileSync(chemin).toString('base64')]),
  )
