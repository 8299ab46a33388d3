import type { Db } from '#db/connection.ts'
import { listerEditions } from '#db/queries/registre.ts'
import { resumerCertificat, type Verdict } from '#shared/domaine/secret/verdict.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { lireEntree } from './entree.ts'
import { type BilanPrepare, type OutilsBilan, preparerBilan } from './preparer.ts'

/**
 * Prepares a report for publication, or gives back the one that was: what is written is what was checked. Nothing is kept
 * of it once facts, texts, choices or the ledger have changed, nor once the coffre is locked.
 */
export const controlerBilan = async (outils: OutilsBilan, demande: DemandeBilan): Promise<BilanPrepare> => {
  const etat = await etatDe(outils, demande)
  const tenue = tenues.get(outils.db)
  if (tenue?.etat === etat) return tenue.prepare
  const prepare = await preparerBilan(outils, demande, 'publication')
  tenues.set(outils.db, { etat, prepare })
  return prepare
}

/** A locked coffre lets go of its database, and this with it. */
const tenues = new WeakMap<Db, { readonly etat: string; readonly prepare: BilanPrepare }>()

const etatDe = async ({ db, maintenant }: OutilsBilan, demande: DemandeBilan): Promise<string> => {
  const [{ empreinte }, editions] = await Promise.all([
    lireEntree(db, demande, maintenant()),
    listerEditions(db, demande.dispositif),
  ])
  return `${empreinte} ${editions[0]?.id ?? ''}`
}

export const verdictDe = ({ bilan, certificat, refus, edition }: BilanPrepare): Verdict => ({
  refus,
  edition,
  tableaux: bilan.tableaux.length,
  ...resumerCertificat(certificat),
})
