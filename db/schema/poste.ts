interface PosteTable {
  id: string
  nom: string
  etp: number
  financement_annuel: number
  financeur: string
  du: string
  au: string | null
}

interface BilanTexteTable {
  dispositif: string
  annee: number
  section: string
  texte: string
}

interface ModaliteLocaleTable {
  liste: string
  code: string
  libelle: string
  masquee: number
  ordre: number | null
  groupe: string | null
}

interface ChampLocalTable {
  dispositif: string
  champ: string
  actif: number
}

interface ReglageTable {
  cle: string
  /** JSON. */
  valeur: string
}

/** What the post decides for itself. */
export interface TablesPoste {
  poste: PosteTable
  bilan_texte: BilanTexteTable
  modalite_locale: ModaliteLocaleTable
  champ_local: ChampLocalTable
  reglage: ReglageTable
}
