import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours, dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirAvec, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-sortie-'))
const jour = jourLocal(new Date())
const dans = (jours: number) => dateFrancaise(ajouterJours(jour, jours))
let application: Application

/** Without motion, nothing is looked at halfway through a fade. */
const demarrer = async () => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  await application.page.emulateMedia({ reducedMotion: 'reduce' })
}
beforeAll(async () => {
  await demarrer()
  const { page } = application
  const cree = await demander(page, 'coffre', 'creer', { phrase: PHRASE, nom: 'Ville-prison', dispositifs: ['cvp'] })
  await demander(page, 'coffre', 'confirmerSecours', { code: Object(cree).codeSecours })
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  await ouvrirAvec(page, PHRASE)
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const presser = async (...touches: string[]) => {
  for (const touche of touches) await application.page.keyboard.press(touche)
}
const formulaire = (nom: string) => application.page.getByRole('form', { name: nom })
const volet = (nom: string) => application.page.getByRole('region', { name: nom })
const onglet = async (nom: string) => {
  await application.page.getByRole('tab', { name: nom }).focus()
  await presser('Enter')
}
const presserBouton = (nom: string | RegExp) => application.page.getByRole('button', { name: nom }).press('Enter')
/** Types the beginning of an answer, and takes the line proposed. */
const choisir = async (form: string, champ: string, debut: string) => {
  await formulaire(form).getByRole('combobox', { name: champ }).focus()
  await presser('Control+a')
  await application.page.keyboard.type(debut)
  await application.page.locator('[data-combobox-selected]:visible').last().waitFor()
  await presser('Tab')
}
const dater = (form: string, champ: string, texte: string) =>
  formulaire(form).getByRole('textbox', { name: champ }).fill(texte)
/** Saves from the keyboard, and waits until the form is away. */
const enregistrer = async (form: string) => {
  await presser('Control+Enter')
  await formulaire(form).waitFor({ state: 'detached' })
}
const focus = () => application.page.evaluate(() => document.activeElement?.textContent ?? '')

test('un suivi s’ouvre depuis la fiche d’une personne orientée et pas encore rencontrée', async () => {
  const { page } = application
  await creerPersonne('Keita', 'Ali')
  await presserBouton('Ouvrir avant tout entretien')
  await formulaire('Ouvrir avant tout entretien').getByLabel('Orientée le').fill('-20')
  await choisir('Ouvrir avant tout entretien', 'Prescripteur', 'milieu f')
  await formulaire('Ouvrir avant tout entretien').getByRole('button', { name: 'Ouvrir', exact: true }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'KEITA Ali' }).waitFor()
  expect(await page.getByRole('complementary', { name: 'Nature des données' }).innerText()).toBe('Données nominatives')
  expect(await volet('Étapes').innerText()).toContain(dans(-20))
  expect(await volet('Où en est la personne').innerText()).toContain('pas encore rencontrée')
  expect(await violations(page)).toEqual([])
})

test('un refus de consentement se note, et ne ferme rien', async () => {
  const { page } = application
  await onglet('Consentement')
  await presserBouton('Noter une réponse')
  await formulaire('Consentement').getByLabel('Sur quoi').selectOption('partage')
  await formulaire('Consentement').getByLabel('Réponse').selectOption('refuse')
  await enregistrer('Consentement')
  const texte = await volet('Consentement et notice').innerText()
  expect(texte).toContain('Accord pour le partage avec les partenaires refusé')
  expect(texte).toContain('Correspondant ville-prison')
  expect(texte).toContain('Le suivi reste ouvert')
  expect(texte).toContain('Notice d’information à remettre')
  await expect.poll(focus).toContain('Noter une réponse')
  expect(await page.getByText(/Enregistré à \d\d:\d\d/).count()).toBe(1)
})

test('le cadre pénal attend que sa nécessité soit déclarée', async () => {
  const { page } = application
  await onglet('Cadre pénal')
  expect(await page.getByRole('button', { name: 'Ajouter une mesure' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await presserBouton(/Aller aux réglages/)
  await page.getByRole('tab', { name: 'Cadre pénal' }).click()
  await presserBouton('Déclarer la nécessité')
  await page.getByText('Dites qui en a décidé.').waitFor()
  await page.getByRole('combobox', { name: /Décidée par/ }).focus()
  await page.keyboard.type('délég')
  await presser('Enter')
  await presserBouton('Déclarer la nécessité')
  await page.getByText('Délégué à la protection des données').waitFor()
  expect(await violations(page)).toEqual([])
  await ouvrirParcours()
})

test('une démarche à moitié tapée revient après le verrouillage, puis s’efface', async () => {
  const { page } = application
  await onglet('Démarches')
  await presserBouton('Ajouter une démarche')
  const precision = () => formulaire('Nouvelle démarche').getByRole('textbox', { name: 'Précision' })
  await precision().fill('dossier à retirer')
  await presser('Control+l')
  await ouvrirAvec(page, PHRASE)
  await ouvrirParcours()
  await onglet('Démarches')
  await presserBouton('Ajouter une démarche')
  await page.getByText('Repris de ce qui était tapé').waitFor()
  expect(await precision().inputValue()).toBe('dossier à retirer')
  await formulaire('Nouvelle démarche').getByRole('button', { name: 'Effacer' }).press('Enter')
  await expect.poll(() => precision().inputValue()).toBe('')
  await formulaire('Nouvelle démarche').getByRole('button', { name: 'Fermer' }).press('Enter')
})

test('un prévenu n’a pas d’aménagement ; condamné, sa mesure se note avec sa base légale', async () => {
  const { page } = application
  await onglet('Cadre pénal')
  await presserBouton('Noter un statut')
  await dater('Statut pénal', 'Depuis le', '-400')
  await enregistrer('Statut pénal')
  await presserBouton('Ajouter une mesure')
  await choisir('Mesure', 'Mesure', 'semi')
  await dater('Mesure', 'Du', '-100')
  await presser('Control+Enter')
  await page.getByText(/Un prévenu, présumé innocent/).waitFor()
  expect(await formulaire('Mesure').getByRole('textbox', { name: 'Du' }).inputValue()).toBe(dans(-100))
  expect(await violations(page)).toEqual([])
  await formulaire('Mesure').getByRole('button', { name: 'Fermer' }).press('Enter')
  await presserBouton('Noter un statut')
  await formulaire('Statut pénal').getByLabel('Statut').selectOption('condamne')
  await dater('Statut pénal', 'Depuis le', '-200')
  await enregistrer('Statut pénal')
  await presserBouton('Ajouter une mesure')
  await choisir('Mesure', 'Mesure', 'peine d')
  await dater('Mesure', 'Du', '-200')
  await enregistrer('Mesure')
  expect(await volet('Mesures').innerText()).toContain('Base légale : 131-3 CP')
})

test('un passage se cherche par le nom, un établissement absent s’ajoute, un transfert ne libère pas', async () => {
  const { page } = application
  await onglet('Passages')
  await presserBouton('Ajouter un passage')
  await choisir('Nouveau passage', 'Établissement', 'neuvic')
  await dater('Nouveau passage', 'Entrée', '-400')
  await dater('Nouveau passage', 'Sortie', '-200')
  await presser('Control+Enter')
  await page.getByText('Dites comment le passage a fini.').waitFor()
  await choisir('Nouveau passage', 'Mode de sortie', 'transf')
  await enregistrer('Nouveau passage')
  await presserBouton('Ajouter un passage')
  await presserBouton(/absent de la liste/)
  await formulaire('Nouvel établissement').getByLabel('Nom de l’établissement').fill('Valombre')
  await formulaire('Nouvel établissement').getByLabel('Département').fill('24')
  await enregistrer('Nouvel établissement')
  await dater('Nouveau passage', 'Entrée', '-200')
  await formulaire('Nouveau passage')
    .getByRole('button', { name: /Enregistrer/ })
    .press('Enter')
  await formulaire('Nouveau passage').waitFor({ state: 'detached' })
  await expect
    .poll(() => volet('Où en est la personne').innerText())
    .toContain('En détention : Centre pénitentiaire · Valombre (24)')
})

test('les dates du parcours se notent et se reprennent, et la suite se lit d’un coup d’œil', async () => {
  const { page } = application
  await page.getByRole('tab', { name: 'Passages' }).focus()
  await presser('r')
  await choisir('Noter une date', 'Quelle date', 'fin de peine')
  await dater('Noter une date', 'Le', '+90')
  await enregistrer('Noter une date')
  await presser('r')
  await choisir('Noter une date', 'Quelle date', 'sortie prévue')
  await dater('Noter une date', 'Le', '+60')
  await enregistrer('Noter une date')
  const resume = volet('Où en est la personne')
  await expect.poll(() => resume.innerText()).toContain(`Sortie prévue le ${dans(60)}, dans 60 jours.`)
  expect(await resume.innerText()).toContain('Risque de sortie sèche : élevé')
  await presserBouton('Retirer la date : Sortie prévue')
  await page.getByText('« Sortie prévue » retiré').waitFor()
  await expect.poll(() => resume.innerText()).not.toContain('dans 60 jours')
  await presserBouton('Annuler')
  await expect.poll(() => resume.innerText()).toContain('dans 60 jours')
  await onglet('Échéances')
  expect(await volet('Échéances légales').innerText()).toContain('720 I CPP')
  expect(await violations(page)).toEqual([])
})

test('la situation d’entrée se fige, et se compare à celle de sortie', async () => {
  const { page } = application
  await onglet('Situation')
  await presserBouton('Noter l’entrée')
  await choisir('À l’entrée', 'Logement', 'en dét')
  await choisir('À l’entrée', 'Papiers d’identité', 'perdus')
  await presserBouton('Valider et figer')
  await formulaire('À l’entrée').waitFor({ state: 'detached' })
  await presserBouton('Corriger l’entrée')
  await choisir('À l’entrée', 'Papiers d’identité', 'périm')
  await presser('Control+Enter')
  await page.getByText('Dites pourquoi elle est corrigée.').waitFor()
  await formulaire('À l’entrée').getByLabel('Motif de la correction').selectOption('erreur-saisie')
  await enregistrer('À l’entrée')
  await presserBouton('Noter la sortie')
  await choisir('À la sortie du dispositif', 'Logement', 'logement acc')
  await enregistrer('À la sortie du dispositif')
  const texte = await volet('Situation à l’entrée et à la sortie').innerText()
  expect(texte).toMatch(/Logement\s+En détention\s+Logement accompagné, résidence sociale\s+↗ mieux/)
  expect(texte).toMatch(/corrigée le .* : erreur de saisie.*Papiers d’identité : Perdus/)
  expect(await violations(page)).toEqual([])
})

test('une démarche s’ajoute en quelques touches et garde l’histoire datée de ses statuts', async () => {
  const { page } = application
  await presser('d')
  await formulaire('Nouvelle démarche').waitFor()
  await page.keyboard.type('siao')
  await presser('Tab')
  await page.keyboard.type('+15')
  await presser('Control+Enter')
  await volet('Logement, hébergement').waitFor()
  expect(await formulaire('Nouvelle démarche').getByRole('combobox', { name: 'Démarche' }).inputValue()).toBe('')
  await presser('Escape')
  await formulaire('Nouvelle démarche').waitFor({ state: 'detached' })
  for (const statut of ['engag', 'en cours d']) {
    await presserBouton('Changer le statut : Demande SIAO, 115')
    await choisir('Statut : Demande SIAO, 115', 'Nouveau statut', statut)
    await enregistrer('Statut : Demande SIAO, 115')
  }
  const texte = await volet('Logement, hébergement').innerText()
  expect(texte).toContain(`pour le ${dans(15)}`)
  expect(texte).toMatch(/: ouverte\s+.*: engagée\s+.*: en cours d’instruction/)
  expect(await volet('Où en est la personne').innerText()).toContain('Demande SIAO, 115 dans 15 jours')
  expect(await violations(page)).toEqual([])
})

test('le comité restreint dit ce qui est décidé, quelle fonction agit et pour quand', async () => {
  const { page } = application
  await onglet('Comité')
  await presserBouton('Noter une décision')
  await page.keyboard.type('Déposer la demande de domiciliation')
  await choisir('Décision du comité', 'Qui agit (fonction)', 'travailleur social du CC')
  await dater('Décision du comité', 'Pour le', '+7')
  // Looking elsewhere loses nothing of what is typed.
  await onglet('Passages')
  await onglet('Comité')
  await choisir('Décision du comité', 'Participants (fonctions)', 'correspondant')
  await enregistrer('Décision du comité')
  const texte = await volet('Comité de suivi').innerText()
  expect(texte).toContain(`Travailleur social du CCAS, pour le ${dans(7)}`)
  expect(texte).toContain(`Comité du ${dans(0)} : Correspondant ville-prison`)
  expect(await violations(page)).toEqual([])
})

test('à 200 % comme en sombre, rien ne déborde et tout reste accessible', async () => {
  const { page } = application
  await page.setViewportSize({ width: 683, height: 384 })
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const nom of [
    'Démarches',
    'Situation',
    'Passages',
    'Cadre pénal',
    'Comité',
    'Relais',
    'Consentement',
    'Échéances',
  ]) {
    await onglet(nom)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ colorScheme: 'light' })
})

test('tout est retrouvé après un redémarrage', async () => {
  await application.fermer()
  await demarrer()
  await ouvrirAvec(application.page, PHRASE)
  await ouvrirParcours()
  const attendus = {
    Démarches: 'en cours d’instruction',
    Situation: 'Logement accompagné',
    Passages: 'Transfert vers un autre établissement',
    'Cadre pénal': 'Peine d’emprisonnement en cours',
    Comité: 'Déposer la demande de domiciliation',
    Consentement: 'refusé',
  }
  for (const [nom, attendu] of Object.entries(attendus)) {
    await onglet(nom)
    await expect.poll(() => application.page.getByRole('tabpanel').innerText()).toContain(attendu)
  }
})

test('sous un autre métier, rien n’en paraît ; un jeune y a son contrat et son relais', async () => {
  const { page } = application
  await demander(page, 'partenaires', 'enregistrer', {
    id: crypto.randomUUID(),
    nom: 'Mission locale du Périgord',
    genre: 'mission-locale',
    interlocuteur: null,
    telephone: null,
    courriel: null,
    adresse: null,
    commune: 'Périgueux',
    note: null,
    actif: true,
  })
  await allerA(page, 'Réglages')
  await page.getByRole('checkbox', { name: /mission locale/ }).press('Space')
  await presserBouton(/^Métier : /)
  await page.getByRole('menuitem', { name: /mission locale/ }).press('Enter')
  await page.getByRole('button', { name: 'Métier : Mission locale' }).waitFor()
  await allerA(page, 'Personnes')
  await page.getByText('Aucune personne enregistrée').waitFor()
  await creerPersonne('Petit', 'Léo')
  await presserBouton('Ouvrir avant tout entretien')
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).press('Enter')
  await page.getByText('Parcours de l’accompagnement n° 1').waitFor()
  await onglet('Passages')
  expect(await page.getByRole('tabpanel').innerText()).toContain('Aucun passage noté')
  await onglet('Cadre pénal')
  expect(await page.getByRole('tabpanel').innerText()).toContain('ne se note pas encore')
  await onglet('Relais')
  await presserBouton('Ajouter un contrat')
  await dater('Contrat', 'Au', '+365')
  await enregistrer('Contrat')
  await presserBouton('Noter les services')
  await dater('Rattachement et relais', 'Relais passé le', '-1')
  await presser('Control+Enter')
  await page.getByText('Cette réponse est nécessaire.').waitFor()
  await choisir('Rattachement et relais', 'Mission locale relais', 'périgord')
  await enregistrer('Rattachement et relais')
  const texte = await page.getByRole('tabpanel').innerText()
  expect(texte).toContain(`Mission locale du Périgord, relais passé le ${dans(-1)}`)
  expect(texte).toContain(`Contrat d’engagement jeune (CEJ) du ${dans(0)} au ${dans(365)}`)
  expect(await violations(page)).toEqual([])
})

async function creerPersonne(nom: string, prenom: string) {
  const { page } = application
  await allerA(page, 'Personnes')
  await presserBouton('Nouvelle personne')
  await page.getByRole('textbox', { name: 'Nom', exact: true }).fill(nom)
  await page.getByRole('textbox', { name: 'Prénom' }).fill(prenom)
  await presser('Enter')
  await page.getByRole('heading', { level: 2, name: `${nom.toUpperCase()} ${prenom}` }).waitFor()
}

async function ouvrirParcours() {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.getByRole('row', { name: /KEITA Ali/ }).press('Enter')
  await presserBouton('Parcours n° 1')
  await page.getByRole('heading', { level: 1, name: 'KEITA Ali' }).waitFor()
}
