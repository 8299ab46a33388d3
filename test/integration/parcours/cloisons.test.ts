import { expect, test } from 'vitest'
import { z } from 'zod'
import { listesParcours } from '#shared/domaine/dispositifs/cvp/parcours.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { Call } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unId } from '../../fixtures/builders.ts'
import { toutes, valeur } from '../../fixtures/service.ts'
import { unServiceCvp } from './un-parcours.ts'

const jour = '2025-06-02'

/** Every name that a call accepts in what it is given, however deep. */
const nomsAcceptes = (schema: unknown): string[] => {
  if (Array.isArray(schema)) return schema.flatMap(nomsAcceptes)
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, ...reste } = schema as { readonly properties?: Readonly<Record<string, unknown>> }
  return [
    ...Object.keys(properties ?? {}),
    ...nomsAcceptes(Object.values(properties ?? {})),
    ...nomsAcceptes(Object.values(reste)),
  ]
}

const lectures = Object.entries(contract).flatMap(([feature, appels]) =>
  Object.entries(appels as Readonly<Record<string, Call>>).flatMap(([nom, { kind, input }]) =>
    kind === 'query'
      ? [
          {
            appel: `${feature}.${nom}`,
            noms: nomsAcceptes(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })),
          },
        ]
      : [],
  ),
)

/** Words of the judicial frame, and of what is noted of a person: no list may be asked by them (DP-18). */
const interdits = /mesure|statut|penal|modeSortie|passage|etablissement|quartier|moment|besoin|risque|demarche|repere/iu

test('aucune lecture du contrat n’accepte une mesure, un statut ou une situation comme filtre', () => {
  expect(lectures.length).toBeGreaterThan(20)
  expect(lectures.find((l) => l.appel === 'entretiens.lister')?.noms).toContain('role')
  const fautives = lectures.filter(({ noms }) => noms.some((nom) => interdits.test(nom))).map((l) => l.appel)
  expect(fautives).toEqual([])
  const parcours = lectures.filter((l) => l.appel.startsWith('parcours.')).flatMap((l) => l.noms)
  expect(new Set(parcours)).toEqual(new Set(['suiviId', 'jour', 'jusquau']))
})

test('aucune question d’aucun dispositif ne tire ses réponses des listes du parcours, que les filtres liraient', () => {
  const listes = new Set(listesParcours.map((l) => l.code))
  for (const { champs } of Object.values(dispositifs))
    expect(champs.filter((c) => listes.has(c.liste ?? ''))).toEqual([])
})

test('ni la recherche, ni la liste des personnes, ni celle des entretiens ne lit le parcours', async () => {
  const { api, suivi } = await unServiceCvp()
  const { suiviId } = suivi
  await valeur(
    api.parcours.enregistrerMesure({ id: unId(), suiviId, mesure: 'sl', du: '2025-03-01', finPrevue: null, au: null }),
  )
  await valeur(
    api.parcours.enregistrerPassage({
      id: unId(),
      suiviId,
      etablissement: 'cd-neuvic',
      quartier: null,
      entree: '2025-01-01',
      sortie: null,
      mode: null,
    }),
  )
  const tri = { colonne: 'nom', sens: 'asc' } as const
  for (const texte of ['sl', 'semi', 'neuvic', 'condamne']) {
    expect(await valeur(api.personnes.chercher({ texte, limite: 5 }))).toEqual([])
    expect((await valeur(api.personnes.lister({ texte, tri, page: { debut: 0, taille: 5 } }))).total).toBe(0)
    expect((await valeur(api.entretiens.lister({ ...toutes, texte }))).total).toBe(0)
  }
  const fiche = JSON.stringify(await valeur(api.personnes.lire({ id: suivi.personne.id })))
  expect(fiche).not.toMatch(/neuvic|"sl"/u)
})

test('sous un autre dispositif, un parcours n’existe pas, et rien ne peut y être écrit', async () => {
  const { api, suivi } = await unServiceCvp()
  const { suiviId } = suivi
  const mesure = { id: unId(), suiviId, mesure: 'sp', du: '2025-03-01', finPrevue: null, au: null }
  await valeur(api.parcours.enregistrerMesure(mesure))
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  const sansParcours = { erreur: { code: 'entree-invalide', champs: { dispositif: 'sans-parcours' } } }
  expect(await api.parcours.lire({ suiviId, jour })).toMatchObject(sansParcours)
  expect(await api.parcours.sorties({ jour })).toMatchObject(sansParcours)
  expect(await api.parcours.enregistrerMesure(mesure)).toMatchObject(sansParcours)
  expect(await api.parcours.retirer({ genre: 'mesure', id: mesure.id })).toMatchObject({
    erreur: { code: 'introuvable' },
  })
  expect(await valeur(api.parcours.comites(undefined))).toEqual([])
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp', 'mission-locale'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'mission-locale' }))
  expect(await api.parcours.lire({ suiviId, jour })).toMatchObject({ erreur: { code: 'introuvable' } })
  expect(await valeur(api.parcours.sorties({ jour }))).toEqual([])
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  expect((await valeur(api.parcours.lire({ suiviId, jour }))).mesures).toHaveLength(1)
})
