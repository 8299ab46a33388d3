import { z } from 'zod'
import { Annee, Code, Id, Jour, ligne, Page, paragraphe } from '../communs.ts'
import { Moment } from './moment.ts'
import { semblerNominatif } from './sembler-nominatif.ts'

export const NOTE_MAX = 280

const JourPasse = Jour.refine((jour) => jour >= '1990-01-01' && jour < '2100-01-01')

/**
 * A fiche de signalement anonyme of the observatoire (strategy of Aix 2013-2015, fiche 4.1): a trouble, its sector, and the
 * function of who tells it. It has no field for a person, neither the one who tells nor those it is about.
 */
export const Signalement = z.strictObject({
  id: Id,
  secteurId: Id,
  date: JourPasse,
  moment: Moment.nullable(),
  trouble: Code,
  lieu: Code.nullable(),
  fonction: Code,
  frequence: Code.nullable(),
  /** Short and factual; in no export. */
  note: ligne(NOTE_MAX),
  /** Whoever typed it has read the warning, and says that the note designates nobody. */
  noteRelue: z.boolean(),
})
export type Signalement = z.infer<typeof Signalement>

/** An intervention of the médiateurs (fiche 4.2), after a signalement or of their own. Everything in it is chosen in lists. */
export const Intervention = z.strictObject({
  id: Id,
  secteurId: Id,
  date: JourPasse,
  intervention: Code,
  signalementId: Id.nullable(),
  resultat: Code.nullable(),
  mediateurs: z.int().min(1).max(99),
})
export type Intervention = z.infer<typeof Intervention>

/** What the inhabitants of a sector say of a year, in the words of the coordinator. */
export const Retour = z.strictObject({
  secteurId: Id,
  annee: Annee,
  texte: paragraphe(2000),
  texteRelu: z.boolean(),
})
export type Retour = z.infer<typeof Retour>

const Mois = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/)

/** Null lets everything pass. */
export const FiltreObservatoire = z.strictObject({
  secteurId: Id.nullable(),
  trouble: Code.nullable(),
  mois: Mois.nullable(),
  page: Page,
})
export type FiltreObservatoire = z.infer<typeof FiltreObservatoire>

/** What looks like a person and was not read again; empty when the text may be kept. */
export const aRelire = (texte: string, relu: boolean, lieux: readonly string[] = []): boolean =>
  !relu && semblerNominatif(texte, lieux).length > 0
