import { z } from 'zod'
import { Id, ligne } from '../communs.ts'
import { JourNote } from '../parcours/jour.ts'
import type { DateIso } from '../../utils/dates.ts'
import { type AnneeInstance, Frequence, type Regularite } from './frequence.ts'
import { codesGenreInstance, genresInstance } from './genres.ts'

/** An instance of the post: a kind, its own name, sector and frequency. */
export const Instance = z.strictObject({
  id: Id,
  genre: z.enum(codesGenreInstance),
  nom: ligne(120).min(1),
  secteur: ligne(80).min(1).nullable(),
  frequence: Frequence,
  /** First day from which its meetings are expected; `au` the last one, once it no longer meets. */
  depuis: JourNote,
  au: JourNote.nullable(),
  /** Day of the règlement intérieur that makes it a group of article L132-5; null when none does. */
  l1325Le: JourNote.nullable(),
})
export type Instance = z.infer<typeof Instance>

/** An instance on a day and in a year. `tenues` counts its meetings of the year. */
export type InstanceSuivie = Instance & {
  readonly regularite: Regularite
  readonly tenues: number
  readonly annee: AnneeInstance | null
}

/** Whether the kind may be declared a group of L132-5 at all; the plénière and the restreint never are (DP-17). */
export const peutEtreDeclaree = ({ genre }: Pick<Instance, 'genre'>): boolean =>
  genresInstance[genre].nominatif === 'si-declare'

/** Whether a meeting of that day may speak of persons: the kind allows it, and the règlement intérieur was adopted before. */
export const admetNominatif = (instance: Pick<Instance, 'genre' | 'l1325Le'>, date: DateIso): boolean =>
  peutEtreDeclaree(instance) && instance.l1325Le !== null && instance.l1325Le <= date

export const erreursDInstance = ({ depuis, au }: Instance): Readonly<Record<string, string>> =>
  au !== null && au < depuis ? { au: 'avant-debut' } : {}
