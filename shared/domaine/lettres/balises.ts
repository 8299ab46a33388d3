import { dateFrancaise } from '../../utils/dates.ts'
import type { Entretien } from '../entretien.ts'
import type { Partenaire } from '../partenaire.ts'

/** What a letter is made of. A mark is empty where the file does not say. */
export type SourcesLettre = {
  readonly poste: { readonly nom: string; readonly intervenant: string; readonly metier: string }
  readonly personne: {
    readonly nom: string
    readonly prenom: string
    readonly naissance: string | null
    readonly telephone: string | null
    readonly commune: string | null
  }
  readonly suivi: { readonly numero: number; readonly ouvertLe: string }
  readonly entretien: Pick<Entretien, 'date' | 'heure'> | null
  readonly partenaire: Pick<Partenaire, 'nom' | 'interlocuteur' | 'adresse' | 'commune'> | null
  readonly jour: string
}

type Balise = { readonly libelle: string; readonly lire: (sources: SourcesLettre) => string | null }

const jourOuAnnee = (date: string | null): string | null =>
  date === null || date.length === 4 ? date : dateFrancaise(date)

/**
 * All that a letter may say, and nothing else: never a note, a judicial fact, an answer to a question, the reason of a
 * suivi. A letter leaves the coffre in clear (produit.md §7).
 */
export const balises = {
  date: { libelle: 'Date de la lettre', lire: (s) => dateFrancaise(s.jour) },
  poste: { libelle: 'Nom du poste', lire: (s) => s.poste.nom },
  intervenant: { libelle: 'Nom de l’intervenant', lire: (s) => s.poste.intervenant },
  metier: { libelle: 'Métier', lire: (s) => s.poste.metier },
  nom: { libelle: 'Nom de la personne', lire: (s) => s.personne.nom.toLocaleUpperCase('fr') },
  prenom: { libelle: 'Prénom', lire: (s) => s.personne.prenom },
  naissance: { libelle: 'Date ou année de naissance', lire: (s) => jourOuAnnee(s.personne.naissance) },
  telephone: { libelle: 'Téléphone', lire: (s) => s.personne.telephone },
  commune: { libelle: 'Commune', lire: (s) => s.personne.commune },
  numero: { libelle: 'Numéro du suivi', lire: (s) => String(s.suivi.numero) },
  ouverture: { libelle: 'Jour d’ouverture du suivi', lire: (s) => dateFrancaise(s.suivi.ouvertLe) },
  dernier_entretien: {
    libelle: 'Jour du dernier entretien',
    lire: (s) => (s.entretien === null ? null : dateFrancaise(s.entretien.date)),
  },
  heure_entretien: { libelle: 'Heure du dernier entretien', lire: (s) => s.entretien?.heure ?? null },
  partenaire: {
    libelle: 'Dernier partenaire vers qui la personne a été orientée',
    lire: (s) => s.partenaire?.nom ?? null,
  },
  interlocuteur: { libelle: 'Interlocuteur chez ce partenaire', lire: (s) => s.partenaire?.interlocuteur ?? null },
  adresse_partenaire: {
    libelle: 'Adresse de ce partenaire',
    lire: (s) => [s.partenaire?.adresse, s.partenaire?.commune].filter((t) => t !== null && t !== undefined).join(', '),
  },
} as const satisfies Readonly<Record<string, Balise>>

export type CodeBalise = keyof typeof balises
export const estBalise = (code: string): code is CodeBalise => Object.hasOwn(balises, code)

/** The text of every mark. */
export const remplir = (sources: SourcesLettre): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries<Balise>(balises).map(([code, { lire }]) => [code, lire(sources) ?? '']))
