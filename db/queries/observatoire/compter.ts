import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type CompteObservatoire, compterFaits } from '#shared/domaine/observatoire/compte.ts'
import { Moment } from '#shared/domaine/observatoire/moment.ts'
import { listerSecteurs } from './secteurs.ts'

type Demande = {
  readonly du: string
  readonly au: string
  /** Counts this trouble alone: signalements of it, and the interventions that answered one. */
  readonly trouble?: string | null
}

/** Signalements and interventions of some days, both included. Nothing taken away counts, and no note is read. */
export const compterObservatoire = async (db: Db, { du, au, trouble = null }: Demande): Promise<CompteObservatoire> => {
  const signalements = await signalementsDe(db, { du, au, trouble })
  return compterFaits({
    du,
    au,
    secteurs: await listerSecteurs(db),
    signalements: signalements.map(({ moment, suivi, ...fait }) =>
      Object.assign(fait, { moment: Moment.nullable().parse(moment), suivi: suivi === 1 }),
    ),
    interventions: await interventionsDe(db, { du, au, trouble }),
  })
}

const signalementsDe = (db: Db, { du, au, trouble }: Required<Demande>) => {
  const requete = db
    .selectFrom('signalement as s')
    .select(['s.secteur_id as secteurId', 's.date', 's.moment', 's.trouble', 's.lieu', 's.fonction', 's.frequence'])
    .select(
      sql<number>`exists (select 1 from intervention i where i.signalement_id = s.id and i.supprime_le is null)`.as(
        'suivi',
      ),
    )
    .where('s.supprime_le', 'is', null)
    .where('s.date', '>=', du)
    .where('s.date', '<=', au)
  return (trouble === null ? requete : requete.where('s.trouble', '=', trouble)).execute()
}

const interventionsDe = async (db: Db, { du, au, trouble }: Required<Demande>) => {
  const requete = db
    .selectFrom('intervention as i')
    .leftJoin('signalement as s', (j) => j.onRef('s.id', '=', 'i.signalement_id').on('s.supprime_le', 'is', null))
    .select(['i.secteur_id as secteurId', 'i.date', 'i.intervention', 'i.resultat', 's.id as signalementId'])
    .where('i.supprime_le', 'is', null)
    .where('i.date', '>=', du)
    .where('i.date', '<=', au)
  const lignes = await (trouble === null ? requete : requete.where('s.trouble', '=', trouble)).execute()
  return lignes.map(({ signalementId, ...fait }) => Object.assign(fait, { apresSignalement: signalementId !== null }))
}
