import { lireAdresse } from '#db/consolidation/adresse.ts'
import { type Consolidation, consolidationDe } from '#db/consolidation/base.ts'
import { type AccesServeur, avecServeur, etatServeur } from '#db/consolidation/serveur.ts'
import type { Db } from '#db/connection.ts'
import { garderBasePartagee, lireBasePartagee } from '#db/queries/base-partagee.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { ChoixBase, EtatBase } from '#shared/ipc/contract/lots.ts'

/** Works where this coffre's lots are: on the server that the coordinator chose, else in the coffre itself. */
export const avecBase = async <T>(db: Db, travail: (base: Consolidation) => Promise<T>): Promise<T> => {
  const choisie = await lireBasePartagee(db)
  return choisie === undefined ? travail(consolidationDe(db)) : avecServeur(choisie.acces, travail)
}

/** Reaches the base first: one that cannot be worked in is not kept. Throws `base-…`. */
export const choisirBase = async (db: Db, { adresse, phrase, autorite }: ChoixBase): Promise<EtatBase> => {
  const acces: AccesServeur = { adresse: lireAdresse(adresse), phrase, ...(autorite !== null && { autorite }) }
  const contenu = await avecServeur(acces, etatServeur)
  await inTransaction(db, (trx) => garderBasePartagee(trx, { adresse, phrase, autorite }))
  return { adresse, contenu }
}

/** What the shared base holds; null where there is none. Never its password. */
export const etatDeLaBase = async (db: Db): Promise<EtatBase | null> => {
  const choisie = await lireBasePartagee(db)
  if (choisie === undefined) return null
  const { adresse, acces } = choisie
  try {
    return { adresse, contenu: await avecServeur(acces, etatServeur) }
  } catch (error) {
    // Which base it is can be said all the same; why it is away is for whoever asks it something.
    if (error instanceof ErreurMetier) return { adresse, contenu: null }
    throw error
  }
}
