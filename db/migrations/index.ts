import type { Migration } from 'kysely/migration'
import * as m0001 from './0001-socle.ts'

/** Forward only, in order, never edited once released. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-socle': m0001 }
