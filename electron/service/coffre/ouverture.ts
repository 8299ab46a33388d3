import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from 'kysely/migration'
import { cloisonner } from '#db/cloison.ts'
import { type CleBase, closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { copierVerifiee, estIntegre } from '#db/copie.ts'
import { migrerCoffre, pendingMigrations } from '#db/migrate.ts'
import { poserDeclencheurs } from '#db/declencheurs.ts'
import { traduirePanne } from '#db/panne.ts'
import { lireAgent } from '#db/queries/agents.ts'
import { type Agent, titulaire } from '#shared/domaine/acces/agent.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { developperPhrase, type Porteur } from './agents.ts'
import type { Chemins } from './chemins.ts'
import type { Entete, Genre } from './entete.ts'
import { developper } from './enveloppe.ts'
import { creerDossierPrive } from './fichiers.ts'
import { compterEssai, oublierEssais } from './essais.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** The key of the base, by one of the secrets, and whose it is, at the pace that failed attempts impose. */
export const deverrouiller = async (
  chemins: Chemins,
  entete: Entete,
  genre: Genre,
  secret: string,
  maintenant: Date,
): Promise<Porteur> => {
  await compterEssai(chemins.essais, maintenant)
  const porteur = await developperSecret(entete, genre, secret)
  if (porteur === undefined) throw new ErreurMetier(refus[genre])
  oublierEssais(chemins.essais)
  return porteur
}

/** The recovery code is the titulaire's. */
export const developperSecret = async (entete: Entete, genre: Genre, secret: string): Promise<Porteur | undefined> => {
  if (genre === 'phrase') return developperPhrase(entete, secret)
  const cle = await developper(entete, genre, secret)
  return cle === undefined ? undefined : { cle, agent: null }
}

export const refus = { phrase: 'phrase-incorrecte', secours: 'code-secours-incorrect' } as const

/**
 * The user that a secret designates, as the base knows him. One who was removed, or who never was of this base (a backup
 * older than he is), is `phrase-incorrecte`; one left with nothing to see, `droit-absent`.
 */
export const reconnaitre = async (db: Db, agent: string | null): Promise<Agent> => {
  if (agent === null) return titulaire
  const reconnu = await lireAgent(db, agent).catch(() => undefined)
  if (reconnu === undefined) throw new ErreurMetier('phrase-incorrecte')
  if (reconnu.dispositifs.length === 0) throw new ErreurMetier('droit-absent')
  return reconnu
}

/** The base as whoever opened it may see it. */
export const ouvrirPour = async (
  chemins: Chemins,
  { cle, agent: id }: Porteur,
  quand: { readonly maintenant: Date; readonly connues: Migrations },
): Promise<{ readonly db: Db; readonly agent: Agent }> => {
  const base = await ouvrirBase(chemins, cle, quand)
  try {
    const agent = await reconnaitre(base, id)
    return { agent, db: await cloisonner(base, agent) }
  } catch (error) {
    await closeDatabase(base)
    throw error
  }
}

/**
 * Opens the base and brings it to the newest schema. A base of a newer Jalon, or a damaged one, is found out by reading
 * alone; before a migration a verified copy is made, kept until the base has opened once more without anything to do.
 */
const ouvrirBase = async (
  chemins: Chemins,
  cle: CleBase,
  { maintenant, connues }: { readonly maintenant: Date; readonly connues: Migrations },
): Promise<Db> => {
  const aFaire = await examiner(chemins, cle, connues)
  const db = openDatabase(chemins.base, cle)
  try {
    if (aFaire[0] === undefined) {
      supprimerCopies(chemins)
      await poserDeclencheurs(db)
    } else {
      await copierVerifiee(db, cle, preparerCopie(chemins, aFaire[0], maintenant))
      await migrerCoffre(db, connues)
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
  } catch (error) {
    throw traduirePanne(error)
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
