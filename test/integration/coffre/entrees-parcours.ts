import { unId } from '../../fixtures/builders.ts'
import { type unService, valeur } from '../../fixtures/service.ts'
import { unSuivi } from '../parcours/un-parcours.ts'

/** For each call on a parcours, an input that it accepts while the screens show the CVP, where somebody is now followed. */
export const entreesDuParcours = async (
  service: Awaited<ReturnType<typeof unService>>,
): Promise<Readonly<Record<string, unknown>>> => {
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  const { suiviId, personne } = await unSuivi(service, 'cvp')
  const necessite = { declareeLe: '2025-01-02', par: 'dpo' }
  const statut = { id: unId(), suiviId, statut: 'condamne', du: '2025-01-01' } as const
  const mesure = { id: unId(), suiviId, mesure: 'sp', du: '2025-01-01', finPrevue: '2027-06-01', au: null }
  const passage = {
    id: unId(),
    suiviId,
    etablissement: 'cd-neuvic',
    quartier: null,
    entree: '2025-01-01',
    sortie: null,
    mode: null,
  }
  const situation = {
    suiviId,
    moment: 'entree',
    date: '2025-02-10',
    jointe: true,
    reponses: { logement: 'hotel' },
  } as const
  const demarche = {
    id: unId(),
    suiviId,
    domaine: 'logement',
    demarche: 'siao',
    partenaireId: null,
    ouverteLe: '2025-03-01',
    echeance: '2025-07-01',
    precision: 'Une place',
  } as const
  const decision = { id: unId(), suiviId, decision: 'Relancer', acteur: 'cpip', pourLe: '2025-07-01', faiteLe: null }
  const comite = {
    id: unId(),
    date: '2025-05-20',
    forme: 'restreint' as const,
    participants: ['cvp'],
    decisions: [decision],
  }
  const liste = { jour: '2025-06-02', suivis: [suiviId], designation: 'numero' }
  const guide = { jour: '2025-06-02', suiviId: null, interlocuteurs: false, notes: false }
  await valeur(api.parcours.declarerNecessite({ necessite }))
  await valeur(api.parcours.enregistrerStatutPenal(statut))
  await valeur(api.parcours.enregistrerMesure(mesure))
  await valeur(api.parcours.enregistrerPassage(passage))
  await valeur(api.parcours.enregistrerSituation({ ...situation, validee: true }))
  await valeur(api.parcours.enregistrerDemarche(demarche))
  await valeur(api.parcours.noterComite(comite))
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  return {
    'parcours.ouvrir': { suiviId: unId(), personneId: personne.id, role: null, date: '2025-05-01', reponses: {} },
    'parcours.lire': { suiviId, jour: '2025-06-02' },
    'parcours.sorties': { jour: '2025-06-02' },
    'parcours.echeancesLegales': { jour: '2025-06-02', jusquau: '2025-12-31' },
    'parcours.noterRepere': { suiviId, repere: 'fin-de-peine', date: '2026-01-01' },
    'parcours.noterConsentement': {
      id: unId(),
      suiviId,
      objet: 'notice',
      reponse: 'donne',
      date: '2025-02-10',
      par: 'cvp',
      aupresDe: 'personne',
    },
    'parcours.enregistrerStatutPenal': statut,
    'parcours.enregistrerMesure': mesure,
    'parcours.enregistrerPassage': passage,
    'parcours.enregistrerSituation': { ...situation, moment: 'sortie', validee: false },
    'parcours.corrigerSituation': { ...situation, id: unId(), motif: 'erreur-saisie' },
    'parcours.enregistrerDemarche': demarche,
    'parcours.noterStatutDemarche': { id: unId(), demarcheId: demarche.id, statut: 'aboutie', date: '2025-05-05' },
    'parcours.enregistrerRattachement': { suiviId, referentId: null, relaisId: null, relaisLe: null },
    'parcours.enregistrerContrat': { id: unId(), suiviId, type: 'pacea', du: '2025-03-01', au: null },
    'parcours.comites': undefined,
    'parcours.noterComite': comite,
    'parcours.retirer': { genre: 'mesure', id: mesure.id },
    'parcours.retablir': { genre: 'mesure', id: mesure.id },
    'parcours.lireNecessite': undefined,
    'parcours.declarerNecessite': { necessite },
    'impressions.apercuListe': liste,
    'impressions.imprimerListe': liste,
    'impressions.apercuGuide': guide,
    'impressions.imprimerGuide': guide,
    'etablissements.lister': undefined,
    'etablissements.enregistrer': { code: 'cp-essai', nom: 'Essai', type: 'cp', departement: '24', masque: false },
  }
}
