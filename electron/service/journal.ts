import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { enGeste, type GesteEnCours } from '#db/geste.ts'
import { joursAttestes, noterGeste, purgerJournal } from '#db/queries/journal.ts'
import { peutSAnnuler } from '#db/queries/revisions/annuler.ts'
import { purgerRevisions } from '#db/queries/revisions/detruire.ts'
import { concluant } from '#db/transaction.ts'
import { type Geste, laisseTrace, MOIS_GARDES, objetDe } from '#shared/domaine/journal.ts'
import { seGarde } from '#shared/domaine/revision.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { ajouterMois } from '#shared/utils/dates.ts'
import type { Context } from './context.ts'

type Outils = Pick<Context, 'session' | 'maintenant' | 'surGeste'>

/**
 * Makes a call, and has it leave its line in the journal: with what it writes, in the same transaction, or just after.
 * What is refused leaves none.
 */
export const journaliser = async (
  { session, maintenant, surGeste }: Outils,
  feature: unknown,
  method: unknown,
  input: unknown,
  appeler: () => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> => {
  const appel = findCall(contract, feature, method)
  if (appel === undefined || !laisseTrace(String(feature), String(method), appel.kind)) return appeler()
  const geste = `${String(feature)}.${String(method)}`
  if (!session.estOuverte()) {
    const reponse = await appeler()
    if (reponse.ok && session.estOuverte()) await noterOuverture({ session, maintenant }, geste)
    return reponse
  }
  const ligne = { agent: session.agent().id, geste, objet: objetDe(input) }
  const garde = seGarde(geste, appel.kind) ? nouveauGeste(ligne, maintenant()) : undefined
  const { fait, conclue } = await concluant(
    session.db(),
    (trx) => noterGeste(trx, ligne, maintenant()),
    () => (garde === undefined ? appeler() : enGeste(garde, appeler)),
  )
  if (fait.ok && !conclue && session.estOuverte()) await noterGeste(session.db(), ligne, maintenant())
  if (fait.ok && garde !== undefined && surGeste !== undefined && session.estOuverte())
    await dire(session.db(), garde, surGeste)
  return fait
}

/** An act that wrote nothing is none. The window hears of it before it hears the answer. */
const dire = async (db: Db, { id, nom }: GesteEnCours, surGeste: NonNullable<Outils['surGeste']>): Promise<void> => {
  const ecrit = await db.selectFrom('geste').select('annule').where('id', '=', id).executeTakeFirst()
  if (ecrit?.annule === null) surGeste({ id, nom, annulable: await peutSAnnuler(db, id) })
}

/** An act that begins, to be kept with what it writes. */
export const nouveauGeste = ({ agent, geste, objet }: Geste, le: Date): GesteEnCours => ({
  id: randomUUID(),
  le: le.toISOString(),
  agent,
  nom: geste,
  objet,
  annule: null,
})

/** The coffre has just opened: who, and by what; lines too old leave. */
export const noterOuverture = async ({ session, maintenant }: Outils, geste: string): Promise<void> => {
  const db = session.db()
  await noterGeste(db, { agent: session.agent().id, geste, objet: null }, maintenant())
  // Counted from the first of the last three days of work: a clock set forward takes nothing away.
  const { premier, dernier } = await joursAttestes(db)
  await purgerRevisions(db, new Date(`${premier}T23:59:59.999Z`))
  await purgerJournal(db, `${ajouterMois(premier, -MOIS_GARDES)}T00:00:00.000Z`, `${dernier}T23:59:59.999Z`)
}
