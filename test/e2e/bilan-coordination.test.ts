import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { allerA, demander, lireApercu, ouvrirNeuf } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-bilan-coordination-'))
const sortie = join(dossier, 'sortie')
const annee = 2013
let application: Application
beforeAll(async () => {
  mkdirSync(sortie)
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await application.page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirNeuf(application.page, ['coordination'])
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const cote = () => application.page.getByRole('complementary', { name: 'Contenu du document' })
/** Waits until the page says so; playwright reads through its shadow tree. */
const imprime = (texte: string) => application.page.locator('[data-apercu]').getByText(texte).first().waitFor()
const choisir = (document: string) => cote().getByRole('radio', { name: document }).check()

test('sans stratégie, la place Bilans dit par où commencer', async () => {
  const { page } = application
  await allerA(page, 'Bilans')
  await page.getByText('Commencez par la stratégie').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Ouvrir la stratégie' }).press('Enter')
  await page.getByRole('button', { name: 'Charger l’exemple d’Aix-en-Provence' }).press('Enter')
  await page.locator('[data-fiche]').first().waitFor()
})

test('une année se saisit, une plénière se tient, et le bilan en rend compte', async () => {
  const { page } = application
  await saisirLAnnee(page)
  await allerA(page, 'Bilans')
  await page.getByRole('combobox', { name: 'Année' }).selectOption(String(annee))
  await imprime('Bilan 2013 de la stratégie territoriale')
  const texte = await lireApercu(page)
  expect(texte).toContain('CLSPD plénier')
  expect(texte).toContain('1.3 Développer l’animation préventive')
  expect(texte).not.toMatch(/sans (?:indicateur|calendrier|financeur)/iu)
  expect(await violations(page)).toEqual([])
})

test('un texte tapé paraît dans la page, et un chiffre de contexte avec sa source', async () => {
  const { page } = application
  await cote().getByRole('tab', { name: 'Textes' }).press('Enter')
  await cote().getByLabel('Priorités de l’année suivante').fill('Ouvrir un second lieu.')
  await cote().getByLabel('Difficultés').focus()
  await imprime('Ouvrir un second lieu.')
  await cote()
    .getByText(/^Enregistré à/u)
    .waitFor()
  await cote().getByRole('tab', { name: 'Contexte' }).press('Enter')
  await cote().getByText('Aucun chiffre de contexte').waitFor()
  await demander(page, 'bilanCoordination', 'enregistrerContexte', chiffre)
  await cote().getByRole('tab', { name: 'Textes' }).press('Enter')
  await cote().getByRole('tab', { name: 'Contexte' }).press('Enter')
  await imprime('Cambriolages')
  expect(await violations(page)).toEqual([])
})

test('l’annexe dit ce qui manque, fiche par fiche', async () => {
  const { page } = application
  await cote().getByRole('tab', { name: 'Document' }).press('Enter')
  await choisir('Annexe du coordonnateur')
  await imprime('Fiches sans indicateur')
  const [, indicateur = '', calendrier = '', financeur = ''] = (await lireApercu(page)).split(/Fiches sans \w+/u)
  expect(numeros(indicateur)).toEqual(['4.1'])
  expect(numeros(calendrier)).toEqual(['1.1', '3.1', '4.3'])
  expect(numeros(financeur)).toEqual(['1.2', '2.1', '4.3'])
})

test('le compte rendu d’une action se choisit, se rédige et s’écrit dans trois formats', async () => {
  const { page } = application
  await choisir('Compte rendu financier')
  await imprime('6-2 Tableau de synthèse')
  await cote().getByRole('tab', { name: 'Textes' }).press('Enter')
  await cote().getByLabel('Explication des écarts significatifs').fill('Un animateur de plus l’été.')
  await cote().getByLabel('Observations').focus()
  await imprime('Un animateur de plus l’été.')
  expect(await violations(page)).toEqual([])
  await cote().getByRole('tab', { name: 'Document' }).press('Enter')
  await application.repondreDialogue({ chemin: sortie })
  await cote().getByRole('button', { name: 'Écrire les fichiers…' }).press('Enter')
  await cote()
    .getByText(/^Écrit dans/u)
    .waitFor()
  expect(new Set(readdirSync(sortie).map((nom) => nom.split('.').at(-1)))).toEqual(new Set(['docx', 'pdf', 'ods']))
  expect(await violations(page)).toEqual([])
})

const numeros = (partie: string) => partie.split('Indicateurs sans valeur')[0]?.match(/\b[1-4]\.[1-5](?= )/gu)

type Page = Application['page']
const id = (): string => crypto.randomUUID()

const saisirLAnnee = async (page: Page): Promise<void> => {
  const [strategie] = (await demander(page, 'strategie', 'lister')) as readonly { readonly id: string }[]
  const resume = (await demander(page, 'strategie', 'resumer', { id: strategie?.id, annee })) as {
    readonly fiches: readonly { readonly id: string; readonly numero: string }[]
  }
  expect(resume.fiches).toHaveLength(13)
  const ficheId = resume.fiches.find((f) => f.numero === '1.3')?.id
  const textes = { avancement: 'Le lieu a ouvert au printemps.', difficultes: '', suites: '' }
  await demander(page, 'strategie', 'noterAnnee', { ficheId, annee, statut: 'en-cours', ...textes })
  const ligne = { ficheId, annee, libelle: '', financeur: '' }
  await demander(page, 'strategie', 'enregistrerLigne', {
    ...ligne,
    id: id(),
    rubrique: '64',
    prevu: 100_000,
    realise: 110_050,
  })
  const recu = { ...ligne, id: id(), rubrique: '74', financeur: 'FIPD', prevu: 100_000, realise: 110_050 }
  await demander(page, 'strategie', 'enregistrerLigne', recu)
  const instance = { id: id(), genre: 'pleniere', nom: 'CLSPD plénier', secteur: null, frequence: 'annuelle' }
  await demander(page, 'instances', 'enregistrer', { ...instance, depuis: '2013-01-01', au: null, l1325Le: null })
  await demander(page, 'instances', 'enregistrerReunion', {
    id: id(),
    instanceId: instance.id,
    date: '2013-12-12',
    heure: '10:00',
    lieu: 'Hôtel de ville',
    convoqueeLe: null,
    ordreDuJour: ['Bilan'],
    presences: [{ fonction: 'maire', etat: 'present' }],
    decisions: [],
  })
}

const chiffre = {
  id: id(),
  dispositif: 'coordination',
  annees: [annee],
  libelle: 'Cambriolages de logements',
  valeur: 812,
  unite: 'faits',
  dont: [],
  du: '2013-01-01',
  au: '2013-12-31',
  perimetre: 'Circonscription d’Aix',
  source: { editeur: 'Préfecture', titre: 'État de la délinquance', le: '2014-02-03' },
}
