import { expect, test } from 'vitest'
import { unService, valeur } from '../../fixtures/service.ts'

test('ce qui est tapé dans un formulaire est gardé, dans son métier, jusqu’à ce qu’il soit enregistré', async () => {
  const { api } = await unService()
  const cle = 'suivi Nouvelle démarche'
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp'] }))
  expect(await valeur(api.reprises.lire({ cle }))).toBeNull()
  await valeur(api.reprises.garder({ cle, contenu: '{"precision":"dos"}' }))
  await valeur(api.reprises.garder({ cle, contenu: '{"precision":"dossier"}' }))
  expect(await valeur(api.reprises.lire({ cle }))).toBe('{"precision":"dossier"}')
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  expect(await valeur(api.reprises.lire({ cle }))).toBeNull()
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  await valeur(api.reprises.oublier({ cle }))
  expect(await valeur(api.reprises.lire({ cle }))).toBeNull()
})
