import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Colonne, clesDe, type Tables } from '#db/declencheurs.ts'
import type { Table } from '#db/suivies.ts'

/** Columns of one row, as a revision holds them: bytes as hexadecimal. */
export type Valeurs = Readonly<Record<string, string | number | null>>

export type Revision = {
  readonly rang: number
  readonly tableau: Table
  /** JSON of the key. */
  readonly cle: string
  readonly genre: 'ajout' | 'changement' | 'retrait' | 'mise-de-cote'
  readonly avant: Valeurs | null
  readonly apres: Valeurs | null
  readonly suivi_id: string | null
}

/** What follows from the rest, and is worked out again: it holds no undo back. */
export const estDeduite = (tableau: string, colonne: string): boolean =>
  colonne === 'modifie_le' || (tableau === 'suivi' && colonne === 'ouvert_le')

/** Revisions of an act or of a row, in the order they were written. */
export const lireRevisions = async (
  db: Db,
  filtre: { readonly gesteId: string } | { readonly tableau: string; readonly cle: string; readonly apresRang: number },
): Promise<readonly Revision[]> => {
  const lignes = db
    .selectFrom('revision')
    .select(['rang', 'tableau', 'cle', 'genre', 'avant', 'apres', 'suivi_id'])
    .orderBy('rang')
  const lues =
    'gesteId' in filtre
      ? lignes.where('geste_id', '=', filtre.gesteId)
      : lignes.where('tableau', '=', filtre.tableau).where('cle', '=', filtre.cle).where('rang', '>', filtre.apresRang)
  return (await lues.execute()).map(({ tableau, avant, apres, ...reste }) =>
    Object.assign(reste, { tableau: tableau as Table, avant: lireValeurs(avant), apres: lireValeurs(apres) }),
  )
}

/** The row as it is now; undefined when there is none, or none that this user sees. */
export const lireLigne = async (
  db: Db,
  tables: Tables,
  { tableau, cle }: Pick<Revision, 'tableau' | 'cle'>,
): Promise<Valeurs | undefined> => {
  const colonnes = tables.get(tableau) ?? []
  const paires = colonnes.flatMap((c) => [sql.lit(c.nom), sql.raw(c.type === 'BLOB' ? `hex(${c.nom})` : c.nom)])
  const { rows } = await sql<{ readonly ligne: string }>`select json_object(${sql.join(paires)}) as ligne
    from ${sql.table(tableau)} where ${estLa(colonnes, cle)}`.execute(db)
  return rows[0] === undefined ? undefined : (lireValeurs(rows[0].ligne) ?? undefined)
}

/** Writes the row back as the revision found it. Gives back false when nothing was written. */
export const remettre = async (
  trx: Db,
  tables: Tables,
  { tableau, cle, genre, avant }: Revision,
  instant: string,
): Promise<boolean> => {
  const colonnes = tables.get(tableau) ?? []
  const table = sql.table(tableau)
  if (genre === 'ajout') {
    const { numAffectedRows } = await sql`delete from main.${table} where ${estLa(colonnes, cle)}`.execute(trx)
    return numAffectedRows === 1n
  }
  const dites = colonnes.filter((c) => Object.hasOwn(avant ?? {}, c.nom))
  const valeur = (c: Colonne) => (c.type === 'BLOB' ? sql`unhex(${avant?.[c.nom]})` : sql`${avant?.[c.nom]}`)
  if (genre === 'retrait') {
    const { numAffectedRows } = await sql`insert into main.${table} (${sql.join(dites.map((c) => sql.ref(c.nom)))})
      values (${sql.join(dites.map(valeur))})`.execute(trx)
    return numAffectedRows === 1n
  }
  const ecrites = dites.filter((c) => !estDeduite(tableau, c.nom)).map((c) => sql`${sql.ref(c.nom)} = ${valeur(c)}`)
  const datee = colonnes.some((c) => c.nom === 'modifie_le') ? [sql`modifie_le = ${instant}`] : []
  if (ecrites.length === 0) return true
  const { numAffectedRows } = await sql`update main.${table} set ${sql.join([...ecrites, ...datee])}
    where ${estLa(colonnes, cle)}`.execute(trx)
  return numAffectedRows === 1n
}

const estLa = (colonnes: readonly Colonne[], cle: string) => {
  const valeurs = JSON.parse(cle) as readonly (string | number)[]
  return sql.join(
    clesDe(colonnes).map((nom, i) => sql`${sql.ref(nom)} = ${valeurs[i]}`),
    sql` and `,
  )
}

const lireValeurs = (json: string | null): Valeurs | null => (json === null ? null : (JSON.parse(json) as Valeurs))
