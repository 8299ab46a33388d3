import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { comparerEnFrancais, normaliser } from '#shared/utils/texte.ts'
import type { Consolidation } from './base.ts'

/** A post whose lots are received, or expected. */
export type PosteSuivi = {
  readonly id: string
  readonly nom: string
  /** Null until its first lot. */
  readonly coffre: string | null
  readonly cle: string | null
  readonly cleVerifieeLe: string | null
}

export type Attendu = {
  readonly posteId: string
  readonly dispositif: CodeDispositif
  readonly annee: number
  readonly pourLe: string
}

export const listerPostesSuivis = async (base: Consolidation): Promise<PosteSuivi[]> =>
  (await postes(base).execute()).toSorted((a, b) => comparerEnFrancais(a.nom, b.nom) || (a.id < b.id ? -1 : 1))

export const posteDuCoffre = (base: Consolidation, coffre: string): Promise<PosteSuivi | undefined> =>
  postes(base).where('coffre', '=', coffre).executeTakeFirst()

export const lirePosteSuivi = (base: Consolidation, id: string): Promise<PosteSuivi | undefined> =>
  postes(base).where('id', '=', id).executeTakeFirst()

/**
 * The post of a lot received for the first time: the one that was expected under that name, if there is just one, else a new
 * one. Its key is registered, and refused to change from then on.
 */
export const enregistrerPosteSuivi = async (
  trx: Consolidation,
  {
    id,
    nom,
    coffre,
    cle,
  }: { readonly id: string; readonly nom: string; readonly coffre: string; readonly cle: string },
  maintenant: Date,
): Promise<string> => {
  const attendus = (await postes(trx).where('coffre', 'is', null).execute()).filter(
    (p) => normaliser(p.nom) === normaliser(nom),
  )
  const [seul, ...autres] = attendus
  if (seul !== undefined && autres.length === 0) {
    await trx.updateTable('poste_suivi').set({ coffre, cle }).where('id', '=', seul.id).execute()
    return seul.id
  }
  await trx
    .insertInto('poste_suivi')
    .values({ id, nom, coffre, cle, cle_verifiee_le: null, cree_le: maintenant.toISOString() })
    .execute()
  return id
}

/** That the fingerprint was compared with the post, by voice. */
export const verifierCle = async (base: Consolidation, id: string, maintenant: Date): Promise<void> => {
  const { numUpdatedRows } = await base
    .updateTable('poste_suivi')
    .set({ cle_verifiee_le: maintenant.toISOString() })
    .where('id', '=', id)
    .where('cle', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new ErreurMetier('introuvable')
}

export const listerAttendus = (base: Consolidation): Promise<Attendu[]> =>
  base
    .selectFrom('lot_attendu')
    .select(['poste_id as posteId', 'dispositif', 'annee', 'pour_le as pourLe'])
    .orderBy('annee')
    .execute()

/** Expects the lot of a post, known by its id, or new under that name. */
export const attendreLot = async (
  trx: Consolidation,
  { posteId, nom, dispositif, annee, pourLe }: Attendu & { readonly nom: string },
  maintenant: Date,
): Promise<void> => {
  await trx
    .insertInto('poste_suivi')
    .values({ id: posteId, nom, coffre: null, cle: null, cle_verifiee_le: null, cree_le: maintenant.toISOString() })
    .onConflict((conflit) => conflit.column('id').doNothing())
    .execute()
  await trx
    .insertInto('lot_attendu')
    .values({ poste_id: posteId, dispositif, annee, pour_le: pourLe })
    .onConflict((conflit) => conflit.columns(['poste_id', 'dispositif', 'annee']).doUpdateSet({ pour_le: pourLe }))
    .execute()
}

/** No longer expects it; a post of which nothing was ever received and nothing is expected goes too. */
export const oublierAttendu = async (
  trx: Consolidation,
  { posteId, dispositif, annee }: Omit<Attendu, 'pourLe'>,
): Promise<void> => {
  await trx
    .deleteFrom('lot_attendu')
    .where('poste_id', '=', posteId)
    .where('dispositif', '=', dispositif)
    .where('annee', '=', annee)
    .execute()
  await trx
    .deleteFrom('poste_suivi')
    .where('id', '=', posteId)
    .where('coffre', 'is', null)
    .where('id', 'not in', (eb) => eb.selectFrom('lot_attendu').select('poste_id'))
    .execute()
}

const postes = (base: Consolidation) =>
  base.selectFrom('poste_suivi').select(['id', 'nom', 'coffre', 'cle', 'cle_verifiee_le as cleVerifieeLe'])
