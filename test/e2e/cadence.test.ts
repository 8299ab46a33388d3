import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours } from '#shared/utils/dates.ts'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

/** What the window itself heard: every key that went down, Ctrl counted as one more, and every sign of a mouse. */
type Compte = { touches: number; souris: number }
declare global {
  interface Window {
    compte: Compte
  }
}

const jour = new Date().toLocaleDateString('sv')
const mesures: { tache: string; cible: number; touches: number; souris: number }[] = []
let application: Application

beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  // The history that the lists learn from: what is frequent here, and somebody known whose situation is over.
  for (const prenom of ['Ada', 'Bea']) await recevoir(prenom)
  await application.page.evaluate(() => {
    window.compte = { touches: 0, souris: 0 }
    window.addEventListener('keydown', (e) => (window.compte.touches += e.repeat ? 0 : 1), true)
    for (const geste of ['pointerdown', 'pointermove', 'wheel'])
      window.addEventListener(geste, () => (window.compte.souris += 1), true)
  })
})
afterAll(async () => {
  await application.fermer()
  process.stdout.write(`${enTableau()}\n`)
})

const recevoir = async (prenom: string) => {
  const [mere, fils, suiviId] = [randomUUID(), randomUUID(), randomUUID()]
  const une = { anonyme: false, nom: 'Martin', naissance: '1980', telephone: null, commune: 'Aubervilliers' }
  await demander(application.page, 'entretiens', 'enregistrer', {
    id: randomUUID(),
    suivi: { id: suiviId, saisineDate: null, reponses: { saisine: 'intervention', problematique: 'logement' } },
    date: ajouterJours(jour, -40),
    heure: null,
    dureeMinutes: 30,
    note: '',
    reponses: { modalite: 'presentiel', lieu: 'commissariat', actions: ['accueil-ecoute'] },
    presences: [
      {
        personneId: mere,
        fiche: { ...une, id: mere, prenom, reponses: {} },
        role: 'victime',
        reponses: { connuServicesSociaux: 'non' },
      },
      {
        personneId: fils,
        fiche: { ...une, id: fils, prenom: 'Léo', naissance: '2015', reponses: {} },
        role: 'mineur-present',
        reponses: {},
        lien: 'fils',
      },
    ],
    orientations: [{ id: randomUUID(), destination: 'ccas', partenaireId: null }],
    echeances: [{ id: randomUUID(), date: jour, libelle: 'Rappeler' }],
  })
  await demander(application.page, 'suivis', 'cloturer', {
    id: suiviId,
    date: ajouterJours(jour, -30),
    motif: 'relais',
  })
}

/** The measures as they are printed, one task a line. */
const enTableau = (): string =>
  [
    'Saisie : touches pressées (Ctrl compte pour une) et gestes de souris',
    ...mesures.map(
      ({ tache, cible, touches, souris }) =>
        `${tache.padEnd(20)} ${String(touches).padStart(3)} touches (cible ${cible}), ${souris} geste de souris`,
    ),
  ].join('\n')

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const taper = (texte: string) => application.page.keyboard.type(texte)
const focus = () =>
  application.page.evaluate(() => {
    const champ = document.activeElement
    return champ instanceof HTMLInputElement || champ instanceof HTMLTextAreaElement
      ? (champ.labels?.[0]?.textContent ?? champ.getAttribute('aria-label') ?? '')
      : (champ?.textContent ?? '')
  })
/** A person waits to see where she is, and the line she will take: so does the test. */
const surChamp = (nom: string) => expect.poll(focus).toBe(nom)
const choisir = async (lettre: string, ligne: string, touche = 'Enter') => {
  await taper(lettre)
  await expect
    .poll(() => application.page.locator('[data-combobox-selected]:visible').last().innerText())
    .toContain(ligne)
  await presser(touche)
}
const chronometrer = async (tache: string, cible: number, geste: () => Promise<void>): Promise<number> => {
  await application.page.evaluate(() => (window.compte = { touches: 0, souris: 0 }))
  await geste()
  const { touches, souris } = await application.page.evaluate(() => window.compte)
  mesures.push({ tache, cible, touches, souris })
  expect(souris).toBe(0)
  return touches
}
const enregistre = () =>
  application.page
    .getByText(/^Enregistré à/)
    .last()
    .waitFor()
const detail = () => application.page.getByRole('complementary', { name: 'Entretien choisi' })

/** Saisine, two reasons, two orientations, what is expected in seven days. */
const contenu = async () => {
  await surChamp('Date de saisine')
  await presser('Tab')
  await surChamp('Origine de la saisine')
  await choisir('p', 'Plainte')
  await surChamp('Problématique principale')
  await choisir('v', 'Violences')
  await surChamp('Problématiques secondaires')
  await choisir('l', 'Logement')
  await presser('Enter')
  await surChamp('Durée (minutes)')
  await presser('Enter')
  await surChamp('Actions')
  await presser('Enter')
  await surChamp('Note')
  await presser('Tab')
  await surChamp('Ajouter une orientation')
  await choisir('c', 'CCAS')
  await choisir('m', 'M')
  await presser('Enter')
  await surChamp('Échéance le')
  await taper('+7')
  await presser('Enter')
  await surChamp('Ce qui est attendu')
  await choisir('r', 'Rappeler')
}
const contenuEnregistre = async () => {
  const lu = await detail().innerText()
  for (const attendu of ['Plainte', 'Violences', 'Logement', 'CCAS', 'Rappeler']) expect(lu).toContain(attendu)
  expect(lu).toContain(ajouterJours(jour, 7).split('-').toReversed().join('/'))
}

test('une personne connue se note en 35 touches au plus, sans souris', async () => {
  const touches = await chronometrer('personne connue', 35, async () => {
    await presser('Control+n')
    await surChamp('Personne reçue')
    await taper('ada')
    await application.page.getByRole('option', { name: /MARTIN Ada/ }).waitFor()
    await presser('Enter')
    await contenu()
    await presser('Control+Enter')
    await enregistre()
  })
  expect(touches).toBeLessThanOrEqual(35)
  await detail().getByText('MARTIN Ada').waitFor()
  await contenuEnregistre()
})

test('une personne nouvelle et son premier entretien se notent en 65 touches au plus', async () => {
  const { page } = application
  const touches = await chronometrer('personne nouvelle', 65, async () => {
    await presser('Control+n')
    await surChamp('Personne reçue')
    await taper('dupont marie')
    await page.getByRole('option', { name: /Créer « dupont marie »/ }).waitFor()
    await presser('Control+Enter')
    await surChamp('Naissance')
    await taper('1984')
    await presser('Enter')
    await surChamp('Sexe')
    await choisir('f', 'Femme')
    await surChamp('Téléphone')
    await taper('0612345678')
    await presser('Enter')
    await surChamp('Commune')
    await choisir('a', 'Aubervilliers')
    await choisir('v', 'Victime')
    await surChamp('Connu des services sociaux')
    await presser('Enter')
    await contenu()
    expect(await violations(page)).toEqual([])
    await presser('Control+Enter')
    await enregistre()
  })
  expect(touches).toBeLessThanOrEqual(65)
  await detail().getByText('DUPONT Marie').waitFor()
  await contenuEnregistre()
})

test('un contact anonyme se compte en 2 touches au plus', async () => {
  const touches = await chronometrer('contact anonyme', 2, async () => {
    await presser('F2')
    await application.page.getByText(/^Contact anonyme enregistré à/).waitFor()
  })
  expect(touches).toBeLessThanOrEqual(2)
})

test('un membre du foyer de plus se note en 12 touches au plus, et rejoint le foyer', async () => {
  const { page } = application
  await presser('Control+n')
  await surChamp('Personne reçue')
  await taper('dup')
  await page.getByRole('option', { name: /DUPONT Marie/ }).waitFor()
  await presser('Enter')
  await page.getByRole('group', { name: 'DUPONT Marie' }).waitFor()
  const touches = await chronometrer('membre du foyer', 12, async () => {
    await presser('F3')
    await surChamp('Prénom')
    await taper('Zoé')
    await presser('Enter')
    await surChamp('Naissance')
    await taper('2015')
    await presser('Enter')
    await choisir('f', 'fils')
  })
  expect(touches).toBeLessThanOrEqual(12)
  await presser('Control+Enter')
  await enregistre()
  await detail().getByText('DUPONT Zoé').waitFor()
  await allerA(page, 'Personnes')
  await page.locator('tbody tr[data-rang]').filter({ hasText: 'Marie' }).press('Enter')
  await expect.poll(() => page.getByRole('main').innerText()).toContain('fils')
})

test('un double envoi n’enregistre qu’une fois', async () => {
  const { page } = application
  await presser('Control+n')
  await surChamp('Personne reçue')
  await taper('ada')
  await page.getByRole('option', { name: /MARTIN Ada/ }).waitFor()
  await presser('Enter')
  await page.getByRole('group', { name: 'MARTIN Ada' }).waitFor()
  await presser('Control+Enter', 'Control+Enter')
  await page
    .getByRole('button', { name: /Enregistrer/ })
    .dblclick({ timeout: 500 })
    .catch(() => undefined)
  await page.getByRole('heading', { level: 1, name: 'Entretiens' }).waitFor()
  const lue = await demander(page, 'entretiens', 'lister', {
    texte: 'ada',
    du: null,
    au: null,
    role: null,
    reponses: {},
    tri: { colonne: 'date', sens: 'desc' },
    page: { debut: 0, taille: 50 },
  })
  expect(Object(lue).total).toBe(3)
})
