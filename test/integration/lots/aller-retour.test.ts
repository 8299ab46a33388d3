import { describe, expect, test } from 'vitest'
import { lotsEnVigueur, lireEntetes, sommerCellules } from '#db/consolidation/lots.ts'
import { listerPostesSuivis } from '#db/consolidation/postes.ts'
import { bases, ouvrirSur } from '../../fixtures/deux-bases.ts'
import { annee2025, unLot, unPoste, uneCoordination } from './aide.ts'

describe.each(bases)('dans une base %s', (genre) => {
  const partagee = ouvrirSur(genre)
  test('deux postes donnent leur lot, et le cube du coordonnateur est la somme de leurs tableaux', async () => {
    const coordination = await uneCoordination(partagee)
    const postes = [await unPoste('Aubervilliers', 12, 2), await unPoste('Pantin', 7)]
    const lots = await Promise.all(postes.map((db) => unLot(db, coordination.cle.publique)))
    for (const { octets } of lots)
      expect(await coordination.recevoir(octets)).toMatchObject({ etat: 'recu', nouveauPoste: true })

    const cube = await sommerCellules(coordination.base, annee2025)
    const lire = (tableau: string, ...codes: string[]) =>
      cube.find((c) => c.tableau === tableau && c.codes.join(' ') === codes.join(' '))
    expect(lire('sexe', 'total')).toMatchObject({ valeur: 19, personnes: 19, postes: 2 })
    expect(lire('sexe', 'homme')).toMatchObject({ valeur: 7, personnes: 7 })
    const attendu = new Map<string, number>()
    for (const { lot } of lots)
      for (const t of lot.tableaux)
        for (const c of t.cellules) {
          const cle = `${t.id} ${c.codes.join(' ')}`
          attendu.set(cle, (attendu.get(cle) ?? 0) + c.valeur)
        }
    expect(new Map(cube.map((c) => [`${c.tableau} ${c.codes.join(' ')}`, c.valeur]))).toEqual(attendu)
    expect(lots[0]?.lot.tableaux.find((t) => t.unite === 'entretiens')?.base).toBe(24)

    expect((await listerPostesSuivis(coordination.base)).map((p) => p.nom)).toEqual(['Aubervilliers', 'Pantin'])
    expect((await lireEntetes(coordination.base, annee2025)).map((e) => e.entete.poste.nom).toSorted()).toEqual([
      'Aubervilliers',
      'Pantin',
    ])
  })

  test('un lot plus récent prend la place du précédent, qui reste', async () => {
    const { base, cle, recevoir } = await uneCoordination(partagee)
    const poste = await unPoste('Aubervilliers', 6)
    const [premier, second] = [await unLot(poste, cle.publique), await unLot(poste, cle.publique)]
    expect([premier.lot.numero, second.lot.numero]).toEqual([1, 2])
    await recevoir(premier.octets)
    expect(await recevoir(second.octets)).toMatchObject({ etat: 'recu', remplace: true, nouveauPoste: false })
    expect((await lotsEnVigueur(base, 'isc')).map((l) => l.numero)).toEqual([2])
    expect(await base.selectFrom('lot').select('numero').orderBy('numero').execute()).toEqual([
      { numero: 1 },
      { numero: 2 },
    ])
    const total = (await sommerCellules(base, annee2025)).find((c) => c.tableau === 'sexe' && c.codes[0] === 'total')
    expect(total).toMatchObject({ valeur: 6, postes: 1 })
  })
})
