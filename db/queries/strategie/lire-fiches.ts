import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { ContenuFiche, STATUT_INITIAL } from '#shared/domaine/strategie/fiche.ts'

import { ciblesDe, type FicheLue, partDe } from '#shared/domaine/strategie/strategie.ts'
import { valider } from '#shared/domaine/strategie/valider.ts'
import { type Comptage, lireIndicateurs } from './lire-indicateurs.ts'

/** A year, and who counts what Jalon counts: see {@link Comptage}. */
export type Lecture = Comptage & { readonly annee: number }

type Quelles = { readonly strategieId: string } | { readonly ficheId: string }

/** Fiches of a living strategy, in the order of its axes, the whole territory first. */
export const lireFiches = async (db: Db, quelles: Quelles, lecture: Lecture): Promise<FicheLue[]> => {
  const { annee } = lecture
  const choisies = db
    .selectFrom('fiche_action as f')
    .innerJoin('strategie_axe as a', 'a.id', 'f.axe_id')
    .innerJoin('strategie as s', 's.id', 'a.strategie_id')
    .leftJoin('strategie_territoire as t', 't.id', 'f.territoire_id')
    .where('f.supprime_le', 'is', null)
    .where('s.supprime_le', 'is', null)
    .$if('strategieId' in quelles, (q) => q.where('s.id', '=', 'strategieId' in quelles ? quelles.strategieId : ''))
    .$if('ficheId' in quelles, (q) => q.where('f.id', '=', 'ficheId' in quelles ? quelles.ficheId : ''))
  const ids = sql<string>`(${choisies.select('f.id')})`
  const fiches = await choisies
    .select(['f.id', 'f.axe_id as axeId', 'f.territoire_id as territoireId', 'f.numero', 'f.titre', 'f.contenu'])
    .orderBy('a.rang')
    .orderBy(sql`coalesce(t.rang, -1)`)
    .orderBy('f.rang')
    .execute()
  const annees = await db
    .selectFrom('fiche_annee')
    .select(['fiche_id as ficheId', 'annee', 'statut', 'avancement', 'difficultes', 'suites'])
    .where('fiche_id', 'in', ids)
    .where('annee', '<=', annee)
    .orderBy('annee')
    .execute()
  const budgets = await db
    .selectFrom('budget_ligne')
    .select(['id', 'fiche_id as ficheId', 'annee', 'rubrique', 'libelle', 'financeur', 'prevu', 'realise'])
    .where('fiche_id', 'in', ids)
    .where('annee', '=', annee)
    .orderBy('rubrique')
    .orderBy('libelle')
    .orderBy('id')
    .execute()
  const lus = await lireIndicateurs(db, ids, lecture)
  const [indicateursDe, budgetDe, anneesDe] = [grouper(lus), grouper(budgets), grouper(annees)]
  return fiches.map(({ contenu: json, ...f }) => {
    const contenu = ContenuFiche.parse(JSON.parse(json))
    const indicateurs = indicateursDe(f.id)
    const derniere = anneesDe(f.id).at(-1)
    return Object.assign(f, {
      contenu,
      annee:
        derniere?.annee === annee
          ? derniere
          : {
              ficheId: f.id,
              annee,
              statut: derniere?.statut ?? STATUT_INITIAL,
              avancement: '',
              difficultes: '',
              suites: '',
            },
      manques: valider(contenu, indicateurs.length),
      cibles: ciblesDe(indicateurs),
      part: partDe(indicateurs),
      indicateurs: [...indicateurs],
      budget: [...budgetDe(f.id)],
    })
  })
}

const grouper = <T extends { readonly ficheId: string }>(lignes: readonly T[]) => {
  const groupes = Map.groupBy(lignes, (l) => l.ficheId)
  return (id: string): readonly T[] => groupes.get(id) ?? []
}
