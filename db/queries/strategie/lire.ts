import type { Db } from '#db/connection.ts'
import type { FicheLue, Strategie, StrategieLue, StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type Lecture, lireFiches } from './lire-fiches.ts'

/** Strategies of the coffre, the latest first. */
export const listerStrategies = (db: Db): Promise<Strategie[]> =>
  db
    .selectFrom('strategie')
    .select(['id', 'titre', 'territoire', 'du', 'au'])
    .where('supprime_le', 'is', null)
    .orderBy('du', 'desc')
    .orderBy('titre')
    .execute()

/** Everything of one year of a strategy: what its reports are made of. Throws `introuvable`. */
export const lireStrategie = async (db: Db, id: string, lecture: Lecture): Promise<StrategieLue> => ({
  strategie: await trouver(db, id),
  annee: lecture.annee,
  axes: await db
    .selectFrom('strategie_axe')
    .select(['id', 'strategie_id as strategieId', 'numero', 'titre'])
    .where('strategie_id', '=', id)
    .where('supprime_le', 'is', null)
    .orderBy('rang')
    .execute(),
  territoires: await db
    .selectFrom('strategie_territoire')
    .select(['id', 'strategie_id as strategieId', 'nom'])
    .where('strategie_id', '=', id)
    .where('supprime_le', 'is', null)
    .orderBy('rang')
    .execute(),
  fiches: await lireFiches(db, { strategieId: id }, lecture),
})

/** The same for the list: no text, no cell. */
export const resumerStrategie = async (db: Db, id: string, lecture: Lecture): Promise<StrategieResumee> => {
  const { fiches, ...plan } = await lireStrategie(db, id, lecture)
  return {
    ...plan,
    fiches: fiches.map(({ contenu: _contenu, indicateurs: _indicateurs, budget: _budget, annee, ...fiche }) =>
      Object.assign(fiche, { statut: annee.statut }),
    ),
  }
}

/** Throws `introuvable`. */
export const lireFiche = async (db: Db, id: string, lecture: Lecture): Promise<FicheLue> => {
  const [fiche] = await lireFiches(db, { ficheId: id }, lecture)
  if (fiche === undefined) throw new ErreurMetier('introuvable')
  return fiche
}

const trouver = async (db: Db, id: string): Promise<Strategie> => {
  const strategie = (await listerStrategies(db)).find((s) => s.id === id)
  if (strategie === undefined) throw new ErreurMetier('introuvable')
  return strategie
}
