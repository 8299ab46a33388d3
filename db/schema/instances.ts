import type { Frequence } from '#shared/domaine/instances/frequence.ts'
import type { GenreInstance } from '#shared/domaine/instances/genres.ts'

/** `dispositif` is `coordination`: what tells who may see it (`cloison.ts`). */
interface InstanceTable {
  id: string
  dispositif: 'coordination'
  genre: GenreInstance
  nom: string
  secteur: string | null
  frequence: Frequence
  depuis: string
  au: string | null
  l1325_le: string | null
  supprime_le: string | null
  modifie_le: string
}

/** `ordre_du_jour`, `presences` and `decisions` are JSON, written whole with their meeting. */
interface ReunionTable {
  id: string
  instance_id: string
  date: string
  heure: string | null
  lieu: string | null
  convoquee_le: string | null
  ordre_du_jour: string
  presences: string
  decisions: string
  supprime_le: string | null
  modifie_le: string
}

interface SignataireTable {
  id: string
  dispositif: 'coordination'
  fonction: string
  organisme: string
  nom: string
  signee_le: string
  retiree_le: string | null
  supprime_le: string | null
  modifie_le: string
}

/** Who is spoken of in a group of L132-5. Rows are deleted, never hidden. */
interface PointNominatifTable {
  id: string
  reunion_id: string
  personne_id: string | null
  designation: string | null
  naissance: number
  origine: string
  besoin: string
  decision: string
  acteur: string
  pour_le: string
  faite_le: string | null
  fin_suivi: string | null
  modifie_le: string
}

/** Append-only. */
interface ExportNominatifTable {
  id: string
  reunion_id: string
  le: string
  par: string
}

export interface TablesInstances {
  instance: InstanceTable
  reunion: ReunionTable
  signataire: SignataireTable
  point_nominatif: PointNominatifTable
  export_nominatif: ExportNominatifTable
}
