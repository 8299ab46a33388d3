import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '#electron/service/context.ts'
import { lireEdition, listerEditions } from '#db/queries/registre.ts'
import type { Format } from '#shared/domaine/bilan/bilan.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unDossier } from '../export/export.ts'

const demande: DemandeBilan = {
  dispositif: 'mission-locale',
  du: '2012-01-01',
  au: '2012-12-31',
  seuil: 5,
  mode: 'masquage',
}
const fichier = join(import.meta.dirname, '../../fixtures/imports/missions-locales-2012.csv')

/** The file of Dordogne imported in a coffre of its own, and what is published of its year 2012. */
export const uneDordogne = async (imprimer?: Context['imprimer']) => {
  const { api, router, db } = await unService('2026-11-22', imprimer)
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'mission-locale'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'mission-locale' }))
  await valeur(
    api.echanges.importer({
      nom: 'missions-locales-2012.csv',
      contenu: readFileSync(fichier).toString('base64'),
      dispositif: 'mission-locale',
      correspondance: {},
    }),
  )
  /** The folder where the files are written. */
  const publierDans = async (formats: readonly Format[]): Promise<string> => {
    const chemin = join(await unDossier(), 'sortie')
    const reponse = await router('bilans', 'exporter', { ...demande, formats }, { chemin })
    if (!reponse.ok) throw new Error(JSON.stringify(reponse.erreur))
    return chemin
  }
  const publier = async (formats: readonly Format[]) => lireDossier(await publierDans(formats))
  const republier = async (edition: string) => {
    const chemin = join(await unDossier(), 'reprise')
    const reponse = await router('bilans', 'republier', { edition }, { chemin })
    if (!reponse.ok) throw new Error(JSON.stringify(reponse.erreur))
    return lireDossier(chemin)
  }
  const editions = async () =>
    Promise.all((await listerEditions(db(), 'mission-locale')).map(({ id }) => lireEdition(db(), id)))
  return { api, publierDans, publier, republier, editions }
}

export type Ecrits = ReadonlyMap<string, Buffer>

/** Every file of a folder, by its path in it. */
const lireDossier = (dossier: string): Ecrits =>
  new Map(
    readdirSync(dossier, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .map((chemin) => [chemin.slice(dossier.length + 1), readFileSync(chemin)] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  )
