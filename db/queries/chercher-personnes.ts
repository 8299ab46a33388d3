import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { clePhonetique, phonetique, texteEntendu } from '#shared/domaine/phonetique.ts'
import { motsCherches } from '#shared/domaine/recherche.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { contientMot, dernierEntretien, lirePersonnes } from './personnes.ts'

/** Days without an entretien after which a person comes last in a search (the active base of CNIL délib. 2023-095). */
const JOURS_ACTIF = 730

/**
 * While typing: every word must match, as written or as heard. Persons not seen for long come last; then the whole name typed,
 * names that begin so, any word that begins so, and what only sounds so; the latest seen first.
 */
export const chercherPersonnes = async (
  db: Db,
  texte: string,
  limite: number,
  aujourdhui: string,
): Promise<PersonneResume[]> => {
  const mots = motsCherches(texte)
  if (mots.length === 0) return []
  await entendre(db)
  const tous = (condition: (mot: string) => ReturnType<typeof contientMot>) => sql.join(mots.map(condition), sql` and `)
  const parNom = sql.join(
    mots.map((mot) => sql`instr(p.recherche, ${` ${mot}`}) = 1`),
    sql` or `,
  )
  const trouvees = await db
    // Materialised: the date of the last entretien is looked up once per person found, not once per sort key.
    .with(
      (cte) => cte('trouvee').materialized(),
      (qb) =>
        qb
          .selectFrom('personne as p')
          .select(['p.id', 'p.cle_identite'])
          .select(sql<string>`coalesce(${dernierEntretien}, '')`.as('dernier'))
          .select(
            sql<number>`case when not (${tous(contientMot)}) then 3 when not (${parNom}) then 2
              when ${tous(estUnMot)} then 0 else 1 end`.as('rang'),
          )
          // A plus sign keeps SQLite from walking through an index of names to read every row of the table.
          .where(sql<boolean>`+p.anonyme = 0`)
          .where(repondA(mots)),
    )
    .selectFrom('trouvee')
    .select('id')
    .orderBy(sql`dernier < ${ajouterJours(aujourdhui, -JOURS_ACTIF)}`)
    .orderBy('rang')
    .orderBy('dernier', 'desc')
    .orderBy('cle_identite')
    .limit(limite)
    .execute()
  return lirePersonnes(
    db,
    trouvees.map((p) => p.id),
  )
}

/** The person, named `p` in the query, bears every word typed, as written or as heard. */
export const repondA = (mots: readonly string[]) =>
  sql<boolean>`(${mots.length === 0 ? sql`1` : sql.join(mots.map(ecritOuEntendu), sql` and `)})`

/**
 * Computes what the names of persons written by an older Jalon sound like: a migration imports nothing of the application.
 * Costs nothing once done, thanks to an index of those that are left.
 */
export const entendre = async (db: Db): Promise<void> => {
  const sourdes = await db
    .selectFrom('personne')
    .select(['id', 'nom', 'prenom', 'anonyme'])
    .where('phonetique', 'is', null)
    .execute()
  if (sourdes.length === 0) return
  await db.transaction().execute(async (trx) => {
    for (const { id, anonyme, ...noms } of sourdes)
      await trx
        .updateTable('personne')
        .set({
          phonetique: anonyme === 1 ? '' : texteEntendu(noms),
          cle_phonetique: anonyme === 1 ? '' : clePhonetique(noms),
        })
        .where('id', '=', id)
        .execute()
  })
}

/** Fewer sounds than this begin too many names: the whole word is then asked for. */
const SONS_MIN = 3

const ecritOuEntendu = (mot: string) => {
  const sons = phonetique(mot)
  if (mot.length < SONS_MIN || sons === '') return contientMot(mot)
  const entendu = ` ${sons}${sons.length < SONS_MIN ? ' ' : ''}`
  return sql<boolean>`(${contientMot(mot)} or instr(p.phonetique, ${entendu}) > 0)`
}

const estUnMot = (mot: string) => sql<boolean>`instr(p.recherche || ' ', ${` ${mot} `}) > 0`
