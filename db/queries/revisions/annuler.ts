import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { lireColonnes, type Tables } from '#db/declencheurs.ts'
import { defaireFusion as defaireFusionModalites, suivreLesFusions } from '#db/queries/fusion-modalites.ts'
import { defaireFusion } from '#db/queries/fusion/defaire.ts'
import { rangerSuivi } from '#db/queries/suivis.ts'
import { suivreEntretien } from '#db/queries/transmettre-suivi.ts'
import { refuserRetour } from '#db/queries/tig/retirer.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { estDeduite, lireLigne, lireRevisions, remettre, type Revision } from './lignes.ts'

/**
 * Writes back every row that an act changed as the act found it, all or nothing; what follows from them is worked out again.
 * Undoing an undo does it again. Throws `annulation-contredite` when a row has changed since or something hangs on it,
 * `annulation-impossible` for what is frozen, `introuvable` when this user does not see all of it.
 */
export const annulerGeste = async (db: Db, gesteId: string, maintenant: Date): Promise<void> => {
  try {
    await inTransaction(db, async (trx) => {
      // The order of the inverse writes is no matter: what must hold is the result.
      await sql`pragma defer_foreign_keys = on`.execute(trx)
      const geste = await trx.selectFrom('geste').select('le').where('id', '=', gesteId).executeTakeFirst()
      const revisions = await lireRevisions(trx, { gesteId })
      if (geste === undefined || revisions.length === 0 || (await enCache(trx, gesteId, revisions.length)))
        throw new ErreurMetier('introuvable')
      if (await estAnnule(trx, gesteId)) throw new ErreurMetier('annulation-faite')
      const tables = await lireColonnes(trx)
      if (await estFige(trx, revisions)) throw new ErreurMetier('annulation-impossible')
      if (await defaireUneFusion(trx, revisions)) return
      for (const ligne of Map.groupBy(revisions, (r) => `${r.tableau} ${r.cle}`).values())
        await exigerIntacte(trx, tables, ligne)
      for (const revision of revisions.toReversed())
        if (!(await remettre(trx, tables, revision, maintenant.toISOString()))) throw new ErreurMetier('droit-absent')
      await suivreLesFusions(trx, geste.le)
      await ranger(trx, revisions)
    })
  } catch (error) {
    throw estContrainte(error) ? new ErreurMetier('annulation-contredite') : error
  }
}

/** Whether an act may be undone at all: what it wrote is not frozen for ever. */
export const peutSAnnuler = async (db: Db, gesteId: string): Promise<boolean> => {
  const revisions = await lireRevisions(db, { gesteId })
  return revisions.length > 0 && !(await estFige(db, revisions))
}

/** Undone, and not done again since. */
export const estAnnule = async (db: Db, gesteId: string): Promise<boolean> => {
  const dernier = await db
    .selectFrom('geste')
    .select('id')
    .where('annule', '=', gesteId)
    .orderBy('rang', 'desc')
    .limit(1)
    .executeTakeFirst()
  return dernier !== undefined && !(await estAnnule(db, dernier.id))
}

const enCache = async (trx: Db, gesteId: string, vues: number): Promise<boolean> => {
  const { n } = await entier(trx)
    .selectFrom('revision')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('geste_id', '=', gesteId)
    .executeTakeFirstOrThrow()
  return n > vues
}

/** A validated situation and its corrections change by a correction alone; a merge undone is made again from the file. */
const estFige = async (db: Db, revisions: readonly Revision[]): Promise<boolean> => {
  for (const r of revisions) {
    const suitSonSuivi = r.genre === 'changement' && Object.keys(r.avant ?? {}).join() === 'suivi_id'
    if (r.tableau === 'situation_correction' && !suitSonSuivi) return true
    if (
      r.tableau === 'situation' &&
      !suitSonSuivi &&
      (await lireLigne(db, await lireColonnes(db), r))?.['validee_le'] != null
    )
      return true
    if ((r.tableau === 'fusion' || r.tableau === 'modalite_fusion') && r.genre === 'retrait') return true
  }
  return false
}

/** A merge keeps what it did, drafts included: it is undone by its own means. */
const defaireUneFusion = async (trx: Db, revisions: readonly Revision[]): Promise<boolean> => {
  const faite = revisions.find((r) => r.tableau === 'fusion' || r.tableau === 'modalite_fusion')
  if (faite === undefined) return false
  const [id = ''] = JSON.parse(faite.cle) as readonly string[]
  if (faite.tableau === 'modalite_fusion') await defaireFusionModalites(trx, id)
  else {
    const fusion = await trx.selectFrom('fusion').select('gardee_id').where('id', '=', id).executeTakeFirst()
    if (fusion === undefined) throw new ErreurMetier('annulation-faite')
    await defaireFusion(trx, { id: fusion.gardee_id, fusionId: id })
  }
  return true
}

/** Throws unless the row is as the act left it. */
const exigerIntacte = async (trx: Db, tables: Tables, revisions: readonly Revision[]): Promise<void> => {
  const derniere = revisions.at(-1)
  if (derniere === undefined) return
  const actuelle = await lireLigne(trx, tables, derniere)
  const attendues = new Map<string, unknown>()
  if (derniere.genre === 'retrait') {
    if (actuelle !== undefined) throw new ErreurMetier('annulation-contredite')
    return
  }
  if (revisions.some((r) => r.genre === 'ajout')) {
    // An addition keeps no copy of the row: what it said is what the first change since found.
    const { tableau, cle, rang } = derniere
    for (const { avant } of await lireRevisions(trx, { tableau, cle, apresRang: rang }))
      for (const [colonne, valeur] of Object.entries(avant ?? {}))
        if (!attendues.has(colonne)) attendues.set(colonne, valeur)
  } else
    for (const { apres } of revisions)
      for (const [colonne, valeur] of Object.entries(apres ?? {})) attendues.set(colonne, valeur)
  if (actuelle === undefined) throw new ErreurMetier('annulation-contredite')
  for (const [colonne, valeur] of attendues)
    if (!estDeduite(derniere.tableau, colonne) && actuelle[colonne] !== valeur)
      throw new ErreurMetier('annulation-contredite')
}

/** What the rows that came back impose: the first day and the persons of a suivi, hours that nobody else took since. */
const ranger = async (trx: Db, revisions: readonly Revision[]): Promise<void> => {
  const suivis = revisions.filter((r) => r.tableau === 'entretien' || r.tableau === 'presence').map((r) => r.suivi_id)
  for (const suiviId of new Set(suivis)) {
    const reste = await trx.selectFrom('suivi').select('id').where('id', '=', suiviId).executeTakeFirst()
    if (reste !== undefined) await rangerSuivi(trx, reste.id)
  }
  for (const { cle } of revisions.filter((r) => r.tableau === 'entretien' && r.genre === 'changement')) {
    const [id = ''] = JSON.parse(cle) as readonly string[]
    await suivreEntretien(trx, id)
  }
  for (const { tableau, cle, genre } of revisions)
    if ((tableau === 'journee' || tableau === 'accueil') && genre !== 'ajout') {
      const [id = ''] = JSON.parse(cle) as readonly string[]
      await refuserRetour(trx, tableau, id)
    }
}

const estContrainte = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_CONSTRAINT_(?:FOREIGNKEY|UNIQUE|PRIMARYKEY)$/u.test(String(error.code))
