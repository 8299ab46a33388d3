import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'
import { uneInstance, uneReunion } from '../instances/des-instances.ts'
import { passage, unServiceCvp, unSuivi } from '../parcours/un-parcours.ts'
import { unServiceTig } from '../tig/un-accueil.ts'

const jour = '2025-06-02'
const semaine = { du: jour, au: '2025-06-08', jour }
const aujourdhui = { du: jour, au: jour, jour }
const refus = (code: string) => ({ ok: false, erreur: { code } })

type Api = Awaited<ReturnType<typeof unService>>['api']
const lire = async (api: Api, demande = semaine) =>
  (await valeur(api.agenda.lire(demande))).map((e) => `${e.date} ${e.genre} ${e.titre}`)

/** Somebody met, to whom something is due on these days. */
const unRendezVous = (libelle: string, date = jour, nom = 'Zorglub') =>
  unEntretien({
    presences: [unePresence(unePersonne({ nom, prenom: 'Ali' }))],
    echeances: [{ id: unId(), date, libelle }],
  })

const texteDe = (html: string): string =>
  html
    .replace(/<style>[\s\S]*<\/style>/u, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')

test('ce qui est dû paraît à son jour, fait ou non, et s’en va avec son entretien', async () => {
  const { api } = await unService(jour)
  const [mardi, fait] = [unRendezVous('RDV 14h30', '2025-06-03'), unRendezVous('Rappeler', '2025-06-04')]
  for (const entretien of [mardi, fait, unRendezVous('Trop tard', '2025-06-09')])
    await valeur(api.entretiens.enregistrer(entretien))
  await valeur(api.echeances.marquer({ id: String(fait.echeances[0]?.id), faiteLe: jour }))
  const agenda = await valeur(api.agenda.lire(semaine))
  expect(agenda.map(({ date, genre, heure, fait: done }) => [date, genre, heure, done])).toEqual([
    ['2025-06-03', 'rendez-vous', '14:30', false],
    ['2025-06-04', 'echeance', null, true],
  ])
  expect(agenda[0]).toMatchObject({ suivi: { numero: 1 }, personnes: [{ libelle: 'ZORGLUB Ali' }], sourceId: mardi.id })
  await valeur(api.entretiens.supprimer({ id: mardi.id }))
  expect(await lire(api)).toEqual(['2025-06-04 echeance Rappeler'])
})

test('un parcours donne sa sortie, ses échéances de la loi et ses démarches ; un autre métier n’en voit rien', async () => {
  const { api, suivi } = await unServiceCvp(jour)
  const { suiviId } = suivi
  await valeur(api.parcours.enregistrerPassage({ ...passage, id: unId(), suiviId }))
  await valeur(api.parcours.noterRepere({ suiviId, repere: 'sortie-prevue', date: '2025-06-06' }))
  const mesure = { id: unId(), suiviId, mesure: 'sp', du: '2025-03-05', finPrevue: null, au: null }
  await valeur(api.parcours.enregistrerMesure(mesure))
  await valeur(
    api.parcours.enregistrerDemarche({
      id: unId(),
      suiviId,
      domaine: 'logement',
      demarche: 'hebergement',
      partenaireId: null,
      ouverteLe: '2025-05-02',
      echeance: '2025-06-04',
      precision: 'ne sort pas d’ici',
    }),
  )
  await valeur(
    api.parcours.noterComite({ id: unId(), date: '2025-06-05', forme: 'restreint', participants: [], decisions: [] }),
  )
  expect((await valeur(api.agenda.lire(semaine))).map((e) => `${e.date} ${e.genre}`)).toEqual([
    '2025-06-04 demarche',
    '2025-06-05 comite',
    '2025-06-05 legale',
    '2025-06-06 sortie',
  ])
  const papier = texteDe((await valeur(api.agenda.apercu(semaine))).html)
  expect(papier).toContain('Échéance légale')
  expect(papier).not.toMatch(/SPIP|rapport|probatoire|ne sort pas|Keita/iu)
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  expect(await lire(api)).toEqual([])
})

test('un accueil de TIG donne son premier jour et la fin de son délai', async () => {
  const { api, recevoir } = await unServiceTig()
  await recevoir({ debutLe: '2025-06-03', echeance: '2025-06-05' })
  expect(await lire(api)).toEqual([
    '2025-06-03 arrivee Premier jour d’accueil',
    '2025-06-05 delai Dernier jour pour faire les heures',
  ])
})

test('les réunions du coordinateur et leurs décisions sont dites sans personne', async () => {
  const { api } = await unService(jour)
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'coordination'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'coordination' }))
  const instance = uneInstance({ nom: 'Groupe du Nord' })
  await valeur(api.instances.enregistrer(instance))
  const decision = { id: unId(), decision: 'Relancer', acteur: 'coordonnateur', pourLe: '2025-06-05', faiteLe: null }
  await valeur(api.instances.enregistrerReunion(uneReunion(instance.id, { decisions: [decision] })))
  await valeur(
    api.instances.enregistrerReunion(uneReunion(instance.id, { date: '2025-06-04', presences: [], decisions: [] })),
  )
  expect(await valeur(api.agenda.reunions(semaine))).toMatchObject([
    { date: '2025-06-04', genre: 'reunion', heure: '14:30', titre: 'Groupe du Nord', personnes: [], suivi: null },
    { date: '2025-06-05', genre: 'decision', titre: 'Relancer', lieu: 'Groupe du Nord' },
  ])
  const papier = texteDe((await valeur(api.agenda.apercuReunions(semaine))).html)
  expect(papier).toMatch(/14 h 30 Groupe du Nord Hôtel de ville.*Décision à appliquer : Relancer/u)
})

test('chacun ne voit que les lignes de ses métiers, et que l’agenda que son rôle lui donne', async () => {
  const camille = unAgent({ dispositifs: ['cvp'] })
  const sacha = unAgent({ nom: 'Sacha', role: 'coordonnateur', dispositifs: ['isc'] })
  const { api, session } = await unCoffrePartage(camille, sacha)
  await valeur(api.entretiens.enregistrer(unRendezVous('RDV du commissariat')))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const { suiviId } = await unSuivi({ api }, 'cvp')
  await valeur(api.echeances.ajouter({ id: unId(), suiviId, date: jour, libelle: 'RDV au greffe' }))
  expect(await lire(api)).toEqual([`${jour} rendez-vous RDV au greffe`])
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  expect(await lire(api)).toEqual([`${jour} rendez-vous RDV au greffe`])
  expect(await api.agenda.reunions(semaine)).toEqual(refus('droit-absent'))
  expect(await api.reglages.changerDispositif({ dispositif: 'isc' })).toEqual(refus('droit-absent'))
  await session.verrouiller()
  await session.ouvrir({ phrase: `${phrases.autre} 1` })
  expect(await valeur(api.agenda.reunions(semaine))).toEqual([])
  for (const appel of ['lire', 'apercu', 'imprimer'] as const)
    expect(await api.agenda[appel](semaine)).toEqual(refus('droit-absent'))
  expect(await api.agenda.imprimerAvecNoms({ ...semaine, confirmation: 'avec-noms' })).toEqual(refus('droit-absent'))
})

test('le papier ne porte ni nom ni mot tapé, sauf demandé en toutes lettres, et le journal le retient', async () => {
  const ecrites: string[] = []
  const imprimer = (html: string) => {
    ecrites.push(texteDe(html))
    return Promise.resolve(Buffer.from(html))
  }
  const { api, router, incidents } = await unService(jour, imprimer)
  const chemin = await unDossier()
  await valeur(api.entretiens.enregistrer(unRendezVous('RDV 9h avec Mme Zorglub <mère>')))
  const sobre = texteDe((await valeur(api.agenda.apercu(aujourdhui))).html)
  expect(sobre).toMatch(/Lundi 2 juin 2025.*09 h 00 Rendez-vous Situation n° 1/u)
  expect(await router('agenda', 'imprimer', aujourdhui, { chemin })).toMatchObject({ ok: true })
  for (const papier of [sobre, ...ecrites]) expect(papier).not.toMatch(/Zorglub|Ali|mère/iu)
  for (const confirmation of [undefined, 'oui'])
    expect(await router('agenda', 'imprimerAvecNoms', { ...aujourdhui, confirmation }, { chemin })).toMatchObject({
      ok: false,
      erreur: { code: 'entree-invalide' },
    })
  const confirmee = { ...aujourdhui, confirmation: 'avec-noms' }
  expect(await router('agenda', 'imprimerAvecNoms', confirmee, { chemin })).toMatchObject({
    ok: true,
    value: { fichiers: [`journee-${jour}-avec-noms.pdf`] },
  })
  expect(ecrites.at(-1)).toContain('RDV 9h avec Mme Zorglub &lt;mère&gt; ZORGLUB Ali (situation n° 1)')
  const { lignes } = await valeur(api.journal.lire({ avant: null, combien: 20 }))
  expect(lignes.map((l) => l.geste).filter((geste) => geste.startsWith('agenda.'))).toEqual([
    'agenda.imprimerAvecNoms',
    'agenda.imprimer',
  ])
  expect(JSON.stringify(lignes)).not.toMatch(/Zorglub/iu)
  expect(incidents).toEqual([])
})

test('la liste de la semaine s’écrit en PDF, un jour après l’autre, ceux sans rien compris', async () => {
  const { imprimer, fermer } = ouvrirImprimante()
  onTestFinished(fermer)
  const { router, api } = await unService(jour, imprimer)
  await valeur(api.entretiens.enregistrer(unRendezVous('RDV', '2025-06-05')))
  const { html } = await valeur(api.agenda.apercu(semaine))
  expect(texteDe(html)).toMatch(/Lundi 2 juin 2025 Rien de noté.*Jeudi 5 juin 2025 Heure.*Dimanche 8 juin 2025/u)
  const chemin = await unDossier()
  expect(await router('agenda', 'imprimer', semaine, { chemin })).toMatchObject({ ok: true })
  expect(await readdir(chemin)).toEqual([`semaine-${jour}.pdf`])
  expect((await readFile(join(chemin, `semaine-${jour}.pdf`))).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await router('agenda', 'imprimer', semaine, {})).toEqual(refus('annule'))
})

test('des jours à l’envers, ou trop nombreux, sont refusés', async () => {
  const { api } = await unService(jour)
  for (const demande of [
    { du: '2025-06-08', au: jour, jour },
    { du: '2025-01-01', au: '2025-12-31', jour },
    { du: '2025-02-30', au: '2025-03-01', jour },
  ])
    expect(await api.agenda.lire(demande)).toMatchObject(refus('entree-invalide'))
})

const unDossier = async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-agenda-'))
  onTestFinished(() => rm(dossier, { recursive: true, force: true }))
  return dossier
}
