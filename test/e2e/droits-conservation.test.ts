import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pourLe } from '#shared/domaine/droits/demande.ts'
import { ajouterJours, ajouterMois, dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../fixtures/builders.ts'
import { violations } from './axe.ts'
import { couleursSeules } from './couleurs.ts'
import { attendreCalme } from './ecrans.ts'
import { demander, ouvrirNeuf, PHRASE } from './gestes.ts'
import { coupes } from './marche.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-droits-'))
const copies = join(dossier, 'copies')
const jour = jourLocal(new Date())
const awa = unePersonne({ nom: 'Diarra', prenom: 'Ava' })
let application: Application
const dater = (date: string, nom: string) =>
  unEntretien({
    suivi: { ...unEntretien().suivi, saisineDate: date },
    date,
    presences: [unePresence(unePersonne({ nom }))],
  })

beforeAll(async () => {
  mkdirSync(copies)
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await ouvrirNeuf(page, ['isc'])
  await demander(page, 'entretiens', 'enregistrer', dater('2012-03-12', 'Ancien'))
  const bientot = ajouterJours(ajouterMois(jour, -24), 10)
  await demander(page, 'entretiens', 'enregistrer', dater(bientot, 'Bientôt'))
  const date = ajouterJours(jour, -20)
  const suivi = { ...unEntretien().suivi, saisineDate: date }
  const presences = [unePresence(awa), unePresence(unePersonne({ nom: 'Zzqtiers' }))]
  await demander(page, 'entretiens', 'enregistrer', unEntretien({ suivi, date, presences }))
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
/** Goes by Tab alone to what bears that name, as somebody without a mouse does. */
const tabuler = async (nom: string | RegExp, touche = 'Tab') => {
  const { page } = application
  for (let pas = 0; pas < 80; pas += 1) {
    await presser(touche)
    const lu = await page.evaluate(() => {
      const e = document.activeElement
      const champ = e instanceof HTMLInputElement || e instanceof HTMLSelectElement ? e : null
      return e?.getAttribute('aria-label') ?? champ?.labels?.[0]?.textContent ?? e?.textContent ?? ''
    })
    if (typeof nom === 'string' ? lu.trim() === nom : nom.test(lu)) return
  }
  throw new Error(`« ${String(nom)} » n’est pas atteint au clavier`)
}
const aller = async (lieu: string) => {
  await application.page.locator(`[data-lieu="${lieu}"]`).press('Enter')
  await attendreCalme(application.page)
}
const section = async (nom: string) => {
  await aller('reglages')
  await application.page.getByRole('tab', { name: nom }).press('Enter')
  await application.page.getByRole('heading', { level: 2, name: nom }).waitFor()
}
const region = (nom: string) => application.page.getByRole('region', { name: nom })
const dit = (texte: string | RegExp) => application.page.getByRole('status').filter({ hasText: texte })
const ouvrirFiche = async () => {
  const { page } = application
  await aller('personnes')
  await page.getByRole('textbox', { name: 'Chercher une personne' }).fill('Diarra')
  await page.locator('tbody tr[data-rang]').filter({ hasText: 'DIARRA' }).press('Enter')
  const fiche = page.getByRole('complementary', { name: 'Fiche de la personne' })
  await fiche.getByRole('heading', { level: 2, name: /DIARRA/u }).waitFor()
  return fiche
}
const ouvrirDroits = async () => {
  await ouvrirFiche()
  await tabuler('Droits de la personne…')
  await presser('Enter')
  const dialogue = application.page.getByRole('dialog', { name: 'Droits de la personne' })
  await dialogue.waitFor()
  return dialogue
}
const juger = async (nom: string) => {
  const { page } = application
  await attendreCalme(page)
  const captures = process.env['JALON_CAPTURES']
  if (captures !== undefined) await page.screenshot({ path: join(captures, `${nom}.png`) })
  expect(await violations(page)).toEqual([])
  expect(await coupes(page)).toEqual([])
  expect(await couleursSeules(page)).toEqual([])
}
const tenu = (champ: Locator) => () => champ.evaluate((e) => e === document.activeElement)
const tientLeClavier = (zone: Locator) => () => zone.evaluate((e) => e.contains(document.activeElement))

test('ce qui arrive à terme est annoncé, se garde plus longtemps pour une raison, puis ne se garde plus', async () => {
  const { page } = application
  await section('Conservation')
  const aTerme = region('Ce qui arrive à terme')
  await aTerme.getByText('À terme aujourd’hui (1)').waitFor()
  expect(await aTerme.innerText()).toMatch(/ANCIEN[\s\S]*Dans les trente jours \(1\)[\s\S]*BIENTÔT/u)
  await juger('conservation')
  await tabuler(/^Garder plus longtemps/u)
  await presser('Enter')
  await page.getByRole('heading', { level: 4, name: 'Garder plus longtemps' }).waitFor()
  await expect.poll(tientLeClavier(aTerme)).toBe(true)
  const jusquAu = page.getByLabel('Jusqu’au')
  const permis = await jusquAu.inputValue()
  await jusquAu.fill('01/01/2000')
  await tabuler('Garder')
  await presser('Enter')
  await page.getByText(/^Après aujourd’hui, au plus tard/u).waitFor()
  await expect.poll(tenu(jusquAu)).toBe(true)
  await jusquAu.fill(permis)
  await tabuler('Garder')
  await juger('conservation-garder')
  await presser('Enter')
  await aTerme.getByText(/^Gardé jusqu’au/u).waitFor()
  await expect.poll(tientLeClavier(aTerme)).toBe(true)
  await tabuler(/^Ne plus garder/u, 'Shift+Tab')
  await presser('Enter')
  await aTerme.getByText('Anonymisé', { exact: true }).first().waitFor()
  await expect.poll(tientLeClavier(page.getByRole('main'))).toBe(true)
})

test('une durée se change en disant d’où elle vient, et le refus est dit dans le champ', async () => {
  const { page } = application
  await section('Conservation')
  await tabuler('Changer la durée, ISC')
  await presser('Enter')
  await tabuler('Enregistrer')
  await presser('Enter')
  const source = page.getByRole('textbox', { name: 'Source de cette durée' })
  await page.getByText(/^Dites d’où vient cette durée/u).waitFor()
  expect(await source.getAttribute('aria-invalid')).toBe('true')
  await expect.poll(tenu(page.getByRole('combobox', { name: 'Décidée par' }))).toBe(true)
  await juger('conservation-duree')
  await source.fill('Délibération du 12 mars 2026')
  await page.getByRole('combobox', { name: 'Décidée par' }).selectOption('dpo')
  await source.press('Enter')
  await region('Durées')
    .getByText(/Choisi par le poste/u)
    .waitFor()
  await expect.poll(tientLeClavier(region('Durées'))).toBe(true)
})

test('la purge dit ce qui part, propose d’abord de ne rien effacer, et se raconte ensuite', async () => {
  const { page } = application
  await section('Conservation')
  await tabuler('Purger…')
  await presser('Enter')
  const dialogue = page.getByRole('dialog', { name: 'Purger ce qui est à terme ?' })
  await dialogue.getByText('Cela ne se défait pas.').waitFor()
  expect(await dialogue.innerText()).toContain('1 à anonymiser. Cela ne se défait pas.')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Ne rien effacer')
  await juger('purger')
  await presser('Enter')
  await dialogue.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Purger…')
  await presser('Enter')
  await tabuler('Purger')
  await presser('Enter')
  await dit(/^Purge faite : 1 dossier anonymisé/u).waitFor()
  await region('Ce qui arrive à terme').getByText('Rien n’est à terme aujourd’hui.').waitFor()
  await region('Purges faites')
    .getByText(/supprimées à partir du/u)
    .waitFor()
  await expect.poll(tientLeClavier(page.getByRole('main'))).toBe(true)
  await juger('conservation-purgee')
})

test('une demande a un mois, paraît dans Aujourd’hui, puis se répond', async () => {
  const { page } = application
  const retard = { id: unId(), personneId: null, genre: 'effacement', recueLe: ajouterMois(jour, -2), prolongee: false }
  await demander(page, 'droits', 'noterDemande', { ...retard, repondueLe: null, reponse: null })
  const dialogue = await ouvrirDroits()
  await juger('droits')
  await dialogue.getByRole('combobox', { name: 'Elle demande' }).selectOption('rectification')
  await tabuler('Noter, reçue aujourd’hui')
  await presser('Enter')
  await dit(/Demande notée/u).waitFor()
  await aller('aujourdhui')
  await page
    .getByText(/rectification/iu)
    .first()
    .waitFor()
  await juger('droits-aujourdhui')
  await section('Droits des personnes')
  const demandes = region('Demandes')
  const due = dateFrancaise(pourLe({ recueLe: jour, prolongee: false }))
  await demandes.getByText(`Due le ${due}`, { exact: false }).waitFor()
  await demandes.getByText(/^En retard de \d+ jours/u).waitFor()
  await juger('droits-demandes')
  const sienne = demandes.getByRole('row', { name: /DIARRA/u })
  await sienne.getByRole('button', { name: /^Répondre/u }).press('Enter')
  await page.getByRole('combobox', { name: 'Réponse' }).selectOption('satisfaite')
  await tabuler('Enregistrer')
  await presser('Enter')
  await page.getByText('Dites quand vous avez répondu.').waitFor()
  await expect.poll(tenu(page.getByLabel('Répondu le'))).toBe(true)
  await juger('droits-repondre')
  await page.getByLabel('Répondu le').fill(dateFrancaise(jour))
  await page.getByLabel('Répondu le').press('Enter')
  await sienne.getByText(`Satisfaite, le ${dateFrancaise(jour)}`).waitFor()
  await expect.poll(tientLeClavier(page.getByRole('main'))).toBe(true)
})

test('une rectification se fait sur la fiche et garde ce qui était écrit', async () => {
  const { page } = application
  const fiche = await ouvrirFiche()
  await tabuler('Modifier la fiche')
  await presser('Enter')
  await fiche.getByLabel('Prénom').fill('Awa')
  await fiche.getByLabel('Prénom').press('Enter')
  await fiche.getByRole('heading', { level: 2, name: 'DIARRA Awa' }).waitFor()
  await expect.poll(tientLeClavier(fiche)).toBe(true)
  await fiche.getByRole('button', { name: 'Historique' }).press('Enter')
  await page.getByRole('dialog', { name: 'Historique' }).getByText('Prénom : Ava → Awa').waitFor()
  await juger('rectification')
  await presser('Escape')
})

test('la copie redemande la phrase, dit le refus dans le champ, et masque les autres', async () => {
  const dialogue = await ouvrirDroits()
  await dialogue.getByText('ZZQTIERS').waitFor()
  const phrase = dialogue.getByLabel('Votre phrase de passe')
  await tabuler('Votre phrase de passe')
  await application.page.keyboard.type('pas la bonne phrase')
  await application.repondreDialogue({ chemin: copies })
  await presser('Enter')
  await dialogue.getByText(/Ce n’est pas la bonne phrase de passe/u).waitFor()
  expect(await phrase.getAttribute('aria-invalid')).toBe('true')
  expect(readdirSync(copies)).toEqual([])
  await juger('droits-copie-refusee')
  await phrase.fill(PHRASE)
  await application.repondreDialogue({ chemin: copies })
  await phrase.press('Enter')
  await dit(/^Copie écrite dans/u).waitFor()
  const noms = readdirSync(copies).toSorted()
  expect(noms.map((n) => n.replace(/^.*\./u, ''))).toEqual(['json', 'pdf'])
  const json = readFileSync(join(copies, noms[0] ?? ''), 'utf8')
  expect(json).toContain('Awa')
  expect(json).not.toMatch(/zzqtiers/iu)
})

test.each(['opposition', 'limitation'])(
  'mise à l’écart pour %s, elle n’est plus nulle part, puis revient',
  async (genre) => {
    const { page } = application
    const dialogue = await ouvrirDroits()
    await dialogue.getByRole('combobox', { name: 'Pourquoi' }).selectOption(genre)
    await tabuler('Mettre à l’écart')
    await presser('Enter')
    await dit(/Personne mise à l’écart/u).waitFor()
    await page.getByText('Personne ne correspond').waitFor()
    await expect.poll(tientLeClavier(page.getByRole('main'))).toBe(true)
    await juger(`ecart-${genre}`)
    await section('Droits des personnes')
    await region('Personnes à l’écart').getByText('DIARRA Awa').waitFor()
    await juger(`ecart-${genre}-reglages`)
    await tabuler('Lever, à sa demande, la mise à l’écart de DIARRA Awa')
    await presser('Enter')
    await region('Personnes à l’écart').getByText('Personne n’est à l’écart.').waitFor()
    await expect.poll(tientLeClavier(page.getByRole('main'))).toBe(true)
    await ouvrirFiche()
  },
)

test('une note personnelle s’écrit sous un entretien et sous une situation, se retrouve, et s’efface', async () => {
  const { page } = application
  await aller('entretiens')
  await page.getByRole('main').locator('tbody :is(tr[data-rang], tr button)').first().press('Enter')
  const note = page.getByRole('textbox', { name: 'Note personnelle' })
  await note.press('End')
  await page.keyboard.type('Rappeler avant vendredi')
  await page.getByText(/^Enregistré à \d/u).waitFor()
  await juger('note-privee')
  await aller('personnes')
  await aller('entretiens')
  await page.getByRole('main').locator('tbody :is(tr[data-rang], tr button)').first().press('Enter')
  await expect.poll(() => note.inputValue()).toBe('Rappeler avant vendredi')
  await ouvrirFiche()
  await tabuler(/^Note personnelle n° /u)
  await presser('Enter')
  await expect.poll(() => note.evaluate((e) => e === document.activeElement)).toBe(true)
  await page.keyboard.type('De la situation')
  await page.getByText(/^Enregistré à \d/u).waitFor()
  await juger('note-privee-situation')
  await note.fill('')
  await expect.poll(() => page.getByText(/^Enregistré à \d/u).count()).toBe(0)
})
