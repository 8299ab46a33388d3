import { afterAll, expect, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { lireEdition } from '../../attaque/attaquer.ts'
import { spip2013 } from '../../fixtures/contexte.ts'
import { valeur } from '../../fixtures/service.ts'
import { uneDordogne } from './publier.ts'

const { imprimer, fermer } = ouvrirImprimante()
afterAll(fermer)

test('un attaquant qui lit tous les fichiers n’apprend rien de plus, ni de moins, avec un contexte', async () => {
  const lectures = []
  for (const chiffres of [
    [],
    [spip2013({ libelle: 'Maison d’arrêt de Périgueux', unite: 'personnes', valeur: 3, dont: [] })],
  ]) {
    const { api, publierDans } = await uneDordogne(imprimer)
    for (const chiffre of chiffres) await valeur(api.contexte.enregistrer(chiffre))
    const dossier = await publierDans(['json', 'csv', 'ods', 'xlsx', 'html', 'pdf'])
    lectures.push((await lireEdition(dossier, { seuil: 5, mode: 'masquage' })).lecture)
  }
  const [sans, avec] = lectures
  expect(sans?.faits.length).toBeGreaterThan(500)
  expect(avec).toEqual(sans)
})
