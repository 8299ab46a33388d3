import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ajouterJours, dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { violations } from './axe.ts'
import { allerA, demander, ouvrirAvec, PHRASE } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

const dossier = mkdtempSync(join(tmpdir(), 'jalon-tig-'))
const jour = jourLocal(new Date())
const dans = (jours: number) => ajouterJours(jour, jours)
let application: Application

beforeAll(async () => {
  application = await lancer({ coffre: join(dossier, 'coffre') })
  const { page } = application
  const cree = await demander(page, 'coffre', 'creer', {
    phrase: PHRASE,
    nom: 'Ville de Valombre',
    dispositifs: ['tig'],
  })
  await demander(page, 'coffre', 'confirmerSecours', { code: Object(cree).codeSecours })
  const rechargee = page.waitForEvent('load')
  await demander(page, 'coffre', 'verrouiller').catch(() => undefined)
  await rechargee
  page.setDefaultTimeout(8000)
  await page.setViewportSize({ width: 1366, height: 768 })
  await ouvrirAvec(page, PHRASE)
})
afterAll(async () => {
  await application.fermer()
  rmSync(dossier, { recursive: true, force: true })
})

const taper = async (nom: string, texte: string) => {
  await application.page.getByLabel(nom, { exact: true }).fill(texte)
}
const ligne = (champ: string) => application.page.getByLabel(`Nouvelle journée : ${champ}`)
const journees = () => application.page.getByRole('region', { name: 'Feuille de présence' }).getByLabel(/^Corriger le/)

test('un poste s’inscrit, et une personne s’y accueille, cherchée avant d’être créée', async () => {
  const { page } = application
  await allerA(page, 'Accueils TIG')
  await page.getByRole('tab', { name: 'Postes' }).click()
  await page.getByRole('button', { name: 'Nouveau poste' }).click()
  await taper('Intitulé', 'Entretien des parcs')
  await taper('Places en même temps', '6')
  await taper('Inscrit le', dateFrancaise(dans(-400)))
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer le poste' }).click()
  await page.getByText('0 places occupées sur 6').waitFor()

  await page.getByRole('tab', { name: 'Accueils' }).click()
  await page.getByRole('button', { name: /Nouvel accueil/ }).click()
  await page.keyboard.type('keita ali')
  await page.getByRole('button', { name: /Créer « keita ali »/ }).press('Enter')
  await taper('Naissance', '05/04/1995')
  await page.getByRole('button', { name: 'Continuer' }).press('Enter')
  await page.getByRole('heading', { name: 'Nouvel accueil : KEITA Ali' }).waitFor()
  await taper('Heures à faire ici', '500')
  await page.getByRole('combobox', { name: 'Service référent' }).fill('spip')
  await page.keyboard.press('Enter')
  await taper('Décision du', dateFrancaise(dans(-60)))
  await taper('À faire avant le', dateFrancaise(dans(20)))
  await taper('Premier jour convenu', dateFrancaise(dans(-40)))
  await page.getByRole('combobox', { name: 'Poste', exact: true }).last().fill('parcs')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Enregistrer l’accueil' }).click()
  await page.getByLabel('Heures à faire ici', { exact: true }).and(page.locator('[aria-invalid="true"]')).waitFor()
  await taper('Heures à faire ici', '70')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer l’accueil' }).click()
  await page.getByRole('region', { name: 'Feuille de présence' }).waitFor()
  expect(await page.getByRole('list', { name: 'À faire' }).innerText()).toContain('Délai dans 20 jours')
})

test('la feuille se tape au clavier, une ligne par jour, « i » reprenant les heures d’avant', async () => {
  const { page } = application
  await ligne('jour').fill(dateFrancaise(dans(-39)))
  await ligne('début').fill('8h30')
  await ligne('fin').fill('12')
  await ligne('repas, en minutes').fill('0')
  await ligne('fin').press('Enter')
  await expect.poll(() => journees().count()).toBe(1)
  await ligne('jour').fill(dateFrancaise(dans(-38)))
  await ligne('début').fill('i')
  await ligne('début').press('Enter')
  await expect.poll(() => journees().count()).toBe(2)
  expect(await ligne('jour').evaluate((e) => e === document.activeElement)).toBe(true)
  await ligne('jour').fill(dateFrancaise(dans(-38)))
  await ligne('début').fill('11')
  await ligne('fin').fill('12h07')
  await ligne('fin').press('Enter')
  await page.getByText('La personne est déjà notée à ces heures ce jour-là.').waitFor()
  await ligne('début').fill('13')
  await ligne('fin').fill('14h07')
  await ligne('fin').press('Enter')
  await expect.poll(() => journees().count()).toBe(3)
  await page.getByText('8 h 07 sur la feuille').waitFor()
  expect(await violations(page)).toEqual([])
})

test('un incident se note et se signale ; l’attestation s’écrit et se dit remise', async () => {
  const { page } = application
  await page.getByLabel('Genre de l’incident').selectOption('retard')
  await page.getByRole('button', { name: 'Ajouter l’incident' }).click()
  await page.getByRole('list', { name: 'À faire' }).getByText('Incident à signaler').waitFor()
  await page.getByLabel(/^Signalé au service référent : Retard/).click()
  await expect.poll(() => page.getByRole('list', { name: 'À faire' }).innerText()).not.toContain('Incident')
  for (const [bouton, nom] of [
    ['Attestation Word', 'attestation.docx'],
    ['Attestation PDF', 'attestation.pdf'],
  ] as const) {
    await application.repondreDialogue({ chemin: join(dossier, nom) })
    await page.getByRole('button', { name: bouton }).press('Enter')
    await page.getByText(`Attestation écrite : ${nom}`).waitFor({ timeout: 30_000 })
    expect(existsSync(join(dossier, nom))).toBe(true)
  }
  await page.getByRole('button', { name: 'Noter qu’elle est remise' }).press('Enter')
  await page.getByText(`Remise le ${dateFrancaise(jour)}`).waitFor()
})

test('la fiche de la personne mène à son accueil, sans entretien à noter', async () => {
  const { page } = application
  await allerA(page, 'Personnes')
  await page.getByText('KEITA Ali').first().click()
  const fiche = page.getByRole('complementary', { name: 'Fiche de la personne' })
  await fiche.getByRole('heading', { name: 'Accueils' }).waitFor()
  expect(await fiche.getByRole('button', { name: /Nouvel entretien|Clore/ }).count()).toBe(0)
  await fiche.getByRole('button', { name: 'Accueil n° 1' }).click()
  await page.getByRole('region', { name: 'Feuille de présence' }).waitFor()
})

/** A year of Paris's scale: 300 accueils, some late, some silent, some done. */
const semer = async (n: number) => {
  const { page } = application
  const [poste] = (await demander(page, 'tig', 'postes', { jour })) as { id: string }[]
  for (let i = 0; i < n; i += 1) {
    const [personneId, suiviId] = [crypto.randomUUID(), crypto.randomUUID()]
    const naissance = `${1970 + (i % 37)}-03-${String(10 + (i % 18))}`
    const identite = { nom: `Essai${String(i).padStart(3, '0')}`, prenom: 'Alix', naissance }
    await demander(page, 'personnes', 'enregistrer', {
      ...identite,
      id: personneId,
      anonyme: false,
      telephone: null,
      commune: null,
      reponses: {},
    })
    const debutLe = dans(-(i % 360) - 8)
    const finie = i % 3 === 0
    await demander(page, 'tig', 'enregistrer', {
      suiviId,
      personneId,
      mesure: 'tig',
      service: i % 5 === 0 ? 'pjj' : 'spip',
      referent: null,
      heures: 35 + (i % 8) * 35,
      minutesReprises: 0,
      decideLe: ajouterJours(debutLe, -30),
      echeance: ajouterJours(debutLe, 180),
      debutLe,
      posteId: i % 2 === 0 ? (poste?.id ?? null) : null,
      encadrant: null,
      heuresEmploi: null,
      examenRequis: false,
      examenVu: false,
      finLe: null,
      issue: null,
    })
    for (let j = 0; j < 5; j += 1)
      await demander(page, 'tig', 'noterJournee', {
        id: crypto.randomUUID(),
        suiviId,
        date: ajouterJours(debutLe, j),
        debut: 510,
        fin: 930 + (i % 60),
        pause: 0,
        repas: 45,
        trajet: 0,
      })
    if (finie) {
      const accueil = Object(await demander(page, 'tig', 'lire', { suiviId, jour }))
      const cles = [
        'suiviId',
        'personneId',
        'mesure',
        'service',
        'referent',
        'heures',
        'minutesReprises',
        'decideLe',
        'echeance',
        'debutLe',
        'posteId',
        'encadrant',
        'heuresEmploi',
        'examenRequis',
        'examenVu',
      ]
      const saisi = Object.fromEntries(cles.map((cle) => [cle, accueil[cle]]))
      await demander(page, 'tig', 'enregistrer', {
        ...saisi,
        finLe: ajouterJours(debutLe, 5),
        issue: 'execute-partiel-reoriente',
      })
    }
  }
}

test('trois cents accueils dans l’année restent à l’aise : liste courte à lire, filtres immédiats', async () => {
  const { page } = application
  await semer(300)
  await allerA(page, 'Personnes')
  await allerA(page, 'Accueils TIG')
  await page.getByText('201 accueils').waitFor()
  expect(await page.getByRole('row').count()).toBeLessThan(60)
  expect(await violations(page)).toEqual([])
  const debut = performance.now()
  await page.getByText('Tous', { exact: true }).click()
  await page.getByText('301 accueils').waitFor()
  expect(performance.now() - debut).toBeLessThan(2000)
  await taper('Chercher un accueil', 'essai299')
  await page.getByText('1 accueil', { exact: true }).waitFor()
  await page.getByRole('row', { name: /ESSAI299/ }).click()
  await page.getByRole('region', { name: 'Feuille de présence' }).waitFor()
})

test('verrouiller en pleine frappe ne perd ni l’accueil, ni le poste, ni la ligne de la feuille', async () => {
  const { page } = application
  const reouvrir = async () => {
    const rechargee = page.waitForEvent('load')
    await page.keyboard.press('Control+l')
    await rechargee
    await ouvrirAvec(page, PHRASE)
    await allerA(page, 'Accueils TIG')
  }
  const choisirKeita = async () => {
    await page.getByLabel('Chercher un accueil').fill('keita')
    await page.getByText('KEITA Ali').first().click()
    await page.getByRole('region', { name: 'Feuille de présence' }).waitFor()
  }
  await reouvrir()
  await choisirKeita()
  await ligne('début').fill('9h15')
  await reouvrir()
  await choisirKeita()
  await expect.poll(() => ligne('début').inputValue()).toBe('9h15')

  await page.getByRole('button', { name: 'Modifier ou terminer' }).click()
  await taper('Encadrant technique', 'Chef d’équipe nord')
  await reouvrir()
  await choisirKeita()
  await page.getByRole('button', { name: 'Modifier ou terminer' }).click()
  await page.getByText('Repris de ce qui était tapé').waitFor()
  const encadrant = page.getByLabel('Encadrant technique', { exact: true })
  await expect.poll(() => encadrant.inputValue()).toBe('Chef d’équipe nord')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer l’accueil' }).click()
  await page.getByRole('button', { name: 'Modifier ou terminer' }).click()
  await expect.poll(() => encadrant.inputValue()).toBe('Chef d’équipe nord')
  expect(await page.getByText('Repris de ce qui était tapé').count()).toBe(0)
  await page.getByRole('main').getByRole('button', { name: 'Annuler', exact: true }).click()

  await page.getByRole('tab', { name: 'Postes' }).click()
  await page.getByRole('button', { name: 'Nouveau poste' }).click()
  await taper('Intitulé', 'Atelier vélo')
  await reouvrir()
  await page.getByRole('tab', { name: 'Postes' }).click()
  await page.getByRole('button', { name: 'Nouveau poste' }).click()
  await expect.poll(() => page.getByLabel('Intitulé', { exact: true }).inputValue()).toBe('Atelier vélo')
  await page.getByRole('main').getByRole('button', { name: 'Annuler', exact: true }).click()
  await page.getByRole('button', { name: 'Nouveau poste' }).click()
  await expect.poll(() => page.getByLabel('Intitulé', { exact: true }).inputValue()).toBe('')
})
