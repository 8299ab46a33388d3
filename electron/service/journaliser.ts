import type { Db } from '#db/connection.ts'
import { enGeste, type GesteEnCours } from '#db/geste.ts'
import { noterGeste } from '#db/queries/journal.ts'
import { peutSAnnuler } from '#db/queries/revisions/annuler.ts'
import { concluant } from '#db/transaction.ts'
import { laisseTrace, objetDe } from '#shared/domaine/journal.ts'
import { seGarde } from '#shared/domaine/revision.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import type { Context } from './context.ts'
import { noterOuverture, nouveauGeste } from './journal.ts'

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
