import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ajouterJours, jourLocal } from '#shared/utils/dates.ts'
import { unEntretien, unePersonne, unePresence } from '../fixtures/builders.ts'
import { type Dialogue, dialogues, visiterDialogue } from './dialogues.ts'
import { racine } from './dossiers.ts'
import { passerA } from './ecrans.ts'
import { demander, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const jour = jourLocal(new Date())
let application: Application

beforeAll(async () => {
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await ouvrirNeuf(page, codesDispositif)
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'isc' })
  const awa = unePersonne({ nom: 'Diarra', prenom: 'Awa' })
  await demander(page, 'personnes', 'enregistrer', { ...awa, prenom: 'Ava' })
  await demander(page, 'personnes', 'enregistrer', awa)
  for (const prenom of ['Lucie', 'LUCIE']) await demander(page, 'personnes', 'enregistrer', double(prenom))
  const recent = { presences: [unePresence(awa), unePresence()], date: ajouterJours(jour, -20) }
  await demander(page, 'entretiens', 'enregistrer', unEntretien(recent))
  const suivi = { ...unEntretien().suivi, saisineDate: '2012-03-12' }
  await demander(page, 'entretiens', 'enregistrer', unEntretien({ suivi, date: '2012-03-12' }))
  const retire = unEntretien({ date: ajouterJours(jour, -10) })
  await demander(page, 'entretiens', 'enregistrer', retire)
  await demander(page, 'entretiens', 'supprimer', { id: retire.id })
  const camille = { id: randomUUID(), nom: 'Camille', role: 'intervenant', dispositifs: ['isc'] }
  await demander(page, 'acces', 'ajouter', { ...camille, phrase: 'une phrase que Camille choisit' })
  await annoncerUneSortie()
})
afterAll(() => application.fermer())

const double = (prenom: string) => unePersonne({ nom: 'Lefèvre', prenom, naissance: '1990-05-04' })

const annoncerUneSortie = async (): Promise<void> => {
  const { page } = application
  const [suiviId, personne] = [randomUUID(), unePersonne({ nom: 'Attendue' })]
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'mission-locale' })
  await demander(page, 'personnes', 'enregistrer', personne)
  await demander(page, 'parcours', 'ouvrir', { suiviId, personneId: personne.id, role: null, date: jour, reponses: {} })
  await demander(page, 'parcours', 'noterRepere', { suiviId, repere: 'sortie-prevue', date: ajouterJours(jour, 12) })
  for (const date of [jour, ajouterJours(jour, -7)])
    await demander(page, 'parcours', 'noterComite', {
      id: randomUUID(),
      date,
      forme: 'projet',
      participants: [],
      decisions: [],
    })
  await demander(page, 'reglages', 'changerDispositif', { dispositif: 'isc' })
}

const ici = Object.entries(dialogues).filter((ligne): ligne is [string, Dialogue] => typeof ligne[1] !== 'string')

test.each(ici)(
  'le dialogue de %s se lit, se parcourt au clavier sans en sortir, et le rend à ce qui l’a ouvert',
  async (_, dialogue) => {
    const { page } = application
    await passerA(page, dialogue.dispositif ?? 'isc')
    expect(await visiterDialogue(page, dialogue)).toEqual([])
  },
  180_000,
)

test('retirer une ligne ne met jamais le clavier sur ce qui en retire une autre', async () => {
  const { page } = application
  await passerA(page, 'mission-locale')
  await page.locator('[data-lieu="sorties"]').press('Enter')
  await page.getByRole('main').getByText('Comités', { exact: true }).click()
  const retirer = page.getByRole('button', { name: /^Retirer le comité/u })
  await expect.poll(() => retirer.count()).toBe(2)
  await retirer.first().press('Enter')
  await expect.poll(() => retirer.count()).toBe(1)
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  const tenu = await page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  )
  expect(tenu).not.toMatch(/^Retirer/u)
})

/** What draws a dialog over the screen, in our own lines. */
const DIALOGUE = /<(?:Modal|Drawer|Spotlight|Dialog|dialog)[\s>.]|role="(?:alert)?dialog"|openConfirmModal|modals\./u

test('chaque dialogue de renderer/ a sa ligne ici, ou un test qui le regarde', () => {
  const fichiers = globSync('**/*.tsx', { cwd: join(racine, 'renderer') })
  const ouvrent = fichiers.filter((f) => DIALOGUE.test(readFileSync(join(racine, 'renderer', f), 'utf8')))
  expect(ouvrent.toSorted()).toEqual(Object.keys(dialogues).toSorted())
  const ailleurs = Object.values(dialogues).filter((d) => typeof d === 'string')
  const muets = ailleurs.filter((f) => !/\bexaminerDialogue\(/u.test(readFileSync(join(racine, 'test/e2e', f), 'utf8')))
  expect(muets).toEqual([])
})
