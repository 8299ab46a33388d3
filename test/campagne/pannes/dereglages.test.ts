import { expect, it } from 'vitest'
import { noterCampagne } from '../tableau.ts'
import { deregler } from './dereglages.ts'
import { GRAINE } from './reglages.ts'

// JALON_JOURS: how many days of work.
const JOURS = Number(process.env['JALON_JOURS'] ?? 120)

it('une horloge reculée ou avancée de trente ans n’efface ni ligne du journal, ni date, ni sauvegarde', async () => {
  const bilan = await deregler(JOURS, GRAINE)
  const ligne = {
    'Jours de travail': bilan.jours,
    'Jours à l’horloge fausse': bilan.faux,
    Actes: bilan.actes,
    'Lignes de journal perdues': bilan.journal,
    'Dates changées': bilan.dates,
    'Sauvegardes perdues': bilan.sauvegardes,
  }
  await noterCampagne('Horloge déréglée', [ligne], { graine: GRAINE })
  expect(bilan).toMatchObject({ journal: 0, dates: 0, sauvegardes: 0 })
  expect(bilan.faux).toBeGreaterThan(JOURS / 6)
})
