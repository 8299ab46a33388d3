import type { CodeRubrique } from '#shared/domaine/strategie/budget.ts'
import type { CodeExemple } from '#shared/domaine/strategie/exemples/index.ts'
import type { Indicateur } from '#shared/domaine/strategie/indicateur.ts'
import type { GenreValeur } from '#shared/domaine/strategie/valeur.ts'

interface StrategieTable {
  id: string
  titre: string
  territoire: string
  du: number
  au: number
  /** The example it was loaded from; null when typed. */
  exemple: CodeExemple | null
  supprime_le: string | null
  modifie_le: string
}

interface StrategieTerritoireTable {
  id: string
  strategie_id: string
  nom: string
  rang: number
  supprime_le: string | null
}

interface StrategieAxeTable {
  id: string
  strategie_id: string
  numero: string
  titre: string
  rang: number
  supprime_le: string | null
}

/** `contenu` is JSON. `modele_id`: the fiche it was declined from, for a territory. */
interface FicheActionTable {
  id: string
  axe_id: string
  territoire_id: string | null
  modele_id: string | null
  numero: string
  titre: string
  contenu: string
  rang: number
  supprime_le: string | null
  modifie_le: string
}

interface FicheAnneeTable {
  fiche_id: string
  annee: number
  statut: string
  avancement: string
  difficultes: string
  suites: string
  modifie_le: string
}

interface IndicateurTable {
  id: string
  fiche_id: string
  libelle: string
  type: Indicateur['type']
  unite: string
  periodicite: Indicateur['periodicite']
  sens: Indicateur['sens']
  liaison: Indicateur['liaison']
  rang: number
  supprime_le: string | null
  modifie_le: string
}

/** `valeur` is JSON; `note_le` an instant. */
interface IndicateurValeurTable {
  indicateur_id: string
  periode: string
  genre: GenreValeur
  valeur: string
  note_le: string
}

/** Amounts in cents. */
interface BudgetLigneTable {
  id: string
  fiche_id: string
  annee: number
  rubrique: CodeRubrique
  libelle: string
  financeur: string
  prevu: number | null
  realise: number | null
  modifie_le: string
}

export interface TablesStrategie {
  strategie: StrategieTable
  strategie_territoire: StrategieTerritoireTable
  strategie_axe: StrategieAxeTable
  fiche_action: FicheActionTable
  fiche_annee: FicheAnneeTable
  indicateur: IndicateurTable
  indicateur_valeur: IndicateurValeurTable
  budget_ligne: BudgetLigneTable
}
