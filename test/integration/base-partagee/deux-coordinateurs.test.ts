import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import type { Consolidation } from '#db/consolidation/base.ts'
import { avecServeur } from '#db/consolidation/serveur.ts'
import { listerEditions } from '#db/queries/registre.ts'
import { publierBilan } from '#electron/service/bilan/publier.ts'
import { type OutilsConsolide, preparerConsolide } from '#electron/service/consolide/preparer.ts'
import { cleDeReception } from '#electron/service/lots/cles.ts'
import { recevoirLot } from '#electron/service/lots/recevoir.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { uneBase } from '../../fixtures/base.ts'
import { demarrerServeur, phrases, type Serveur } from '../../fixtures/postgres.ts'
import { anneeDe, imprimer, outilsDe, unDossierDeTest } from '../../fixtures/postes-inventes.ts'
import { maintenant, unLot, unPoste } from '../lots/aide.ts'

let serveur: Serveur
beforeAll(async () => {
  serveur = await demarrerServeur()
})
afterAll(() => serveur.arreter())

const demande = anneeDe(2025)
type Qui = keyof typeof phrases

/** A shared base, and each coordinator with a coffre of his own. */
const unPartage = async () => {
  const nom = await serveur.preparerBase()
  const cle = await cleDeReception(await uneBase(), maintenant)
  const comme = async <T>(qui: Qui, travail: (outils: OutilsConsolide) => Promise<T>): Promise<T> => {
    const db = await uneBase()
    const acces = { adresse: lireAdresse(`postgres://${qui}@127.0.0.1:${serveur.port}/${nom}`), phrase: phrases[qui] }
    return avecServeur(acces, (base: Consolidation) => travail({ ...outilsDe(db), base }))
  }
  const recevoir = async (poste: string, personnes: number) => {
    const { octets } = await unLot(await unPoste(poste, personnes), cle.publique)
    await comme('alice', ({ base }) => recevoirLot(base, octets, cle, maintenant))
  }
  return { comme, recevoir }
}

const preparer = (outils: OutilsConsolide) => preparerConsolide(outils, demande, 'apercu')

/** Publishes what was prepared; the files written, or why none is. */
const publier = async (outils: OutilsConsolide, { aPublier }: Awaited<ReturnType<typeof preparer>>) => {
  const dossier = unDossierDeTest()
  try {
    await publierBilan({ ...outils, imprimer }, aPublier, { dossier, formats: ['json'] })
  } catch (error) {
    expect(readdirSync(dossier)).toEqual([])
    expect(await listerEditions(outils.db, 'isc', 'consolidation')).toEqual([])
    return raison(error)
  }
  return readdirSync(dossier).join()
}

const raison = (error: unknown): string => {
  if (!(error instanceof ErreurMetier)) throw error
  return error.erreur.champs?.['motif'] ?? error.erreur.code
}

test('ce qu’un coordinateur a publié compte pour l’autre : quatre personnes de plus ne se retrouvent pas par différence', async () => {
  const { comme, recevoir } = await unPartage()
  await recevoir('Pantin', 14)
  await recevoir('Bobigny', 16)
  expect(await comme('alice', async (outils) => publier(outils, await preparer(outils)))).toContain('.json')
  await recevoir('Drancy', 4)
  expect(await comme('bruno', (outils) => preparer(outils).then(() => '', raison))).toBe('trop-peu-de-personnes')
  await recevoir('Gagny', 8)
  expect(await comme('bruno', async (outils) => publier(outils, await preparer(outils)))).toContain('.json')
})

test('deux coordinateurs qui préparent en même temps : le second qui publie recommence, et rien n’est écrit', async () => {
  const { comme, recevoir } = await unPartage()
  await recevoir('Pantin', 14)
  const issues = await comme('alice', (a) =>
    comme('bruno', async (b) => {
      const [sienne, autre] = [await preparer(a), await preparer(b)]
      return [await publier(a, sienne), await publier(b, autre), await publier(b, await preparer(b))]
    }),
  )
  expect(issues).toEqual([expect.stringContaining('.json'), 'entre-temps', expect.stringContaining('.json')])
})

test('qui ne peut que lire la base partagée ne publie pas dans le dos des autres', async () => {
  const { comme, recevoir } = await unPartage()
  await recevoir('Pantin', 14)
  const lecteur = comme('lea', async (outils) => publier(outils, await preparer(outils)))
  expect(await lecteur.catch(raison)).toBe('base-droit')
})
