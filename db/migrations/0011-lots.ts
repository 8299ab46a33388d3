import type { Kysely } from 'kysely'
import { up as consolidation } from '../consolidation/0001-lots.ts'

/** The consolidation base, and what only a coffre holds: its keys, and the lots it made. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await consolidation(db)
  await db.schema
    .createTable('cle')
    .addColumn('genre', 'text', (c) => c.primaryKey().notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('publique', 'text', (c) => c.notNull())
    .addColumn('secrete', 'text', (c) => c.notNull())
    .addColumn('cree_le', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('lot_fait')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('dispositif', 'text', (c) => c.notNull())
    .addColumn('du', 'text', (c) => c.notNull())
    .addColumn('au', 'text', (c) => c.notNull())
    .addColumn('numero', 'integer', (c) => c.notNull())
    .addColumn('fait_le', 'text', (c) => c.notNull())
    .addColumn('destinataire', 'text', (c) => c.notNull())
    .addColumn('empreinte', 'text', (c) => c.notNull())
    .addUniqueConstraint('lot_fait_rang', ['dispositif', 'du', 'au', 'numero'])
    .execute()
}
