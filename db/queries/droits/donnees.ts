import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import { tablesDuSuivi } from '#db/conservation/liens.ts'
import type { Db } from '#db/connection.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { nomComplet } from '#shared/domaine/personne.ts'

export type Ligne = Readonly<Record<string, string | number | null>>

/** Everything the coffre holds of one person, under every dispositif, as stored. */
export type Donnees = {
  readonly personne: Ligne
  /** Her file as it was before it was made one with hers. */
  readonly absorbees: readonly Ligne[]
  readonly suivis: readonly {
    readonly dispositif: string
    readonly tables: Readonly<Record<string, readonly Ligne[]>>
  }[]
  readonly autres: Readonly<Record<string, readonly Ligne[]>>
  /** Members of her household, and others of her suivis. */
  readonly foyer: readonly Ligne[]
  readonly tiers: readonly Ligne[]
  readonly partenaires: ReadonlyMap<string, string>
}

/** Others of her suivis and of her household. */
export const lireTiers = async (db: Db, personneId: string): Promise<{ id: string; nom: string }[]> =>
  (await lireLesTiers(db, personneId)).map((p) => ({
    id: String(p['id']),
    nom: nomComplet({ anonyme: p['anonyme'] === 1, nom: String(p['nom']), prenom: String(p['prenom']) }),
  }))

/**
 * Reads below what hides persons set aside: being set aside takes nothing from her right of access. Of an entretien of her
 * suivi where she was not, nothing is hers.
 */
export const lireDonnees = async (
  db: Db,
  personneId: string,
  agent: string | null,
  notes: boolean,
): Promise<Donnees> => {
  const [personne] = await lire(db, 'personne', sql`id = ${personneId}`)
  if (personne === undefined) throw new ErreurMetier('introuvable')
  const suivis = await lire(
    db,
    'suivi',
    sql`id in (select suivi_id from main.participation where personne_id = ${personneId})`,
  )
  return {
    personne,
    absorbees: await lireAbsorbees(db, personneId),
    suivis: await Promise.all(
      suivis.map(async (suivi) => ({
        dispositif: String(suivi['dispositif']),
        tables: { suivi: [suivi], ...(await lireSuivi(db, String(suivi['id']), personneId, agent, notes)) },
      })),
    ),
    autres: {
      point_nominatif: await lire(db, 'point_nominatif', sql`personne_id = ${personneId}`),
      demande_droit: await lire(db, 'demande_droit', sql`personne_id = ${personneId}`),
      restriction: await lire(db, 'restriction', sql`personne_id = ${personneId}`),
    },
    foyer:
      personne['foyer_id'] === null
        ? []
        : await lire(db, 'personne', sql`foyer_id = ${personne['foyer_id']} and id <> ${personneId}`),
    tiers: await lireLesTiers(db, personneId),
    partenaires: await lirePartenaires(db),
  }
}

const lireSuivi = async (db: Db, suiviId: string, personneId: string, agent: string | null, notes: boolean) => {
  const siens = sql`(select entretien_id from main.presence where personne_id = ${personneId})`
  const tables: Record<string, readonly Ligne[]> = {}
  for (const { table, lien } of tablesDuSuivi.toReversed()) {
    const [colonne, vers] = lien
    const duSuivi =
      vers === 'suivi'
        ? sql`${sql.ref(colonne)} = ${suiviId}`
        : sql`${sql.ref(colonne)} in (select id from main.${sql.table(vers)} where suivi_id = ${suiviId})`
    const sien =
      table === 'entretien'
        ? sql`id in ${siens}`
        : table === 'note_privee'
          ? sql`${notes ? 1 : 0} = 1 and agent is ${agent}`
          : vers === 'entretien'
            ? sql`entretien_id in ${siens}`
            : sql`1`
    tables[table] = await lire(db, table, sql`${duSuivi} and ${sien}`)
  }
  return tables
}

const lireLesTiers = (db: Db, personneId: string): Promise<readonly Ligne[]> =>
  lire(
    db,
    'personne',
    sql`id <> ${personneId} and (id in (select autre.personne_id from main.participation as autre
        join main.participation as sienne on sienne.suivi_id = autre.suivi_id where sienne.personne_id = ${personneId})
      or foyer_id in (select foyer_id from main.personne where id = ${personneId} and foyer_id is not null))`,
  )

const lireAbsorbees = async (db: Db, personneId: string): Promise<readonly Ligne[]> => {
  const fusions = await entier(db)
    .selectFrom('fusion')
    .select(['absorbee_id', 'changements'])
    .where('gardee_id', '=', personneId)
    .execute()
  return fusions.flatMap(({ absorbee_id, changements }) =>
    (JSON.parse(changements) as readonly { readonly table: string; readonly avant: Ligne | null }[]).flatMap(
      ({ table, avant }) => (table === 'personne' && avant?.['id'] === absorbee_id && avant !== null ? [avant] : []),
    ),
  )
}

/** How many private notes hang on her suivis, whoever wrote them: their number is no secret, their words are. */
export const compterNotesPrivees = async (db: Db, personneId: string): Promise<number> => {
  const { n } = await entier(db)
    .selectFrom('note_privee')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('suivi_id', 'in', (eb) =>
      eb.selectFrom('participation').select('suivi_id').where('personne_id', '=', personneId),
    )
    .executeTakeFirstOrThrow()
  return n
}

const lirePartenaires = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const lus = await db.selectFrom('partenaire').select(['id', 'nom']).execute()
  const postes = await db.selectFrom('poste_travail').select(['id', 'intitule as nom']).execute()
  return new Map([...lus, ...postes].map((p) => [p.id, p.nom]))
}

const lire = async (db: Db, table: string, ou: ReturnType<typeof sql>): Promise<readonly Ligne[]> =>
  (await sql<Ligne>`select * from main.${sql.table(table)} where ${ou}`.execute(db)).rows
