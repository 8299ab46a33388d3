import { afterEach, expect, it } from 'vitest'
import { type LigneCampagne, noterCampagne } from '../tableau.ts'
import { arrets } from './arrets.ts'
import { GRAINE } from './reglages.ts'

// JALON_PANNES, JALON_MINUTES: how many kills for each kind of work, and for how long at most.
const combien = Number(process.env['JALON_PANNES'] ?? 150)
const minutes = Number(process.env['JALON_MINUTES'] ?? 15)
const lignes: LigneCampagne[] = []

// After each row: a campaign that is stopped has said what it had tried.
afterEach(() => noterCampagne('Arrêts brutaux (kill -9)', lignes, { graine: GRAINE }))

it.each(Object.entries(arrets))(
  'tué pendant « %s », rien d’acquitté n’est perdu, rien n’est à moitié',
  async (travail, tuer) => {
    const bilan = await tuer({ combien, minutes, graine: GRAINE })
    lignes.push({
      'Tué pendant': travail,
      Arrêts: bilan.arrets,
      'Actes acquittés': bilan.acquittes,
      Perdus: bilan.perdus,
      'À moitié': bilan.entames,
    })
    expect(bilan).toMatchObject({ perdus: 0, entames: 0 })
    expect(bilan.acquittes).toBeGreaterThan(0)
  },
)
