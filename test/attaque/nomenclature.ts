import { listesIsc } from '#shared/domaine/dispositifs/isc/listes.ts'
import { NON_RENSEIGNE } from './savoir.ts'

// Public knowledge: which question is another one said more roughly, and which ones take several answers.

/** Dimension → the finer one that it sums up, and the public list whose groups it uses. */
const resumes: Readonly<Record<string, { readonly racine: string; readonly liste: string | null }>> = {
  majorite: { racine: 'age', liste: null },
  problematiqueFamille: { racine: 'problematique', liste: 'problematique' },
  saisineGroupe: { racine: 'saisine', liste: 'saisine' },
  orientationGroupe: { racine: 'orientation', liste: 'destination' },
}
const listes: Readonly<Record<string, string>> = {
  typePublic: 'type-public',
  dernierTypePublic: 'type-public',
  problematique: 'problematique',
  problematiqueSecondaire: 'problematique',
  saisine: 'saisine',
  orientation: 'destination',
  lieu: 'lieu',
  action: 'action',
}

const multiples: ReadonlySet<string> = new Set(['typePublic', 'lieu', 'action', 'problematiqueSecondaire'])
export const estMultiple = (racine: string): boolean => multiples.has(racine)

/** One answer of each person, always among those she gave to the question on the right. */
export const parmiLesReponsesDe: Readonly<Record<string, string>> = { dernierTypePublic: 'typePublic' }

export const racineDe = (dimension: string): string => resumes[dimension]?.racine ?? dimension

/** The finer answers gathered under a code; none where the code is itself the finest. */
export const reunies = (dimension: string, code: string, feuilles: readonly string[]): readonly string[] => {
  if (code === NON_RENSEIGNE) return []
  const racine = racineDe(dimension)
  const fines = feuilles.filter((f) => f !== code && f !== NON_RENSEIGNE)
  if (racine === 'age') return fines.filter((f) => contient(ages(code), ages(f), dimension !== racine))
  const liste = listesIsc.find((l) => l.code === (resumes[dimension]?.liste ?? listes[racine]))
  // The same word may be a value and a group (« hors champ pénal »): as a row of the finer question it is the value.
  if (liste === undefined || (racine === dimension && liste.modalites.some((m) => m.code === code))) return []
  return fines.filter((f) => liste.modalites.some((m) => m.code === f && (m.groupe ?? 'sans-groupe') === code))
}

type Ages = readonly [number, number]

const ages = (code: string): Ages | null => {
  if (code === 'mineur') return [0, 17]
  if (code === 'majeur') return [18, 200]
  const lue = /^(?:moins-(\d+)|(\d+)-(\d+)|(\d+)-plus)$/u.exec(code)
  if (lue === null) return null
  if (lue[1] !== undefined) return [0, Number(lue[1]) - 1]
  return lue[4] === undefined ? [Number(lue[2]), Number(lue[3])] : [Number(lue[4]), 200]
}

/** « Mineur » and « moins de 18 ans » are the same ages: the one of the rougher question holds the other. */
const contient = (a: Ages | null, b: Ages | null, memesAges: boolean): boolean =>
  a !== null && b !== null && a[0] <= b[0] && b[1] <= a[1] && (memesAges || a[0] < b[0] || b[1] < a[1])
