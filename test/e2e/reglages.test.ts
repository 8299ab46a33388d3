import manifeste from '../../package.json' with { type: 'json' }
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allerA, demander, ouvrirAvec, ouvrirNeuf, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

let application: Application
beforeAll(async () => {
  application = await lancer()
  await ouvrirNeuf(application.page)
  await allerA(application.page, 'Réglages')
})
afterAll(() => application.fermer())

const onglet = (nom: string) => application.page.getByRole('tab', { name: nom }).click()
const bouton = (nom: string) => application.page.getByRole('button', { name: nom, exact: true })
const codes = (liste: readonly { code: string }[]) => liste.map((m) => m.code).toSorted()
const lireListe = async (code: string) => {
  const { listes } = Object(await demander(application.page, 'nomenclature', 'lire', { dispositif: 'isc' }))
  return listes.find((l: { code: string }) => l.code === code).modalites
}

test('le nom du poste change et paraît en tête de fenêtre', async () => {
  const { page } = application
  await page.getByLabel('Nom du poste').fill('Commissariat de Valombre')
  await bouton('Enregistrer').click()
  await expect.poll(() => page.getByRole('banner').innerText()).toContain('Commissariat de Valombre')
})

test('un poste financé s’ajoute, se corrige, se retire et se reprend', async () => {
  const { page } = application
  await onglet('Postes financés')
  await bouton('Ajouter un poste').click()
  await bouton('Enregistrer').click()
  await expect.poll(() => page.getByText('Donnez un nom au poste.').isVisible()).toBe(true)
  await page.getByLabel('Nom', { exact: true }).fill('Intervenante sociale')
  await page.getByLabel('Financeur').fill('FIPD')
  await page.getByLabel('Équivalent temps plein').fill('0,5')
  await page.getByLabel('Financement sur une année entière').fill('18000')
  await page.getByLabel('Premier jour').fill('2013-01-01')
  await bouton('Enregistrer').click()
  await bouton('Modifier Intervenante sociale').waitFor()
  const postes = () => demander(page, 'reglages', 'postes')
  expect(await postes()).toMatchObject([{ etp: 0.5, financementAnnuel: 18_000, du: '2013-01-01', au: null }])
  await bouton('Retirer Intervenante sociale').click()
  await expect.poll(postes).toEqual([])
  await page.getByRole('status').filter({ hasText: 'retiré' }).getByRole('button', { name: 'Annuler' }).click()
  await expect.poll(postes).toMatchObject([{ nom: 'Intervenante sociale' }])
})

test('une liste se complète, se renomme, se masque et se range, sans perdre un code', async () => {
  const { page } = application
  await onglet('Listes de réponses')
  await page.getByLabel('Liste', { exact: true }).selectOption('lieu')
  const avant = await lireListe('lieu')
  await page.getByLabel('Nouvelle réponse').fill('Hôpital')
  await bouton('Ajouter à la liste').click()
  await page.getByLabel('Libellé de « Hôpital »').waitFor()
  await page.getByLabel('Libellé de « Mairie »').fill('Hôtel de ville')
  await page.keyboard.press('Tab')
  await page.getByLabel('Libellé de « Hôtel de ville »').waitFor()
  await page.getByLabel('Proposer « Hôpital »').click()
  await expect.poll(async () => (await lireListe('lieu')).at(-1)).toMatchObject({ libelle: 'Hôpital', masquee: true })
  await bouton('Monter « Hôpital »').click()
  await expect.poll(async () => (await lireListe('lieu')).at(-2)).toMatchObject({ libelle: 'Hôpital' })
  const apres = await lireListe('lieu')
  expect(codes(apres)).toEqual([...codes(avant), 'hopital'].toSorted())
  expect(apres.find((m: { code: string }) => m.code === 'mairie').libelle).toBe('Hôtel de ville')
})

test('une question facultative s’active', async () => {
  const { page } = application
  await onglet('Questions posées')
  await page.getByLabel('Nombre de mineurs présents').click()
  await expect
    .poll(async () => JSON.stringify(await demander(page, 'nomenclature', 'lire', { dispositif: 'isc' })))
    .toMatch(/"code":"mineursPresents"[^}]*"actif":true/)
})

test('à propos dit la version et le dossier du coffre', async () => {
  const { page, coffre } = application
  await onglet('À propos')
  const texte = await page.getByRole('tabpanel').innerText()
  expect(texte).toContain(`Jalon ${manifeste.version}`)
  expect(texte).toContain(coffre)
})

test('le délai de verrouillage refuse l’absurde et garde le reste', async () => {
  const { page } = application
  await onglet('Sécurité')
  const champ = page.getByLabel(/^Verrouiller après/)
  await champ.fill('0')
  expect(await bouton('Enregistrer le délai').isDisabled()).toBe(true)
  await champ.fill('5')
  await bouton('Enregistrer le délai').click()
  await expect
    .poll(() => demander(page, 'reglages', 'lire'))
    .toMatchObject({ verrouillageMinutes: 5, nom: 'Commissariat de Valombre' })
})

test('un autre code de secours se demande avec la phrase, se montre une fois et se recopie', async () => {
  const { page } = application
  await bouton('Faire un autre code…').click()
  await page.keyboard.type(PHRASE)
  await page.keyboard.press('Enter')
  const code = (await page.getByTestId('code-secours').innerText()).replaceAll(/\s/g, '')
  await bouton('Je l’ai noté, continuer').click()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await allerA(page, 'Réglages')
  await onglet('Sécurité')
  expect(await page.getByRole('tabpanel').innerText()).toContain('Vous l’avez recopié et vérifié.')
})

test('la phrase de passe change : l’ancienne n’ouvre plus, la nouvelle ouvre', async () => {
  const { page } = application
  const nouvelle = 'cinq autres mots pour demain'
  const changer = async (ancienne: string) => {
    await page.getByLabel('Phrase actuelle').fill(ancienne)
    await page.getByLabel('Nouvelle phrase', { exact: true }).fill(nouvelle)
    await page.getByLabel('Nouvelle phrase, une seconde fois').fill(nouvelle)
    await bouton('Changer la phrase').click()
  }
  await changer('ce n’est pas la bonne phrase')
  await expect
    .poll(() => page.getByRole('tabpanel').innerText(), { timeout: 10_000 })
    .toContain('Ce n’est pas la bonne phrase de passe.')
  // The service makes a wrong guess wait before the next try.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  await changer(PHRASE)
  await page.getByText('Phrase de passe changée').waitFor()
  const rechargee = page.waitForEvent('load')
  await page.keyboard.press('Control+l')
  await rechargee
  await ouvrirAvec(page, nouvelle)
  expect(await page.getByRole('navigation', { name: 'Lieux' }).isVisible()).toBe(true)
})
