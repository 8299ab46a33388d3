import type { DateIso } from '../../utils/dates.ts'
import type { DomaineDemarche } from '../dispositifs/cvp/demarches.ts'
import type { Consentement } from '../parcours/consentement.ts'
import type { Contrat } from '../parcours/contrat.ts'
import type { ChangementStatut } from '../parcours/demarche.ts'
import type { Passage } from '../parcours/passage.ts'
import type { Situation } from '../parcours/situation.ts'
import type { StatutPenalDate } from '../parcours/statut-penal.ts'

/** What the report reads of the parcours: codes and dates, each under its suivi. No remark, no decision, no mesure. */
export type FaitsDuParcours = {
  /** Every entretien until the last day of the report, those of before included. */
  readonly contacts: readonly FaitContact[]
  readonly passages: readonly FaitPassage[]
  readonly situations: readonly FaitSituation[]
  readonly demarches: readonly FaitDemarche[]
  readonly consentements: readonly FaitConsentement[]
  readonly statuts: readonly (DuSuivi & StatutPenalDate)[]
  readonly contrats: readonly (DuSuivi & Pick<Contrat, 'type' | 'du' | 'au'>)[]
  /** Why each closed suivi was closed. */
  readonly motifs: readonly (DuSuivi & { readonly motif: string | null })[]
  /** Days of the comités that reviewed the suivi. */
  readonly decisions: readonly (DuSuivi & { readonly date: DateIso })[]
  /** First appointment outside, once noted. */
  readonly rendezVous: readonly (DuSuivi & { readonly date: DateIso })[]
}

type DuSuivi = { readonly suiviId: string }

export type FaitContact = DuSuivi & {
  readonly date: DateIso
  readonly modalite: string | null
  readonly etablissement: string | null
}
export type FaitPassage = DuSuivi & Pick<Passage, 'id' | 'etablissement' | 'entree' | 'sortie' | 'mode'>
export type FaitSituation = DuSuivi & Pick<Situation, 'moment' | 'date' | 'jointe' | 'reponses'>
export type FaitConsentement = DuSuivi & Pick<Consentement, 'objet' | 'reponse' | 'date'>
export type FaitDemarche = DuSuivi & {
  readonly id: string
  readonly domaine: DomaineDemarche
  readonly ouverteLe: DateIso
  /** Changes of one day in the order they were noted. */
  readonly historique: readonly ChangementStatut[]
}

/** Of a dispositif that has no parcours. */
export const sansParcours: FaitsDuParcours = {
  contacts: [],
  passages: [],
  situations: [],
  demarches: [],
  consentements: [],
  statuts: [],
  contrats: [],
  motifs: [],
  decisions: [],
  rendezVous: [],
}
