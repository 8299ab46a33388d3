import { expect, test } from 'vitest'
import { lireInstances } from '#db/queries/instances/lire-instances.ts'
import { instancesAix } from '#shared/domaine/instances/modele-aix.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { jour, uneCellule, uneInstance, unPoint, uneReunion } from './des-instances.ts'

test('le jeu d’Aix se crée d’un coup, et jamais deux fois', async () => {
  const { api, cellule } = await uneCellule()
  expect(await api.instances.adopterModele({ jour })).toMatchObject({ erreur: { champs: { instances: 'deja' } } })
  await valeur(api.instances.retirer({ genre: 'instance', id: cellule.id }))
  await valeur(api.instances.adopterModele({ jour }))
  const { instances } = await valeur(api.instances.lire({ annee: 2025, jour }))
  expect(instances.map((i) => i.nom).toSorted()).toEqual(
    instancesAix(jour, unId)
      .map((i) => i.nom)
      .toSorted(),
  )
  expect(instances.filter((i) => i.genre === 'groupe-territorial')).toHaveLength(6)
  const restreint = instances.find((i) => i.genre === 'restreint')
  expect(restreint).toMatchObject({
    tenues: 0,
    annee: { attendues: 4, manquees: 1 },
    regularite: { derniere: null, avantLe: '2025-03-31', enRetard: true },
  })
})

test('une réunion passée ne compte qu’une fois ses présences notées', async () => {
  const { api } = await uneCellule()
  const pleniere = uneInstance()
  await valeur(api.instances.enregistrer(pleniere))
  const seance = uneReunion(pleniere.id, { presences: [], decisions: [] })
  await valeur(api.instances.enregistrerReunion(seance))
  const lire = async () =>
    (await valeur(api.instances.lire({ annee: 2025, jour }))).instances.find((i) => i.id === pleniere.id)
  expect(await lire()).toMatchObject({ tenues: 0, regularite: { derniere: null } })
  await valeur(api.instances.enregistrerReunion({ ...seance, presences: [{ fonction: 'maire', etat: 'present' }] }))
  expect(await lire()).toMatchObject({ tenues: 1, regularite: { derniere: '2025-05-20', avantLe: '2026-12-31' } })
  await valeur(api.instances.retirer({ genre: 'reunion', id: seance.id }))
  expect(await lire()).toMatchObject({ tenues: 0 })
  await valeur(api.instances.retablir({ genre: 'reunion', id: seance.id }))
  expect(await lire()).toMatchObject({ tenues: 1 })
})

test('une réunion se refuse champ par champ, et n’est écrite qu’entière', async () => {
  const { api, db, cellule, reunion } = await uneCellule()
  const refus = async (champs: object) => {
    const reponse = await api.instances.enregistrerReunion({ ...uneReunion(cellule.id), ...champs })
    return reponse.ok ? {} : reponse.erreur.champs
  }
  const decision = { id: unId(), decision: 'Relancer', acteur: 'maire', pourLe: null, faiteLe: null }
  expect(await refus({ convoqueeLe: '2025-05-21' })).toEqual({ convoqueeLe: 'apres-reunion' })
  expect(await refus({ date: '2025-06-03' })).toMatchObject({ presences: 'futur', decisions: 'futur' })
  expect(await refus({ presences: [{ fonction: 'inconnue', etat: 'present' }] })).toEqual({
    presences: 'valeur-inconnue',
  })
  expect(await refus({ decisions: [{ ...decision, pourLe: '2025-05-19' }] })).toEqual({
    'decisions.0.pourLe': 'avant-reunion',
  })
  expect(await refus({ decisions: [{ ...decision, acteur: 'M. Martin' }] })).toHaveProperty(['decisions.0.acteur'])
  expect(await refus({ heure: '25:00' })).toHaveProperty('heure')
  const autre = uneInstance()
  await valeur(api.instances.enregistrer(autre))
  expect(await api.instances.enregistrerReunion({ ...reunion, instanceId: autre.id })).toMatchObject({
    erreur: { champs: { id: 'pris' } },
  })
  expect(await db().selectFrom('reunion').select('id').execute()).toEqual([{ id: reunion.id }])
})

test('le bilan ne lit que des nombres et des fonctions', async () => {
  const { api, db, cellule, reunion } = await uneCellule()
  await valeur(api.instances.noterPoint(unPoint(reunion.id)))
  const faite = { id: unId(), decision: 'Écrire au bailleur', acteur: 'maire', pourLe: null, faiteLe: '2025-05-30' }
  const tardive = { id: unId(), decision: 'Relancer', acteur: 'maire', pourLe: '2025-06-01', faiteLe: null }
  await valeur(api.instances.enregistrerReunion({ ...reunion, decisions: [faite, tardive] }))
  const autre = uneReunion(cellule.id, { date: '2024-11-05', convoqueeLe: null, decisions: [] })
  await valeur(api.instances.enregistrerReunion(autre))
  const bilan = await lireInstances(db(), 2025, jour)
  expect(bilan).toEqual([
    {
      genre: 'cellule-de-veille',
      nom: 'Cellule de veille',
      secteur: null,
      tenues: 1,
      annee: { attendues: 12, manquees: 4 },
      presences: [
        { fonction: 'maire', reunions: 1 },
        { fonction: 'bailleur', reunions: 1 },
      ],
      decisions: { total: 2, faites: 1, enRetard: 1 },
    },
  ])
  expect(JSON.stringify(bilan)).not.toMatch(/Zorglub|Relancer|rendez-vous/u)
})
