import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { FaitsTig } from '#shared/domaine/bilan/faits-tig.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { statutsDesPostes } from './postes-travail.ts'

export const accueille = (dispositif: CodeDispositif): boolean => dispositifs[dispositif].nature === 'accueils'

/** Minutes kept of a line `j` of the presence sheet. */
export const retenues = sql<number>`(j.fin - j.debut - j.pause - j.repas - j.trajet)`

/** Same rule as `colonnesDuBilan`: identity and texts never leave the database on this path. */
export const colonnesDuTig = {
  accueil: [
    'a.suivi_id as suiviId',
    'a.personne_id as personneId',
    'a.mesure',
    'a.service',
    'a.heures',
    'a.decide_le as decideLe',
    'a.debut_le as debutLe',
    'a.poste_id as posteId',
    'a.minutes_reprises as minutesReprises',
  ],
  suivi: ['s.clos_le as closLe', 's.motif_cloture as issue'],
  journee: ['j.suivi_id as suiviId', 'j.date'],
  incident: ['i.id', 'i.suivi_id as suiviId', 'i.date', 'i.genre'],
  poste_travail: ['t.id', 't.places', 't.inscrit_le as inscritLe'],
} as const

/** Facts of the accueils until that day; null for a dispositif that receives nobody for work. */
export const lireFaitsDuTig = async (db: Db, dispositif: CodeDispositif, au: DateIso): Promise<FaitsTig | null> => {
  if (!accueille(dispositif)) return null
  const vivants = db
    .selectFrom('accueil as a')
    .innerJoin('suivi as s', 's.id', 'a.suivi_id')
    .where('s.dispositif', '=', dispositif)
    .where('a.supprime_le', 'is', null)
  const suivis = vivants.select('a.suivi_id')
  const statuts = await statutsDesPostes(db)
  const postes = await db
    .selectFrom('poste_travail as t')
    .select(colonnesDuTig.poste_travail)
    .where('t.dispositif', '=', dispositif)
    .execute()
  return {
    accueils: await vivants
      .leftJoin('poste_travail as t', 't.id', 'a.poste_id')
      .select([...colonnesDuTig.accueil, ...colonnesDuTig.suivi, 't.forme'])
      .execute(),
    journees: await db
      .selectFrom('journee as j')
      .select([...colonnesDuTig.journee, retenues.as('minutes')])
      .where('j.suivi_id', 'in', suivis)
      .where('j.supprime_le', 'is', null)
      .where('j.date', '<=', au)
      .execute(),
    incidents: await db
      .selectFrom('incident as i')
      .select(colonnesDuTig.incident)
      .where('i.suivi_id', 'in', suivis)
      .where('i.supprime_le', 'is', null)
      .where('i.date', '<=', au)
      .execute(),
    postes: postes.map((p) => Object.assign(p, { statuts: statuts.get(p.id) ?? [] })),
  }
}
