import type { DateIso } from '../../utils/dates.ts'
import type { GenreIncident } from '../tig/incident.ts'
import type { MesureTig } from '../tig/mesure.ts'
import type { FormePoste, PosteTravail } from '../tig/poste-travail.ts'

/** What the report reads of the accueils of a host: codes, dates and minutes. No name, no text. */
export type FaitsTig = {
  readonly accueils: readonly FaitAccueil[]
  readonly journees: readonly FaitJournee[]
  readonly incidents: readonly {
    readonly id: string
    readonly suiviId: string
    readonly date: DateIso
    readonly genre: GenreIncident
  }[]
  readonly postes: readonly FaitPoste[]
}

export type FaitAccueil = {
  readonly suiviId: string
  readonly personneId: string
  readonly mesure: MesureTig
  readonly service: string
  /** Hours ordered, to be done at this host. */
  readonly heures: number
  readonly decideLe: DateIso | null
  readonly debutLe: DateIso | null
  readonly posteId: string | null
  readonly forme: FormePoste | null
  readonly closLe: DateIso | null
  readonly issue: string | null
  /** Done before there was a sheet: they count on the day of the end, or of the start while there is none. */
  readonly minutesReprises: number
}

export type FaitJournee = { readonly suiviId: string; readonly date: DateIso; readonly minutes: number }

export type FaitPoste = Pick<PosteTravail, 'id' | 'places' | 'inscritLe' | 'statuts'>

/** Days when something happened to somebody received: first day agreed, day worked, incident. */
export const actesDuTig = ({ accueils, journees, incidents }: FaitsTig) => [
  ...accueils.flatMap(({ suiviId, debutLe }) => (debutLe === null ? [] : [{ suiviId, date: debutLe }])),
  ...journees.map(({ suiviId, date }) => ({ suiviId, date })),
  ...incidents.map(({ suiviId, date }) => ({ suiviId, date })),
]
