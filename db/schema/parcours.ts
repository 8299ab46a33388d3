import type { DomaineDemarche } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import type { Quartier, TypeEtablissement } from '#shared/domaine/etablissements.ts'
import type { FormeComite } from '#shared/domaine/parcours/comite.ts'
import type { Consentement } from '#shared/domaine/parcours/consentement.ts'
import type { TypeContrat } from '#shared/domaine/parcours/contrat.ts'
import type { StatutDemarche } from '#shared/domaine/parcours/demarche.ts'
import type { CodeRepere } from '#shared/domaine/parcours/etape.ts'
import type { ModeSortie } from '#shared/domaine/parcours/passage.ts'
import type { MomentSituation, MotifCorrection } from '#shared/domaine/parcours/situation.ts'
import type { StatutPenal } from '#shared/domaine/parcours/statut-penal.ts'

interface EtablissementLocalTable {
  code: string
  nom: string
  type: TypeEtablissement
  departement: string
  masque: number
}

/** Why the judicial frame may be noted in a dispositif: declared by the function named, or not at all (art. 46, loi 78-17). */
interface NecessiteTable {
  dispositif: string
  declaree_le: string
  par: string
}

/** A suivi opened before its first entretien, for somebody sent by a partner and not met yet. */
interface ReperageTable {
  suivi_id: string
  personne_id: string
  date: string
}

interface ParcoursRepereTable {
  suivi_id: string
  repere: CodeRepere
  /** Null once taken back. */
  date: string | null
  modifie_le: string
}

interface ConsentementTable {
  id: string
  suivi_id: string
  objet: Consentement['objet']
  reponse: Consentement['reponse']
  date: string
  par: string
  aupres_de: Consentement['aupresDe']
  supprime_le: string | null
  modifie_le: string
}

interface StatutPenalTable {
  id: string
  suivi_id: string
  statut: StatutPenal
  du: string | null
  supprime_le: string | null
  modifie_le: string
}

interface MesureTable {
  id: string
  suivi_id: string
  mesure: string
  du: string | null
  fin_prevue: string | null
  au: string | null
  supprime_le: string | null
  modifie_le: string
}

interface PassageTable {
  id: string
  suivi_id: string
  etablissement: string
  quartier: Quartier | null
  entree: string | null
  sortie: string | null
  mode: ModeSortie | null
  supprime_le: string | null
  modifie_le: string
}

interface SituationTable {
  suivi_id: string
  moment: MomentSituation
  date: string
  jointe: number
  reponses: string
  /** Frozen from then on. */
  validee_le: string | null
  modifie_le: string
}

/** What a frozen situation said before one correction. */
interface SituationCorrectionTable {
  id: string
  suivi_id: string
  moment: MomentSituation
  motif: MotifCorrection
  date_avant: string
  reponses_avant: string
  corrigee_le: string
}

interface DemarcheTable {
  id: string
  suivi_id: string
  domaine: DomaineDemarche
  demarche: string
  partenaire_id: string | null
  ouverte_le: string
  echeance: string | null
  precision: string | null
  supprime_le: string | null
  modifie_le: string
}

interface DemarcheStatutTable {
  id: string
  demarche_id: string
  statut: StatutDemarche
  date: string
  supprime_le: string | null
  note_le: string
}

interface ComiteTable {
  id: string
  dispositif: string
  date: string
  forme: FormeComite
  /** JSON: functions, never names. */
  participants: string
  supprime_le: string | null
  modifie_le: string
}

interface ComiteDecisionTable {
  id: string
  comite_id: string
  suivi_id: string
  decision: string
  acteur: string
  pour_le: string | null
  faite_le: string | null
  supprime_le: string | null
  modifie_le: string
}

interface RattachementTable {
  suivi_id: string
  referent_id: string | null
  relais_id: string | null
  relais_le: string | null
  modifie_le: string
}

interface ContratTable {
  id: string
  suivi_id: string
  type: TypeContrat
  du: string
  au: string | null
  supprime_le: string | null
  modifie_le: string
}

/** The follow-ups out of prison: judicial data lives here only. */
export interface TablesParcours {
  etablissement_local: EtablissementLocalTable
  necessite: NecessiteTable
  reperage: ReperageTable
  parcours_repere: ParcoursRepereTable
  consentement: ConsentementTable
  statut_penal: StatutPenalTable
  mesure: MesureTable
  passage: PassageTable
  situation: SituationTable
  situation_correction: SituationCorrectionTable
  demarche: DemarcheTable
  demarche_statut: DemarcheStatutTable
  comite: ComiteTable
  comite_decision: ComiteDecisionTable
  rattachement: RattachementTable
  contrat: ContratTable
}
