import { expect, test } from 'vitest'
import { Certificat } from '#shared/domaine/secret/certificat.ts'
import { spip2013 } from '../../fixtures/contexte.ts'
import { valeur } from '../../fixtures/service.ts'
import { uneDordogne } from './publier.ts'

const json = (fichiers: ReadonlyMap<string, Buffer>) =>
  JSON.parse(fichiers.get('bilan-mission-locale-2012.json')?.toString() ?? '')

test('une édition republiée montre le contexte tel qu’il était ; le changer en fait une autre', async () => {
  const { api, publier, republier, editions } = await uneDordogne()
  const chiffre = spip2013()
  await valeur(api.contexte.enregistrer(chiffre))
  const premiere = await publier(['json', 'html'])
  expect(json(premiere).contexte).toMatchObject([{ valeur: 399, dont: [{ valeur: 137 }] }])
  await valeur(api.contexte.enregistrer({ ...chiffre, valeur: 401 }))
  const seconde = await publier(['json'])
  expect(json(seconde).contexte).toMatchObject([{ valeur: 401 }])
  const [derniere, avant] = await editions()
  expect(derniere?.empreinte).not.toBe(avant?.empreinte)
  expect(derniere).toMatchObject({ remplaceId: avant?.id, motif: 'presentation' })
  expect(await republier(avant?.id ?? '')).toEqual(premiere)
  // Back to what was: the first edition is given again, and nothing is entered in the ledger.
  await valeur(api.contexte.enregistrer(chiffre))
  expect(await publier(['json', 'html'])).toEqual(premiere)
  expect(await editions()).toHaveLength(2)
})

test('sans contexte, le document n’en dit mot ; en ajouter puis l’ôter rend la même édition, à l’octet près', async () => {
  const { api, publier, editions } = await uneDordogne()
  const premiere = await publier(['json'])
  expect(json(premiere)).not.toHaveProperty('contexte')
  const chiffre = spip2013()
  await valeur(api.contexte.enregistrer(chiffre))
  expect(json(await publier(['json']))).toHaveProperty('contexte')
  await valeur(api.contexte.enregistrer({ ...chiffre, annees: [2013] }))
  expect(await publier(['json'])).toEqual(premiere)
  await valeur(api.contexte.supprimer({ dispositif: 'mission-locale', id: chiffre.id }))
  expect(await publier(['json'])).toEqual(premiere)
  expect(await editions()).toHaveLength(2)
})

test('le contexte ne change ni un nombre compté, ni un masquage, ni une ligne de la preuve', async () => {
  const [nue, garnie] = [await uneDordogne(), await uneDordogne()]
  // A figure that bears the very numbers and words of a counted table.
  await valeur(
    garnie.api.contexte.enregistrer(
      spip2013({
        libelle: 'Personnes reçues',
        valeur: 117,
        dont: [{ libelle: 'total', valeur: 4 }],
        unite: 'personnes',
      }),
    ),
  )
  const [sans, avec] = [json(await nue.publier(['json'])), json(await garnie.publier(['json']))]
  const { contexte, ...reste } = avec
  expect(reste).toEqual(sans)
  expect(contexte).toHaveLength(1)
  const preuves = await Promise.all(
    [nue, garnie].map(async ({ editions }) => preuveDe((await editions())[0]?.certificat)),
  )
  expect(preuves[1]).toEqual(preuves[0])
  expect(preuves[0]?.relecture).toMatchObject({ statut: 'protege', exposees: 0 })
})

/** A proof less the hour, and the time that it took. */
const preuveDe = (certificat: unknown) => ({ ...Certificat.parse(certificat), faitLe: '', dureeMs: 0 })
