import { expect, test } from 'vitest'
import type { Verdict } from '#shared/domaine/secret/verdict.ts'
import { phraseChangements, phraseOptimum, phraseRegroupement, phraseVerdict } from '#features/bilans/presenter.ts'
import { raisonRefus } from '#shared/erreurs/messages.ts'

const verdict: Verdict = {
  refus: null,
  edition: null,
  tableaux: 5,
  rapports: 3,
  petites: 31,
  masqueesEnPlus: 14,
  calculs: 90,
  secondes: 0.1,
  ecart: 0,
  clairsemes: 0,
}
const plat = (texte: string | null) => texte?.replaceAll(/[\u00A0\u202F]/g, ' ')

test('le contrôle réussi dit les cases, ce qui a été croisé, et le travail fait', () => {
  expect(phraseVerdict(verdict, 'masquage')).toBe(
    'Contrôle réussi. 31 petites cases, 14 cases masquées en plus. Aucune petite case ne peut être retrouvée en croisant les 5 tableaux et les 3 rapports déjà publiés. 90 calculs, 0,1 s.',
  )
  expect(phraseVerdict({ ...verdict, petites: 1, masqueesEnPlus: 1, tableaux: 1, rapports: 1 }, 'masquage')).toBe(
    'Contrôle réussi. 1 petite case, 1 case masquée en plus. Aucune petite case ne peut être retrouvée en croisant le tableau et le rapport déjà publié. 90 calculs, 0,1 s.',
  )
  expect(phraseVerdict({ ...verdict, petites: 0, rapports: 0 }, 'regroupement')).toBe(
    'Contrôle réussi. Aucune petite case ne peut être retrouvée en croisant les 5 tableaux. 90 calculs, 0,1 s.',
  )
  expect(phraseVerdict(verdict, 'arrondi')).toContain('31 petites cases, arrondies comme toutes les autres.')
  expect(phraseVerdict(verdict, 'total')).not.toMatch(/\d/)
})

test('le masquage se dit le plus léger quand c’est démontré, sinon à combien près', () => {
  expect(phraseOptimum(verdict, 'masquage')).toBe('Masquage le plus léger possible (démontré).')
  expect(phraseOptimum({ ...verdict, ecart: 2.4 }, 'masquage')).toBe(
    'Masquage sûr ; un masquage plus léger de 3 % au plus existe peut-être.',
  )
  expect(phraseOptimum(verdict, 'arrondi')).toBeNull()
  expect(phraseOptimum({ ...verdict, masqueesEnPlus: 0 }, 'masquage')).toBeNull()
})

test('le regroupement est conseillé où beaucoup de cases sont petites, et seulement quand on masque', () => {
  expect(phraseRegroupement({ ...verdict, clairsemes: 2 }, 'masquage')).toContain('Dans 2 tableaux, plus de 15 %')
  expect(phraseRegroupement(verdict, 'masquage')).toBeNull()
  expect(phraseRegroupement({ ...verdict, clairsemes: 2 }, 'regroupement')).toBeNull()
})

test('le refus accorde ce qui a bougé, au singulier comme au pluriel', () => {
  const champs = { le: '2026-03-12', entrees: '1', sorties: '0', modifications: '0' }
  expect(raisonRefus(champs)).toBe(
    'Depuis le bilan publié le 12/03/2026, 1 personne est entrée. En comparant les deux bilans, on connaîtrait son profil.',
  )
  expect(raisonRefus({ ...champs, sorties: '2' })).toContain(
    '1 personne est entrée et 2 personnes sont sorties. En comparant les deux bilans, on connaîtrait leur profil.',
  )
  expect(raisonRefus({ cellules: '1' })).toContain('1 case reste trop précise')
})

test('ce qui a changé depuis une édition est dit en nombres, et rien quand rien n’a changé', () => {
  const rien = { entrees: 0, sorties: 0, modifications: 0, nombres: 1196, differents: 0 }
  expect(plat(phraseChangements(rien))).toBe('Rien n’a changé : les 1 196 nombres imprimés sont ceux d’aujourd’hui.')
  expect(phraseChangements({ ...rien, entrees: 2, sorties: 1, modifications: 1, nombres: 96, differents: 1 })).toBe(
    'Depuis, 2 personnes sont entrées, 1 personne est sortie et 1 personne est comptée autrement. Sur 96 nombres imprimés, 1 serait différent aujourd’hui. L’édition, elle, ne change pas.',
  )
})
