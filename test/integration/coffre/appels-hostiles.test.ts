import { assert, asyncProperty, constantFrom } from 'fast-check'
import { expect, test } from 'vitest'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { eprouverAppels } from '../epreuves/appels.ts'
import { observer } from '../epreuves/observateur.ts'
import { hostile } from './hostile.ts'
import { appeler, appels, unPosteGarni } from './poste-garni.ts'

/** The doors of the coffre itself: tried with forged inputs only, or the test would lock itself out. */
const portes = new Set([
  'coffre.verrouiller',
  'coffre.presence',
  'coffre.etat',
  'coffre.essayer',
  'coffre.quitterEssai',
])
/** A call that asks nothing takes nothing at all, which a forged input may be. */
const sansEntree = (appel: string): boolean => {
  const [feature = '', method = ''] = appel.split('.')
  const declaree = Object.entries(contract).find(([nom]) => nom === feature)?.[1]
  const call = Object.entries(declaree ?? {}).find(([nom]) => nom === method)?.[1]
  return call?.input.safeParse(undefined).success === true
}

const refusee = (reponse: Reply<unknown>): string | undefined => (reponse.ok ? undefined : reponse.erreur.code)

test('chaque appel a une entrée qu’il accepte : les essais hostiles partent de là', async () => {
  const { entrees } = await unPosteGarni()
  expect(Object.keys(entrees).toSorted()).toEqual(appels.filter((a) => !a.startsWith('coffre.')).toSorted())
})

test('une valeur hostile à n’importe quelle place : un code, rien d’écrit, pas un incident', async () => {
  const { refus } = await eprouverAppels({ nombre: 2500, graine: 20_261_122 })
  expect(refus).toBeGreaterThan(1000)
})

test('une entrée forgée de bout en bout n’écrit rien', async () => {
  const { api, dossier, incidents } = await unPosteGarni()
  const { version } = await observer(dossier, 'une phrase pour les essais')
  const avant = await version()
  const exposes = appels.filter((a) => !portes.has(a) && !sansEntree(a))
  const essai = asyncProperty(constantFrom(...exposes), hostile, async (appel, entree) => {
    expect([appel, refusee(await appeler(api, appel, entree))]).toEqual([appel, 'entree-invalide'])
  })
  await assert(essai, { numRuns: 1500, seed: 20_261_122, endOnFailure: true })
  expect(await version()).toBe(avant)
  expect(incidents).toEqual([])
})

test('la moitié d’un emoji est rendue lisible, et la fiche s’enregistre', async () => {
  const { api, incidents } = await unPosteGarni()
  const entretien = { ...unEntretien(), note: 'à rappeler \uD83D' }
  await valeur(api.entretiens.enregistrer(entretien))
  expect((await valeur(api.entretiens.lire({ id: entretien.id }))).note).toBe('à rappeler \uFFFD')
  expect(incidents).toEqual([])
})
