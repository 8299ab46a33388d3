import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ajouterJours, jourLocal } from '#shared/utils/dates.ts'
import { unePersonne } from '../fixtures/builders.ts'
import { ecrireCoffreDeDemonstration } from '../fixtures/demonstration.ts'
import { violations } from './axe.ts'
import { couleursSeules, invisiblesEnContraste } from './couleurs.ts'
import { attendreCalme, type Detour, detours, passerA, premiereLigne } from './ecrans.ts'
import { attendreBilan, demander, ouvrirAvec, PHRASE } from './gestes.ts'
import { coupes, marcher } from './marche.ts'
import { type Application, lancer } from './pilote.ts'

/** Part of the demonstration: every list has lines, and none takes minutes. */
const TAILLE = 0.12
const ENTIER = { width: 1366, height: 768 }
/** The same window read at 200 %. */
const DOUBLE = { width: 683, height: 384 }

const dossier = mkdtempSync(join(tmpdir(), 'jalon-accessibilite-'))
const requetes: string[] = []
/** Screens walked so far, « personnes, fiche » or « bilans › Textes ». */
const connus = new Set<string>()
let application: Application

beforeAll(async () => {
  const coffre = join(dossier, 'coffre')
  await ecrireCoffreDeDemonstration(coffre, PHRASE, TAILLE)
  application = await lancer({ coffre })
  const { page } = application
  page.on('request', (requete) => requetes.push(requete.url()))
  page.setDefaultTimeout(20_000)
  await page.setViewportSize(ENTIER)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByLabel('Phrase de passe').waitFor()
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

test('l’écran qui ouvre le coffre est accessible, et s’ouvre au clavier', async () => {
  const { page } = application
  expect(await violations(page)).toEqual([])
  await ouvrirAvec(page, PHRASE)
  await attendreUneSortie()
})

test.each(codesDispositif)(
  'chaque écran de %s se lit, se parcourt au clavier seul et tient dans la fenêtre, à 200 % aussi',
  async (dispositif) => {
    const { page } = application
    await passerA(page, dispositif)
    const fautes: string[] = []
    const lieux = await page.locator('[data-lieu]').evaluateAll((e) => e.map((x) => x.getAttribute('data-lieu') ?? ''))
    for (const lieu of lieux) {
      await rejoindre(lieu)
      fautes.push(...(await examiner(lieu)))
      for (const detour of detoursDe(lieu)) {
        await rejoindre(lieu)
        if (!(await detour.ouvrir(page))) continue
        const ecran = `${lieu}, ${detour.nom}`
        fautes.push(...(await (detour.dialogue === true ? examinerDialogue(ecran) : examiner(ecran))))
      }
    }
    expect(fautes).toEqual([])
  },
  900_000,
)

/** An act of each kind, from a place: saved, taken out, done, closed. What it acts on may go away with it. */
const gestes: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  [
    'enregistrer une fiche',
    'partenaires',
    async (page) => {
      await page.getByRole('button', { name: 'Ajouter un partenaire' }).press('Enter')
      await page.getByLabel('Nom du service').fill('Maison des essais')
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter')
    },
  ],
  [
    'fermer une fiche',
    'partenaires',
    async (page) => {
      await page.getByRole('button', { name: 'Ajouter un partenaire' }).press('Enter')
      await page.getByRole('button', { name: 'Fermer la fiche' }).press('Enter')
    },
  ],
  [
    'supprimer un entretien',
    'entretiens',
    async (page) => {
      await premiereLigne(page)
      await page.getByRole('button', { name: 'Supprimer', exact: true }).press('Enter')
      await page.getByRole('button', { name: 'Supprimer', exact: true }).waitFor({ state: 'detached' })
    },
  ],
  [
    'marquer une échéance faite',
    'aujourdhui',
    (page) =>
      page
        .getByRole('button', { name: /^Fait : / })
        .first()
        .press('Enter'),
  ],
  [
    'retirer un poste financé',
    'reglages',
    async (page) => {
      await page.getByRole('tab', { name: 'Postes financés' }).press('Enter')
      const retirer = page.getByRole('button', { name: /^Retirer / })
      await retirer.first().waitFor()
      const avant = await retirer.count()
      await retirer.first().press('Enter')
      await expect.poll(() => retirer.count()).toBe(avant - 1)
    },
  ],
]

test.each(gestes)('%s laisse le clavier là où l’on travaillait', async (_, lieu, faire) => {
  const { page } = application
  await passerA(page, 'isc')
  await rejoindre(lieu)
  await faire(page)
  await attendreCalme(page)
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.matches('main'))).toBe(false)
})

test('chaque graphique du bilan dit en mots les nombres de son tableau', async () => {
  const { page } = application
  await passerA(page, 'isc')
  await rejoindre('bilans')
  await attendreBilan(page)
  await page.locator('[data-apercu] figure img').first().waitFor({ timeout: 60_000 })
  const lus = await page.evaluate(() =>
    [...(document.querySelector('[data-apercu]')?.shadowRoot?.querySelectorAll('figure img') ?? [])].map((image) => ({
      texte: image.getAttribute('alt') ?? '',
      lignes: [...(image.closest('article')?.querySelectorAll('tbody tr') ?? [])].map((tr) => [
        tr.querySelector('th')?.textContent ?? '',
        tr.querySelector('td')?.textContent ?? '',
      ]),
    })),
  )
  expect(lus.length).toBeGreaterThan(3)
  expect(lus.filter(({ texte }) => !/^(?:Diagramme|Courbe)/u.test(texte))).toEqual([])
  // Crossed charts and flows say more than one number a line: their own tests read them.
  const simples = lus.filter(({ texte }) => !texte.includes(' — ') && !texte.startsWith('Diagramme de flux'))
  const dites = simples.map(({ texte, lignes }) => ({
    texte,
    lignes: lignes.filter(([nom = '']) => texte.includes(nom)),
  }))
  expect(dites.filter(({ lignes }) => lignes.length < 2)).toEqual([])
  const tus = dites.flatMap(({ texte, lignes }) =>
    lignes.filter(([nom, nombre]) => !texte.includes(`${nom} : ${nombre}`)),
  )
  expect(tus).toEqual([])
})

test('aucun lieu n’a été oublié, ni aucun de ses détours', () => {
  const lieux = Object.keys(detours).filter((lieu) => lieu !== 'parcours')
  const autres = lieux.flatMap((lieu) => detoursDe(lieu).map(({ nom }) => `${lieu}, ${nom}`))
  const attendus = [...lieux, ...autres]
  expect(attendus.filter((ecran) => !connus.has(ecran))).toEqual([])
})

test('rien n’a été demandé hors de l’application', () => {
  const origine = application.page.url().split('/').slice(0, 3).join('/')
  expect(requetes.filter((url) => !/^(app|data|blob):/u.test(url) && !url.startsWith(origine))).toEqual([])
})

/** The demonstration has nobody in a mission locale: somebody waits there, whose release is announced. */
const attendreUneSortie = async (): Promise<void> => {
  const { page } = application
  const [jour, suiviId] = [jourLocal(new Date()), randomUUID()]
  const personne = unePersonne({ nom: 'Attendue' })
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'mission-locale' })
  await demander(page, 'personnes', 'enregistrer', personne)
  await demander(page, 'parcours', 'ouvrir', { suiviId, personneId: personne.id, role: null, date: jour, reponses: {} })
  await demander(page, 'parcours', 'noterRepere', { suiviId, repere: 'sortie-prevue', date: ajouterJours(jour, 12) })
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'isc' })
}

const estLieu = (nom: string): boolean => Object.hasOwn(detours, nom)

/** A place opened from another one has no entry of its own. */
const detoursDe = (lieu: string): readonly Detour[] => [
  ...(estLieu(lieu) ? detours[lieu as keyof typeof detours] : []),
  ...(lieu === 'sorties' ? detours.parcours : []),
]

const rejoindre = async (lieu: string): Promise<void> => {
  const { page } = application
  await page.locator(`[data-lieu="${lieu}"]`).press('Enter')
  await attendreCalme(page)
}

/** What is wrong on the screen shown, then behind each of its tabs and views. */
const examiner = async (lieu: string, vus = new Set<string>(), choisi = ''): Promise<string[]> => {
  const { page } = application
  const fautes = await regarder(`${lieu}${choisi}`, 'main')
  // Those of a screen around this one are left to it.
  const siens = (await choixDe()).filter((choix) => !vus.has(choix))
  for (const choix of siens) vus.add(choix)
  for (const choix of siens) {
    await choixDe()
    const cible = page.getByRole('main').locator(`[data-choix="${choix}"]:not([data-montre])`)
    if ((await cible.count()) === 0) continue
    await cible.evaluate((e: HTMLElement) => e.click())
    for (const faute of await examiner(lieu, vus, `${choisi} › ${choix}`)) fautes.push(faute)
  }
  return fautes
}

/** Names of the tabs and views of the screen, each marked with its own. */
const choixDe = (): Promise<string[]> =>
  application.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main [role="tab"], main [aria-label="Vue"] input')].map((e) => {
      const champ = e instanceof HTMLInputElement ? e : null
      const nom = (champ === null ? e.textContent : champ.labels?.[0]?.textContent) ?? ''
      e.dataset['choix'] = nom
      e.toggleAttribute('data-montre', champ?.checked ?? e.getAttribute('aria-selected') === 'true')
      return nom
    }),
  )

/** All of it once; a screen that another job already showed is read and measured again, for it holds other things. */
const regarder = async (ecran: string, zone: 'main' | '[role="dialog"]'): Promise<string[]> => {
  const { page } = application
  const fautes: string[] = []
  const dire = (quoi: string, trouvees: readonly string[]): void => {
    for (const faute of trouvees) fautes.push(`${ecran}, ${quoi} – ${faute}`)
  }
  const neuf = !connus.has(ecran)
  connus.add(ecran)
  // What was just told of an act covers a corner for ten seconds; the screen is looked at without it.
  await page
    .getByRole('status')
    .filter({ has: page.getByRole('button', { name: /^(?:Annuler|Rétablir)$/u }) })
    .first()
    .waitFor({ state: 'detached' })
  await attendreCalme(page)
  dire('axe', await violations(page))
  dire('largeur', await coupes(page))
  dire('couleur', await couleursSeules(page))
  if (neuf) {
    dire('Tab', await marcher(page, zone))
    await page.emulateMedia({ colorScheme: 'dark' })
    dire('sombre', await violations(page, ['color-contrast']))
    await page.emulateMedia({ colorScheme: 'light' })
    dire('contraste élevé', await invisiblesEnContraste(page))
    if (zone === 'main') dire('touches', await essayerTouches())
  }
  await page.setViewportSize(DOUBLE)
  await attendreCalme(page)
  dire('200 %', await coupes(page))
  if (neuf) dire('200 %, Tab', await marcher(page, zone))
  await page.setViewportSize(ENTIER)
  return fautes
}

/** `?` lists the keys of the screen, and gives the keyboard back. */
const essayerTouches = async (): Promise<string[]> => {
  const { page } = application
  await page.locator('main').focus()
  await page.keyboard.press('Shift+?')
  const aide = page.getByRole('dialog', { name: 'Touches de cet écran' })
  await aide.getByText('Verrouiller').waitFor()
  await page.keyboard.press('Escape')
  await aide.waitFor({ state: 'detached' })
  return (await estPerdu()) ? ['le clavier n’est plus nulle part'] : []
}

const examinerDialogue = async (ecran: string): Promise<string[]> => {
  const { page } = application
  await page.getByRole('dialog').waitFor()
  const fautes = await regarder(ecran, '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return (await estPerdu()) ? [...fautes, `${ecran} – le clavier n’est plus nulle part`] : fautes
}

const estPerdu = async (): Promise<boolean> => {
  await application.page.waitForTimeout(60)
  return application.page.evaluate(() => document.activeElement === document.body)
}
