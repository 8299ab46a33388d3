import { expect, test } from 'vitest'
import { aRetirer } from '#electron/service/coffre/sauvegardes-rotation.ts'

type Faite = { readonly rang: number; readonly faiteLe: string }

/** What is left after one backup on each of these days, in that order. */
const vivre = (jours: readonly string[]): Faite[] => {
  let gardees: Faite[] = []
  for (const [i, jour] of jours.entries()) {
    gardees.push({ rang: i + 1, faiteLe: `${jour}T09:00:00.000Z` })
    const retirees = new Set(aRetirer(gardees))
    gardees = gardees.filter((g) => !retirees.has(g))
  }
  return gardees
}
const dates = (gardees: readonly Faite[]) => gardees.map(({ faiteLe }) => faiteLe.slice(0, 10)).toReversed()
const chaqueJour = (nombre: number, debut = '2025-01-01') =>
  Array.from({ length: nombre }, (_, i) =>
    new Date(Date.parse(`${debut}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
  )

test('garde sept jours, quatre semaines et douze mois', () => {
  // 15 January 2026, a Thursday, after more than a year of one backup a day.
  expect(dates(vivre(chaqueJour(380)))).toEqual(
    `2026-01-15 2026-01-14 2026-01-13 2026-01-12 2026-01-11 2026-01-10 2026-01-09
     2026-01-04 2025-12-31 2025-12-28 2025-11-30 2025-10-31 2025-09-30 2025-08-31
     2025-07-31 2025-06-30 2025-05-31 2025-04-30 2025-03-31 2025-02-28`.split(/\s+/u),
  )
})

test('garde les deux dernières d’un même jour, et jamais moins que la dernière', () => {
  expect(vivre(['2026-03-02', '2026-03-02', '2026-03-02']).map(({ rang }) => rang)).toEqual([2, 3])
  expect(vivre(['2026-03-02'])).toHaveLength(1)
  expect(aRetirer([])).toEqual([])
})

test('une horloge reculée d’un an, puis remise à l’heure, n’efface ni la nouvelle ni les anciennes d’un coup', () => {
  const avant = chaqueJour(10, '2026-03-01')
  const reculees = chaqueJour(3, '2025-03-01')
  expect(dates(vivre([...avant, ...reculees]))).toEqual(
    expect.arrayContaining([...reculees, '2026-03-10', '2026-03-09', '2026-03-08', '2026-03-07']),
  )
  expect(dates(vivre([...avant, ...reculees, '2026-03-11']))[0]).toBe('2026-03-11')
})

test('une horloge avancée de dix ans ne fait pas retirer les bonnes', () => {
  expect(dates(vivre([...chaqueJour(5, '2026-03-01'), '2036-01-01', '2026-03-06']))).toEqual(
    '2026-03-06 2036-01-01 2026-03-05 2026-03-04 2026-03-03 2026-03-02 2026-03-01'.split(' '),
  )
})
