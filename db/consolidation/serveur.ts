import { Kysely, PostgresDialect, sql } from 'kysely'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { pendingMigrations } from '../migrate.ts'
import type { TablesConsolidation } from '../schema/lots.ts'
import type { AdresseBase } from './adresse.ts'
import type { Consolidation } from './base.ts'
import { traduireErreur } from './erreurs-serveur.ts'
import { migrationsServeur } from './migrations.ts'

/** How to reach a shared base. Nothing of it is read from the variables or files of PostgreSQL's own tools. */
export type AccesServeur = {
  readonly adresse: AdresseBase
  /** None where the server knows the user otherwise: on a Unix socket. */
  readonly phrase?: string
  /** The authority that signed its certificate, in PEM; without it, those that Node knows. Asks for TLS on this machine too. */
  readonly autorite?: string
}

/**
 * Works in the shared base of a server, at the version of this Jalon, then leaves it. Throws `base-…`: away, certificate or
 * password refused, not prepared, of a newer Jalon, or a right that is missing.
 */
export const avecServeur = <T>(acces: AccesServeur, travail: (base: Consolidation) => Promise<T>): Promise<T> =>
  joindre(acces, async (base) => {
    if ((await migrationsAFaire(base)).length > 0) throw new ErreurMetier('base-non-preparee')
    return travail(base)
  })

/** What the base holds, and whether this user may add to it. */
export const etatServeur = async (
  base: Consolidation,
): Promise<{ readonly postes: number; readonly lots: number; readonly reception: boolean }> => {
  const { rows } = await sql<{ postes: number; lots: number; reception: boolean }>`
    select (select count(*) from poste_suivi) as postes, (select count(*) from lot) as lots,
      has_table_privilege('lot', 'insert') as reception
  `.execute(base)
  return rows[0] ?? { postes: 0, lots: 0, reception: false }
}

/** The migrations that the base still needs. Throws `base-plus-recente`. */
export const migrationsAFaire = async (base: Consolidation): Promise<string[]> => {
  try {
    return await pendingMigrations(base, migrationsServeur)
  } catch (error) {
    throw error instanceof ErreurMetier ? new ErreurMetier('base-plus-recente') : error
  }
}

/** The same, whatever the state of the base. One connection: what is set in its session holds until the end. */
export const joindre = async <T>(acces: AccesServeur, travail: (base: Consolidation) => Promise<T>): Promise<T> => {
  const base = await connecter(acces)
  try {
    return await travail(base)
  } catch (error) {
    throw traduireErreur(error)
  } finally {
    await base.destroy()
  }
}

/** The driver is loaded here alone, when a shared base is asked for: without one, Jalon has no way to the network. */
const connecter = async ({ adresse, phrase, autorite }: AccesServeur): Promise<Consolidation> => {
  // oxlint-disable-next-line eslint/no-restricted-imports -- the one place that may load the driver
  const { Pool, types } = await import('pg')
  const pool = new Pool({
    host: adresse.hote,
    port: adresse.port,
    database: adresse.base,
    user: adresse.utilisateur,
    // As a function, so that no other source is asked when there is none.
    password: () => phrase ?? '',
    ssl: adresse.local && autorite === undefined ? false : { ...confiance(autorite), rejectUnauthorized: true },
    enableChannelBinding: true,
    application_name: 'jalon',
    connectionTimeoutMillis: 15_000,
    max: 1,
    idleTimeoutMillis: 0,
    types: {
      // Keys and sums are under 2^53 (`cleDe`): numbers, as SQLite gives them.
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : (types.getTypeParser(oid, format) as (valeur: string) => unknown),
    },
  })
  // A server that leaves is told by the query that waits for it, or the next one; else it would stop the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<TablesConsolidation>({ dialect: new PostgresDialect({ pool }) })
}

const confiance = (autorite: string | undefined) => ({
  minVersion: 'TLSv1.2' as const,
  ...(autorite === undefined ? {} : { ca: autorite }),
})
