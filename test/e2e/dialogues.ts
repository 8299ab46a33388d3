import type { Locator, Page } from 'playwright-core'
import type { Lieu } from '#app/navigation.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { violations } from './axe.ts'
import { couleursSeules } from './couleurs.ts'
import { attendreCalme } from './ecrans.ts'
import { marcher } from './marche.ts'

/** How a dialog is reached from a place, and what opens it there. */
export type Dialogue = {
  readonly nom: string | RegExp
  readonly dispositif?: CodeDispositif
  readonly lieu: Lieu
  /** From the place to the screen where its opener is. */
  readonly amener?: (page: Page) => Promise<unknown>
  readonly ouvreur: string | RegExp
  /** Enter on the opener when absent; else a key pressed from it. */
  readonly touche?: string
  /** What the opener alone does not do. */
  readonly ouvrir?: (page: Page) => Promise<unknown>
  /** One step further inside: all of it is looked at. */
  readonly dedans?: (dialogue: Locator) => Promise<unknown>
}

const onglet = (nom: string) => (page: Page) => page.getByRole('tab', { name: nom }).press('Enter')

/** The sheet of the person who was seen. */
const fiche = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Chercher une personne' }).fill('Diarra')
  const ligne = page.locator('tbody tr[data-rang]').filter({ hasText: 'DIARRA' }).first()
  await ligne.press('Enter')
  await page.getByRole('complementary', { name: 'Fiche de la personne' }).getByText('Droits de la personne…').waitFor()
}

/** Any button does, for what a key opens. */
const DOUBLONS = /doublons? possible/u

const taperPhrase = (dialogue: Locator) => dialogue.getByLabel('Votre phrase de passe').press('Enter')

/** Every file of renderer/ that opens a dialog, with how it is reached, or the test that looks at it elsewhere. */
export const dialogues: Readonly<Record<string, Dialogue | string>> = {
  'app/layout/AideTouches.tsx': {
    nom: 'Touches de cet écran',
    lieu: 'personnes',
    ouvreur: DOUBLONS,
    touche: 'Shift+?',
  },
  'app/layout/Palette.tsx': { nom: 'Aller à', lieu: 'personnes', ouvreur: DOUBLONS, touche: 'Control+k' },
  'app/Historique.tsx': { nom: 'Historique', lieu: 'personnes', amener: fiche, ouvreur: 'Historique' },
  'features/agenda/PapierAgenda.tsx': {
    nom: 'Imprimer l’agenda',
    lieu: 'aujourdhui',
    ouvreur: 'Imprimer…',
    dedans: (dialogue) => dialogue.getByRole('button', { name: 'Avec les noms…' }).press('Enter'),
  },
  'features/aide/PanneauAide.tsx': { nom: 'Aide', lieu: 'personnes', ouvreur: DOUBLONS, touche: 'F1' },
  'features/bilans/Pourquoi.tsx': { nom: '« s » : une case masquée', lieu: 'bilans', ouvreur: 'Pourquoi « s » ?' },
  'features/instances/PointsNominatifs.tsx': 'instances.test.ts',
  'features/personnes/DroitsPersonne.tsx': {
    nom: 'Droits de la personne',
    lieu: 'personnes',
    amener: fiche,
    ouvreur: 'Droits de la personne…',
    dedans: taperPhrase,
  },
  'features/personnes/FusionDialogue.tsx': {
    nom: 'Fusionner deux fiches',
    lieu: 'personnes',
    amener: (page) => page.getByRole('button', { name: DOUBLONS }).press('Enter'),
    ouvreur: 'Comparer et fusionner',
  },
  'features/personnes/Lettres.tsx': {
    nom: 'Écrire une lettre',
    lieu: 'personnes',
    amener: fiche,
    ouvreur: 'Écrire une lettre…',
  },
  'features/reglages/Corbeille.tsx': {
    nom: 'Vider la corbeille',
    lieu: 'reglages',
    amener: onglet('Corbeille'),
    ouvreur: 'Vider la corbeille…',
  },
  'features/reglages/FichierListe.tsx': {
    nom: /^Importer « /u,
    lieu: 'reglages',
    amener: onglet('Listes de réponses'),
    ouvreur: 'Importer une liste (CSV)…',
    ouvrir: async (page) => {
      const choix = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Importer une liste (CSV)…' }).press('Enter')
      await (
        await choix
      ).setFiles({ name: 'lieux.csv', mimeType: 'text/csv', buffer: Buffer.from('pas une liste\r\n') })
    },
  },
  'features/reglages/FusionModalite.tsx': {
    nom: /^Fusionner « /u,
    lieu: 'reglages',
    amener: async (page) => {
      await onglet('Listes de réponses')(page)
      await page.getByLabel('Liste', { exact: true }).selectOption('saisine')
    },
    ouvreur: /^Fusionner « /u,
  },
  'features/reglages/Purger.tsx': {
    nom: 'Purger ce qui est à terme ?',
    lieu: 'reglages',
    amener: onglet('Conservation'),
    ouvreur: 'Purger…',
  },
  'features/reglages/RetirerAgent.tsx': {
    nom: 'Retirer Camille ?',
    lieu: 'reglages',
    amener: onglet('Utilisateurs'),
    ouvreur: 'Retirer Camille',
  },
  'features/sorties/NoterDemarche.tsx': {
    nom: /^Noter une démarche pour /u,
    dispositif: 'mission-locale',
    lieu: 'sorties',
    amener: (page) => page.getByRole('main').getByText('Tableau', { exact: true }).click(),
    ouvreur: /^Noter une démarche pour /u,
    dedans: (dialogue) => dialogue.getByRole('button', { name: 'Noter', exact: true }).press('Enter'),
  },
  'features/sorties/Papier.tsx': {
    nom: 'Liste à emporter en détention',
    dispositif: 'mission-locale',
    lieu: 'sorties',
    ouvreur: 'Liste à emporter',
  },
  'features/visite/CadreEssai.tsx': 'essai.test.ts',
}

const ARRETS = ':is(input, textarea, select, button, a[href]):not(:disabled, [tabindex="-1"])'
const ENTIER = { width: 1366, height: 768 }
/** The same window read at 200 %. */
const DOUBLE = { width: 683, height: 384 }

/** Opens a dialog by the keyboard, and tells what is wrong of it, from its opening to where Escape leaves the keyboard. */
export const visiterDialogue = async (page: Page, dialogue: Dialogue): Promise<readonly string[]> => {
  await page.locator(`[data-lieu="${dialogue.lieu}"]`).press('Enter')
  await attendreCalme(page)
  await dialogue.amener?.(page)
  const ouvreur = page.getByRole('main').getByRole('button', { name: dialogue.ouvreur }).first()
  await ouvreur.focus()
  if (dialogue.ouvrir === undefined) await page.keyboard.press(dialogue.touche ?? 'Enter')
  else await dialogue.ouvrir(page)
  return examinerDialogue(page, ouvreur, dialogue)
}

/** What is wrong of a dialog just opened from `ouvreur`; it is closed by Escape at the end. */
export const examinerDialogue = async (
  page: Page,
  ouvreur: Locator,
  { nom, dedans }: Pick<Dialogue, 'nom' | 'dedans'>,
): Promise<readonly string[]> => {
  const dialogue = page.getByRole('dialog', { name: nom })
  await dialogue.waitFor()
  await page.waitForFunction(() => document.querySelector('[role="dialog"]')?.contains(document.activeElement))
  await dedans?.(dialogue)
  await attendreCalme(page)
  await photographier(page, nom)
  const fautes: string[] = []
  const dire = (quoi: string, trouvees: readonly string[]): void => {
    for (const faute of trouvees) fautes.push(`${String(nom)}, ${quoi} – ${faute}`)
  }
  dire('axe', await violations(page))
  dire('couleur', await couleursSeules(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  dire('sombre', await violations(page, ['color-contrast']))
  await page.emulateMedia({ colorScheme: 'light' })
  for (const [fenetre, taille] of [
    ['Tab', ENTIER],
    ['200 %', DOUBLE],
  ] as const) {
    await page.setViewportSize(taille)
    await attendreCalme(page)
    dire(fenetre, await coupesDe(dialogue))
    await page.evaluate(guetter)
    // One stop alone is not walked.
    if ((await dialogue.locator(ARRETS).count()) > 1) dire(fenetre, await marcher(page, '[role="dialog"]'))
    await page.keyboard.press('Shift+Tab')
    dire(fenetre, await page.evaluate(() => [...(window.echappees ?? [])]))
  }
  await page.setViewportSize(ENTIER)
  await page.keyboard.press('Escape')
  await dialogue.waitFor({ state: 'detached' })
  await page.waitForTimeout(600)
  if (!(await ouvreur.evaluate((e) => Object(e.getRootNode()).activeElement === e)))
    dire('Échap', [
      `le clavier est sur ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? 'rien')}`,
    ])
  return fautes
}

const photographier = async (page: Page, nom: string | RegExp): Promise<void> => {
  const dossier = process.env['JALON_CAPTURES']
  if (dossier === undefined) return
  await page.screenshot({ path: `${dossier}/dialogue-${String(nom).replaceAll(/[^\p{L}\d]+/gu, '-')}.png` })
}

declare global {
  interface Window {
    /** Where the keyboard went out of the dialog. */
    echappees?: Set<string>
  }
}

const guetter = (): void => {
  window.echappees = new Set()
  document.addEventListener('focusin', ({ target }) => {
    const dialogue = document.querySelector('[role="dialog"]')
    if (dialogue === null || !(target instanceof HTMLElement) || target.closest('[role="dialog"]') !== null) return
    window.echappees?.add(`le clavier sort du dialogue : ${target.outerHTML.slice(0, 120)}`)
  })
}

/** What of it is out of the window, or has its text cut. What is higher than the window scrolls inside. */
const coupesDe = (dialogue: Locator): Promise<readonly string[]> =>
  dialogue.evaluate((zone) => {
    const cadre = zone.getBoundingClientRect()
    const textes = [...zone.querySelectorAll<HTMLElement>('*')].filter((e) =>
      [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim() !== ''),
    )
    const coupes = textes.filter((e) => {
      const { left, right, width, height } = e.getBoundingClientRect()
      if (width <= 1 || height <= 1 || e.closest('table') !== null) return false
      const cache = getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1
      return right > cadre.right + 1 || left < cadre.left - 1 || cache
    })
    const dehors = cadre.left < -1 || cadre.top < -1 || cadre.right > innerWidth + 1 || cadre.bottom > innerHeight + 1
    return [
      ...(dehors ? [`sort de la fenêtre : ${JSON.stringify(cadre)}`] : []),
      ...coupes.slice(0, 3).map((e) => `coupé : ${e.outerHTML.slice(0, 140)}`),
    ]
  })
