import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { listerEditions } from '#db/queries/registre.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { fichier2012 } from '../../fixtures/imports/fichiers.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unDossier } from '../export/export.ts'

export const annee: DemandeBilan = {
  dispositif: 'isc',
  du: '2012-01-01',
  au: '2012-12-31',
  seuil: 5,
  mode: 'masquage',
}
export const semestre: DemandeBilan = { ...annee, au: '2012-06-30' }

/** A coffre that holds the year 2012, what may happen to it, and its publications. */
export const unPoste2012 = async () => {
  const { api, router, db } = await unService('2026-11-22')
  const fichier = { nom: 'isc-2012.csv', contenu: fichier2012('csv').toString('base64'), dispositif: 'isc' } as const
  await valeur(api.echanges.importer({ ...fichier, correspondance: {} }))
  /** « publié », or the code of the refusal with its figures: nothing is then written, nothing entered in the ledger. */
  const publier = async (demande: DemandeBilan): Promise<string> => {
    const avant = await listerEditions(db(), 'isc')
    const sortie = join(await unDossier(), 'sortie')
    const reponse = await router('bilans', 'exporter', { ...demande, formats: ['json'] }, { chemin: sortie })
    if (reponse.ok) {
      expect(readdirSync(sortie)).toHaveLength(1)
      return 'publié'
    }
    expect(existsSync(sortie)).toBe(false)
    expect(await listerEditions(db(), 'isc')).toEqual(avant)
    const { le: _, ...champs } = reponse.erreur.champs ?? {}
    return [reponse.erreur.code, ...Object.entries(champs).map(([cle, n]) => `${cle} ${n}`)].join(' ')
  }
  const recevoir = async (nombre: number) => {
    const recus = Array.from({ length: nombre }, (_, i) => {
      const fiche = unePersonne({ reponses: { sexe: i % 2 === 0 ? 'femme' : 'homme' } })
      const suivi = {
        id: unId(),
        saisineDate: '2012-09-03',
        reponses: { saisine: 'plainte', problematique: 'logement' },
      }
      return { fiche, entretien: unEntretien({ suivi, date: '2012-09-04', presences: [unePresence(fiche)] }) }
    })
    for (const { entretien } of recus) await valeur(api.entretiens.enregistrer(entretien))
    return recus
  }
  return { api, db, publier, recevoir }
}
