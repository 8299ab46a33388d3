import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unEntretien } from '../fixtures/builders.ts'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
const awa = {
  id: randomUUID(),
  anonyme: false as const,
  nom: 'Diarra',
  prenom: 'Awa',
  naissance: '1984-05-04',
  telephone: null,
  commune: 'Aubervilliers',
  reponses: {},
}
const zoe = { ...awa, id: randomUUID(), nom: 'Urbain', prenom: 'Zoé' }
const fiche = () => application.page.getByRole('complementary', { name: 'Fiche de la personne' })
const foyer = () => fiche().getByRole('region', { name: 'Foyer' })
const dit = (texte: string | RegExp) => application.page.getByRole('status').filter({ hasText: texte })
const capturer = async (nom: string) => {
  const dossier = process.env['JALON_CAPTURES']
  if (dossier !== undefined) await application.page.screenshot({ path: `${dossier}/${nom}.png` })
}

beforeAll(async () => {
  application = await lancer()
  const { page } = application
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(page)
  for (const personne of [awa, zoe]) await demander(page, 'personnes', 'enregistrer', personne)
  await demander(page, 'personnes', 'rattacherFoyer', { personneId: awa.id, avecId: zoe.id, lien: 'sœur' })
  const presence = { personneId: awa.id, fiche: null, role: 'victime', reponses: {} }
  await demander(page, 'entretiens', 'enregistrer', unEntretien({ date: '2026-01-12', presences: [presence] }))
  await demander(page, 'personnes', 'enregistrer', { ...awa, prenom: 'Ava' })
})
afterAll(() => application.fermer())

test('une faute de frappe d’un autre jour se retrouve dans l’historique de la fiche et s’annule de là', async () => {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.getByText('DIARRA').first().click()
  await fiche().getByRole('heading', { name: 'DIARRA Ava' }).waitFor()
  await fiche().getByRole('button', { name: 'Historique' }).press('Enter')
  const dialogue = page.getByRole('dialog', { name: 'Historique' })
  await dialogue.getByText('Prénom : Awa → Ava').waitFor()
  expect(await dialogue.innerText()).toMatch(/\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}, Titulaire/u)
  expect(await violations(page)).toEqual([])
  await capturer('historique')
  await dialogue.getByRole('button', { name: 'Annuler ce geste' }).first().press('Enter')
  await fiche().getByRole('heading', { name: 'DIARRA Awa' }).waitFor()
})

test('quitter un foyer s’annule de l’annonce, puis par Ctrl+Z, et se refait par Ctrl+Y', async () => {
  const { page } = application
  await foyer().getByText('URBAIN Zoé').waitFor()
  await foyer().getByRole('button', { name: 'Quitter ce foyer' }).press('Enter')
  await capturer('annonce')
  await dit(/n’est plus de ce foyer/)
    .getByRole('button', { name: 'Annuler' })
    .press('Enter')
  await dit('Le foyer est remis comme avant').waitFor()
  await foyer().getByText('URBAIN Zoé').waitFor()
  await foyer().getByRole('button', { name: 'Quitter ce foyer' }).press('Enter')
  await foyer().getByText('Aucune autre personne rattachée.').waitFor()
  await page.keyboard.press('Control+z')
  await foyer().getByText('URBAIN Zoé').waitFor()
  await page.keyboard.press('Control+y')
  await foyer().getByText('Aucune autre personne rattachée.').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => foyer().innerText()).toContain('URBAIN Zoé')
})

test('ce qui est supprimé se remet depuis la corbeille, qui dit ce qu’elle détruit avant de se vider', async () => {
  const { page } = application
  await allerA(page, 'Entretiens')
  const supprimer = async () => {
    await page.getByText('12/01/2026').first().click()
    await page.getByRole('button', { name: 'Supprimer', exact: true }).press('Enter')
    await dit('Entretien supprimé').waitFor()
    await allerA(page, 'Réglages')
    await page.getByRole('tab', { name: 'Corbeille' }).press('Enter')
  }
  await supprimer()
  const ligne = page.getByRole('row', { name: /Entretien, 12\/01\/2026/ })
  await ligne.getByText('DIARRA Awa').waitFor()
  expect(await violations(page)).toEqual([])
  await capturer('corbeille')
  await ligne.getByRole('button', { name: /Remettre/ }).press('Enter')
  await page.getByText('La corbeille est vide').waitFor()
  await allerA(page, 'Entretiens')
  await page.getByText('12/01/2026').first().waitFor()
  await supprimer()
  await page.getByRole('button', { name: 'Vider la corbeille…' }).press('Enter')
  const dialogue = page.getByRole('dialog', { name: 'Vider la corbeille' })
  await dialogue.getByText('Entretien : 1').waitFor()
  expect(await violations(page)).toEqual([])
  await capturer('corbeille-vider')
  await dialogue.getByRole('button', { name: 'Détruire' }).press('Enter')
  await page.getByText('La corbeille est vide').waitFor()
})

test('verrouiller oublie ce qui pouvait s’annuler d’une touche, et l’historique reste', async () => {
  const { page } = application
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await ouvrirAvec(page, PHRASE)
  await page.keyboard.press('Control+z')
  await dit('Rien à annuler depuis l’ouverture du coffre.').waitFor()
  await allerA(page, 'Personnes')
  await page.getByText('DIARRA').first().click()
  await fiche().getByRole('button', { name: 'Historique' }).press('Enter')
  await expect.poll(() => page.getByRole('dialog', { name: 'Historique' }).innerText()).toContain('Prénom : Ava → Awa')
})
