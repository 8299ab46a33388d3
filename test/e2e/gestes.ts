import type { Page } from 'playwright-core'
import type { Pont } from '#electron/preload/index.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'

declare global {
  interface Window {
    readonly pont: Pont
  }
}

export const PHRASE = 'quatre mots pour les essais'

/** Asks the service as the window does, and fails the test if it refuses. */
export const demander = async (page: Page, feature: string, method: string, input?: unknown): Promise<unknown> => {
  const reponse = await page.evaluate(([f, m, i]) => window.pont.invoke(f, m, i), [feature, method, input] as const)
  if (!reponse.ok) throw new Error(`${feature}.${method} : ${reponse.erreur.code}`)
  return reponse.value
}

/** A fresh open coffre, its recovery code confirmed, on the first place. The first run on screen has its own test. */
export const ouvrirNeuf = async (page: Page, dispositifs: readonly CodeDispositif[] = ['isc']): Promise<void> => {
  const cree = await demander(page, 'coffre', 'creer', { phrase: PHRASE, nom: 'Poste d’essai', dispositifs })
  await demander(page, 'coffre', 'confirmerSecours', { code: Object(cree).codeSecours })
  // Locking reloads the window, as every lock does: only then may the passphrase be typed.
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await ouvrirAvec(page, PHRASE)
}

export const ouvrirAvec = async (page: Page, phrase: string): Promise<void> => {
  await page.getByLabel('Phrase de passe', { exact: true }).fill(phrase)
  await page.keyboard.press('Enter')
  await lieux(page).waitFor()
}

export const allerA = async (page: Page, lieu: string): Promise<void> => {
  await lieux(page).getByRole('button', { name: lieu }).click()
  await page.getByRole('heading', { level: 1, name: lieu }).waitFor()
}

const lieux = (page: Page) => page.getByRole('navigation', { name: 'Lieux' })

/** Chooses a file on the screen of exchanges, and waits until it is understood. */
export const deposer = async (page: Page, nom: string, contenu: Buffer): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles({ name: nom, mimeType: 'text/csv', buffer: contenu })
  await page.getByText('Lignes du fichier', { exact: true }).waitFor()
}

/** Imports a whole file from the screen, and reads what is said of it. */
export const importer = async (page: Page, nom: string, contenu: Buffer): Promise<string> => {
  await allerA(page, 'Échanges')
  await deposer(page, nom, contenu)
  await page.getByRole('button', { name: 'Importer', exact: true }).click()
  await page.getByText('Import terminé').waitFor()
  return page.getByRole('main').innerText()
}

/** Text of the page that will be printed, from its shadow tree. */
export const lireApercu = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('[data-apercu]')?.shadowRoot?.querySelector('body')?.innerText ?? '')

/** Cells of one printed table, row by row. */
export const lireTableau = (page: Page, titre: string): Promise<string[][]> =>
  page.evaluate((cherche) => {
    const articles = document.querySelector('[data-apercu]')?.shadowRoot?.querySelectorAll('article') ?? []
    const article = [...articles].find((a) => a.querySelector('h3')?.textContent.endsWith(cherche))
    return [...(article?.querySelectorAll('tbody tr') ?? [])].map((tr) =>
      [...tr.querySelectorAll('th, td')].map((case_) => case_.textContent),
    )
  }, titre)

/** A key figure of the report, in the table of the screen. */
export const lireChiffre = (page: Page, id: string): Promise<string> =>
  page.locator(`[data-chiffre="${id}"] td`).first().innerText()

/** Waits until the printed page is there; playwright reads through shadow trees. */
export const attendreBilan = (page: Page): Promise<void> =>
  page.locator('[data-apercu] h3').first().waitFor({ timeout: 60_000 })
