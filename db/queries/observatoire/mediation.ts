import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  aRelire,
  type FiltreObservatoire,
  type Intervention,
  type Retour,
} from '#shared/domaine/observatoire/signalement.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { verifierDate, verifierReponses, verifierSecteur } from './verifier.ts'

/** Writes an intervention, or corrects it. The signalement it answers is one that was not taken away. */
export const enregistrerIntervention = (db: Db, intervention: Intervention, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { id, secteurId, signalementId, ...reste } = intervention
    verifierDate(reste.date, maintenant)
    await verifierReponses(trx, reste)
    await verifierSecteur(trx, secteurId)
    if (signalementId !== null) await verifierSignalement(trx, signalementId, reste.date)
    const instant = maintenant.toISOString()
    const colonnes = { ...reste, secteur_id: secteurId, signalement_id: signalementId, modifie_le: instant }
    await trx
      .insertInto('intervention')
      .values({ id, ...colonnes, cree_le: instant, supprime_le: null })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

const verifierSignalement = async (db: Db, id: string, date: string): Promise<void> => {
  const signalement = await db
    .selectFrom('signalement')
    .select('date')
    .where('id', '=', id)
    .where('supprime_le', 'is', null)
    .executeTakeFirst()
  if (signalement === undefined) throw new ErreurMetier('introuvable', { champs: { signalementId: 'introuvable' } })
  if (signalement.date > date) throw new ErreurMetier('entree-invalide', { champs: { date: 'avant-signalement' } })
}

/** One page of those that pass the filter, the latest first; a trouble is that of the signalement answered. */
export const listerInterventions = async (
  db: Db,
  filtre: FiltreObservatoire,
): Promise<{ total: number; lignes: Intervention[] }> => {
  const { total } = await filtrer(db, filtre)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const lignes = await filtrer(db, filtre)
    .select(['i.id', 'i.secteur_id as secteurId', 'i.date', 'i.intervention', 'i.resultat', 'i.mediateurs'])
    .select('s.id as signalementId')
    .orderBy('i.date', 'desc')
    .orderBy('i.cree_le', 'desc')
    .orderBy('i.id')
    .limit(filtre.page.taille)
    .offset(filtre.page.debut)
    .execute()
  return { total, lignes }
}

const filtrer = (db: Db, { secteurId, trouble, mois }: FiltreObservatoire) => {
  let requete = db
    .selectFrom('intervention as i')
    .leftJoin('signalement as s', (j) => j.onRef('s.id', '=', 'i.signalement_id').on('s.supprime_le', 'is', null))
    .where('i.supprime_le', 'is', null)
  if (secteurId !== null) requete = requete.where('i.secteur_id', '=', secteurId)
  if (trouble !== null) requete = requete.where('s.trouble', '=', trouble)
  if (mois !== null) requete = requete.where('i.date', '>=', `${mois}-01`).where('i.date', '<=', `${mois}-31`)
  return requete
}

/** What the inhabitants said of a year, one text a sector. */
export const lireRetours = async (db: Db, annee: number): Promise<Retour[]> => {
  const lignes = await db
    .selectFrom('retour')
    .select(['secteur_id as secteurId', 'annee', 'texte', 'texte_relu as texteRelu'])
    .where('annee', '=', annee)
    .orderBy('secteur_id')
    .execute()
  return lignes.map(({ texteRelu, ...retour }) => Object.assign(retour, { texteRelu: texteRelu === 1 }))
}

export const ecrireRetour = (db: Db, retour: Retour, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { secteurId, annee, texte, texteRelu } = retour
    const lieux = await verifierSecteur(trx, secteurId)
    if (aRelire(texte, texteRelu, lieux)) throw new ErreurMetier('entree-invalide', { champs: { texte: 'nominative' } })
    if (texte.trim() === '') {
      await trx.deleteFrom('retour').where('secteur_id', '=', secteurId).where('annee', '=', annee).execute()
      return
    }
    const colonnes = { texte, texte_relu: Number(texteRelu), modifie_le: maintenant.toISOString() }
    await trx
      .insertInto('retour')
      .values({ secteur_id: secteurId, annee, ...colonnes })
      .onConflict((oc) => oc.columns(['secteur_id', 'annee']).doUpdateSet(colonnes))
      .execute()
  })
