import { expect, test } from 'vitest'
import { controler, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { ErreurSolveur, type Solveur, type StatutSolveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { dans, lire, probleme, solveur } from '../../fixtures/secret/problemes.ts'

/** The real solver, but its n-th answer is that it could not. */
const enPanne = (n: number, statut: StatutSolveur) => {
  let appels = 0
  let ouverts = 0
  const panne: Solveur = {
    ...solveur,
    ouvrir: (modele) => {
      const programme = solveur.ouvrir(modele)
      ouverts += 1
      return {
        ...programme,
        liberer: () => {
          ouverts -= 1
          programme.liberer()
        },
        minimiser: (secondes) => {
          appels += 1
          if (appels === n) throw new ErreurSolveur(statut)
          return programme.minimiser(secondes)
        },
      }
    },
  }
  return { panne, appels: () => appels, ouverts: () => ouverts }
}

const pose = probleme(lire('ssb-z1'), { seuil: 5 })

const nombreAppels = (): number => {
  const compte = enPanne(0, 'echec')
  proteger(compte.panne, pose, dans(30))
  return compte.appels()
}

test('échoue à la première panne du solveur, où qu’elle tombe, et lui rend sa mémoire', () => {
  const appels = nombreAppels()
  expect(appels).toBeGreaterThan(20)
  for (let n = 1; n <= appels; n += 1) {
    const { panne, ouverts } = enPanne(n, 'echec')
    expect(() => proteger(panne, pose, dans(30))).toThrow(ErreurSolveur)
    expect(ouverts()).toBe(0)
  }
})

test('n’appelle protégé rien qui ne le soit, quoi que le solveur prétende', () => {
  const appels = nombreAppels()
  const verdicts = (['temps', 'infaisable', 'non-borne'] as const).flatMap((statut) =>
    Array.from({ length: appels }, (_, n) => juger(enPanne(n + 1, statut).panne)),
  )
  expect(verdicts).not.toContain('trahi')
  expect(verdicts).toContain('echec')
})

const juger = (panne: Solveur): 'echec' | 'expose' | 'protege' | 'trahi' => {
  try {
    const { secondaires, primaires, audit } = proteger(panne, pose, dans(30))
    if (audit.exposees.length > 0) return 'expose'
    const { exposees } = controler(solveur, pose, new Set([...primaires, ...secondaires]))
    return exposees.length === 0 ? 'protege' : 'trahi'
  } catch (erreur) {
    if (erreur instanceof ErreurSolveur) return 'echec'
    throw erreur
  }
}

test('ne prétend rien d’optimal quand le temps manque', () => {
  const large = probleme(lire('synthetic-T2-323'))
  const { optimal, cout, borneInferieure, audit } = proteger(solveur, large, dans(0))
  expect(audit.exposees).toEqual([])
  expect(optimal).toBe(false)
  expect(borneInferieure).toBeLessThan(cout)
})
