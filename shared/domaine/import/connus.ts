import type { DateIso } from '../../utils/dates.ts'
import type { Consentement } from '../parcours/consentement.ts'
import type { Repere } from '../parcours/etape.ts'
import type { Mesure } from '../parcours/mesure.ts'
import type { Passage } from '../parcours/passage.ts'
import type { Situation } from '../parcours/situation.ts'
import type { StatutPenalDate } from '../parcours/statut-penal.ts'
import type { Reponses } from '../reponses.ts'

/** What the coffre already holds about the lines of a file: all that planning an import needs to know of it. */
export type Connus = {
  /** Lines imported before, by fingerprint, deleted ones included: what was deleted stays deleted. */
  readonly empreintes: ReadonlyMap<string, { readonly suiviId: string; readonly personneId: string | null }>
  /** Persons the file may be about: same identity, same names, or met by a line imported before. Oldest file first. */
  readonly personnes: readonly PersonneConnue[]
  /** Suivis of those persons. */
  readonly suivis: readonly SuiviConnu[]
  /** Days when those persons were received, as `personneId|date`. */
  readonly jours: ReadonlySet<string>
  /** What is noted of those suivis out of prison, by suivi; one that has nothing is missing. */
  readonly parcours: ReadonlyMap<string, ParcoursConnu>
}

/** `supprime`: taken out of sight by the user. A file never brings it back. */
type Supprimable<T> = T & { readonly supprime: boolean }
export type PassageConnu = Supprimable<Passage>

export type ParcoursConnu = {
  readonly ouvertLe: DateIso | null
  readonly closLe: DateIso | null
  readonly passages: readonly PassageConnu[]
  readonly statuts: readonly Supprimable<StatutPenalDate>[]
  readonly mesures: readonly Supprimable<Mesure>[]
  readonly reperes: readonly Repere[]
  readonly consentements: readonly Supprimable<Pick<Consentement, 'id' | 'objet' | 'reponse' | 'date'>>[]
  readonly situations: readonly Pick<Situation, 'moment' | 'reponses'>[]
}

export const PARCOURS_INCONNU: ParcoursConnu = {
  ouvertLe: null,
  closLe: null,
  passages: [],
  statuts: [],
  mesures: [],
  reperes: [],
  consentements: [],
  situations: [],
}

export type PersonneConnue = {
  readonly id: string
  readonly nom: string
  readonly prenom: string
  readonly naissance: string | null
  readonly telephone: string | null
  readonly commune: string | null
  readonly reponses: Reponses
}

export type SuiviConnu = {
  readonly id: string
  readonly closLe: DateIso | null
  readonly saisineDate: DateIso | null
  readonly reponses: Reponses
  readonly participations: readonly {
    readonly personneId: string
    readonly role: string
    readonly reponses: Reponses
  }[]
}
