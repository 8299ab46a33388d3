import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { refuserErreurs } from '#db/queries/parcours/suivi.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { erreursDIncident, type IncidentASaisir } from '#shared/domaine/tig/incident.ts'
import { erreursDeJournee, type JourneeASaisir, seChevauchent } from '#shared/domaine/tig/journee.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { exigerAccueil, refuserLignePrise } from './exiger.ts'

/** Notes one line of the presence sheet, or corrects the one of the same id, whose former text is kept. */
export const noterJournee = (
  db: Db,
  nomenclature: Nomenclature,
  { suiviId, ...journee }: JourneeASaisir,
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    const accueil = await exigerAccueil(trx, nomenclature, suiviId)
    await refuserLignePrise(trx, 'journee', journee.id, suiviId)
    refuserErreurs(erreursDeJournee(journee, accueil, jourLocal(maintenant)))
    await refuserChevauchement(trx, accueil.personneId, journee)
    const instant = maintenant.toISOString()
    const { id, ...temps } = journee
    await garderAvant(trx, journee, instant)
    const colonnes = { ...temps, supprime_le: null, modifie_le: instant }
    await trx
      .insertInto('journee')
      .values({ id, suivi_id: suiviId, ...colonnes, cree_le: instant })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

/** Notes an incident, or replaces the one of the same id. */
export const noterIncident = (
  db: Db,
  nomenclature: Nomenclature,
  { id, suiviId, date, genre, signaleLe }: IncidentASaisir,
  maintenant: Date,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await exigerAccueil(trx, nomenclature, suiviId)
    await refuserLignePrise(trx, 'incident', id, suiviId)
    refuserErreurs(erreursDIncident({ date, signaleLe }, jourLocal(maintenant)))
    const colonnes = { date, genre, signale_le: signaleLe, supprime_le: null, modifie_le: maintenant.toISOString() }
    await trx
      .insertInto('incident')
      .values({ id, suivi_id: suiviId, ...colonnes })
      .onConflict((oc) => oc.column('id').doUpdateSet(colonnes))
      .execute()
  })

type Ligne = Omit<JourneeASaisir, 'suiviId'>

/** Two accueils of one person share her days: no minute is worked twice. */
export const refuserChevauchement = async (trx: Db, personneId: string, journee: Ligne): Promise<void> => {
  const autres = await trx
    .selectFrom('journee as j')
    .innerJoin('accueil as a', 'a.suivi_id', 'j.suivi_id')
    .select(['j.date', 'j.debut', 'j.fin', 'j.pause', 'j.repas', 'j.trajet'])
    .where('a.personne_id', '=', personneId)
    .where('a.supprime_le', 'is', null)
    .where('j.date', '=', journee.date)
    .where('j.id', '!=', journee.id)
    .where('j.supprime_le', 'is', null)
    .execute()
  if (autres.some((autre) => seChevauchent(autre, journee)))
    throw new ErreurMetier('entree-invalide', { champs: { debut: 'chevauchement' } })
}

/** Keeps what a line said, if what it says now is otherwise. */
const garderAvant = async (trx: Db, { id, ...temps }: Ligne, instant: string): Promise<void> => {
  const avant = await trx
    .selectFrom('journee')
    .select(['date', 'debut', 'fin', 'pause', 'repas', 'trajet'])
    .where('id', '=', id)
    .executeTakeFirst()
  const cles = ['date', 'debut', 'fin', 'pause', 'repas', 'trajet'] as const
  if (avant === undefined || cles.every((cle) => avant[cle] === temps[cle])) return
  await trx
    .insertInto('journee_correction')
    .values({ id: randomUUID(), journee_id: id, ...avant, corrigee_le: instant })
    .execute()
}
