import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { compterPersonnes, lireFaits } from '#db/queries/bilan.ts'
import { compterObservatoire } from '#db/queries/observatoire/compter.ts'
import { compterTig } from '#db/queries/tig/compter.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import type { Periode } from '#shared/domaine/bilan/periode.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { CodeLiaison } from '#shared/domaine/strategie/liaisons.ts'
import type { Valeur } from '#shared/domaine/strategie/valeur.ts'

/** What Jalon counts for a liaison over these days, both included. Its definition is in `shared/domaine/strategie/liaisons.ts`. */
export const compterLiaison = (db: Db, code: CodeLiaison, periode: Periode): Promise<Valeur> =>
  compteurs[code](db, periode)

type Compteur = (db: Db, periode: Periode) => Promise<Valeur>

const nombre = (n: number): Valeur => ({ type: 'nombre', nombre: n })
const taux = (numerateur: number, denominateur: number): Valeur => ({ type: 'taux', numerateur, denominateur })

/** Persons whose very first entretien, in the role that the dispositif accompanies, falls in the period. */
const premiersEntretiens = async (db: Db, dispositif: CodeDispositif, { du, au }: Periode): Promise<number> => {
  const { roleParDefaut } = dispositifs[dispositif]
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select pr.personne_id, min(e.date) as premier
      from suivi s
      join entretien e on e.suivi_id = s.id and e.supprime_le is null
      join presence pr on pr.entretien_id = e.id
      join participation p on p.suivi_id = s.id and p.personne_id = pr.personne_id
      where s.dispositif = ${dispositif} and (p.role = ${roleParDefaut} or not exists (
        select 1 from participation q where q.suivi_id = s.id and q.role = ${roleParDefaut}))
      group by pr.personne_id
    ) where premier between ${du} and ${au}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Suivis that the person left, on all those closed. */
const abandons = async (db: Db, dispositif: CodeDispositif, periode: Periode): Promise<Valeur> => {
  const { clotures } = compter(await lireFaits(db, dispositif, periode), periode)
  return taux(clotures.filter((c) => departs.has(c.motif ?? '')).length, clotures.length)
}

/** Codes of `motif-sortie` by which the person herself stopped. */
const departs: ReadonlySet<string> = new Set(['perdu-de-vue', 'refus'])

const personnes =
  (dispositif: CodeDispositif): Compteur =>
  async (db, periode) =>
    nombre((await compterPersonnes(db, dispositif, [periode]))[0] ?? 0)

const entretiens =
  (dispositif: CodeDispositif): Compteur =>
  async (db, { du, au }) => {
    const { n } = await db
      .selectFrom('entretien')
      .innerJoin('suivi', 'suivi.id', 'entretien.suivi_id')
      .where('suivi.dispositif', '=', dispositif)
      .where('entretien.supprime_le', 'is', null)
      .where('entretien.date', '>=', du)
      .where('entretien.date', '<=', au)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return nombre(n)
  }

const compteurs: Readonly<Record<CodeLiaison, Compteur>> = {
  'tig-accueillis': async (db, periode) => nombre((await compterTig(db, periode)).accueillis),
  'tig-remplissage': async (db, periode) => {
    const { placesOccupees, places } = await compterTig(db, periode)
    return taux(placesOccupees, places)
  },
  'premiers-entretiens': async (db, periode) => nombre(await premiersEntretiens(db, 'mission-locale', periode)),
  abandons: (db, periode) => abandons(db, 'mission-locale', periode),
  signalements: async (db, periode) => nombre((await compterObservatoire(db, periode)).signalements.total),
  'signalements-mediateurs': async (db, periode) =>
    nombre((await compterObservatoire(db, periode)).signalementsDesMediateurs),
  interventions: async (db, periode) => nombre((await compterObservatoire(db, periode)).interventions.total),
  'isc-personnes': personnes('isc'),
  'isc-entretiens': entretiens('isc'),
  'cvp-personnes': personnes('cvp'),
  'cvp-entretiens': entretiens('cvp'),
}
