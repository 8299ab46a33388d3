import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { array, constantFrom, record } from 'fast-check'
import type { Db } from '#db/connection.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { chemins, deformation, lireA, remplacer } from '../coffre/hostile.ts'
import { unPosteGarni } from '../coffre/poste-garni.ts'
import { type Constat, eprouver, type Mesure } from './eprouver.ts'
import { observer } from './observateur.ts'

const imprimer = (html: string): Promise<Uint8Array> => Promise.resolve(Buffer.from(html))

/** Shows the dispositif that the call speaks of, whatever the calls before it did to the profile. */
const montrer = async (db: Db, appel: string): Promise<void> => {
  await choisirDispositifs(db, ['isc', 'cvp', 'tig'])
  await changerDispositif(db, appel.startsWith('parcours.') ? 'cvp' : appel.startsWith('tig.') ? 'tig' : 'isc')
}

/** Every call of the contract from an input that it accepts, spoilt in one to three places, on a coffre of one of everything. */
export const eprouverAppels = async (mesure: Mesure): Promise<Constat> => {
  const { router, db, dossier, entrees, incidents } = await unPosteGarni(imprimer)
  const { version } = await observer(dossier, 'une phrase pour les essais')
  const places = Object.entries(entrees).flatMap(([appel, entree]) =>
    chemins(entree).map((chemin) => ({ appel, chemin })),
  )
  const valeurs = Object.values(entrees).flatMap((entree) => chemins(entree).map((chemin) => lireA(entree, chemin)))
  const deformer = deformation(constantFrom(...valeurs))
  const ou = (appel: string): { readonly chemin?: string } => {
    const [feature, method] = appel.split('.')
    const demande = findCall(contract, feature, method)?.chemin
    return demande === undefined ? {} : { chemin: mkdtempSync(join(dossier, '..', 'sortie-')) }
  }
  const cas = record({
    place: constantFrom(...places),
    deformations: array(deformer, { minLength: 1, maxLength: 3 }),
    autres: array(constantFrom(...places), { maxLength: 2 }),
  }).map(({ place: { appel, chemin }, deformations, autres }) => {
    const lieux = [chemin, ...autres.filter((a) => a.appel === appel).map((a) => a.chemin)]
    const entree = deformations.reduce<unknown>((faite, une, i) => {
      const lieu = lieux[i % lieux.length] ?? []
      return remplacer(faite, lieu, une(lireA(faite, lieu)))
    }, entrees[appel])
    return { appel, lieux, entree }
  })
  return eprouver(
    {
      nom: 'appels',
      cas,
      preparer: ({ appel }) => montrer(db, appel),
      tenter: ({ appel, entree }) => {
        const [feature, method] = appel.split('.')
        return router(feature, method, enMessage(entree), ou(appel))
      },
      temoin: version,
      incidents,
      dire: ({ appel, lieux, entree }) => [appel, lieux, resumer(entree)],
    },
    mesure,
  )
}

/** As it comes out of a message between processes; what cannot travel never arrives. */
const enMessage = (entree: unknown): unknown => {
  try {
    return structuredClone(entree)
  } catch {
    return undefined
  }
}

const resumer = (entree: unknown): string => {
  try {
    return JSON.stringify(entree, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v)).slice(0, 600)
  } catch {
    return typeof entree
  }
}
