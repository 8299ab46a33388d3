import { unePersonne, unId } from '../../fixtures/builders.ts'
import { PHRASE_ESSAI, type unService, valeur } from '../../fixtures/service.ts'

type Connus = { readonly suiviId: string; readonly entretienId: string; readonly personneId: string }

/** For each call on what is kept, on the rights of the persons and on private notes, an input that it accepts. */
export const entreesDesDroits = async (
  { api }: Awaited<ReturnType<typeof unService>>,
  { suiviId, entretienId, personneId }: Connus,
): Promise<Readonly<Record<string, unknown>>> => {
  const [ecartee, levee] = [unePersonne(), unePersonne()]
  for (const personne of [ecartee, levee]) await valeur(api.personnes.enregistrer(personne))
  const restriction = { id: unId(), personneId: levee.id, genre: 'opposition' as const }
  await valeur(api.droits.ecarter(restriction))
  const source = 'Délibération du conseil municipal du 3 mars 2025.'
  return {
    'conservation.lire': { jour: '2025-06-02' },
    'conservation.avis': { jour: '2025-06-02' },
    'conservation.choisirRegle': {
      dispositif: 'isc',
      regle: { mois: 12, sort: 'effacement', visa: false, source, par: 'dpo' },
    },
    'conservation.noterVisa': {
      id: unId(),
      dispositif: 'isc',
      jusquAu: '2025-01-01',
      obtenuLe: '2025-02-01',
      reference: 'B 12',
    },
    'conservation.prolonger': { suiviId, motif: 'contentieux', jusquAu: '2026-06-02' },
    'conservation.cesserProlongation': { suiviId },
    'conservation.purger': { id: unId(), attendues: [unId()], malgreBilans: false },
    'droits.lire': undefined,
    'droits.noterDemande': {
      id: unId(),
      personneId,
      genre: 'acces',
      recueLe: '2025-05-20',
      prolongee: false,
      repondueLe: '2025-06-01',
      reponse: 'satisfaite',
    },
    'droits.ecarter': { id: unId(), personneId: ecartee.id, genre: 'limitation' },
    'droits.lever': { id: restriction.id },
    'droits.tiers': { personneId },
    'droits.exporter': { personneId, tiers: [unId()], notesPrivees: false, phrase: PHRASE_ESSAI },
    'droits.ecrireDocument': { dispositif: 'isc', document: 'aipd' },
    'notesPrivees.lire': { suiviId, entretienId },
    'notesPrivees.ecrire': { suiviId, entretienId, texte: 'À vérifier' },
  }
}
