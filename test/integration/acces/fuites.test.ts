import { expect, test } from 'vitest'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { chemins, remplacer } from '../coffre/hostile.ts'
import { appeler, appels, unPosteGarni } from '../coffre/poste-garni.ts'
import { marques, planterCoteCache, toutLire } from './cote-cache.ts'

/** « Camille », an intervenant of `isc`, is a user of that coffre (poste-garni.ts). */
const phrases = { titulaire: 'une phrase pour les essais', camille: 'la phrase de Camille' }

const unCoffreAuxDeuxCotes = async () => {
  const service = await unPosteGarni()
  const ouvrir = async (qui: keyof typeof phrases) => {
    await valeur(service.api.coffre.verrouiller())
    await valeur(service.api.coffre.ouvrir({ phrase: phrases[qui] }))
  }
  return { ...service, ouvrir }
}

const genre = (appel: string): 'query' | 'command' | undefined => {
  const [feature = '', method = ''] = appel.split('.')
  const methodes = Object.entries(contract).find(([nom]) => nom === feature)?.[1]
  return Object.entries(methodes ?? {}).find(([nom]) => nom === method)?.[1].kind
}

/** The doors of the coffre are tried elsewhere; that every other call has an input is asserted by `appels-hostiles.test.ts`. */
const essayes = (entrees: Readonly<Record<string, unknown>>, lequel: 'query' | 'command') =>
  appels.filter((a) => !a.startsWith('coffre.') && genre(a) === lequel && Object.hasOwn(entrees, a))

const estId = (lue: unknown): boolean =>
  typeof lue === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(lue)

/** But the seconds that a proof took, and the ids that a burst makes for what it would add. */
const sansHasard = (reponses: Readonly<Record<string, Reply<unknown>>>): unknown =>
  Object.fromEntries(
    Object.entries(reponses).map(([appel, reponse]) => [
      appel,
      sansIdsNeufs(
        appel,
        JSON.stringify(reponse, (cle, lue: unknown) => (cle === 'secondes' ? 0 : lue)),
      ),
    ]),
  )

const sansIdsNeufs = (appel: string, dit: string): string =>
  appel === 'rafale.examiner' ? dit.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, 'id') : dit

const valeurA = (entree: unknown, chemin: readonly (string | number)[]): unknown =>
  chemin.reduce<unknown>((ici, cle) => (ici as Readonly<Record<string | number, unknown>>)[cle], entree)

/** The same input, each of its ids in turn being that one. */
const avecId = (entree: unknown, id: string): readonly unknown[] =>
  chemins(entree)
    .filter((chemin) => chemin.length > 0 && estId(valeurA(entree, chemin)))
    .map((chemin) => remplacer(entree, chemin, id))

/** Ids of the rows that the titulaire sees and Camille does not. */
const idsCaches = async (service: Awaited<ReturnType<typeof unCoffreAuxDeuxCotes>>): Promise<readonly string[]> => {
  await service.ouvrir('titulaire')
  const tout = await toutLire(service.base())
  await service.ouvrir('camille')
  const siens = new Set([...(await toutLire(service.base())).values()].flat())
  const cachees = [...tout.values()].flat().filter((rangee) => !siens.has(rangee))
  return [
    ...new Set(cachees.flatMap((rangee) => Object.values(JSON.parse(rangee) as object).filter(estId))),
  ] as string[]
}

test('rien de ce qu’un utilisateur lit ne change selon ce que l’autre métier contient', async () => {
  const service = await unCoffreAuxDeuxCotes()
  const { api, entrees, ouvrir, incidents } = service
  const toutDemander = async (): Promise<Readonly<Record<string, Reply<unknown>>>> => {
    const reponses: Record<string, Reply<unknown>> = {}
    await ouvrir('camille')
    for (const appel of essayes(entrees, 'query')) reponses[appel] = await appeler(api, appel, entrees[appel])
    return reponses
  }
  const avant = await toutDemander()
  await ouvrir('titulaire')
  await planterCoteCache(service)
  // The titulaire reads them: the marks are where a leak would show.
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const tous = { texte: '', tri: { colonne: 'nom', sens: 'asc' as const }, page: { debut: 0, taille: 50 } }
  const lues = JSON.stringify(await valeur(api.personnes.lister(tous)))
  expect(marques.filter((marque) => !lues.includes(marque))).toEqual(['2025-09-19'])
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  const apres = await toutDemander()
  expect(sansHasard(apres)).toEqual(sansHasard(avant))
  const dit = JSON.stringify(apres)
  expect(marques.filter((marque) => dit.includes(marque))).toEqual([])
  expect(Object.values(apres).filter(({ ok }) => ok).length).toBeGreaterThan(15)
  expect(incidents).toEqual([])
})

test('ce qui est caché se demande comme ce qui n’existe pas', async () => {
  const service = await unCoffreAuxDeuxCotes()
  const { api, entrees, ouvrir, incidents } = service
  await planterCoteCache(service)
  const caches = (await idsCaches(service)).filter((id) => !JSON.stringify(entrees['personnes.lire']).includes(id))
  expect(caches.length).toBeGreaterThan(20)
  await ouvrir('camille')
  for (const appel of essayes(entrees, 'query')) {
    const [temoin] = avecId(entrees[appel], unId())
    if (temoin === undefined) continue
    const attendues = new Set<string>()
    for (const inconnue of avecId(entrees[appel], unId()))
      attendues.add(sansIdsNeufs(appel, JSON.stringify(await appeler(api, appel, inconnue))))
    for (const id of caches)
      for (const entree of avecId(entrees[appel], id)) {
        const dit = sansIdsNeufs(appel, JSON.stringify(await appeler(api, appel, entree)))
        expect([appel, id, attendues.has(dit), dit]).toEqual([appel, id, true, dit])
      }
  }
  expect(incidents).toEqual([])
})

test(
  'une fenêtre hostile n’écrit rien dans ce qui lui est caché, et n’en rapproche rien',
  { timeout: 120_000 },
  async () => {
    const service = await unCoffreAuxDeuxCotes()
    const { api, entrees, ouvrir, base } = service
    await planterCoteCache(service)
    const caches = await idsCaches(service)
    expect(caches.length).toBeGreaterThan(20)
    await ouvrir('titulaire')
    const tout = await toutLire(base())
    await ouvrir('camille')
    const siennes = await toutLire(base())
    for (const appel of essayes(entrees, 'command'))
      for (const id of caches) for (const entree of avecId(entrees[appel], id)) await appeler(api, appel, entree)
    await ouvrir('titulaire')
    const apres = await toutLire(base())
    for (const [table, rangees] of tout) {
      const visibles = new Set(siennes.get(table))
      const restent = new Set(apres.get(table))
      expect([table, rangees.filter((rangee) => !visibles.has(rangee) && !restent.has(rangee))]).toEqual([table, []])
    }
  },
)
