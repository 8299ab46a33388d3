import type { ConservationDeclaree } from './conservation/regle.ts'

/** Who carries an answer: the person, her part in a suivi, the suivi itself, or one entretien. */
export const porteurs = ['personne', 'participation', 'suivi', 'entretien'] as const
export type Porteur = (typeof porteurs)[number]

/** One answer of a closed list. Codes are stable for ever, so that posts and years can be added up; labels may change. */
export type Modalite = {
  readonly code: string
  readonly libelle: string
  /** Where the value rolls up in the coarser list owed to a funder. */
  readonly groupe?: string
  /** Offered only once the post has switched it on. */
  readonly masquee?: boolean
  /** Other spellings met in spreadsheets, besides the label itself. */
  readonly synonymes?: readonly string[]
}

export type Groupe = { readonly code: string; readonly libelle: string }

export type Liste = {
  readonly code: string
  readonly libelle: string
  readonly modalites: readonly Modalite[]
  readonly groupes?: readonly Groupe[]
  /** Answers that the post merged into another one: known for ever, offered and counted no more. */
  readonly fusionnees?: readonly { readonly code: string; readonly libelle: string; readonly vers: string }[]
  /** Names that only the post knows (its missions locales): an import adds those it meets. */
  readonly ouverte?: boolean
}

/** One question of the form. Storage, import, search, statistics and help read this declaration and nothing else. */
export type Champ = {
  readonly code: string
  readonly libelle: string
  readonly porteur: Porteur
  readonly type: 'choix' | 'choix-multiple' | 'nombre'
  /** Code of the closed list, for the two `choix` types. */
  readonly liste?: string
  /** Asked from the start. What no public source of the field evidences is off until the post asks for it. */
  readonly actif: boolean
  /** Offered again at the next entretien: true of the place, never of what the person says. */
  readonly repris?: boolean
  readonly aide?: string
  /** Names of this question as spreadsheet columns, besides its label. */
  readonly colonnes?: readonly string[]
}

export type SectionNarrative = { readonly code: string; readonly titre: string; readonly aide: string }

/** The word and its gender, so that sentences agree with it. */
export type MotSuivi = {
  readonly singulier: string
  readonly pluriel: string
  readonly genre: 'feminin' | 'masculin'
}

/**
 * What a dispositif follows: persons met in entretiens, persons received without any (TIG: hours of work), or no person at
 * all. The last one opens no suivi and shows no name (DP-17).
 */
export const natures = ['entretiens', 'accueils', 'sans-personne'] as const
export type NatureDispositif = (typeof natures)[number]

/** Everything that differs between two jobs. Adding a dispositif is adding one such declaration. */
export type Dispositif = {
  readonly code: string
  /** The job, as its holder says it. */
  readonly libelle: string
  /** The same in one or two words, where it is chosen among those of the coffre. */
  readonly libelleCourt: string
  readonly nature: NatureDispositif
  /** How the person in the street calls a `suivi` of this dispositif. */
  readonly motSuivi: MotSuivi
  readonly listes: readonly Liste[]
  readonly champs: readonly Champ[]
  /** Code of the list of roles (`participation.role`), and of the kinds of partner (`orientation.destination`). */
  readonly listeRoles: string
  readonly listeDestinations: string
  /** Role given to an anonymous contact counted in one key, who was not asked. */
  readonly roleParDefaut: string
  /** Role that goes without saying, when nearly everybody has it: proposed by the form, and given where a file says none. */
  readonly roleSousEntendu?: string
  /** Code of the list of reasons why a suivi is closed. */
  readonly listeMotifs: string
  /** Upper bounds included, in whole years; the last band is open. */
  readonly tranchesAge: readonly { readonly code: string; readonly libelle: string; readonly jusqua: number | null }[]
  readonly sections: readonly SectionNarrative[]
  readonly conservation: ConservationDeclaree
}
