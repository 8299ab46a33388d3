import { describe, expect, it } from 'vitest'
import { abimer, cibles, genres } from '../../campagne/pannes/abimer.ts'
import { straceUtilisable } from '../../campagne/pannes/appels-systeme.ts'
import { arrets } from '../../campagne/pannes/arrets.ts'
import { couper } from '../../campagne/pannes/couper.ts'
import { deregler } from '../../campagne/pannes/dereglages.ts'
import { ecrireAPlusieurs } from '../../campagne/pannes/ecrire-a-plusieurs.ts'
import { GRAINE } from '../../campagne/pannes/reglages.ts'
import { disquePossible, remplirDisque } from '../../campagne/pannes/remplir-disque.ts'

// The campaign of faults (`npm run campagne`) in a minute: the same code, the same seed, a few tries of each.
describe('quelques pannes de chaque sorte ne perdent rien', { timeout: 600_000 }, () => {
  it.each(Object.entries(arrets))('tué pendant « %s »', async (_, tuer) => {
    expect(await tuer({ combien: 2, minutes: 5, graine: GRAINE })).toMatchObject({ arrets: 2, perdus: 0, entames: 0 })
  })

  it.each(cibles)('%s, une fois abîmé', async (cible) => {
    for (const genre of genres) {
      const bilan = await abimer(cible, genre, 2, GRAINE)
      expect(bilan).toMatchObject({ essais: 2, silences: 0, sansCode: 0, modifies: 0, restaures: bilan.recours })
    }
  })

  it.skipIf(!straceUtilisable()).each([
    ['ecrire', 8],
    ['restaurer', 8],
  ] as const)('le courant coupé pendant « %s »', async (vie, coupures) => {
    expect(await couper(vie, coupures, GRAINE)).toMatchObject({ coupures, perdus: 0, entames: 0, refuses: 0 })
  })

  it.skipIf(!disquePossible()).each(['plein', 'lecture seule'] as const)('sur un disque %s', async (panne) => {
    const bilans = await remplirDisque(panne, 2, GRAINE)
    expect(bilans).toHaveLength(8)
    for (const bilan of bilans) expect(bilan).toMatchObject({ sansCode: 0, perdus: 0, entames: 0 })
  })

  it('plusieurs processus sur un même coffre', async () => {
    expect(await ecrireAPlusieurs(2, 20)).toMatchObject({ actes: 40, autres: 0, perdus: 0, entames: 0 })
  })

  it('une horloge déréglée', async () => {
    expect(await deregler(8, GRAINE)).toMatchObject({ journal: 0, dates: 0, sauvegardes: 0 })
  })
})
