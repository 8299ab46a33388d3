import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import type { FusionFaite } from '#shared/domaine/fusion.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { appliquer, Changement, estIntact, inverser } from './changement.ts'
import { exigerTout, voitTout } from './rattachees.ts'

/**
 * Gives back both files exactly as they were; what was added to the kept one since stays hers. Throws `fusion-contredite`
 * when a row that the merge wrote has changed since, and writes nothing.
 */
export const defaireFusion = (
  db: Db,
  { id, fusionId }: { readonly id: string; readonly fusionId: string },
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const fusion = await trx
      .selectFrom('fusion')
      .select('changements')
      .where('id', '=', fusionId)
      .where('gardee_id', '=', id)
      .executeTakeFirst()
    if (fusion === undefined) throw new ErreurMetier('introuvable')
    await exigerTout(trx, id)
    for (const changement of inverser(lire(fusion.changements))) {
      const intact = await estIntact(trx, { ...changement, avant: changement.apres, apres: changement.avant })
      if (intact) await appliquer(trx, changement)
      else if (!vivantes.has(changement.table)) throw new ErreurMetier('fusion-contredite')
    }
    await trx.deleteFrom('fusion').where('id', '=', fusionId).execute()
  })

/** Merges that a person comes from and that were not undone, the latest first; for whoever sees every job of the coffre. */
export const fusionsDe = async (db: Db, id: string): Promise<FusionFaite[]> => {
  const lignes = await db
    .selectFrom('fusion')
    .select(['id', 'le', 'absorbee_id', 'changements'])
    .where('gardee_id', '=', id)
    .orderBy('le', 'desc')
    .execute()
  if (lignes.length === 0 || !(await voitTout(db))) return []
  return lignes.map((f) => ({ id: f.id, le: f.le, nom: nomDe(lire(f.changements), f.absorbee_id) }))
}

/** A draft goes on being typed, and a nominative point must be destroyed in its time: neither holds a merge back. */
const vivantes: ReadonlySet<string> = new Set<Changement['table']>(['brouillon', 'point_nominatif'])

const lire = (json: string): readonly Changement[] => z.array(Changement).parse(JSON.parse(json))

const nomDe = (changements: readonly Changement[], id: string): string => {
  const absorbee = changements.find((c) => c.table === 'personne' && c.avant?.['id'] === id)?.avant
  return nomComplet({
    anonyme: false,
    nom: String(absorbee?.['nom'] ?? ''),
    prenom: String(absorbee?.['prenom'] ?? ''),
  })
}
