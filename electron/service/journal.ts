import { randomUUID } from 'node:crypto'
import type { GesteEnCours } from '#db/geste.ts'
import { joursAttestes, noterGeste, purgerJournal } from '#db/queries/journal.ts'
import { purgerRevisions } from '#db/queries/revisions/detruire.ts'
import { type Geste, MOIS_GARDES } from '#shared/domaine/journal.ts'
import { ajouterMois } from '#shared/utils/dates.ts'
import type { Context } from './context.ts'

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
export const noterOuverture = async (
  { session, maintenant }: Pick<Context, 'session' | 'maintenant'>,
  geste: string,
): Promise<void> => {
  const db = session.db()
  await noterGeste(db, { agent: session.agent().id, geste, objet: null }, maintenant())
  // Counted from the first of the last three days of work: a clock set forward takes nothing away.
  const { premier, dernier } = await joursAttestes(db)
  await purgerRevisions(db, new Date(`${premier}T23:59:59.999Z`))
  await purgerJournal(db, `${ajouterMois(premier, -MOIS_GARDES)}T00:00:00.000Z`, `${dernier}T23:59:59.999Z`)
}
