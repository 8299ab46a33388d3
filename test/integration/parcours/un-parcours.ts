import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

/** The day these services live, unless told otherwise. */
export const jour = '2025-06-02'

/** A stay under way, whose form gives its id and its suivi. */
export const passage = {
  etablissement: 'ma-perigueux',
  quartier: null,
  entree: '2025-01-01',
  sortie: null,
  mode: null,
}

/** A real service whose screens show the CVP, or another dispositif, where the judicial frame may be noted. */
export const unServiceCvp = async (aujourdhui = jour, dispositif: CodeDispositif = 'cvp') => {
  const service = await unService(aujourdhui)
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', dispositif] }))
  await valeur(api.reglages.changerDispositif({ dispositif }))
  await valeur(api.parcours.declarerNecessite({ necessite: { declareeLe: '2025-01-02', par: 'dpo' } }))
  return Object.assign(service, { suivi: await unSuivi(service, dispositif) })
}

type Service = Awaited<ReturnType<typeof unService>>

/** Somebody met once under the dispositif shown: her suivi and her entretien. */
export const unSuivi = async ({ api }: Pick<Service, 'api'>, dispositif: CodeDispositif, nom = 'Keita') => {
  const personne = unePersonne({ nom, prenom: 'Ali', naissance: '2003-04-05' })
  const entretien = entretienJustice(personne, dispositif)
  await valeur(api.entretiens.enregistrer(entretien))
  return { suiviId: entretien.suivi.id, personne, entretien }
}

export const entretienJustice = (
  personne: ReturnType<typeof unePersonne>,
  dispositif: CodeDispositif,
  champs: Partial<EntretienASaisir> = {},
): EntretienASaisir =>
  unEntretien({
    suivi: { id: unId(), saisineDate: '2025-02-01', reponses: {} },
    date: '2025-02-10',
    reponses: {},
    presences: [unePresence(personne, { role: dispositif === 'cvp' ? 'accompagnee' : 'jeune', reponses: {} })],
    ...champs,
  })
