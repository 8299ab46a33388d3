import { describe, expect, it } from 'vitest'
import { joursOuvres } from '#shared/domaine/demo/calendrier.ts'
import { creerHasard } from '#shared/domaine/demo/hasard.ts'
import { Id } from '#shared/domaine/communs.ts'

const suite = (graine: number) => Array.from({ length: 5 }, creerHasard(graine).nombre)

describe('le hasard de la démonstration', () => {
  it('rend la même suite pour la même graine, et une autre pour une autre', () => {
    expect(suite(1)).toEqual(suite(1))
    expect(suite(1)).not.toEqual(suite(2))
  })

  it('fait de vrais identifiants, tous différents', () => {
    const ids = Array.from({ length: 2000 }, creerHasard(3).uuid)
    expect(ids.every((id) => Id.safeParse(id).success)).toBe(true)
    expect(new Set(ids).size).toBe(2000)
  })

  it('suit les poids, bornes comprises', () => {
    const h = creerHasard(4)
    const tirages = Array.from({ length: 4000 }, () => h.choisirPoids({ a: 3, b: 1, jamais: 0 }))
    expect(tirages).not.toContain('jamais')
    expect(tirages.filter((t) => t === 'a').length / 4000).toBeCloseTo(0.75, 1)
    expect(new Set(Array.from({ length: 200 }, () => h.entier(1, 3)))).toEqual(new Set([1, 2, 3]))
  })
})

describe('les jours ouvrés', () => {
  it('retire les fins de semaine et les jours fériés, mobiles compris', () => {
    const jours = joursOuvres(2025)
    // 2025: 261 weekdays, less the ten holidays that fall on one (1 November is a Saturday).
    expect(jours).toHaveLength(251)
    for (const ferie of ['2025-04-21', '2025-05-29', '2025-06-09', '2025-12-25', '2025-03-01'])
      expect(jours).not.toContain(ferie)
    expect(joursOuvres(2024)).toContain('2024-02-29')
    expect(joursOuvres(2024)).not.toContain('2024-04-01')
  })
})
