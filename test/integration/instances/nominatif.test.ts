import { expect, test } from 'vitest'
import { codesGenreInstance } from '#shared/domaine/instances/genres.ts'
import { peutEtreDeclaree } from '#shared/domaine/instances/instance.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { uneCellule, uneInstance, unPoint, uneReunion, unSignataire } from './des-instances.ts'

const nonNominative = { ok: false, erreur: { code: 'instance-non-nominative' } }
const nonSignee = { ok: false, erreur: { code: 'charte-non-signee' } }

test('dans une cellule de veille déclarée, où tous ont signé, un point se note, se relit et se détruit', async () => {
  const { api, db, reunion } = await uneCellule()
  const point = unPoint(reunion.id)
  await valeur(api.instances.noterPoint(point))
  const { points } = await valeur(api.instances.lirePoints({ reunionId: reunion.id }))
  expect(points).toEqual([{ ...point, nom: null, aDetruireLe: '2033-01-01' }])
  await valeur(api.instances.effacerPoint({ id: point.id, reunionId: reunion.id }))
  expect(await db().selectFrom('point_nominatif').selectAll().execute()).toEqual([])
})

test('ni la plénière, ni le restreint, ni aucune autre instance ne parle d’une personne, même à une fenêtre hostile', async () => {
  const { api, db } = await uneCellule()
  for (const genre of codesGenreInstance) {
    const instance = uneInstance({ genre, nom: genre })
    const reunion = uneReunion(instance.id)
    await valeur(api.instances.enregistrer(instance))
    await valeur(api.instances.enregistrerReunion(reunion))
    expect(await api.instances.noterPoint(unPoint(reunion.id))).toEqual(nonNominative)
    expect(await api.instances.lirePoints({ reunionId: reunion.id })).toEqual(nonNominative)
    expect(await api.instances.enregistrer({ ...instance, genre: 'pleniere', l1325Le: '2025-01-01' })).toEqual(
      nonNominative,
    )
  }
  expect(await db().selectFrom('point_nominatif').selectAll().execute()).toEqual([])
})

test('la plénière et le restreint ne peuvent être déclarés groupes de l’article L132-5, ni aucun autre genre', async () => {
  const { api } = await uneCellule()
  const fermes = codesGenreInstance.filter((genre) => !peutEtreDeclaree({ genre }))
  expect(fermes).toHaveLength(codesGenreInstance.length - 2)
  for (const genre of fermes)
    expect(await api.instances.enregistrer(uneInstance({ genre, l1325Le: '2025-01-01' }))).toEqual(nonNominative)
})

test('une ligne forgée dans la base sous une plénière n’est jamais rendue', async () => {
  const { api, db, reunion } = await uneCellule()
  const pleniere = uneInstance()
  const seance = uneReunion(pleniere.id)
  const point = unPoint(reunion.id)
  await valeur(api.instances.enregistrer(pleniere))
  await valeur(api.instances.enregistrerReunion(seance))
  await valeur(api.instances.noterPoint(point))
  await db().updateTable('point_nominatif').set({ reunion_id: seance.id }).where('id', '=', point.id).execute()
  expect(await api.instances.lirePoints({ reunionId: seance.id })).toEqual(nonNominative)
  const lu = JSON.stringify(await valeur(api.instances.lire({ annee: 2025, jour: '2025-06-02' })))
  expect(lu).toContain('Relancer la charte')
  expect(lu).not.toContain('Zorglub')
})

test('une fonction présente sans signataire ferme la lecture comme l’écriture', async () => {
  const { api, reunion, signataires } = await uneCellule()
  await valeur(api.instances.noterPoint(unPoint(reunion.id)))
  const [, bailleur] = signataires
  if (bailleur === undefined) throw new Error('no bailleur')
  await valeur(api.instances.enregistrerSignataire({ ...bailleur, retireeLe: '2025-05-01' }))
  expect(await api.instances.lirePoints({ reunionId: reunion.id })).toEqual(nonSignee)
  expect(await api.instances.noterPoint(unPoint(reunion.id))).toEqual(nonSignee)
  await valeur(api.instances.enregistrerSignataire({ ...bailleur, retireeLe: '2025-05-21' }))
  expect((await valeur(api.instances.lirePoints({ reunionId: reunion.id }))).points).toHaveLength(1)
  await valeur(api.instances.retirer({ genre: 'signataire', id: bailleur.id }))
  expect(await api.instances.lirePoints({ reunionId: reunion.id })).toEqual(nonSignee)
})

test('une réunion sans présence notée n’ouvre aucun point', async () => {
  const { api, cellule } = await uneCellule()
  const vide = uneReunion(cellule.id, { presences: [], decisions: [] })
  await valeur(api.instances.enregistrerReunion(vide))
  expect(await api.instances.noterPoint(unPoint(vide.id))).toEqual(nonSignee)
})

test('ce qui a permis de parler d’une personne ne peut plus être défait sous elle', async () => {
  const { api, cellule, reunion } = await uneCellule()
  const point = unPoint(reunion.id)
  await valeur(api.instances.noterPoint(point))
  expect(await api.instances.enregistrer({ ...cellule, l1325Le: null })).toEqual(nonNominative)
  expect(await api.instances.enregistrer({ ...cellule, genre: 'restreint', l1325Le: null })).toEqual(nonNominative)
  expect(await api.instances.enregistrer({ ...cellule, l1325Le: '2025-05-21' })).toEqual(nonNominative)
  expect(await api.instances.enregistrerReunion({ ...reunion, date: '2025-01-09', convoqueeLe: null })).toEqual(
    nonNominative,
  )
  const avecPolice = [...reunion.presences, { fonction: 'police-nationale', etat: 'present' as const }]
  expect(await api.instances.enregistrerReunion({ ...reunion, presences: avecPolice })).toEqual(nonSignee)
  for (const chose of [{ genre: 'reunion', id: reunion.id } as const, { genre: 'instance', id: cellule.id } as const])
    expect(await api.instances.retirer(chose)).toMatchObject({ erreur: { champs: { id: 'points-nominatifs' } } })
  await valeur(api.instances.effacerPoint({ id: point.id, reunionId: reunion.id }))
  await valeur(api.instances.retirer({ genre: 'reunion', id: reunion.id }))
  expect(await api.instances.lirePoints({ reunionId: reunion.id })).toEqual({
    ok: false,
    erreur: { code: 'introuvable' },
  })
})

test('un point garde sa réunion, une personne connue du coffre et des valeurs des listes', async () => {
  const { api, cellule, reunion } = await uneCellule()
  const autre = uneReunion(cellule.id, { decisions: [] })
  await valeur(api.instances.enregistrerReunion(autre))
  const point = unPoint(reunion.id)
  await valeur(api.instances.noterPoint(point))
  expect(await api.instances.noterPoint({ ...point, reunionId: autre.id })).toMatchObject({
    erreur: { champs: { id: 'pris' } },
  })
  expect(await api.instances.noterPoint(unPoint(reunion.id, { origine: 'fichier-de-police' }))).toMatchObject({
    erreur: { code: 'valeur-inconnue', champs: { origine: 'valeur-inconnue' } },
  })
  expect(await api.instances.noterPoint(unPoint(reunion.id, { designation: null, personneId: unId() }))).toMatchObject({
    erreur: { code: 'introuvable' },
  })
  expect(await api.instances.noterPoint({ ...point, decision: 'x'.repeat(161) })).toMatchObject({ ok: false })
  const awa = unePersonne({ nom: 'Diallo', prenom: 'Awa', naissance: '2009-03-04', reponses: {} })
  await valeur(api.personnes.enregistrer(awa))
  await valeur(api.instances.noterPoint(unPoint(reunion.id, { designation: null, personneId: awa.id })))
  const { points } = await valeur(api.instances.lirePoints({ reunionId: reunion.id }))
  expect(points.map((p) => p.nom)).toEqual(expect.arrayContaining([null, 'DIALLO Awa']))
})

test('une signature à venir, ou retirée avant d’être donnée, est refusée', async () => {
  const { api } = await uneCellule()
  expect(await api.instances.enregistrerSignataire(unSignataire('pjj', { signeeLe: '2025-06-03' }))).toMatchObject({
    erreur: { champs: { signeeLe: 'futur' } },
  })
  expect(await api.instances.enregistrerSignataire(unSignataire('pjj', { retireeLe: '2025-01-14' }))).toMatchObject({
    erreur: { champs: { retireeLe: 'avant-signature' } },
  })
})
