import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { Moment } from '#shared/domaine/observatoire/moment.ts'
import { aRelire, type FiltreObservatoire, type Signalement } from '#shared/domaine/observatoire/signalement.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { verifierDate, verifierReponses, verifierSecteur } from './verifier.ts'

/** Writes a fiche, or corrects it: the whole of it, by an id made when the form opened. */
export const enregistrerSignalement = (db: Db, signalement: Signalement, maintenant: Date): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { id, secteurId, noteRelue, ...reste } = signalement
    verifierDate(reste.date, maintenant)
    await verifierReponses(trx, reste)
    const lieux = await verifierSecteur(trx, secteurId)
    if (aRelire(reste.note, noteRelue, lieux))
      throw new ErreurMetier('entree-invalide', { champs: { note: 'nominative' } })
    const instant = maintenant.toISOString()
    const colonnes = { ...reste, secteur_id: secteurId, note_relue: Number(noteRelue), modifie_le: instant }
    await trx
      .insertInto('signalement')
      .values({ id, ...colonnes, cree_le: instant, supprime_le: null })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** One page of those that pass the filter, the latest first, with how many interventions answered each. */
export const listerSignalements = async (
  db: Db,
  filtre: FiltreObservatoire,
): Promise<{ total: number; lignes: (Signalement & { interventions: number })[] }> => {
  const { total } = await filtrer(db, filtre)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const lignes = await filtrer(db, filtre)
    .select(['s.id', 's.secteur_id as secteurId', 's.date', 's.moment', 's.trouble', 's.lieu', 's.fonction'])
    .select(['s.frequence', 's.note', 's.note_relue as noteRelue'])
    .select((eb) =>
      eb
        .selectFrom('intervention as i')
        .select((e) => e.fn.countAll<number>().as('nombre'))
        .whereRef('i.signalement_id', '=', 's.id')
        .where('i.supprime_le', 'is', null)
        .as('interventions'),
    )
    .orderBy('s.date', 'desc')
    .orderBy('s.cree_le', 'desc')
    .orderBy('s.id')
    .limit(filtre.page.taille)
    .offset(filtre.page.debut)
    .execute()
  return {
    total,
    lignes: lignes.map(({ moment, noteRelue, interventions, ...ligne }) =>
      Object.assign(ligne, {
        moment: Moment.nullable().parse(moment),
        noteRelue: noteRelue === 1,
        interventions: interventions ?? 0,
      }),
    ),
  }
}

const filtrer = (db: Db, { secteurId, trouble, mois }: FiltreObservatoire) => {
  let requete = db.selectFrom('signalement as s').where('s.supprime_le', 'is', null)
  if (secteurId !== null) requete = requete.where('s.secteur_id', '=', secteurId)
  if (trouble !== null) requete = requete.where('s.trouble', '=', trouble)
  if (mois !== null) requete = requete.where('s.date', '>=', `${mois}-01`).where('s.date', '<=', `${mois}-31`)
  return requete
}

/** Takes a fiche or an intervention out of every list and count, or brings it back. */
export const retirer = async (
  db: Db,
  table: 'signalement' | 'intervention',
  { id, retire }: { readonly id: string; readonly retire: boolean },
  maintenant: Date,
): Promise<void> => {
  const instant = maintenant.toISOString()
  const { numUpdatedRows: touches } = await db
    .updateTable(table)
    .set({ supprime_le: retire ? instant : null, modifie_le: instant })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (touches !== 1n) throw new ErreurMetier('introuvable')
}
