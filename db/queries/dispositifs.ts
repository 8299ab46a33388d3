import { type RawBuilder, sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { type CodeDispositif, codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ecrireReglages, lireReglages } from './reglages.ts'

/** Code of the dispositif that the screens show. */
export const codeCourant: RawBuilder<string> = sql`coalesce(
  (select json_extract(valeur, '$') from reglage where cle = 'dispositif'), ${codesDispositif[0]})`

/**
 * The suivi, named `s` in the query, is of the dispositif that the screens show. What a person lives under another one is
 * nobody's business here: every list, count and search of suivis, entretiens and what they hold bears this condition. The
 * plus keeps SQLite from reading all the suivis of the dispositif before looking at the dates.
 */
export const estCourant: RawBuilder<boolean> = sql`+s.dispositif = ${codeCourant}`

/** The same, of a given dispositif. */
export const estDe = (dispositif: string): RawBuilder<boolean> => sql`+s.dispositif = ${dispositif}`

export const dispositifCourant = async (db: Db): Promise<CodeDispositif> => (await lireReglages(db)).dispositif

/** Which dispositifs this coffre uses. One switched off is hidden, and keeps everything it holds. */
export const choisirDispositifs = async (db: Db, choisis: readonly CodeDispositif[]): Promise<void> => {
  const dispositifs = codesDispositif.filter((code) => choisis.includes(code))
  const [premier] = dispositifs
  if (premier === undefined) throw new ErreurMetier('entree-invalide', { champs: { dispositifs: 'aucun' } })
  // The one that the titulaire is shown, whoever chooses.
  const { dispositif } = await lireReglages(entier(db))
  await ecrireReglages(db, {
    dispositifs,
    dispositif: dispositifs.includes(dispositif) ? dispositif : premier,
  })
}

/** Goes to another dispositif of this coffre. */
export const changerDispositif = async (db: Db, dispositif: CodeDispositif): Promise<void> => {
  if (!(await lireReglages(db)).dispositifs.includes(dispositif))
    throw new ErreurMetier('entree-invalide', { champs: { dispositif: 'inutilise' } })
  await ecrireReglages(db, { dispositif })
}

/** Makes sure that the coffre uses this dispositif: what was just imported must be seen. */
export const utiliserDispositif = async (db: Db, dispositif: CodeDispositif): Promise<void> => {
  const { dispositifs } = await lireReglages(db)
  if (!dispositifs.includes(dispositif)) await choisirDispositifs(db, [...dispositifs, dispositif])
}
