import { randomUUID } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { examiner, lireRafale } from '#shared/domaine/rafale/examiner.ts'
import type { ExamenRafale, LigneRafale } from '#shared/domaine/rafale/lignes.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { dispositifCourant } from './dispositifs.ts'
import { lireConnus } from './imports.ts'
import { lireNomenclature } from './nomenclature.ts'
import { parmi } from './parmi.ts'

/** Says what each line of the grid becomes, without writing. */
export const examinerRafale = async (
  db: Db,
  lignes: readonly LigneRafale[],
  maintenant: Date,
): Promise<ExamenRafale> => {
  const dispositif = await dispositifCourant(db)
  const nomenclature = await lireNomenclature(db, dispositif)
  if (nomenclature.nature !== 'entretiens')
    throw new ErreurMetier('entree-invalide', { champs: { dispositif: 'sans-entretien' } })
  const lecture = lireRafale(lignes, nomenclature, jourLocal(maintenant))
  const connus = await lireConnus(db, dispositif, [], lecture.clesDoublon)
  const ids = lignes.map((l) => l.id)
  const deja = await db.selectFrom('entretien').select('id').where('id', 'in', parmi(ids)).execute()
  return examiner(lignes, lecture, {
    connus,
    nomenclature,
    deja: new Set(deja.map((e) => e.id)),
    nouvelId: () => randomUUID(),
  })
}
