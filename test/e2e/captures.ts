import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { fichier2012 } from '../fixtures/imports/fichiers.ts'
import { allerA, attendreBilan, deposer, ouvrirAvec } from './gestes.ts'
import { ecrireEssai } from './ecrire-essai.ts'
import { lancer } from './pilote.ts'
import { vivrePremierJour } from './premier-jour.ts'

// node test/e2e/captures.ts COFFRE: pictures of each screen of the demonstration coffre (see build/captures.ts).
const sortie = resolve(import.meta.dirname, '../../docs/captures')
mkdirSync(sortie, { recursive: true })

const preparer = async (page: Page) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}
const photographier = async (page: Page, nom: string) => {
  // Fonts and transitions settle before the picture, so that two runs give the same one.
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(sortie, `${nom}.png`), animations: 'disabled', caret: 'hide' })
}

const capturerPremierLancement = async () => {
  const { page, fermer } = await lancer()
  await preparer(page)
  // Down to its last button, which a smaller screen scrolls to.
  await page.setViewportSize({ width: 1366, height: 1008 })
  await page.getByLabel('Nom du poste').fill('Commissariat de Valombre')
  await page.getByRole('checkbox', { name: /commissariat/iu }).check()
  await page.mouse.move(0, 0)
  await photographier(page, 'premier-lancement')
  await fermer()
}

const capturerDemonstration = async (coffre: string) => {
  const { page, fermer } = await lancer({ coffre })
  await preparer(page)
  await page.getByLabel('Phrase de passe').waitFor()
  await photographier(page, 'ouvrir')
  await ouvrirAvec(page, PHRASE_DEMO)
  await page.getByText(/^Dernière sauvegarde/u).waitFor({ timeout: 60_000 })
  for (const { lieu, nom, avant } of ecrans) {
    await allerA(page, lieu)
    await avant?.(page)
    // What was clicked is not shown as the mouse over it leaves it.
    await page.mouse.move(0, 0)
    await photographier(page, nom)
  }
  await capturerSorties(page)
  await capturerTig(page)
  await capturerCoordination(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await allerA(page, 'Aujourd’hui')
  await photographier(page, 'aujourdhui-sombre')
  await fermer()
}

/** The other job of the same coffre, and back. */
const capturerSorties = async (page: Page) => {
  await changerMetier(page, /ville-prison/i)
  await allerA(page, 'Sorties')
  await page.getByRole('region', { name: 'Dans les 30 jours' }).waitFor()
  await photographier(page, 'sorties')
  await page.getByText('Calendrier', { exact: true }).click()
  await photographier(page, 'sorties-calendrier')
  await changerMetier(page, /commissariat/i)
}

const capturerTig = async (page: Page) => {
  await changerMetier(page, /travaux d’intérêt général/i)
  await allerA(page, 'Accueils TIG')
  await page.locator('tbody tr[data-rang]').first().click()
  await page.getByRole('region', { name: 'Feuille de présence' }).waitFor()
  await photographier(page, 'tig')
}

const capturerCoordination = async (page: Page) => {
  await changerMetier(page, /coordination/i)
  await page.getByRole('button', { name: 'Coordination', exact: true }).click()
  const onglet = (nom: string) => page.getByRole('tab', { name: nom }).click()
  await onglet('Stratégie')
  await page.getByText('exclusions scolaires').first().waitFor()
  await photographier(page, 'strategie')
  await onglet('Instances')
  await page.getByText('CLSPD plénier').first().waitFor()
  await photographier(page, 'instances')
  await onglet('Observatoire')
  await page.getByText('Carte et comptes').click()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await photographier(page, 'observatoire')
  await allerA(page, 'Bilans')
  await page.locator('section[aria-busy="false"]').waitFor({ timeout: 30_000 })
  await photographier(page, 'bilan-coordination')
  await changerMetier(page, /commissariat/i)
}

const changerMetier = async (page: Page, libelle: RegExp) => {
  await page.getByRole('button', { name: /^Métier : / }).click()
  await page.getByRole('menuitem', { name: libelle }).click()
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
}

type Ecran = { readonly lieu: string; readonly nom: string; readonly avant?: (page: Page) => Promise<void> }

const ecrans: readonly Ecran[] = [
  { lieu: 'Aujourd’hui', nom: 'aujourdhui' },
  { lieu: 'Entretiens', nom: 'entretiens' },
  {
    lieu: 'Entretiens',
    nom: 'saisie',
    avant: async (page) => {
      await allerA(page, 'Aujourd’hui')
      await page.getByRole('region', { name: 'Brouillons' }).locator('li button').first().click()
      await page.getByRole('heading', { level: 1, name: /entretien/i }).waitFor()
    },
  },
  { lieu: 'Personnes', nom: 'personnes' },
  {
    lieu: 'Aujourd’hui',
    nom: 'personne',
    avant: async (page) => {
      await page.getByRole('region', { name: 'Dernières personnes reçues' }).getByRole('button').first().click()
      await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor()
    },
  },
  {
    lieu: 'Partenaires',
    nom: 'partenaires',
    avant: (page) => page.getByRole('table').getByRole('button').nth(2).click(),
  },
  {
    lieu: 'Bilans',
    nom: 'bilans',
    avant: async (page) => {
      await page.getByLabel('Période').selectOption({ index: 1 })
      await attendreBilan(page)
      await page.locator('section[aria-busy="false"]').waitFor()
    },
  },
  {
    lieu: 'Bilans',
    nom: 'bilans-tableau',
    avant: async (page) => {
      await page.locator('section[aria-busy="false"]').waitFor()
      await page.getByRole('tab', { name: 'Tableaux' }).click()
      await page.getByRole('button', { name: 'Personnes par type de public' }).first().click()
    },
  },
  { lieu: 'Échanges', nom: 'echanges', avant: (page) => deposer(page, 'isc-2012.csv', fichier2012('csv')) },
  {
    lieu: 'Réglages',
    nom: 'reglages',
    avant: (page) => page.getByRole('tab', { name: 'Listes de réponses' }).click(),
  },
]

/** What somebody new did on the first day, picture by picture, and the page that tells it. */
const capturerPremierJour = async () => {
  const papiers = mkdtempSync(join(tmpdir(), 'jalon-captures-'))
  const application = await lancer()
  await preparer(application.page)
  const mesures = await vivrePremierJour(application, {
    papiers,
    photographier: (image) => photographier(application.page, image),
  })
  await application.fermer()
  rmSync(papiers, { recursive: true })
  await ecrireEssai(mesures)
}

await capturerPremierLancement()
await capturerPremierJour()
await capturerDemonstration(process.argv[2] ?? '')
