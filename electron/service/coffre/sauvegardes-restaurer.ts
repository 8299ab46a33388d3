import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { type Apercu, lireApercu } from '#db/apercu.ts'
import { type CleBase, closeDatabase, openDatabase } from '#db/connection.ts'
import { estIntegre } from '#db/copie.ts'
import { pendingMigrations } from '#db/migrate.ts'
import { exigerDroit } from '#shared/domaine/acces/agent.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { EtatPresent } from '#shared/ipc/contract/sauvegardes.ts'
import { creerDossier } from '../dossiers.ts'
import { cheminsDuCoffre } from './chemins.ts'
import { exigerEmplacementSur } from './emplacement.ts'
import { type Genre, lireEntete } from './entete.ts'
import { avecCle } from './enveloppe.ts'
import { attendreEncore, compterEssai, oublierEssais } from './essais.ts'
import { renommer, syncDossier } from './fichiers.ts'
import { developperSecret, type Migrations, reconnaitre, refus } from './ouverture.ts'
import { comparer, exigerRemplacable } from './sauvegardes-emporter.ts'
import { recopier } from './sauvegardes-faire.ts'
import { estIntacte, type Sauvegarde } from './sauvegardes.ts'

export type DemandeRestauration = {
  readonly sauvegarde: Sauvegarde
  readonly genre: Genre
  /** The passphrase or the recovery code that the coffre had when the backup was made. */
  readonly secret: string
  /** Folder of the coffre to make, or to replace. */
  readonly vers: string
  readonly maintenant: Date
  readonly cout: number
  readonly connues: Migrations
}

export type Examen = { readonly apercu: Apercu; readonly present: EtatPresent }

/** Verifies a backup with its secret, and says what stands where it would go. Writes nothing there. */
export const examiner = (demande: DemandeRestauration): Promise<Examen> =>
  avecCleDe(demande, (cle) => examinerAvec(demande, cle))

/**
 * Puts a backup in the place of the coffre of that folder, or in a new folder. The coffre made is whole and verified under
 * another name before it takes the place; the present one is renamed, never deleted, and keeps nothing that the new one
 * lacks but its content. Cut short at any instant, it is the former coffre or the new one. Gives where the former one is.
 */
export const restaurer = async (
  demande: DemandeRestauration & { readonly malgrePlusRecent: boolean },
): Promise<{ readonly misDeCote: string | null; readonly apercu: Apercu }> => {
  const { sauvegarde, vers, maintenant, malgrePlusRecent } = demande
  terminerRestauration(vers, maintenant)
  exigerEmplacementSur(vers)
  refuserAutreChose(vers)
  return avecCleDe(demande, async (cle) => {
    const { apercu, present } = await examinerAvec(demande, cle)
    if (!malgrePlusRecent) exigerRemplacable(present)
    const provisoire = `${prete(vers)}-${randomUUID()}`
    try {
      oublierRestes(vers)
      creerDossier(dirname(vers), 0o700)
      mkdirSync(provisoire, { mode: 0o700 })
      await recopier(sauvegarde, provisoire)
      await lireEntiere({ ...sauvegarde, dossier: provisoire }, cle, demande.connues)
      syncDossier(provisoire)
      // From here on the restoration is decided: cut short, it is finished at the next start.
      await renommer(provisoire, prete(vers))
      return { apercu, misDeCote: await basculerOuRenoncer(vers, maintenant, provisoire) }
    } catch (error) {
      rmSync(provisoire, { recursive: true, force: true })
      throw error instanceof ErreurMetier ? error : new ErreurMetier('ecriture-impossible')
    }
  })
}

/** Finishes a restoration decided and cut short; nothing to do is the rule. Throws `ecriture-impossible`, and may be tried again. */
export const terminerRestauration = (dossier: string, maintenant: Date): void => {
  try {
    basculer(dossier, maintenant)
  } catch {
    throw new ErreurMetier('ecriture-impossible')
  }
}

const prete = (dossier: string): string => `${dossier}.restauration`

/** Each step may be done again: backups move first, then the former coffre steps aside, then the new one comes. */
const basculer = (dossier: string, maintenant: Date): string | null => {
  if (!existsSync(prete(dossier))) return null
  const [avant, apres] = [cheminsDuCoffre(dossier).sauvegardes, cheminsDuCoffre(prete(dossier)).sauvegardes]
  if (existsSync(avant) && !existsSync(apres)) renameSync(avant, apres)
  const cote = ecarter(dossier, maintenant)
  renameSync(prete(dossier), dossier)
  syncDossier(dirname(dossier))
  return cote
}

const ecarter = (dossier: string, maintenant: Date): string | null => {
  if (!existsSync(dossier)) return null
  if (readdirSync(dossier).length === 0) {
    rmdirSync(dossier)
    return null
  }
  const cote = `${dossier}-mis-de-cote-${maintenant.toISOString().replaceAll(/[:.]/gu, '-')}`
  renameSync(dossier, cote)
  return cote
}

/** Antivirus programs hold folders for an instant on Windows. When they do not let go, everything is put back. */
const basculerOuRenoncer = async (dossier: string, maintenant: Date, provisoire: string): Promise<string | null> => {
  for (let essai = 1; ; essai += 1) {
    try {
      return basculer(dossier, maintenant)
    } catch {
      if (essai === 8) break
      await attendre(essai * 50)
    }
  }
  if (existsSync(dossier)) {
    renameSync(prete(dossier), provisoire)
    const rendues = cheminsDuCoffre(provisoire).sauvegardes
    if (existsSync(rendues)) renameSync(rendues, cheminsDuCoffre(dossier).sauvegardes)
  }
  throw new ErreurMetier('ecriture-impossible')
}

const examinerAvec = async (demande: DemandeRestauration, cle: CleBase): Promise<Examen> => {
  const { sauvegarde, vers, cout, connues } = demande
  if (!(await estIntacte(sauvegarde))) throw new ErreurMetier('sauvegarde-abimee')
  const apercu = await lireEntiere(sauvegarde, cle, connues)
  const { base } = cheminsDuCoffre(sauvegarde.dossier)
  const present = await comparer(cheminsDuCoffre(vers), base, { cle, cout, coffre: sauvegarde.coffre })
  return { apercu, present }
}

const lireEntiere = async ({ dossier }: Sauvegarde, cle: CleBase, connues: Migrations): Promise<Apercu> => {
  const db = openDatabase(cheminsDuCoffre(dossier).base, cle, { lecture: true })
  try {
    await pendingMigrations(db, connues)
    if (!(await estIntegre(db, 'integrity_check'))) throw new ErreurMetier('sauvegarde-abimee')
    return await lireApercu(db)
  } catch (error) {
    if (error instanceof ErreurMetier && error.erreur.code !== 'coffre-illisible') throw error
    throw new ErreurMetier('sauvegarde-abimee')
  } finally {
    await closeDatabase(db)
  }
}

/** The key of a backup, at the pace that failed attempts impose on the coffre of the place, where there is one. */
const avecCleDe = async <T>(
  { sauvegarde, genre, secret, vers, maintenant, cout }: DemandeRestauration,
  travail: (cle: CleBase) => Promise<T>,
): Promise<T> => {
  const entete = lireEntete(cheminsDuCoffre(sauvegarde.dossier), cout)
  const { essais } = cheminsDuCoffre(vers)
  if (existsSync(vers)) await compterEssai(essais, maintenant)
  const porteur = await developperSecret(entete, genre, secret)
  if (porteur === undefined) throw new ErreurMetier(refus[genre], { attendre: attendreEncore(essais, maintenant) })
  oublierEssais(essais)
  return avecCle(porteur.cle, async (cle) => {
    if (porteur.agent !== null) await exigerDroitDansLaSauvegarde(sauvegarde, cle, porteur.agent)
    return travail(cle)
  })
}

/** A backup holds everybody's follow-ups: of the users, only whom it knows with that right may look into it. */
const exigerDroitDansLaSauvegarde = async ({ dossier }: Sauvegarde, cle: CleBase, agent: string): Promise<void> => {
  const db = openDatabase(cheminsDuCoffre(dossier).base, cle, { lecture: true })
  try {
    exigerDroit(await reconnaitre(db, agent), 'sauvegardes')
  } finally {
    await closeDatabase(db)
  }
}

/** Folders of anything but a coffre are somebody's work. */
const refuserAutreChose = (dossier: string): void => {
  if (!existsSync(dossier)) return
  try {
    if (readdirSync(dossier).every((nom) => duCoffre.test(nom))) return
  } catch {
    // A file in the place of the folder.
  }
  throw new ErreurMetier('dossier-occupe')
}
const duCoffre =
  /^(?:jalon\.db(?:\.creation)?(?:-wal|-shm)?|(?:(?:coffre|essais|sauvegarde)\.json|sauvegarde\.jalon)(?:\.nouveau)?|sauvegardes)$/u

/** Copies that a restoration cut short before its decision left beside the coffre. */
const oublierRestes = (dossier: string): void => {
  if (!existsSync(dirname(dossier))) return
  const debut = `${basename(prete(dossier))}-`
  for (const nom of readdirSync(dirname(dossier)).filter((n) => n.startsWith(debut)))
    rmSync(join(dirname(dossier), nom), { recursive: true, force: true })
}
