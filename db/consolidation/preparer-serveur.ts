import { sql } from 'kysely'
import { migrateToLatest } from '../migrate.ts'
import type { Consolidation } from './base.ts'
import { migrationsServeur } from './migrations.ts'
import { type AccesServeur, joindre, migrationsAFaire } from './serveur.ts'

/** Owns the tables and runs the migrations; receives lots; reads. None of them logs in: users are made members of one. */
export const roles = {
  proprietaire: 'jalon_proprietaire',
  coordination: 'jalon_coordination',
  lecture: 'jalon_lecture',
} as const

/**
 * Makes the roles and the tables of a shared base, or brings them up to date; does nothing twice. The first time, by a user
 * who may create roles and owns the base; later, by any member of `jalon_proprietaire`. Says which migrations it ran.
 */
export const preparerServeur = (acces: AccesServeur): Promise<string[]> =>
  joindre(acces, async (base) => {
    const afaire = await migrationsAFaire(base)
    await base.transaction().execute(creerRoles)
    await sql`set role ${sql.id(roles.proprietaire)}`.execute(base)
    await migrateToLatest(base, migrationsServeur)
    await base.transaction().execute(accorder)
    return afaire
  })

const creerRoles = async (trx: Consolidation): Promise<void> => {
  const [proprietaire, coordination, lecture] = Object.values(roles).map((role) => sql.id(role))
  const connus = await sql<{ rolname: string }>`select rolname from pg_roles`.execute(trx)
  for (const role of Object.values(roles))
    if (!connus.rows.some((r) => r.rolname === role)) await sql`create role ${sql.id(role)} nologin`.execute(trx)
  const { rows } = await sql<{ membre: boolean; ferme: boolean }>`
    select pg_has_role(${roles.proprietaire}, 'MEMBER') as membre,
      has_schema_privilege(${roles.proprietaire}, 'public', 'CREATE')
        and not has_schema_privilege(${roles.lecture}, 'public', 'CREATE') as ferme
  `.execute(trx)
  const [etat] = rows
  if (etat?.ferme === true && etat.membre) return
  // Since PostgreSQL 16, who makes a role is a member that may not yet act as it.
  await sql`grant ${proprietaire} to current_user`.execute(trx)
  await sql`revoke all on schema public from public`.execute(trx)
  await sql`grant usage on schema public to ${proprietaire}, ${coordination}, ${lecture}`.execute(trx)
  await sql`grant create on schema public to ${proprietaire}`.execute(trx)
}

/** Lots may be added and read, never changed; what is expected, and the check of a key by voice, may. */
const accorder = async (trx: Consolidation): Promise<void> => {
  const [coordination, lecture] = [sql.id(roles.coordination), sql.id(roles.lecture)]
  await sql`revoke all on all tables in schema public from ${lecture}, ${coordination}, public`.execute(trx)
  await sql`
    grant select on poste_suivi, lot_attendu, lot, lot_ecarte, lot_case, lot_cellule, lot_chiffre, lot_section,
      lot_publication, somme_publiee, kysely_migration to ${lecture}, ${coordination}
  `.execute(trx)
  await sql`
    grant insert on poste_suivi, lot_attendu, lot, lot_ecarte, lot_case, lot_cellule, lot_chiffre, lot_section,
      lot_publication, somme_publiee to ${coordination}
  `.execute(trx)
  await sql`grant update (coffre, cle, cle_verifiee_le), delete on poste_suivi to ${coordination}`.execute(trx)
  await sql`grant update (pour_le), delete on lot_attendu to ${coordination}`.execute(trx)
}
