import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from 'kysely/migration'
import { type CleBase, closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { copierVerifiee, estIntegre } from '#db/copie.ts'
import { migrateToLatest, pendingMigrations } from '#db/migrate.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Chemins } from './chemins.ts'
import type { Entete, Genre } from './entete.ts'
import { developper } from './enveloppe.ts'
import { creerDossierPrive } from './fichiers.ts'
import { compterEssai, oublierEssais } from './essais.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** The key of the base, by one of the two secrets, at the pace that failed attempts impose. */
export const deverrouiller = async (
  chemins: Chemins,
  entete: Entete,
  genre: Genre,
  secret: string,
  maintenant: Date,
): Promise<CleBase> => {
  await compterEssai(chemins.essais, maintenant)
  const cle = await developper(entete, genre, secret)
  if (cle === undefined) throw new ErreurMetier(genre === 'phrase' ? 'phrase-incorrecte' : 'code-secours-incorrect')
  oublierEssais(chemins.essais)
  return cle
}

/**
 * Opens the base and brings it to the newest schema. A base of a newer Jalon, or a damaged one, is found out by reading
 * alone; before a migration a verified copy is made, kept until the base has opened once more without anything to do.
 */
export const ouvrirBase = async (
  chemins: Chemins,
  cle: CleBase,
  { maintenant, connues }: { readonly maintenant: Date; readonly connues: Migrations },
): Promise<Db> => {
  const aFaire = await examiner(chemins, cle, connues)
  const db = openDatabase(chemins.base, cle)
  try {
    if (aFaire[0] === undefined) supprimerCopies(chemins)
    else {
      await copierVerifiee(db, cle, preparerCopie(chemins, aFaire[0], maintenant))
      await migrateToLatest(db, connues)
    }
    return db
  } catch (error) {
    await closeDatabase(db)
    throw error
  }
}

/** Migrations still to run, once sure that the whole file can be read. */
const examiner = async (chemins: Chemins, cle: CleBase, connues: Migrations): Promise<string[]> => {
  const lecture = openDatabase(chemins.base, cle, { lecture: true })
  try {
    const aFaire = await pendingMigrations(lecture, connues)
    if (!(await estIntegre(lecture, 'quick_check'))) throw new ErreurMetier('coffre-illisible')
    return aFaire
  } finally {
    await closeDatabase(lecture)
  }
}

const prefixe = 'avant-'

const preparerCopie = ({ sauvegardes }: Chemins, migration: string, maintenant: Date): string => {
  creerDossierPrive(sauvegardes)
  return join(sauvegardes, `${prefixe}${migration}-${maintenant.toISOString().replaceAll(/[:.]/gu, '-')}.db`)
}

const supprimerCopies = ({ sauvegardes }: Chemins): void => {
  try {
    for (const nom of readdirSync(sauvegardes))
      if (nom.startsWith(prefixe) && nom.endsWith('.db')) rmSync(join(sauvegardes, nom))
  } catch {
    // No folder, no copy; and a copy that resists is no reason to refuse the coffre.
  }
}
