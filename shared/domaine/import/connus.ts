import type { DateIso } from '../../utils/dates.ts'
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
