import { sql } from 'kysely'
import type { Db } from '../connection.ts'

/** Rows that point to nothing, as SQLite finds them. */
export const compterLiensRompus = async (db: Db): Promise<number> => {
  const { rows } = await sql`pragma foreign_key_check`.execute(db)
  return rows.length
}

/** Entretiens that count somebody without saying whom: they would be missing from every table of persons. */
export const compterEntretiensSansPresence = async (db: Db): Promise<number> => {
  const { n } = await db
    .selectFrom('entretien')
    .leftJoin('presence', 'presence.entretien_id', 'entretien.id')
    .where('entretien.supprime_le', 'is', null)
    .where('presence.entretien_id', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Persons present at an entretien of a suivi in which they have no role. */
export const compterPresencesSansParticipation = async (db: Db): Promise<number> => {
  const { n } = await db
    .selectFrom('presence')
    .innerJoin('entretien', 'entretien.id', 'presence.entretien_id')
    .leftJoin('participation', (lien) =>
      lien
        .onRef('participation.suivi_id', '=', 'entretien.suivi_id')
        .onRef('participation.personne_id', '=', 'presence.personne_id'),
    )
    .where('entretien.supprime_le', 'is', null)
    .where('participation.personne_id', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Persons of no suivi: not a fault, but nobody will find them through their file. */
export const compterPersonnesSansParticipation = async (db: Db): Promise<number> => {
  const { n } = await db
    .selectFrom('personne')
    .leftJoin('participation', 'participation.personne_id', 'personne.id')
    .where('participation.personne_id', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
