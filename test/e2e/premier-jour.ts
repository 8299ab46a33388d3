import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { ajouterJours, jourLocal } from '#shared/utils/dates.ts'
import type { Application } from './pilote.ts'

/** What one task took to somebody who has never seen Jalon: keys that went down, Ctrl counted as one more, and the mouse. */
export type Mesure = {
  readonly tache: string
  readonly image: string
  readonly touches: number
  readonly souris: number
}

type Options = {
  /** Takes the picture of a task once it is done. */
  readonly photographier: (image: string) => Promise<void>
  /** Where the paper of the week is written. */
  readonly papiers: string
}

type Compte = { touches: number; souris: number }
declare global {
  interface Window {
    premierJour: Compte
  }
}

const SEMAINE = 'essai-semaine'

/** Making invented years, on a machine that does other things. */
const PATIENCE = 120_000

/** The first day of somebody new, in the invented post, with nothing but the screens and the keyboard. */
export const vivrePremierJour = async (application: Application, options: Options): Promise<Mesure[]> => {
  const { page } = application
  const gestes = gestesDe(application)
  const mesures: Mesure[] = []
  const mesurer = async (tache: string, image: string, faire: () => Promise<void>) => {
    await page.evaluate(() => {
      window.premierJour = { touches: 0, souris: 0 }
    })
    await faire()
    const compte = await page.evaluate(() => window.premierJour)
    mesures.push({ tache, image, ...compte })
    if (image !== SEMAINE) await options.photographier(image)
  }
  const { presser, taper, tabuler, compter, enregistre } = gestes

  await commencer(application, gestes)
  await verrouiller(application, gestes)
  await compter()
  await mesurer('Ouvrir le coffre', 'essai-ouvrir', async () => {
    await taper(PHRASE_DEMO)
    await presser('Enter')
    await page.getByRole('navigation', { name: 'Lieux' }).waitFor({ timeout: PATIENCE })
  })
  const dernieres = page.getByRole('region', { name: 'Dernières personnes reçues' })
  const [nom = '', prenom = ''] = (await dernieres.getByRole('button').first().innerText()).toLowerCase().split(' ')
  await mesurer('Noter un entretien avec une personne connue', 'essai-connue', async () => {
    await presser('Control+n')
    await page.getByLabel('Personne reçue').waitFor()
    await taper(`${nom} ${prenom.slice(0, 3)}`)
    await page
      .getByRole('option', { name: new RegExp(`${nom} ${prenom}`, 'iu') })
      .first()
      .waitFor()
    await presser('Enter')
    await page
      .getByRole('group', { name: new RegExp(nom, 'iu') })
      .first()
      .waitFor()
    await presser('Control+Enter')
    await enregistre()
  })
  const nouvelle = async (identite: string) => {
    await presser('Control+n')
    await page.getByLabel('Personne reçue').waitFor()
    await taper(identite)
    await page.getByRole('option', { name: /Créer/u }).waitFor()
    await presser('Control+Enter')
    await page.getByLabel('Naissance').first().waitFor()
    await tabuler((e) => e.includes('Naissance'))
    await taper('1990')
    await tabuler((e) => e.includes('Rôle'))
    await taper('v')
    await page.locator('[data-combobox-selected]:visible', { hasText: 'Victime' }).waitFor()
    await presser('Enter', 'Control+Enter')
    await enregistre()
  }
  await mesurer('Noter un entretien avec une personne nouvelle', 'essai-nouvelle', () => nouvelle('morvan maelle'))
  await mesurer('Trouver qui attend une réponse, et la noter', 'essai-reponse', async () => {
    await presser('Alt+1')
    const suites = page.getByRole('combobox', { name: /^Suite de l’orientation/u })
    await suites.first().waitFor()
    await presser('o', 'ArrowDown')
    await page.waitForFunction(() => document.querySelector('select:focus') instanceof HTMLSelectElement)
  })
  await mesurer('Corriger une faute de la semaine passée', 'essai-corriger', async () => {
    const semaine = ajouterJours(jourLocal(new Date()), -7)
    await presser('Alt+2')
    await page.locator('tbody tr[data-rang]').first().waitFor()
    await tabuler((e) => /^\d\d\/\d\d\/\d{4}/u.test(e))
    for (let pas = 0; pas < 60 && (await gestes.jourTenu()) > semaine; pas += 1) await presser('ArrowDown')
    await presser('Enter')
    await page.getByRole('heading', { level: 2, name: /^Entretien du/u }).waitFor()
    await presser('m')
    await page.getByLabel('Durée (minutes)').waitFor()
    await tabuler((e) => e.includes('Durée (minutes)'))
    await taper('25')
    await presser('Control+Enter')
    await enregistre()
  })
  // Somebody else wrote her name by ear: a second file, which Jalon will find.
  await nouvelle('morvant maelle')
  await mesurer('Réunir deux fiches de la même personne', 'essai-fusionner', async () => {
    await presser('Alt+3')
    await page.getByRole('button', { name: /doublons? possibles?/u }).waitFor()
    await tabuler((e) => /doublons? possibles?/u.test(e))
    await presser('Enter')
    await page.getByRole('group', { name: /MORVAN/u }).waitFor()
    await tabuler((e) => e.includes('Comparer et fusionner') && e.includes('MORVAN'))
    await presser('Enter')
    await page.getByRole('dialog', { name: 'Fusionner deux fiches' }).waitFor()
    await tabuler((e) => e.trim() === 'Fusionner')
    await presser('Enter')
    await page.getByText(/Fusionnée avec MORVAN/u).waitFor()
  })
  await mesurer('Imprimer la semaine', SEMAINE, async () => {
    await presser('Alt+1')
    await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
    await presser('s')
    await page.getByRole('heading', { level: 1, name: /^Semaine du/u }).waitFor()
    await presser('i')
    await page.getByRole('dialog', { name: 'Imprimer l’agenda' }).waitFor()
    await tabuler((e) => e.includes('Le jour'))
    await presser('ArrowRight')
    await application.repondreDialogue({ chemin: options.papiers })
    await page.locator('[data-apercu]').waitFor()
    await tabuler((e) => e.includes('Écrire le PDF'))
    // Before it is written: what is then said names a folder of this machine.
    await options.photographier(SEMAINE)
    await presser('Enter')
    await page.getByText(/semaine-.*\.pdf/u).waitFor({ timeout: PATIENCE })
  })
  return mesures
}

type Gestes = ReturnType<typeof gestesDe>

const gestesDe = ({ page }: Application) => {
  const presser = async (...touches: string[]) => {
    for (const touche of touches) await page.keyboard.press(touche)
  }
  /** What holds the keyboard, as it is read aloud: its name, and the group it stands in. */
  const tenu = () =>
    page.evaluate(() => {
      const e = document.activeElement
      const libelles = e instanceof HTMLInputElement ? [...(e.labels ?? [])].map((l) => l.textContent) : []
      // A whole screen that holds the keyboard is read by its name alone.
      const contenu = e?.matches('button, a, tr, option') === true ? e.textContent : ''
      const groupe = e?.closest('fieldset')?.getAttribute('aria-label') ?? ''
      return [...libelles, e?.getAttribute('aria-label') ?? '', contenu, groupe].join(' ').trim()
    })
  return {
    presser,
    taper: (texte: string) => page.keyboard.type(texte),
    /** Goes by Tab to what is looked for; already there, it presses nothing. */
    tabuler: async (cherche: (lu: string) => boolean, touche = 'Tab') => {
      for (let pas = 0; pas < 80; pas += 1) {
        if (cherche(await tenu())) return
        await presser(touche)
      }
      throw new Error('ce qui est cherché n’est pas atteint au clavier')
    },
    /** The day of the line that holds the keyboard. */
    jourTenu: async (): Promise<string> => (await tenu()).slice(0, 10).split('/').toReversed().join('-'),
    /** Counts from now on, until the page is loaded again. */
    compter: () =>
      page.evaluate(() => {
        window.premierJour = { touches: 0, souris: 0 }
        window.addEventListener('keydown', (e) => (window.premierJour.touches += e.repeat ? 0 : 1), true)
        for (const geste of ['pointerdown', 'pointermove', 'wheel'])
          window.addEventListener(geste, () => (window.premierJour.souris += 1), true)
      }),
    enregistre: async () => {
      await page.getByRole('heading', { level: 1, name: 'Entretiens' }).waitFor({ timeout: PATIENCE })
      await page
        .getByText(/^Enregistré à/u)
        .last()
        .waitFor()
    },
  }
}

/** To the invented post, from the first screen; its tour is put away. */
const commencer = async ({ page }: Application, { presser, tabuler }: Gestes): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: 'Créer le coffre du poste' }).waitFor()
  await tabuler((e) => e.includes('Essayer avec des données inventées'), 'Shift+Tab')
  await presser('Enter')
  await page.getByRole('button', { name: 'Fermer la visite' }).press('Enter', { timeout: PATIENCE })
}

const verrouiller = async ({ page }: Application, { presser }: Gestes): Promise<void> => {
  const rechargee = page.waitForEvent('load', { timeout: PATIENCE })
  await presser('Control+l')
  await rechargee
  await page.getByLabel('Phrase de passe').waitFor()
}
