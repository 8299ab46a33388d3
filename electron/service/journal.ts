import { randomUUID } from 'node:crypto'
import { enGeste } from '#db/geste.ts'
import { noterGeste, purgerJournal } from '#db/queries/journal.ts'
import { concluant } from '#db/transaction.ts'
import { type Geste, laisseTrace, MOIS_GARDES, objetDe } from '#shared/domaine/journal.ts'
import { seGarde } from '#shared/domaine/revision.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { findCall } from '#shared/ipc/router.ts'
import { ajouterMois, jourLocal } from '#shared/utils/dates.ts'
import type { Context } from './context.ts'

type Outils = Pick<Context, 'session' | 'maintenant'>

/**
 * Makes a call, and has it leave its line in the journal: with what it writes, in the same transaction, or just after.
 * What is refused leaves none.
 */
export const journaliser = async (
  { session, maintenant }: Outils,
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
  const { fait, conclue } = await concluant(
    session.db(),
    (trx) => noterGeste(trx, ligne, maintenant()),
    () => (seGarde(geste, appel.kind) ? enGeste(neuf(ligne, maintenant()), appeler) : appeler()),
  )
  if (fait.ok && !conclue && session.estOuverte()) await noterGeste(session.db(), ligne, maintenant())
  return fait
}

const neuf = ({ agent, geste, objet }: Geste, le: Date) => ({
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
  await purgerJournal(db, `${ajouterMois(jourLocal(maintenant()), -MOIS_GARDES)}T00:00:00.000Z`)
}
