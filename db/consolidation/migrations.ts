import type { Migration } from 'kysely/migration'
import { up as lots } from './0001-lots.ts'
import { up as serveur } from './0002-serveur.ts'
import { up as sommes } from './0003-sommes.ts'

/** Of a shared base. In a coffre, 0001 is one of its own migrations, and the others have no object. */
export const migrationsServeur: Readonly<Record<string, Migration>> = {
  '0001-lots': { up: lots },
  '0002-serveur': { up: serveur },
  '0003-sommes': { up: sommes },
}
