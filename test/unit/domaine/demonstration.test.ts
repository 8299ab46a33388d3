import { describe, expect, it } from 'vitest'
import { genererDemonstration } from '#shared/domaine/demo/generer.ts'
import { Formulaire } from '#features/saisie/formulaire.ts'
import { EntretienASaisir } from '#shared/domaine/entretien.ts'

const demo = genererDemonstration('2026-11-22')
const deLAnnee = (annee: number) => demo.entretiens.filter((e) => e.date.startsWith(String(annee)))
const parRole = (annee: number) => {
  const roles = new Map(deLAnnee(annee).flatMap((e) => e.presences.map((p) => [p.personneId, p.role] as const)))
  return Object.fromEntries([...Map.groupBy(roles.values(), (role) => role)].map(([role, n]) => [role, n.length]))
}

describe('la démonstration', () => {
  it('a les totaux publiés par Aubervilliers pour son année pleine', () => {
    expect(parRole(2025)).toEqual({ victime: 84, 'mis-en-cause': 44, 'hors-champ-penal': 195 })
    expect(deLAnnee(2025)).toHaveLength(572)
    expect([2023, 2024].map((annee) => deLAnnee(annee).length)).toEqual([401, 489])
  })

  it('est la même pour la même graine et le même jour', () => {
    expect(genererDemonstration('2026-11-22')).toEqual(demo)
    expect(genererDemonstration('2026-11-22', 1).entretiens[0]).not.toEqual(demo.entretiens[0])
  })

  it('ne donne que des fiches que le formulaire accepterait, jamais à venir', () => {
    for (const entretien of demo.entretiens) expect(EntretienASaisir.safeParse(entretien).error).toBeUndefined()
    expect(demo.entretiens.every((e) => e.date <= '2026-11-22')).toBe(true)
    expect(demo.suites.every((s) => s.date <= '2026-11-22')).toBe(true)
    expect(demo.clotures.every((c) => c.date <= '2026-11-22')).toBe(true)
  })

  it('présente chaque personne une fois, à son premier entretien', () => {
    const vues = new Set<string>()
    for (const { presences } of demo.entretiens)
      for (const { personneId, fiche } of presences) {
        expect(fiche === null).toBe(vues.has(personneId))
        vues.add(personneId)
      }
  })

  it('ne reçoit jamais ensemble une victime et la personne mise en cause', () => {
    expect(demo.entretiens.every((e) => new Set(e.presences.map((p) => p.role)).size === 1)).toBe(true)
  })

  it('ne donne que des numéros qui ne sonnent nulle part', () => {
    const telephones = demo.entretiens.flatMap((e) =>
      e.presences.flatMap((p) => (p.fiche?.anonyme === false ? (p.fiche.telephone ?? []) : [])),
    )
    expect(telephones.length).toBeGreaterThan(500)
    expect(telephones.every((t) => /^(06 39 98|01 99 00) \d\d \d\d$/.test(t))).toBe(true)
  })

  it('laisse deux brouillons que le formulaire sait rouvrir', () => {
    expect(demo.brouillons).toHaveLength(2)
    for (const { id, contenu } of demo.brouillons)
      expect(Formulaire.parse(JSON.parse(contenu))).toMatchObject({ id, date: '22/11/2026' })
  })

  it.each(['2024-02-29', '2026-01-01', '2026-01-02', '2030-12-31'])('se fait aussi le %s', (jour) => {
    const autre = genererDemonstration(jour)
    expect(autre.annee).toBe(Number(jour.slice(0, 4)) - 1)
    expect(autre.entretiens.filter((e) => e.date.startsWith(String(autre.annee)))).toHaveLength(572)
    expect(autre.entretiens.every((e) => e.date <= jour)).toBe(true)
  })
})
