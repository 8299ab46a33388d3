import type { Db } from '#db/connection.ts'
import { enAnnulant, horsDuGeste } from '#db/geste.ts'
import { annulerGeste } from '#db/queries/revisions/annuler.ts'
import { listerCorbeille } from '#db/queries/revisions/corbeille.ts'
import { detruire } from '#db/queries/revisions/detruire.ts'
import { lireHistorique } from '#db/queries/revisions/historique.ts'
import { type Agent, exigerDroit, peutDemander } from '#shared/domaine/acces/agent.ts'
import { droitDe } from '#shared/domaine/acces/droits-du-contrat.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { HandlersDe } from '../context.ts'

export const revisions: HandlersDe<'revisions'> = {
  annuler: async ({ gesteId }, { db, agent, maintenant }) => {
    exigerDroit(agent(), droitDuGeste(await nomDeLActe(db(), gesteId)))
    return enAnnulant(gesteId, async (annulation) => {
      await annulerGeste(db(), gesteId, maintenant())
      return { gesteId: annulation }
    })
  },
  historique: (sujet, { db }) => lireHistorique(db(), sujet),
  corbeille: async (_, { db, agent, maintenant }) =>
    (await laCorbeille(db(), agent(), maintenant())).map(({ nom: _nom, rang: _rang, ...retire }) => retire),
  viderCorbeille: async ({ gestes }, { db, agent, maintenant }) => {
    const demandes = new Set(gestes)
    const retires = (await laCorbeille(db(), agent(), maintenant())).filter((r) => demandes.has(r.gesteId))
    return {
      detruits: await horsDuGeste(() =>
        detruire(
          db(),
          retires.map((r) => r.rang),
        ),
      ),
    }
  },
}

/** What he could remove himself. */
const laCorbeille = async (db: Db, agent: Agent, maintenant: Date) =>
  (await listerCorbeille(db, maintenant)).filter((r) => peutDemander(agent, droitDuGeste(r.nom)))

/** The act that is undone in the end, through the undos of undos. */
const nomDeLActe = async (db: Db, gesteId: string): Promise<string> => {
  const geste = await db.selectFrom('geste').select(['nom', 'annule']).where('id', '=', gesteId).executeTakeFirst()
  if (geste === undefined) throw new ErreurMetier('introuvable')
  return geste.annule === null ? geste.nom : nomDeLActe(db, geste.annule)
}

/** An act whose call is no more is asked the most. */
const droitDuGeste = (nom: string) => {
  const [feature, method] = nom.split('.')
  return droitDe(feature, method) ?? 'secours'
}
