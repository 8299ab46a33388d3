import { expect, test } from 'vitest'
import { unePersonne } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'
import { jour, uneInstance, unPoint, uneReunion, unSignataire } from './des-instances.ts'

const refus = { ok: false, erreur: { code: 'droit-absent' } }

/** A cellule de veille where the titulaire spoke of somebody of the coffre, then handed over to this user. */
const unCoffre = async (agent: Parameters<typeof unAgent>[0]) => {
  const { session, api, incidents } = await unCoffrePartage(unAgent(agent))
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'coordination'] }))
  const awa = unePersonne({ nom: 'Diallo', prenom: 'Awa', naissance: '2009-03-04' })
  await valeur(api.personnes.enregistrer(awa))
  const cellule = uneInstance({ genre: 'cellule-de-veille', frequence: 'mensuelle', l1325Le: '2025-01-10' })
  const reunion = uneReunion(cellule.id)
  await valeur(api.instances.enregistrer(cellule))
  await valeur(api.instances.enregistrerReunion(reunion))
  for (const fonction of ['maire', 'bailleur'])
    await valeur(api.instances.enregistrerSignataire(unSignataire(fonction)))
  const point = unPoint(reunion.id, { designation: null, personneId: awa.id })
  await valeur(api.instances.noterPoint(point))
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  return { api, incidents, awa, cellule, reunion, point }
}

test('un coordonnateur tient les instances, et ne lit ni ne désigne une personne du coffre', async () => {
  const { api, incidents, awa, reunion, point } = await unCoffre({
    role: 'coordonnateur',
    dispositifs: ['coordination'],
  })
  await valeur(api.instances.enregistrerReunion({ ...reunion, lieu: 'Mairie annexe' }))
  const lue = await valeur(api.instances.lire({ annee: 2025, jour }))
  expect(lue.reunions).toMatchObject([{ lieu: 'Mairie annexe' }])
  const { points } = await valeur(api.instances.lirePoints({ reunionId: reunion.id }))
  expect(points).toMatchObject([{ id: point.id, nom: null }])
  expect(JSON.stringify(points)).not.toMatch(/diallo|awa/iu)
  expect(await api.instances.noterPoint(unPoint(reunion.id, { designation: null, personneId: awa.id }))).toEqual(refus)
  await valeur(api.instances.noterPoint(unPoint(reunion.id)))
  const autre = uneInstance({ nom: 'Restreint', genre: 'restreint' })
  await valeur(api.instances.enregistrer(autre))
  await valeur(api.instances.retirer({ genre: 'instance', id: autre.id }))
  await valeur(api.instances.retablir({ genre: 'instance', id: autre.id }))
  await valeur(api.instances.effacerPoint({ id: point.id, reunionId: reunion.id }))
  expect((await valeur(api.instances.lirePoints({ reunionId: reunion.id }))).points).toHaveLength(1)
  expect(incidents).toEqual([])
})

test('un intervenant n’entre pas dans les instances', async () => {
  const { api, reunion } = await unCoffre({ role: 'intervenant', dispositifs: ['isc'] })
  expect(await api.instances.lire({ annee: 2025, jour })).toEqual(refus)
  expect(await api.instances.lirePoints({ reunionId: reunion.id })).toEqual(refus)
  expect(await api.instances.noterPoint(unPoint(reunion.id))).toEqual(refus)
})
