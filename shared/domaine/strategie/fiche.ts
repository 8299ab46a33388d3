import { z } from 'zod'
import { Annee, Code, Id, ligne, paragraphe } from '../communs.ts'
import { EtapeCalendrier } from './calendrier.ts'

/** What every fiche action says, under its canonical name and in the order of the document (field reference §4.3). */
export const champsFiche = [
  { code: 'constats', libelle: 'Constats' },
  { code: 'objectifs', libelle: 'Objectifs' },
  { code: 'actions', libelle: 'Actions' },
  { code: 'pilotage', libelle: 'Pilotage' },
  { code: 'acteurs', libelle: 'Acteurs' },
  { code: 'partenaires', libelle: 'Partenaires' },
  { code: 'calendrier', libelle: 'Calendrier' },
  { code: 'criteres', libelle: 'Critères d’évaluation' },
  { code: 'financeurs', libelle: 'Financeurs' },
] as const
export type ChampFiche = (typeof champsFiche)[number]['code']
const codesChamp = champsFiche.map((c) => c.code)

/** One line each, as the bullets of the document. */
const Lignes = z.array(ligne(600).min(1)).max(40)

export const ContenuFiche = z.strictObject({
  constats: Lignes,
  objectifs: Lignes,
  actions: Lignes,
  pilotage: Lignes,
  acteurs: Lignes,
  partenaires: Lignes,
  calendrier: z.array(EtapeCalendrier).max(40),
  criteres: Lignes,
  financeurs: Lignes,
  /** How the document of the town names a field, where it is not the canonical name: « Enjeux » for the objectifs. */
  libelles: z.partialRecord(z.enum(codesChamp), ligne(80).min(1)),
})
export type ContenuFiche = z.infer<typeof ContenuFiche>

export const contenuVide: ContenuFiche = {
  constats: [],
  objectifs: [],
  actions: [],
  pilotage: [],
  acteurs: [],
  partenaires: [],
  calendrier: [],
  criteres: [],
  financeurs: [],
  libelles: {},
}

export const FicheAction = z.strictObject({
  id: Id,
  axeId: Id,
  /** Null: the whole territory of the strategy. */
  territoireId: Id.nullable(),
  /** The number shown, « 4.1 »; it identifies nothing. */
  numero: ligne(12),
  titre: ligne(200).min(1),
  contenu: ContenuFiche,
})
export type FicheAction = z.infer<typeof FicheAction>

/** What a year says of a fiche. Its status holds until another year says otherwise. */
export const AnneeFiche = z.strictObject({
  ficheId: Id,
  annee: Annee,
  /** A code of the list `statut-fiche`. */
  statut: Code,
  avancement: paragraphe(4000),
  difficultes: paragraphe(4000),
  suites: paragraphe(4000),
})
export type AnneeFiche = z.infer<typeof AnneeFiche>

/** Status of a fiche of which no year said anything yet. */
export const STATUT_INITIAL = 'a-lancer'

/** The name a fiche gives to a field, or the canonical one. */
export const libelleChamp = (contenu: ContenuFiche, champ: ChampFiche): string =>
  contenu.libelles[champ] ?? champsFiche.find((c) => c.code === champ)?.libelle ?? champ
