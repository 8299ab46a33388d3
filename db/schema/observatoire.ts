interface SecteurTable {
  id: string
  nom: string
  actif: number
  modifie_le: string
}

/** A square of the map and the one sector that holds it; `rang` from the top left corner. */
interface CarreauTable {
  rang: number
  secteur_id: string
}

interface SignalementTable {
  id: string
  secteur_id: string
  date: string
  /** « 21:30 », or the part of the day. */
  moment: string | null
  trouble: string
  lieu: string | null
  fonction: string
  frequence: string | null
  note: string
  note_relue: number
  supprime_le: string | null
  cree_le: string
  modifie_le: string
}

interface InterventionTable {
  id: string
  secteur_id: string
  date: string
  intervention: string
  signalement_id: string | null
  resultat: string | null
  mediateurs: number
  supprime_le: string | null
  cree_le: string
  modifie_le: string
}

/** What the inhabitants of a sector say of a year. */
interface RetourTable {
  secteur_id: string
  annee: number
  texte: string
  texte_relu: number
  modifie_le: string
}

export interface TablesObservatoire {
  secteur: SecteurTable
  carreau: CarreauTable
  signalement: SignalementTable
  intervention: InterventionTable
  retour: RetourTable
}
