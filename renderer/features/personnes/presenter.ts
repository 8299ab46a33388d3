import { enMots } from '#app/reponses.ts'
import type { Echeance } from '#shared/domaine/echeance.ts'
import type { EntretienResume } from '#shared/domaine/entretien.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { Orientation } from '#shared/domaine/orientation.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { ageAu, dateFrancaise } from '#shared/utils/dates.ts'

/** What happened to a person, or is due, on one day. */
export type Evenement =
  | { readonly genre: 'entretien'; readonly id: string; readonly date: string; readonly entretien: EntretienResume }
  | { readonly genre: 'orientation'; readonly id: string; readonly date: string; readonly orientation: Orientation }
  | { readonly genre: 'echeance'; readonly id: string; readonly date: string; readonly echeance: Echeance }
  | { readonly genre: 'ouverture' | 'cloture'; readonly id: string; readonly date: string; readonly suivi: Suivi }

/** Everything on one line of time, latest first; on the same day, what follows comes above what it follows. */
export const chronologie = (fiche: {
  readonly entretiens: readonly EntretienResume[]
  readonly orientations: readonly Orientation[]
  readonly echeances: readonly Echeance[]
  readonly suivis: readonly Suivi[]
}): readonly Evenement[] =>
  [
    ...fiche.suivis.flatMap((suivi): readonly Evenement[] => [
      ...(suivi.closLe === null
        ? []
        : [{ genre: 'cloture' as const, id: `${suivi.id}-fin`, date: suivi.closLe, suivi }]),
      { genre: 'ouverture', id: `${suivi.id}-debut`, date: suivi.ouvertLe, suivi },
    ]),
    ...fiche.entretiens.map((entretien): Evenement => ({
      genre: 'entretien',
      id: entretien.id,
      date: entretien.date,
      entretien,
    })),
    ...fiche.orientations.map((orientation): Evenement => ({
      genre: 'orientation',
      id: orientation.id,
      date: orientation.date,
      orientation,
    })),
    ...fiche.echeances.map((echeance): Evenement => ({
      genre: 'echeance',
      id: echeance.id,
      date: echeance.date,
      echeance,
    })),
  ].toSorted((a, b) => b.date.localeCompare(a.date) || rangs[b.genre] - rangs[a.genre])

const rangs: Readonly<Record<Evenement['genre'], number>> = {
  ouverture: 0,
  entretien: 1,
  orientation: 2,
  echeance: 3,
  cloture: 4,
}

/** « 09/03/1984 (42 ans) », « 1984 (environ 42 ans) » */
export const naissanceEtAge = (naissance: string, aujourdhui: string): string => {
  const age = ageAu(naissance, aujourdhui)
  const environ = naissance.length === 4 ? 'environ ' : ''
  return `${dateFrancaise(naissance)} (${environ}${age} an${age > 1 ? 's' : ''})`
}

/** What an entretien or a suivi was about, in one line. */
export const sujetDe = (nomenclature: Nomenclature, suivi: Pick<Suivi, 'reponses'>): string =>
  nomenclature.champs
    .filter((c) => c.porteur === 'suivi')
    .map((c) => enMots(nomenclature, c, suivi.reponses[c.code]))
    .filter((mots) => mots !== '')
    .join(' · ')

export const contenuDe = (nomenclature: Nomenclature, entretien: EntretienResume): string =>
  nomenclature.champs
    .filter((c) => c.porteur === 'entretien')
    .map((c) => enMots(nomenclature, c, entretien.reponses[c.code]))
    .filter((mots) => mots !== '')
    .join(' · ')

export const roleDans = (nomenclature: Nomenclature, suivi: Suivi, personneId: string): string => {
  const part = suivi.participations.find((p) => p.personne.id === personneId)
  return part === undefined ? '' : libelleDe(nomenclature, nomenclature.listeRoles, part.role)
}
