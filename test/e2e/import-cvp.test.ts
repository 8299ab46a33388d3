import { afterAll, beforeAll, expect, test } from 'vitest'
import { enCsv, enXlsx, jour } from '../fixtures/imports/tableurs.ts'
import { violations } from './axe.ts'
import { allerA, deposer, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page, ['cvp'])
})
afterAll(() => application.fermer())

const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })

const titres = [
  'NOM',
  'Prénom',
  'Né le',
  'Orienté par',
  'Date d’orientation',
  'Prison',
  'Entrée',
  'Sortie',
  'Mode de sortie',
  'Infraction',
  'N° d’écrou',
]
const roche = ['Roche', 'Léo', jour('12/05/1990'), 'SPIP', jour('02/01/2025'), 'MA Périgueux', jour('01/10/2024')]

test('un suivi ville-prison se relit colonne par colonne, sans ce qui ne s’importe jamais', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  const lignes = [
    titres,
    [...roche, jour('01/03/2025'), 'Levée', 'vol', '445566'],
    ['Keita', 'Awa', ...roche.slice(2), null, null, 'vol', '445567'],
  ]
  await deposer(page, 'suivis.xlsx', await enXlsx(lignes))
  const main = page.getByRole('main')
  expect(await main.innerText()).toContain('N° d’écrou – Le numéro d’écrou n’est jamais gardé')
  expect(await page.getByLabel('Infraction').count()).toBe(0)
  expect(await main.innerText()).not.toContain('445566')
  // A list of the law takes no new answer.
  const choix = page.getByLabel('Compter « Levée » comme')
  expect(await choix.locator('option').allInnerTexts()).not.toContain('Ajouter cette réponse à la liste')
  await choix.selectOption({ label: 'Libération conditionnelle' })
  await page.getByText('Tout est compris : 2 lignes à importer.').waitFor()
  expect(await violations(page)).toEqual([])
  await bouton('Importer').click()
  await page.getByText('2 séjours en établissement, 2 nouvelles personnes.').waitFor()
  await bouton('Voir les personnes').click()
  await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor()
})

test('une sortie avant l’entrée, un séjour qui finit deux fois : rien n’entre, la raison est dite', async () => {
  const { page } = application
  await allerA(page, 'Échanges')
  const recommencer = bouton('Importer un autre fichier')
  if (await recommencer.isVisible()) await recommencer.click()
  const lignes = [titres, ['Diop', 'Ali', ...roche.slice(2), '01/03/2024', null, null, null]]
  await deposer(page, 'fautes.csv', enCsv(lignes))
  const probleme = page.getByRole('table', { name: 'Lignes qui ne peuvent pas être importées' }).locator('tbody tr')
  expect(await probleme.allInnerTexts()).toEqual([
    expect.stringMatching(/^2\tSortie\tLa sortie \(01\/03\/2024\) est antérieure/),
  ])
  expect(await bouton('Importer').isDisabled()).toBe(true)
})
