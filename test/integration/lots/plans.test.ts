import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  lireChiffres,
  lireEntetes,
  lotExiste,
  lotsEnVigueur,
  numeroRecu,
  sommerCellules,
} from '#db/consolidation/lots.ts'
import { posteDuCoffre } from '#db/consolidation/postes.ts'
import type { Consolidation } from '#db/consolidation/base.ts'
import { bases, ouvrirSur } from '../../fixtures/deux-bases.ts'
import { plansDe } from '../../fixtures/plans.ts'
import { annee2025, unLot, unPoste, uneCoordination } from './aide.ts'

/** Steps that read a table, or an alias of one, from end to end; the sums of a query are read whole, and that is right. */
const parcoursEntiers = (plan: readonly string[]): string[] =>
  plan.filter((etape) => /^SCAN (?!somme)|Seq Scan on/u.test(etape.trim()) && !/USING (COVERING )?INDEX/u.test(etape))

describe.each(bases)('dans une base %s', (genre) => {
  const partagee = ouvrirSur(genre)

  const garnie = async () => {
    const { base, cle, recevoir } = await uneCoordination(partagee)
    const { octets, lot } = await unLot(await unPoste('Aubervilliers', 6), cle.publique)
    await recevoir(octets)
    // So few rows are read faster without an index: what is proved is that there is one.
    if (genre === 'postgres') await sql`set enable_seqscan = off`.execute(base)
    return { base, lot }
  }

  test('un parcours entier se verrait', async () => {
    const { base } = await garnie()
    const plan = await plansDe(base, (b) => b.selectFrom('lot_cellule').selectAll().where('valeur', '=', 3).execute())
    expect(parcoursEntiers(plan)).toHaveLength(1)
  })

  test('recevoir, additionner une année et la relire ne parcourent rien en entier', async () => {
    const { base, lot } = await garnie()
    const requetes: ((b: Consolidation) => Promise<unknown>)[] = [
      (b) => lotExiste(b, lot.id),
      (b) => posteDuCoffre(b, lot.poste.coffre),
      (b) => numeroRecu(b, lot.poste.coffre, annee2025),
      (b) => lotsEnVigueur(b, 'isc'),
      (b) => sommerCellules(b, annee2025),
      (b) => lireEntetes(b, annee2025),
      (b) => lireChiffres(b, annee2025),
    ]
    for (const requete of requetes) expect(parcoursEntiers(await plansDe(base, requete))).toEqual([])
  })
})
