import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { clePhonetique, texteEntendu } from '#shared/domaine/phonetique.ts'
import { motsCherches } from '#shared/domaine/recherche.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { codeCourant } from './dispositifs.ts'
import { contientMot, correspondA, porteursDuPlusRare, repondA, tous } from './mots-personnes.ts'
import { dernierEntretien, lirePersonnes } from './personnes.ts'

/** Days without an entretien after which a person comes last in a search (the active base of CNIL délib. 2023-095). */
const JOURS_ACTIF = 730

/** A word that so many persons bear is first looked for among those seen lately, who come first. */
const TROP_PORTE = 500

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
  const depuis = ajouterJours(aujourdhui, -JOURS_ACTIF)
  const rares = await porteursDuPlusRare(db, mots, TROP_PORTE)
  if (rares !== undefined) return lirePersonnes(db, await classer(db, mots, depuis, limite, estParmi(rares)))
  const actives = sql<string>`select s.personne_id from personne_recue s
    where s.dispositif = ${codeCourant} and s.dernier >= ${depuis}`
  const trouvees = await classer(db, mots, depuis, limite, estParmi(actives))
  return lirePersonnes(db, trouvees.length < limite ? await classer(db, mots, depuis, limite, repondA(mots)) : trouvees)
}

const estParmi = (ids: RawBuilder<string>): RawBuilder<boolean> => sql`p.id in (${ids})`

/** Ids of the first ones, among those of whom `condition` holds. */
const classer = async (
  db: Db,
  mots: readonly string[],
  depuis: string,
  limite: number,
  condition: RawBuilder<boolean>,
): Promise<readonly string[]> => {
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
            sql<number>`case when not ${tous(mots, contientMot)} then 3 when not (${parNom}) then 2
              when ${tous(mots, estUnMot)} then 0 else 1 end`.as('rang'),
          )
          .where(condition)
          // A plus sign keeps SQLite from walking through an index of names to read every row of the table.
          .where(sql<boolean>`+p.anonyme = 0`)
          .where(correspondA(mots)),
    )
    .selectFrom('trouvee')
    .select('id')
    .orderBy(sql`dernier < ${depuis}`)
    .orderBy('rang')
    .orderBy('dernier', 'desc')
    .orderBy('cle_identite')
    .limit(limite)
    .execute()
  return trouvees.map((p) => p.id)
}

const estUnMot = (mot: string) => sql<boolean>`instr(p.recherche || ' ', ${` ${mot} `}) > 0`

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
