import { type Kysely, sql } from 'kysely'

/** Where the coordinator's shared base is, and what opens it: in the encrypted coffre, as the keys of its lots. */
const table = `create table base_partagee (
  id integer primary key check (id = 1),
  adresse text not null,
  phrase text not null,
  autorite text
) strict`

/** A lot received, and what it holds, never changes: as on a server (consolidation/0002), here too. */
const ajoutSeul = ['lot', 'lot_ecarte', 'lot_case', 'lot_cellule', 'lot_chiffre', 'lot_section', 'lot_publication']

const refus = `begin select raise(abort, 'lots: append-only'); end`

const declencheurs = ajoutSeul.flatMap((nom) => [
  `create trigger ${nom}_sans_modification before update on ${nom} ${refus}`,
  `create trigger ${nom}_sans_suppression before delete on ${nom} ${refus}`,
])

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const ordre of [table, ...declencheurs]) await sql.raw(ordre).execute(db)
}
