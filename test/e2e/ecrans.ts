import type { Locator, Page } from 'playwright-core'
import type { Lieu } from '#app/navigation.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'

/** One more screen of a place, that no tab nor view leads to: a form, a sheet, a dialog. */
export type Detour = {
  readonly nom: string
  /** Opens it from the place; false when this dispositif has no such thing. */
  readonly ouvrir: (page: Page) => Promise<boolean>
  /** It lies over the screen, which takes the keyboard back once it is closed. */
  readonly dialogue?: true
}

/** Whether it comes: a list is read after its screen is drawn, and another job may have none. */
const vient = async (cible: Locator): Promise<boolean> => {
  try {
    await cible.waitFor({ timeout: 4000 })
    return true
  } catch {
    return false
  }
}

const cliquer =
  (nom: string | RegExp, role: 'button' | 'row' = 'button') =>
  async (page: Page): Promise<boolean> => {
    const cible = page.getByRole('main').getByRole(role, { name: nom }).first()
    if (!(await vient(cible)) || (await cible.isDisabled())) return false
    await cible.focus()
    await cible.press('Enter')
    return true
  }

/** Opens the first line of the list. */
export const premiereLigne = async (page: Page): Promise<boolean> => {
  const ligne = page.getByRole('main').locator('tbody :is(tr[data-rang], tr button)').first()
  if (!(await vient(ligne))) return false
  await ligne.press('Enter')
  await page.getByRole('complementary').last().waitFor()
  return true
}

/** The parcours of the first person of the board. */
const premiereSortie = async (page: Page): Promise<boolean> => {
  const main = page.getByRole('main')
  await main.getByText('Tableau', { exact: true }).click()
  const nom = main.locator('li > button').first()
  if (!(await vient(nom))) return false
  await nom.press('Enter')
  await page
    .getByRole('navigation', { name: 'Lieux' })
    .locator('[data-lieu="personnes"][aria-current="page"]')
    .waitFor()
  return true
}

/** Every place of the navigation, with its detours: a place added to Jalon does not compile until it is here. */
export const detours: { readonly [L in Lieu]: readonly Detour[] } = {
  aujourdhui: [{ nom: 'impression', ouvrir: cliquer('Imprimer…'), dialogue: true }],
  entretiens: [
    { nom: 'détail', ouvrir: premiereLigne },
    { nom: 'rafale', ouvrir: cliquer(/rafale/iu) },
    {
      nom: 'saisie',
      ouvrir: async (page) => {
        await page.keyboard.press('Control+n')
        await page.getByRole('heading', { level: 1, name: /entretien/iu }).waitFor()
        return true
      },
    },
  ],
  personnes: [
    { nom: 'fiche', ouvrir: premiereLigne },
    { nom: 'doublons', ouvrir: cliquer(/doublons/iu) },
    { nom: 'nouvelle', ouvrir: cliquer('Nouvelle personne') },
  ],
  parcours: [{ nom: 'parcours', ouvrir: premiereSortie }],
  sorties: [
    { nom: 'liste à emporter', ouvrir: cliquer('Liste à emporter'), dialogue: true },
    { nom: 'guide', ouvrir: cliquer('Guide du sortant'), dialogue: true },
  ],
  tig: [
    { nom: 'accueil', ouvrir: premiereLigne },
    { nom: 'nouvel accueil', ouvrir: cliquer('Nouvel accueil') },
  ],
  coordination: [],
  partenaires: [
    { nom: 'fiche', ouvrir: premiereLigne },
    { nom: 'ajout', ouvrir: cliquer('Ajouter un partenaire') },
  ],
  bilans: [],
  echanges: [],
  reglages: [],
}

/** Shows another job, and waits until the window does. */
export const passerA = async (page: Page, code: CodeDispositif): Promise<void> => {
  const { libelle, libelleCourt } = dispositifs[code]
  const choix = page.getByRole('button', { name: /^Métier : / })
  if ((await choix.getAttribute('aria-label')) === `Métier : ${libelleCourt}`) return
  await choix.press('Enter')
  await page.getByRole('menuitem', { name: libelle }).press('Enter')
  await page.getByRole('button', { name: `Métier : ${libelleCourt}` }).waitFor()
}

/** Nothing is being read, computed or drawn any more. */
export const attendreCalme = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 90_000 })
  await page.evaluate(() => new Promise((fini) => requestAnimationFrame(() => setTimeout(fini, 120))))
}
