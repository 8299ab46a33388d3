import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Nomenclature, trouverListe } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'

/** What every act on a parcours is given once its suivi is known to be one of the dispositif. */
export type Acte = {
  readonly trx: Db
  readonly nomenclature: Nomenclature
  readonly aujourdhui: string
  readonly instant: string
}

/** Runs one act on the parcours of a suivi, in one transaction. A suivi of another dispositif does not exist here. */
export const surLeParcours = (
  db: Db,
  nomenclature: Nomenclature,
  suiviId: string,
  maintenant: Date,
  acte: (acte: Acte) => Promise<void>,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    exigerParcours(nomenclature)
    await exigerSuivi(trx, nomenclature, suiviId)
    await acte({ trx, nomenclature, aujourdhui: jourLocal(maintenant), instant: maintenant.toISOString() })
  })

/** A dispositif whose lists know no mesure holds no judicial data, whoever asks. */
export const exigerParcours = (nomenclature: Nomenclature): void => {
  if (!nomenclature.listes.some((l) => l.code === 'mesure'))
    throw new ErreurMetier('entree-invalide', { champs: { dispositif: 'sans-parcours' } })
}

const exigerSuivi = async (db: Db, { code }: Nomenclature, suiviId: string): Promise<void> => {
  const suivi = await db
    .selectFrom('suivi')
    .select('id')
    .where('id', '=', suiviId)
    .where('dispositif', '=', code)
    .executeTakeFirst()
  if (suivi === undefined) throw new ErreurMetier('introuvable')
}

export const refuserErreurs = (champs: Readonly<Record<string, string>>): void => {
  const raisons = Object.values(champs)
  if (raisons.length === 0) return
  throw new ErreurMetier(raisons.every((r) => r === 'valeur-inconnue') ? 'valeur-inconnue' : 'entree-invalide', {
    champs,
  })
}

export const estDeLaListe = (nomenclature: Nomenclature, liste: string, code: string): boolean =>
  trouverListe(nomenclature, liste).modalites.some((m) => m.code === code)

/** Tables whose rows belong to one suivi and are taken out of sight by `supprime_le`. */
export type TableDuSuivi = 'consentement' | 'statut_penal' | 'mesure' | 'passage' | 'demarche' | 'contrat'

/** Ids come from a form: one that belongs to another suivi is refused before any writing. */
export const refuserIdPris = async (trx: Db, table: TableDuSuivi, id: string, suiviId: string): Promise<void> => {
  const ligne = await trx
    .selectFrom(table as 'mesure')
    .select('suivi_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (ligne !== undefined && ligne.suivi_id !== suiviId)
    throw new ErreurMetier('entree-invalide', { champs: { id: 'pris' } })
}

export const refuserPartenairesInconnus = async (trx: Db, ids: readonly (string | null)[]): Promise<void> => {
  const voulus = [...new Set(ids.filter((id) => id !== null))]
  if (voulus.length === 0) return
  const connus = await trx.selectFrom('partenaire').select('id').where('id', 'in', voulus).execute()
  if (connus.length < voulus.length) throw new ErreurMetier('introuvable')
}
