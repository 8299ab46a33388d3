import { PostgresAdapter, sql } from 'kysely'
import type { Periode } from '#shared/domaine/bilan/periode.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { PublicationAnterieure } from '../queries/registre.ts'
import type { TablesServeur } from '../schema/lots.ts'
import { cleDe, type Consolidation } from './base.ts'

/** Whether other coordinators may publish from this base: on a server. */
export const estPartagee = (base: Consolidation): boolean => base.getExecutor().adapter instanceof PostgresAdapter

/** What every coordinator of a shared base published about days of this period, oldest first; nothing in a coffre's own. */
export const sommesPubliees = async (
  base: Consolidation,
  dispositif: CodeDispositif,
  { du, au }: Periode,
): Promise<readonly PublicationAnterieure[]> => {
  if (!estPartagee(base)) return []
  const lignes = await base
    .withTables<TablesServeur>()
    .selectFrom('somme_publiee')
    .select('contenu')
    .where('dispositif', '=', dispositif)
    .where('du', '<=', au)
    .where('au', '>=', du)
    .orderBy('rang')
    .execute()
  return lignes.map((l) => JSON.parse(l.contenu) as PublicationAnterieure)
}

/**
 * Tells the other coordinators what is about to be published, for ever. Throws `consolidation-refusee` when one of them
 * published meanwhile: what was proved did not know of it.
 */
export const inscrireSommes = async (
  base: Consolidation,
  { dispositif, du, au }: Periode & { readonly dispositif: CodeDispositif },
  publications: readonly PublicationAnterieure[],
  vues: readonly PublicationAnterieure[],
): Promise<void> => {
  await base.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${cleDe('jalon', 'publication')})`.execute(trx)
    const connues = new Set(vues.map((v) => v.id))
    const depuis = await sommesPubliees(trx, dispositif, { du, au })
    if (depuis.some((p) => !connues.has(p.id)))
      throw new ErreurMetier('consolidation-refusee', { champs: { motif: 'entre-temps', poste: '' } })
    for (const publication of publications)
      await trx
        .withTables<TablesServeur>()
        .insertInto('somme_publiee')
        .values({
          id: publication.id,
          edition_id: publication.edition.id,
          dispositif,
          du: publication.du,
          au: publication.au,
          unite: publication.unite,
          contenu: JSON.stringify(publication),
        })
        .execute()
  })
}
