import { z } from 'zod'
import { Code, Id } from '../communs.ts'
import { Quartier } from '../etablissements.ts'
import { joursEntre } from '../../utils/dates.ts'
import { contient, intervalle } from './intervalle.ts'
import { JourNote } from './jour.ts'

/** How a stay ends. A `transfert` is not a release; `fin-de-peine-sans-mesure` is the « sortie sèche ». */
export const modesSortie = [
  'fin-de-peine-sans-mesure',
  'fin-de-peine-avec-sp',
  'lc',
  'lsc',
  'lsc-pd',
  'ddse',
  'sl',
  'pe',
  'suspension',
  'liberation-prevenu',
  'transfert',
  'autre',
  'inconnu',
] as const
export const ModeSortie = z.enum(modesSortie)
export type ModeSortie = z.infer<typeof ModeSortie>

export const libellesModeSortie: Readonly<Record<ModeSortie, string>> = {
  'fin-de-peine-sans-mesure': 'Fin de peine sans mesure (sortie sèche)',
  'fin-de-peine-avec-sp': 'Fin de peine suivie d’un sursis probatoire',
  lc: 'Libération conditionnelle',
  lsc: 'Libération sous contrainte',
  'lsc-pd': 'Libération sous contrainte de plein droit',
  ddse: 'Détention à domicile sous surveillance électronique',
  sl: 'Semi-liberté',
  pe: 'Placement à l’extérieur',
  suspension: 'Suspension de peine',
  'liberation-prevenu': 'Libération d’un prévenu',
  transfert: 'Transfert vers un autre établissement',
  autre: 'Autre',
  inconnu: 'Inconnu',
}

/** A release with a follow-up (« sortie encadrée », the mirror indicator of programme 107). */
export const modesEncadres: ReadonlySet<ModeSortie> = new Set([
  'fin-de-peine-avec-sp',
  'lc',
  'lsc',
  'lsc-pd',
  'ddse',
  'sl',
  'pe',
  'suspension',
])

/** One stay in an établissement. `mode` says how it ended, even when the day is unknown; both null while it lasts. */
export const Passage = z.strictObject({
  id: Id,
  etablissement: Code,
  quartier: Quartier.nullable(),
  entree: JourNote.nullable(),
  sortie: JourNote.nullable(),
  mode: ModeSortie.nullable(),
})
export type Passage = z.infer<typeof Passage>

/** A stay, wherever it was. */
type Sejour = Pick<Passage, 'id' | 'entree' | 'sortie' | 'mode'>

export const PassageASaisir = Passage.extend({ suiviId: Id })
export type PassageASaisir = z.infer<typeof PassageASaisir>

/** What is wrong with a stay. Stays may overlap or leave gaps: a file rebuilt from memory does. */
export const erreursDePassage = (
  { entree, sortie, mode }: Omit<Passage, 'id'>,
  aujourdhui: string,
): Readonly<Record<string, string>> => ({
  ...(entree !== null && entree > aujourdhui ? { entree: 'futur' } : {}),
  ...(sortie !== null && sortie > aujourdhui ? { sortie: 'futur' } : {}),
  ...(entree !== null && sortie !== null && sortie < entree ? { sortie: 'avant-entree' } : {}),
  ...(sortie !== null && mode === null ? { mode: 'manquant' } : {}),
})

/** Still inside on that day, as far as is known: a stay that ended on an unknown day is over. The day of release is a day inside. */
export const passageAu = <P extends Sejour>(passages: readonly P[], jour: string): P | undefined =>
  passages
    .filter((p) => estOuvert(p, jour))
    .toSorted((a, b) => (b.entree ?? '').localeCompare(a.entree ?? ''))
    .at(0)

const estOuvert = ({ entree, sortie, mode }: Sejour, jour: string): boolean =>
  sortie === null ? mode === null && (entree ?? '') <= jour : contient(intervalle(entree, sortie), jour)

export type Liberation = { readonly passageId: string; readonly date: string; readonly mode: ModeSortie }

/** Releases, in order: ends of stays that are no transfer and after which the person is inside nowhere else that is known. */
export const liberations = (passages: readonly Sejour[]): Liberation[] =>
  passages
    .flatMap(({ id, sortie, mode }) =>
      sortie === null || mode === null || mode === 'transfert' ? [] : { passageId: id, date: sortie, mode },
    )
    .filter(({ passageId, date }) => !passages.some((p) => p.id !== passageId && dureEncore(p, date)))
    .toSorted((a, b) => a.date.localeCompare(b.date))

/** Began before or on that day, and goes on after it. */
const dureEncore = ({ entree, sortie, mode }: Sejour, jour: string): boolean =>
  (entree ?? '') <= jour && (sortie === null ? mode === null : sortie > jour)

/**
 * First day inside of the stay that lasts on `jour`, transfers followed back: an end by transfer and an entry at most 15 days
 * after it are one and the same écrou.
 */
export const debutEcrou = (passages: readonly Passage[], jour: string): string | undefined => {
  const remonter = (passage: Passage, vus: readonly Passage[]): string | undefined => {
    const precedent = passages.find((p) => !vus.includes(p) && transfereVers(p, passage))
    return precedent === undefined ? (passage.entree ?? undefined) : remonter(precedent, [...vus, precedent])
  }
  const present = passageAu(passages, jour)
  return present === undefined ? undefined : remonter(present, [present])
}

const JOURS_TRANSFERT = 15

const transfereVers = (avant: Passage, apres: Passage): boolean => {
  if (avant.mode !== 'transfert' || avant.sortie === null || apres.entree === null) return false
  const ecart = joursEntre(avant.sortie, apres.entree)
  return ecart >= 0 && ecart <= JOURS_TRANSFERT
}
