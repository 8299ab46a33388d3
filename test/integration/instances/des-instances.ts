import type { Instance } from '#shared/domaine/instances/instance.ts'
import type { PointNominatif } from '#shared/domaine/instances/nominatif.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import type { Signataire } from '#shared/domaine/instances/signataire.ts'
import { unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

/** The day these services live. */
export const jour = '2025-06-02'

export const uneInstance = (champs: Partial<Instance> = {}): Instance => ({
  id: unId(),
  genre: 'pleniere',
  nom: 'CLSPD plénier',
  secteur: null,
  frequence: 'annuelle',
  depuis: '2025-01-01',
  au: null,
  l1325Le: null,
  ...champs,
})

export const uneReunion = (instanceId: string, champs: Partial<Reunion> = {}): Reunion => ({
  id: unId(),
  instanceId,
  date: '2025-05-20',
  heure: '14:30',
  lieu: 'Hôtel de ville, salle des États',
  convoqueeLe: '2025-05-02',
  ordreDuJour: ['Bilan de l’année', 'Priorités'],
  presences: [
    { fonction: 'maire', etat: 'present' },
    { fonction: 'bailleur', etat: 'present' },
    { fonction: 'procureur', etat: 'excuse' },
  ],
  decisions: [
    { id: unId(), decision: 'Relancer la charte', acteur: 'coordonnateur', pourLe: '2025-06-01', faiteLe: null },
  ],
  ...champs,
})

export const unSignataire = (fonction: string, champs: Partial<Signataire> = {}): Signataire => ({
  id: unId(),
  fonction,
  organisme: 'Ville d’Essai',
  nom: `Mme ${fonction}`,
  signeeLe: '2025-01-15',
  retireeLe: null,
  ...champs,
})

export const unPoint = (reunionId: string, champs: Partial<PointNominatif> = {}): PointNominatif => ({
  id: unId(),
  reunionId,
  personneId: null,
  designation: 'Zorglub K.',
  naissance: 2008,
  origine: 'etablissement-scolaire',
  besoin: 'scolarite',
  decision: 'Proposer un rendez-vous à la famille',
  acteur: 'bailleur',
  pourLe: '2025-06-20',
  faiteLe: null,
  finSuivi: null,
  ...champs,
})

/** A coordinator's coffre on screen, where a cellule de veille declared of L132-5 met with signatories only. */
export const uneCellule = async () => {
  const service = await unService(jour)
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'coordination'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'coordination' }))
  const cellule = uneInstance({
    genre: 'cellule-de-veille',
    nom: 'Cellule de veille',
    frequence: 'mensuelle',
    l1325Le: '2025-01-10',
  })
  const reunion = uneReunion(cellule.id, { decisions: [] })
  const signataires = ['maire', 'bailleur'].map((fonction) => unSignataire(fonction))
  await valeur(api.instances.enregistrer(cellule))
  await valeur(api.instances.enregistrerReunion(reunion))
  for (const signataire of signataires) await valeur(api.instances.enregistrerSignataire(signataire))
  return Object.assign(service, { cellule, reunion, signataires })
}
