import { expect, test } from 'vitest'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { spip2013, unChiffre } from '../../fixtures/contexte.ts'

const ml = { dispositif: 'mission-locale' } as const

test('garde un chiffre tel qu’il est tapé, le corrige, le retire, et le remet', async () => {
  const { api } = await unService()
  const chiffre = spip2013()
  await valeur(api.contexte.enregistrer(chiffre))
  expect(await valeur(api.contexte.lister(ml))).toEqual([chiffre])
  const corrige = { ...chiffre, valeur: 401.5, annees: [2013, 2012, 2013] }
  await valeur(api.contexte.enregistrer(corrige))
  expect(await valeur(api.contexte.lister(ml))).toEqual([{ ...corrige, annees: [2012, 2013] }])
  await valeur(api.contexte.supprimer({ ...ml, id: chiffre.id }))
  expect(await valeur(api.contexte.lister(ml))).toEqual([])
  await valeur(api.contexte.enregistrer(chiffre))
  expect(await valeur(api.contexte.lister(ml))).toEqual([chiffre])
})

test('un chiffre est d’un seul métier : un autre ne le voit, ne le change, ni ne le retire', async () => {
  const { api, incidents } = await unService()
  const chiffre = spip2013()
  await valeur(api.contexte.enregistrer(chiffre))
  expect(await valeur(api.contexte.lister({ dispositif: 'cvp' }))).toEqual([])
  const introuvable = { ok: false, erreur: { code: 'introuvable' } }
  expect(await api.contexte.enregistrer({ ...chiffre, dispositif: 'cvp', valeur: 1, dont: [] })).toEqual(introuvable)
  expect(await api.contexte.supprimer({ dispositif: 'cvp', id: chiffre.id })).toEqual(introuvable)
  expect(await valeur(api.contexte.lister(ml))).toEqual([chiffre])
  expect(incidents).toEqual([])
})

test('refuse une source à venir et une partie trop grande, sans rien perdre', async () => {
  const { api } = await unService('2025-06-02')
  const chiffre = spip2013()
  await valeur(api.contexte.enregistrer(chiffre))
  const demain = { ...chiffre, source: { ...chiffre.source, le: '2025-06-03' } }
  expect(await api.contexte.enregistrer(demain)).toEqual({
    ok: false,
    erreur: { code: 'entree-invalide', champs: { 'source.le': 'a-venir' } },
  })
  expect(await api.contexte.enregistrer({ ...chiffre, valeur: 100 })).toEqual({
    ok: false,
    erreur: { code: 'entree-invalide', champs: { 'dont.0.valeur': 'plus-que-l-ensemble' } },
  })
  expect(await valeur(api.contexte.lister(ml))).toEqual([chiffre])
})

test('un chiffre tapé pour la coordination s’y range comme ailleurs', async () => {
  const { api } = await unService()
  const chiffre = unChiffre({ dispositif: 'coordination' })
  await valeur(api.contexte.enregistrer(chiffre))
  expect(await valeur(api.contexte.lister({ dispositif: 'coordination' }))).toEqual([chiffre])
})

test('un intervenant d’un seul métier tape et retire les siens, et ne touche pas à ceux d’un autre', async () => {
  const { api, incidents } = await unCoffrePartage(unAgent({ dispositifs: ['isc'] }))
  const [sien, autre] = [unChiffre({ dispositif: 'isc' }), unChiffre({ dispositif: 'cvp' })]
  await valeur(api.contexte.enregistrer(autre))
  await valeur(api.coffre.verrouiller())
  await valeur(api.coffre.ouvrir({ phrase: phrases.agent }))
  for (const valeurTapee of [12, 13]) await valeur(api.contexte.enregistrer({ ...sien, valeur: valeurTapee }))
  expect(await valeur(api.contexte.lister({ dispositif: 'isc' }))).toEqual([{ ...sien, valeur: 13 }])
  const essais = [
    api.contexte.lister({ dispositif: 'cvp' }),
    api.contexte.enregistrer({ ...autre, valeur: 1 }),
    api.contexte.enregistrer({ ...autre, dispositif: 'isc' }),
    api.contexte.supprimer({ dispositif: 'cvp', id: autre.id }),
    api.contexte.supprimer({ dispositif: 'isc', id: autre.id }),
  ]
  const reponses = await Promise.all(essais)
  expect(reponses.map((r) => (r.ok ? r.value : r.erreur.code))).toEqual([
    'droit-absent',
    'droit-absent',
    'introuvable',
    'droit-absent',
    'introuvable',
  ])
  await valeur(api.contexte.supprimer({ dispositif: 'isc', id: sien.id }))
  await valeur(api.coffre.verrouiller())
  await valeur(api.coffre.ouvrir({ phrase: phrases.titulaire }))
  expect(await valeur(api.contexte.lister({ dispositif: 'cvp' }))).toEqual([autre])
  expect(incidents).toEqual([])
})
