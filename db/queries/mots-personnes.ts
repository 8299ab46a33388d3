import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { phonetique } from '#shared/domaine/phonetique.ts'

/** The person, named `p` in the query, bears every word typed, as written or as heard: found by the index of words. */
export const repondA = (mots: readonly string[]): RawBuilder<boolean> =>
  tous(mots, (mot) => (estIndexe(mot) ? sql<boolean>`p.id in (${porteurs(mot)})` : contientMot(mot)))

/** The same, asked of the texts of a person who is being read anyway. */
export const correspondA = (mots: readonly string[]): RawBuilder<boolean> => tous(mots, ecritOuEntendu)

/** As written only. Figures may be inside a telephone number; anything else starts a word. */
export const contientMot = (mot: string): RawBuilder<boolean> =>
  sql`instr(p.recherche, ${/^\d{4,}$/.test(mot) ? mot : ` ${mot}`}) > 0`

export const tous = (mots: readonly string[], condition: (mot: string) => RawBuilder<boolean>): RawBuilder<boolean> =>
  mots.length === 0 ? sql`1` : sql`(${sql.join(mots.map(condition), sql` and `)})`

/** Ids of those who bear the rarest of these words; undefined when `trop` persons or more bear each, or they are numbers. */
export const porteursDuPlusRare = async (
  db: Db,
  mots: readonly string[],
  trop: number,
): Promise<RawBuilder<string> | undefined> => {
  let rare: RawBuilder<string> | undefined
  let moins = trop
  for (const mot of mots.filter(estIndexe)) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (${porteurs(mot)} limit ${moins})`.execute(db)
    const n = rows[0]?.n ?? 0
    if (n < moins) {
      moins = n
      rare = porteurs(mot)
    }
  }
  return rare
}

/** Numbers are not in the index: they are looked for from their middle too. */
const estIndexe = (mot: string): boolean => /[^0-9]/.test(mot)

/** Ids, each as often as it bears a word that begins so. */
const porteurs = (mot: string): RawBuilder<string> => {
  const ecrits = sql`select personne_id from personne_mot where entendu = 0 and ${commencePar(mot)}`
  const entendu = entenduDe(mot)
  if (entendu === undefined) return sql`${ecrits}`
  const { sons, entier } = entendu
  return sql`${ecrits} union all select personne_id from personne_mot
    where entendu = 1 and ${entier ? sql`mot = ${sons}` : commencePar(sons)}`
}

const commencePar = (debut: string) => sql`mot >= ${debut} and mot < ${`${debut}\u{10FFFF}`}`

const ecritOuEntendu = (mot: string): RawBuilder<boolean> => {
  const entendu = entenduDe(mot)
  if (entendu === undefined) return contientMot(mot)
  const { sons, entier } = entendu
  return sql`(${contientMot(mot)} or instr(p.phonetique, ${` ${sons}${entier ? ' ' : ''}`}) > 0)`
}

/** Fewer sounds than this begin too many names: the whole word is then asked for. */
const SONS_MIN = 3

/** What the word sounds like, unless it is too short to be heard. */
const entenduDe = (mot: string): { readonly sons: string; readonly entier: boolean } | undefined => {
  const sons = phonetique(mot)
  return mot.length < SONS_MIN || sons === '' ? undefined : { sons, entier: sons.length < SONS_MIN }
}
