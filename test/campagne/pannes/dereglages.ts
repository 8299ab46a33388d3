import { join } from 'node:path'
import { noterGeste, premiereRupture } from '#db/queries/journal.ts'
import { estIntacte, listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import { noterOuverture } from '#electron/service/journal.ts'
import { phrase, unCoffre, uneHorloge } from '../../integration/coffre/aide.ts'
import { unHasard } from './hasard.ts'

export type Dereglages = {
  jours: number
  faux: number
  actes: number
  /** Lines of the journal gone although the year is not over, out of order, or whose chain is broken. */
  journal: number
  /** Dates of facts that are not those that were typed. */
  dates: number
  /** Backups gone before their time, or damaged. */
  sauvegardes: number
}

const JOUR = 86_400

/**
 * Days of work under a clock that is wrong one time out of three (by up to thirty years, back or forward, two days in a row at
 * most), over less than a year: an opening, an act of a date typed by hand, a backup, a lock.
 */
export const deregler = async (jours: number, graine: number): Promise<Dereglages> => {
  const hasard = unHasard(graine)
  const horloge = uneHorloge()
  const { dossier, session } = await unCoffre(horloge)
  const bilan: Dereglages = { jours, faux: 0, actes: 0, journal: 0, dates: 0, sauvegardes: 0 }
  const tapees = new Map<string, string>()
  let suite = 0
  for (let jour = 0; jour < jours; jour += 1) {
    const faux = suite < 2 && hasard(3) === 0
    suite = faux ? suite + 1 : 0
    const ecart = faux ? (hasard(22_000) - 11_000) * JOUR : 0
    horloge.avancer(ecart)
    await session.ouvrir({ phrase })
    await noterOuverture({ session, maintenant: horloge.maintenant }, 'coffre.ouvrir')
    const [id, date] = [`e${jour}`, `2026-0${1 + (jour % 9)}-1${jour % 10}`]
    tapees.set(id, date)
    await session.db().insertInto('foyer').values({ id }).execute()
    await session
      .db()
      .insertInto('brouillon')
      .values({ id, titre: date, contenu: JSON.stringify({ date }), modifie_le: horloge.maintenant().toISOString() })
      .execute()
    await noterGeste(session.db(), { agent: null, geste: 'entretiens.enregistrer', objet: null }, horloge.maintenant())
    bilan.actes += 2
    const avant = listerSauvegardes(join(dossier, 'sauvegardes'))
    await session.sauvegardes.quotidienne()
    const apres = listerSauvegardes(join(dossier, 'sauvegardes'))
    // One a day is made, and the one before it stays. Of the others, one leaves at most for the day, the week and the month.
    if (apres[0]?.rang !== (avant[0]?.rang ?? 0) + 1 || apres.length < avant.length - 2) bilan.sauvegardes += 1
    if (avant[0] !== undefined && apres[1]?.rang !== avant[0].rang) bilan.sauvegardes += 1
    await session.verrouiller()
    if (faux) bilan.faux += 1
    horloge.avancer(JOUR - ecart)
  }
  for (const gardee of listerSauvegardes(join(dossier, 'sauvegardes')))
    if (!(await estIntacte(gardee))) bilan.sauvegardes += 1
  await session.ouvrir({ phrase })
  const db = session.db()
  const lignes = await db.selectFrom('journal').select('rang').orderBy('rang').execute()
  if ((await premiereRupture(db)) !== null) bilan.journal += 1
  bilan.journal += bilan.actes - lignes.length
  for (const { id, titre } of await db.selectFrom('brouillon').select(['id', 'titre']).execute())
    if (tapees.get(id) !== titre) bilan.dates += 1
  bilan.dates += tapees.size - (await db.selectFrom('foyer').select('id').execute()).length
  return bilan
}
