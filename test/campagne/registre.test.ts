import { expect, test } from 'vitest'
import { annee, semestre, unPoste2012 } from '../integration/bilan/poste-2012.ts'
import { attaquerRegistre, isolerParDifference } from '../integration/bilan/registre-joint.ts'

test('l’année puis un semestre : le second semestre ne se lit pas par différence', async () => {
  const { db, publier } = await unPoste2012()
  expect([await publier(annee), await publier(semestre)]).toEqual(['publié', 'publié'])
  expect(await attaquerRegistre(db(), 5)).toEqual([])
  expect(await isolerParDifference(db(), 5)).toEqual([])
})

test('trois trimestres puis l’année : le quatrième ne se lit pas par différence', async () => {
  const { db, publier } = await unPoste2012()
  const trimestres = [
    ['01-01', '03-31'],
    ['04-01', '06-30'],
    ['07-01', '09-30'],
  ]
  for (const [du, au] of trimestres)
    expect(await publier({ ...annee, du: `2012-${du}`, au: `2012-${au}` })).toBe('publié')
  expect(await publier(annee)).toMatch(/^publié$|^publication-refusee|^secret-non-prouve$/u)
  expect(await isolerParDifference(db(), 5)).toEqual([])
})

test('onze mois puis l’année : décembre n’est pas publié par différence, l’année est refusée', async () => {
  const { publier } = await unPoste2012()
  for (let mois = 1; mois <= 11; mois += 1) {
    const m = String(mois).padStart(2, '0')
    expect(await publier({ ...annee, du: `2012-${m}-01`, au: `2012-${m}-28` })).toBe('publié')
  }
  expect(await publier(annee)).toMatch(/^publication-refusee|^secret-non-prouve$/u)
  expect(await publier({ ...annee, mode: 'total' })).toBe('publié')
})
