import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unServiceCvp, unSuivi } from '../parcours/un-parcours.ts'

const jour = '2025-06-02'

const unDossier = async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-papiers-'))
  onTestFinished(() => rm(dossier, { recursive: true, force: true }))
  return dossier
}

/** Somebody inside, released in three weeks, with a partner where something is under way. */
const unSortant = async () => {
  const service = await unServiceCvp(jour)
  const { api, suivi } = service
  const { suiviId } = suivi
  const partenaireId = unId()
  const commun = { courriel: null, commune: 'Valombre', actif: true }
  await valeur(
    api.partenaires.enregistrer({
      ...commun,
      id: partenaireId,
      nom: 'Foyer <des> Rives',
      genre: 'hebergement',
      interlocuteur: 'Mme Discrète',
      telephone: '01 99 00 12 34',
      adresse: '3, rue du Pont',
      note: 'Ouvert du lundi au vendredi.\nSonner deux fois.',
    }),
  )
  await valeur(
    api.partenaires.enregistrer({
      ...commun,
      id: unId(),
      nom: 'Abri du Val',
      genre: 'hebergement',
      interlocuteur: null,
      telephone: null,
      adresse: null,
      note: null,
    }),
  )
  await valeur(
    api.partenaires.enregistrer({
      ...commun,
      id: unId(),
      nom: 'Ancien foyer',
      genre: 'hebergement',
      interlocuteur: null,
      telephone: null,
      adresse: null,
      note: null,
      actif: false,
    }),
  )
  await valeur(
    api.parcours.enregistrerPassage({
      id: unId(),
      suiviId,
      etablissement: 'cd-neuvic',
      quartier: 'sas',
      entree: '2025-01-01',
      sortie: null,
      mode: null,
    }),
  )
  await valeur(
    api.parcours.enregistrerMesure({ id: unId(), suiviId, mesure: 'sl', du: '2025-03-01', finPrevue: null, au: null }),
  )
  await valeur(api.parcours.noterRepere({ suiviId, repere: 'sortie-prevue', date: '2025-06-20' }))
  await valeur(
    api.parcours.enregistrerDemarche({
      id: unId(),
      suiviId,
      domaine: 'logement',
      demarche: 'hebergement',
      partenaireId,
      ouverteLe: '2025-05-02',
      echeance: null,
      precision: 'ne doit jamais sortir',
    }),
  )
  return { ...service, suiviId }
}

const texteDe = (html: string): string =>
  html
    .replace(/<style>[\s\S]*<\/style>/u, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')

test('la liste à emporter ne nomme personne par défaut, et jamais la mesure ni la précision d’une démarche', async () => {
  const { api, suiviId } = await unSortant()
  const lire = async (designation: 'numero' | 'initiales' | 'noms') =>
    texteDe((await valeur(api.impressions.apercuListe({ jour, suivis: [suiviId], designation }))).html)
  const anonyme = await lire('numero')
  expect(anonyme).toContain('Suivi n° 1')
  expect(anonyme).toContain('Centre de détention, Neuvic')
  expect(anonyme).toContain('sortie prévue le 20/06/2025')
  expect(anonyme).toContain('CHRS, résidence sociale, ALT : à faire')
  for (const designation of ['numero', 'initiales', 'noms'] as const)
    expect(await lire(designation)).not.toMatch(/semi-liberté|sortie sèche|risque|ne doit jamais sortir|prévenu/iu)
  expect(anonyme).not.toMatch(/Keita|K\. A\./iu)
  expect(await lire('initiales')).toContain('K. A.')
  expect(await lire('initiales')).not.toMatch(/Keita/iu)
  expect(await lire('noms')).toMatch(/KEITA Ali/u)
})

test('le guide ne dit ni interlocuteur ni note sans qu’on le demande, et laisse les partenaires qui ne servent plus', async () => {
  const { api } = await unSortant()
  const sobre = (
    await valeur(api.impressions.apercuGuide({ jour, suiviId: null, interlocuteurs: false, notes: false }))
  ).html
  expect(texteDe(sobre)).toMatch(/Foyer &lt;des&gt; Rives.*3, rue du Pont, Valombre.*01 99 00 12 34/u)
  expect(sobre).not.toMatch(/Discrète|Sonner|Ancien foyer|Keita|D’abord, pour vous/iu)
  const entier = (await valeur(api.impressions.apercuGuide({ jour, suiviId: null, interlocuteurs: true, notes: true })))
    .html
  expect(entier).toContain('Demander\u00A0: Mme Discrète')
  expect(entier).toContain('Ouvert du lundi au vendredi.<br>Sonner deux fois.')
})

test('le guide d’une personne met d’abord ses besoins et le lieu de sa démarche, calcule ses délais et ne la nomme pas', async () => {
  const { api, suiviId } = await unSortant()
  await valeur(api.parcours.noterRepere({ suiviId, repere: 'rendez-vous-dehors', date: '2025-06-21' }))
  const { html } = await valeur(api.impressions.apercuGuide({ jour, suiviId, interlocuteurs: false, notes: false }))
  const texte = texteDe(html)
  expect(texte).toContain('Premier rendez-vous dehors : le 21/06/2025')
  expect(texte).toContain('jusqu’au 19/12/2025')
  expect(texte.indexOf('Foyer')).toBeLessThan(texte.indexOf('Abri du Val'))
  expect(texte.indexOf('Famille, enfants')).toBeGreaterThan(texte.indexOf('Travail et formation'))
  expect(texte).not.toMatch(/Keita|semi-liberté/iu)
})

test('un suivi inconnu, clos ou d’un autre métier est introuvable, et un métier sans parcours n’imprime rien', async () => {
  const { api, suiviId } = await unSortant()
  const sansSortie = await unSuivi({ api }, 'cvp', 'Dehors')
  for (const suivi of [unId(), sansSortie.suiviId])
    expect(await api.impressions.apercuListe({ jour, suivis: [suiviId, suivi], designation: 'numero' })).toMatchObject({
      ok: false,
      erreur: { code: 'introuvable' },
    })
  expect(
    await api.impressions.apercuGuide({ jour, suiviId: unId(), interlocuteurs: false, notes: false }),
  ).toMatchObject({ ok: false, erreur: { code: 'introuvable' } })
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  expect(await api.impressions.apercuGuide({ jour, suiviId, interlocuteurs: false, notes: false })).toMatchObject({
    ok: false,
    erreur: { champs: { dispositif: 'sans-parcours' } },
  })
  expect(await api.impressions.apercuListe({ jour, suivis: [suiviId], designation: 'numero' })).toMatchObject({
    ok: false,
  })
})

test('les deux papiers s’écrivent en PDF dans le dossier choisi, sous un nom qui ne dit personne', async () => {
  const { imprimer, fermer } = ouvrirImprimante()
  onTestFinished(fermer)
  const { router, api } = await unService(jour, imprimer)
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['cvp'] }))
  const personne = unePersonne({ nom: 'Keita', prenom: 'Ali' })
  const { suiviId } = await unSuivi({ api }, 'cvp', personne.anonyme ? '' : personne.nom)
  await valeur(api.parcours.noterRepere({ suiviId, repere: 'sortie-prevue', date: '2025-06-20' }))
  const dossier = await unDossier()
  await writeFile(join(dossier, 'guide-du-sortant.pdf'), 'ancien')
  const liste = { jour, suivis: [suiviId], designation: 'numero' }
  const guide = { jour, suiviId: null, interlocuteurs: false, notes: false }
  expect(await router('impressions', 'imprimerListe', liste, { chemin: dossier })).toEqual({
    ok: true,
    value: { dossier, fichiers: [`liste-preparation-${jour}.pdf`] },
  })
  expect(await router('impressions', 'imprimerGuide', guide, { chemin: dossier })).toMatchObject({ ok: true })
  expect(await readdir(dossier)).toEqual(['guide-du-sortant.pdf', `liste-preparation-${jour}.pdf`])
  for (const nom of await readdir(dossier))
    expect((await readFile(join(dossier, nom))).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await router('impressions', 'imprimerListe', liste, {})).toMatchObject({
    ok: false,
    erreur: { code: 'annule' },
  })
})
