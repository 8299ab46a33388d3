import { expect, test } from 'vitest'
import { unEntretien, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'

/** A strategy with an indicator bound to the isc, in a coffre then opened by this user. */
const unCoffre = async (agent: Parameters<typeof unAgent>[0]) => {
  const { session, api } = await unCoffrePartage(unAgent(agent))
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'coordination'] }))
  await valeur(api.entretiens.enregistrer(unEntretien()))
  const { id } = await valeur(api.strategie.chargerExemple({ exemple: 'aix-en-provence' }))
  const { fiches } = await valeur(api.strategie.resumer({ id, annee: 2025 }))
  const ficheId = fiches[0]?.id ?? ''
  const lie = { id: unId(), ficheId, libelle: 'Reçues', type: 'nombre', unite: '', sens: 'hausse' } as const
  await valeur(api.strategie.enregistrerIndicateur({ ...lie, periodicite: 'annee', liaison: 'isc-personnes' }))
  const lireLie = async () => {
    const { indicateurs } = await valeur(api.strategie.lireFiche({ id: ficheId, annee: 2025 }))
    return indicateurs.find((i) => i.id === lie.id)?.annee
  }
  const avant = await lireLie()
  await session.verrouiller()
  await session.ouvrir({ phrase: phrases.agent })
  return { api, id, avant, lireLie }
}

test('un coordonnateur tient la stratégie, sans rien lire de ce qui se compte des suivis', async () => {
  const { api, id, avant, lireLie } = await unCoffre({ role: 'coordonnateur', dispositifs: ['coordination'] })
  expect(avant).toMatchObject({ realise: { type: 'nombre', nombre: 1 }, masque: false })
  // Neither the number, nor a zero that would be wrong.
  expect(await lireLie()).toMatchObject({ realise: null, masque: true })
  const { axes } = await valeur(api.strategie.resumer({ id, annee: 2025 }))
  expect(axes).toHaveLength(4)
  await valeur(api.strategie.enregistrerAxe({ id: unId(), strategieId: id, numero: '5', titre: 'Numérique' }))
})

test('un intervenant n’entre pas dans la stratégie', async () => {
  const { api, id } = await unCoffre({ role: 'intervenant', dispositifs: ['isc'] })
  const refus = { ok: false, erreur: { code: 'droit-absent' } }
  expect(await api.strategie.lister()).toEqual(refus)
  expect(await api.strategie.resumer({ id, annee: 2025 })).toEqual(refus)
  expect(await api.strategie.chargerExemple({ exemple: 'aix-en-provence' })).toEqual(refus)
})
