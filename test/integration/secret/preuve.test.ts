import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { chargerHighs } from '#electron/service/secret/solveur-highs.ts'
import { attaquerExactement, protegerAvecPreuve } from '#shared/domaine/secret/certifier.ts'
import { ErreurSolveur, type Solveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { attaquerAuCrayon, sensiblesDe } from '#shared/domaine/secret/seuil.ts'
import { construireSysteme, type Systeme } from '#shared/domaine/secret/systeme.ts'
import { retrouver } from '../../unit/secret/elimination.ts'
import { individus, seuil, uneRelease } from '../../unit/secret/publication.ts'
import { unSysteme } from '../../unit/secret/un-systeme.ts'

let solveur: Solveur
beforeAll(async () => {
  solveur = await chargerHighs()
})

/** Three sums of two: each hides two cells, and together they give all three back. */
const triangle = () => unSysteme({ T1: 12, T2: 18, T3: 12, a: 3, b: 9, c: 9 }, ['T1 a b', 'T2 b c', 'T3 a c'])

const resisteA = (attaque: typeof attaquerAuCrayon, systeme: Systeme, masquees: ReadonlySet<string>, t = 5) =>
  attaque(systeme, masquees, t, (resiste) => sensiblesDe(systeme, t).every(resiste))

test('trouve ce que chaque somme prise seule ne dit pas', () => {
  const masquees = new Set(['a', 'b', 'c'])
  expect(resisteA(attaquerAuCrayon, triangle(), masquees)).toBe(true)
  expect(resisteA(attaquerExactement(solveur), triangle(), masquees)).toBe(false)
})

test('masque alors davantage, et le prouve', () => {
  const { masquees, certifiee } = protegerAvecPreuve(solveur)(triangle(), 5)
  expect(certifiee).toBe(true)
  expect([...masquees].some((cle) => cle.startsWith('T'))).toBe(true)
})

test('ne certifie plus dès qu’une seule case masquée en plus est montrée', () => {
  const attaque = attaquerExactement(solveur)
  const essais = fc.sample(individus, { numRuns: 60, seed: 2012 }).flatMap((gens) => {
    const systeme = construireSysteme(uneRelease(gens))
    const { masquees, certifiee } = protegerAvecPreuve(solveur)(systeme, 5)
    expect(certifiee).toBe(true)
    const sensibles = new Set(sensiblesDe(systeme, 5).map((c) => c.cle))
    const secondaires = [...masquees].filter((c) => !sensibles.has(c) && systeme.cellules.get(c)?.imprimee === true)
    return secondaires.map((montree) => resisteA(attaque, systeme, new Set([...masquees].filter((c) => c !== montree))))
  })
  expect(essais.length).toBeGreaterThan(20)
  expect(essais.filter(Boolean)).toEqual([])
})

test('certifie toute release, et aucune élimination n’y retrouve une petite case', () => {
  fc.assert(
    fc.property(individus, seuil, (gens, t) => {
      const systeme = construireSysteme(uneRelease(gens))
      const { masquees, certifiee } = protegerAvecPreuve(solveur)(systeme, t)
      expect(certifiee).toBe(true)
      const petites = new Set(sensiblesDe(systeme, t).map((c) => c.cle))
      expect(retrouver(systeme, masquees).filter((cle) => petites.has(cle))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('un solveur qui ne prouve rien n’est jamais un succès', () => {
  const enPanne: Solveur = {
    ...solveur,
    ouvrir: (modele) => ({
      ...solveur.ouvrir(modele),
      minimiser: () => {
        throw new ErreurSolveur('temps')
      },
    }),
  }
  expect(() => protegerAvecPreuve(enPanne)(triangle(), 5)).toThrow(ErreurSolveur)
})
