import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import type { CodeRepere, Repere } from '#shared/domaine/parcours/etape.ts'
import type { Demarche } from '#shared/domaine/parcours/demarche.ts'
import type { FaitsParcours } from '#shared/domaine/parcours/faits.ts'
import type { Mesure } from '#shared/domaine/parcours/mesure.ts'
import type { Passage } from '#shared/domaine/parcours/passage.ts'
import type { Situation } from '#shared/domaine/parcours/situation.ts'
import type { StatutPenal, StatutPenalDate } from '#shared/domaine/parcours/statut-penal.ts'
import { unId } from '../../fixtures/builders.ts'

/** What a suivi holds; name only what the test is about. */
export const desFaits = (champs: Partial<FaitsParcours> = {}): FaitsParcours => ({
  suivi: { id: unId(), dispositif: cvp.code, numero: 1, saisineDate: null, closLe: null, motifCloture: null },
  personnes: [],
  entretiens: [],
  reperes: [],
  consentements: [],
  statuts: [],
  mesures: [],
  passages: [],
  situations: [],
  demarches: [],
  decisions: [],
  rattachement: null,
  contrats: [],
  orientations: [],
  echeances: [],
  ...champs,
})

export const unPassage = (champs: Partial<Passage> = {}): Passage => ({
  id: unId(),
  etablissement: 'ma-perigueux',
  quartier: null,
  entree: '2025-01-01',
  sortie: null,
  mode: null,
  ...champs,
})

export const uneMesure = (mesure: string, du: string | null, champs: Partial<Mesure> = {}): Mesure => ({
  id: unId(),
  mesure,
  du,
  finPrevue: null,
  au: null,
  ...champs,
})

export const unStatut = (statut: StatutPenal, du: string | null): StatutPenalDate => ({ id: unId(), statut, du })

export const unRepere = (repere: CodeRepere, date: string): Repere => ({ repere, date })

export const uneDemarche = (demarche: string, statut: Demarche['statut']): Demarche => ({
  id: unId(),
  domaine: 'droits',
  demarche,
  partenaireId: null,
  partenaire: null,
  ouverteLe: '2025-03-01',
  echeance: null,
  precision: null,
  statut,
  resultatLe: null,
  historique: [],
})

export const uneSituation = (reponses: Situation['reponses'], champs: Partial<Situation> = {}): Situation => ({
  moment: 'entree',
  date: '2025-02-01',
  jointe: true,
  reponses,
  valideeLe: null,
  corrections: [],
  ...champs,
})
