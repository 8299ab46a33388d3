import type { AccueilASaisir } from '#shared/domaine/tig/accueil.ts'
import type { JourneeASaisir } from '#shared/domaine/tig/journee.ts'
import type { PosteTravail } from '#shared/domaine/tig/poste-travail.ts'
import type { Context } from '#electron/service/context.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

export const jour = '2025-06-02'

export const unPoste = (champs: Partial<PosteTravail> = {}): PosteTravail => ({
  id: unId(),
  intitule: 'Entretien des parcs',
  service: 'Espaces verts',
  lieu: 'Parc municipal',
  missions: 'Bancs, allées, massifs',
  places: 6,
  forme: 'collective',
  horaires: '8 h – 12 h',
  contraintes: ['epi'],
  ouvertAuxMineurs: false,
  responsable: 'Chef d’équipe',
  inscritLe: '2025-01-10',
  statuts: [],
  ...champs,
})

export const unAccueil = (personneId: string, champs: Partial<AccueilASaisir> = {}): AccueilASaisir => ({
  suiviId: unId(),
  personneId,
  mesure: 'tig',
  service: 'spip',
  referent: 'CPIP du secteur nord',
  heures: 70,
  minutesReprises: 0,
  decideLe: '2025-02-01',
  echeance: '2026-08-01',
  debutLe: '2025-03-03',
  posteId: null,
  encadrant: 'Agent technique',
  heuresEmploi: null,
  examenRequis: false,
  examenVu: false,
  finLe: null,
  issue: null,
  ...champs,
})

export const uneLigne = (suiviId: string, champs: Partial<JourneeASaisir> = {}): JourneeASaisir => ({
  id: unId(),
  suiviId,
  date: '2025-03-10',
  debut: 510,
  fin: 1020,
  pause: 10,
  repas: 45,
  trajet: 0,
  ...champs,
})

/** A real service whose screens show the host of TIG. */
export const unServiceTig = async (imprimer?: Context['imprimer']) => {
  const service = await unService(jour, imprimer)
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'tig'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'tig' }))
  const recevoir = async (champs: Partial<AccueilASaisir> = {}, qui: Parameters<typeof unePersonne>[0] = {}) => {
    const personne = unePersonne({ nom: 'Keita', prenom: 'Ali', naissance: '1995-04-05', ...qui })
    await valeur(api.personnes.enregistrer(personne))
    const accueil = unAccueil(personne.id, champs)
    await valeur(api.tig.enregistrer(accueil))
    return accueil
  }
  const lire = (suiviId: string) => valeur(api.tig.lire({ suiviId, jour }))
  return Object.assign(service, { recevoir, lire })
}
