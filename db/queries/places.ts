import { type RawBuilder, sql } from 'kysely'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import type { Place } from '#shared/domaine/fusion-modalites.ts'

type Source = {
  readonly table: string
  /** What names a row of the table, which is `t` in the query. */
  readonly cle: string
  readonly colonne: string
  /** Joins the suivi as `s`; absent for what belongs to the whole coffre. */
  readonly suivi?: string
  /** The entretien of the row, where it has one. */
  readonly entretien?: string
}

/** Where the answers of each bearer are stored. */
const sources: Readonly<Record<Place['porteur'], Source>> = {
  personne: { table: 'personne', cle: 't.id', colonne: 'reponses' },
  participation: participation('reponses'),
  suivi: { table: 'suivi', cle: 't.id', colonne: 'reponses', suivi: 'join suivi s on s.id = t.id' },
  entretien: {
    table: 'entretien',
    cle: 't.id',
    colonne: 'reponses',
    suivi: 'join suivi s on s.id = t.suivi_id',
    entretien: 't.id',
  },
  role: participation('role'),
  destination: {
    table: 'orientation',
    cle: 't.id',
    colonne: 'destination',
    suivi: 'join entretien e on e.id = t.entretien_id join suivi s on s.id = e.suivi_id',
    entretien: 't.entretien_id',
  },
  genre: { table: 'partenaire', cle: 't.id', colonne: 'genre' },
  motif: { table: 'suivi', cle: 't.id', colonne: 'motif_cloture', suivi: 'join suivi s on s.id = t.id' },
}

function participation(colonne: string): Source {
  return {
    table: 'participation',
    cle: `t.suivi_id || ' ' || t.personne_id`,
    colonne,
    suivi: 'join suivi s on s.id = t.suivi_id',
  }
}

/** Every answer given in one place of a dispositif, one line a code: `cle`, `suivi`, `entretien`, `code`, `avant` (as JSON). */
export const reponsesDe = (place: Place, dispositif: CodeDispositif): RawBuilder<unknown> => {
  const { table, cle, colonne, suivi, entretien } = sources[place.porteur]
  const valeur = sql.raw(`t.${colonne}`)
  const [source, code, avant] =
    place.champ === null
      ? [sql``, valeur, sql`json_quote(${valeur})`]
      : [sql`, json_each(${valeur}, ${cheminDe(place)}) r`, sql`r.value`, sql`json(${valeur} -> ${cheminDe(place)})`]
  return sql`select ${sql.raw(cle)} as cle, ${sql.raw(suivi === undefined ? 'null' : 's.id')} as suivi,
      ${sql.raw(entretien ?? 'null')} as entretien, ${code} as code, ${avant} as avant
    from ${sql.raw(table)} t ${sql.raw(suivi ?? '')} ${source}
    where ${valeur} is not null ${suivi === undefined ? sql`` : sql`and s.dispositif = ${dispositif}`}`
}

/** Rewrites the rows of a merge whose answer is still `attendu`: from `avant` it does the merge, from `apres` it undoes it. */
export const remplacer = (place: Place, fusion: string, attendu: 'avant' | 'apres'): RawBuilder<unknown> => {
  const { table, cle, colonne } = sources[place.porteur]
  const nouveau = sql.raw(attendu === 'avant' ? 'l.apres' : 'l.avant')
  const valeur = sql.raw(`t.${colonne}`)
  const [actuel, ecrit] =
    place.champ === null
      ? [sql`json_quote(${valeur})`, sql`json_extract(${nouveau}, '$')`]
      : [sql`json(${valeur} -> ${cheminDe(place)})`, sql`json_set(${valeur}, ${cheminDe(place)}, json(${nouveau}))`]
  return sql`update main.${sql.raw(table)} as t set ${sql.raw(colonne)} = ${ecrit}
    from main.modalite_fusion_ligne l
    where l.fusion_id = ${fusion} and l.porteur = ${place.porteur} and l.champ = ${place.champ ?? ''}
      and l.cle = ${sql.raw(cle)} and ${actuel} = ${sql.raw(`l.${attendu}`)}`
}

const cheminDe = ({ champ }: Place): string => `$."${champ}"`
