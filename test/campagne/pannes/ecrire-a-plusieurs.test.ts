import { expect, it } from 'vitest'
import { noterCampagne } from '../tableau.ts'
import { ecrireAPlusieurs } from './ecrire-a-plusieurs.ts'
import { GRAINE } from './reglages.ts'

it('plusieurs processus écrivent dans un même coffre, chacun son tour, sans rien perdre', async () => {
  const bilan = await ecrireAPlusieurs(3, 150)
  const ligne = {
    Processus: bilan.processus,
    Actes: bilan.actes,
    Faits: bilan.faits,
    'Refusés, coffre occupé': bilan.occupes,
    'Refusés autrement': bilan.autres,
    Perdus: bilan.perdus,
    'À moitié': bilan.entames,
  }
  await noterCampagne('Plusieurs processus sur un coffre', [ligne], { graine: GRAINE })
  expect(bilan).toMatchObject({ actes: 450, autres: 0, perdus: 0, entames: 0 })
})
