import { expect, test } from 'vitest'
import { anneeDe, type Frequence, regulariteDe } from '#shared/domaine/instances/frequence.ts'

const rythme = (frequence: Frequence, depuis = '2024-01-01', au: string | null = null) => ({ frequence, depuis, au })
const tenue = (...tenues: string[]) => ({ tenues, prevues: tenues })

test('une plénière tenue dans l’année est attendue avant la fin de la suivante, quel que soit son jour', () => {
  const annuelle = rythme('annuelle')
  expect(regulariteDe(annuelle, tenue('2024-06-15'), '2025-12-31')).toEqual({
    derniere: '2024-06-15',
    prochaine: null,
    avantLe: '2025-12-31',
    enRetard: false,
  })
  expect(regulariteDe(annuelle, tenue('2024-06-15'), '2026-01-01').enRetard).toBe(true)
  expect(regulariteDe(annuelle, tenue('2024-12-20', '2025-01-10'), '2026-01-01').avantLe).toBe('2026-12-31')
})

test('ce qui n’a jamais été réuni est attendu avant la fin de sa première période', () => {
  expect(regulariteDe(rythme('trimestrielle', '2025-02-10'), tenue(), '2025-03-31')).toMatchObject({
    avantLe: '2025-03-31',
    enRetard: false,
  })
  expect(regulariteDe(rythme('trimestrielle', '2025-02-10'), tenue(), '2025-04-01').enRetard).toBe(true)
  expect(regulariteDe(rythme('mensuelle', '2024-02-10'), tenue(), '2024-02-20').avantLe).toBe('2024-02-29')
})

test('une réunion prévue se voit, et ne répare pas le retard', () => {
  const prevues = ['2025-05-12', '2025-09-30', '2025-09-02']
  expect(regulariteDe(rythme('mensuelle'), { tenues: ['2025-05-12'], prevues }, '2025-08-20')).toEqual({
    derniere: '2025-05-12',
    prochaine: '2025-09-02',
    avantLe: '2025-06-30',
    enRetard: true,
  })
})

test('au besoin, rien n’est jamais en retard ; une instance close n’est plus attendue', () => {
  expect(regulariteDe(rythme('besoin'), tenue(), '2030-01-01')).toMatchObject({ avantLe: null, enRetard: false })
  expect(regulariteDe(rythme('annuelle', '2020-01-01', '2024-12-01'), tenue('2023-04-04'), '2030-01-01')).toMatchObject(
    {
      avantLe: null,
      enRetard: false,
    },
  )
})

test('l’année compte ce qui était attendu et ce qui a manqué, depuis que l’instance existe', () => {
  const tenues = ['2025-01-20', '2025-02-03', '2025-11-05']
  expect(anneeDe(rythme('trimestrielle'), tenues, 2025, '2026-01-15')).toEqual({ attendues: 4, manquees: 2 })
  expect(anneeDe(rythme('trimestrielle'), tenues, 2025, '2025-06-30')).toEqual({ attendues: 4, manquees: 0 })
  expect(anneeDe(rythme('trimestrielle', '2025-05-01'), tenues, 2025, '2026-01-15')).toEqual({
    attendues: 3,
    manquees: 2,
  })
  expect(anneeDe(rythme('mensuelle', '2025-01-01', '2025-03-31'), tenues, 2025, '2026-01-15')).toEqual({
    attendues: 3,
    manquees: 1,
  })
  expect(anneeDe(rythme('besoin'), tenues, 2025, '2026-01-15')).toBeNull()
  expect(anneeDe(rythme('annuelle'), [], 2023, '2026-01-15')).toEqual({ attendues: 0, manquees: 0 })
})
