import { expect, test } from 'vitest'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { enregistrerMesure } from '#db/queries/parcours/cadre-penal.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { entretienJustice, unServiceCvp, unSuivi } from './un-parcours.ts'

const jour = '2025-06-02'

test('les sorties à venir sont rangées par date, celles sans date à la fin, avec ce qui est prêt', async () => {
  const service = await unServiceCvp()
  const { api, suivi } = service
  const sansDate = await unSuivi(service, 'cvp', 'Sansdate')
  const tard = await unSuivi(service, 'cvp', 'Tard')
  const dehors = await unSuivi(service, 'cvp', 'Dehors')
  const passage = { etablissement: 'cd-neuvic', quartier: null, entree: '2025-01-01', sortie: null, mode: null }
  for (const { suiviId } of [tard, sansDate, suivi])
    await valeur(api.parcours.enregistrerPassage({ ...passage, id: unId(), suiviId }))
  await valeur(
    api.parcours.enregistrerPassage({
      ...passage,
      id: unId(),
      suiviId: dehors.suiviId,
      sortie: '2025-05-01',
      mode: 'lc',
    }),
  )
  const prevoir = (suiviId: string, date: string) =>
    valeur(api.parcours.noterRepere({ suiviId, repere: 'sortie-prevue', date }))
  await prevoir(suivi.suiviId, '2025-06-20')
  await prevoir(tard.suiviId, '2025-08-20')
  await prevoir(dehors.suiviId, '2025-05-01')
  await valeur(
    api.entretiens.enregistrer({
      ...suivi.entretien,
      orientations: [{ id: unId(), destination: 'siao', partenaireId: null }],
      echeances: [{ id: unId(), date: '2025-06-24', libelle: 'Rendez-vous au CCAS' }],
    }),
  )
  const sorties = await valeur(api.parcours.sorties({ jour }))
  expect(sorties.map((s) => [s.personnes[0]?.libelle, s.delai, s.jours, s.etablissement])).toEqual([
    ['KEITA Ali', '30-jours', 18, 'cd-neuvic'],
    ['TARD Ali', '90-jours', 79, 'cd-neuvic'],
    ['SANSDATE Ali', 'sans-date', null, 'cd-neuvic'],
  ])
  expect(sorties[0]?.preparation).toContainEqual({ besoin: 'logement', etat: 'en-cours', source: 'orientation' })
  expect(sorties[0]?.preparation).toContainEqual({ besoin: 'rendez-vous', etat: 'en-cours', source: 'echeance' })
  expect(sorties[0]?.risque).toBe('eleve')
  expect((await valeur(api.parcours.lire({ suiviId: suivi.suiviId, jour }))).prochaineSortie).toEqual(sorties[0])
})

test('un suivi clos, ou dont l’entretien est supprimé, n’y est plus', async () => {
  const { api, suivi } = await unServiceCvp()
  const { suiviId, entretien } = suivi
  await valeur(api.parcours.noterRepere({ suiviId, repere: 'sortie-prevue', date: '2025-06-20' }))
  const nombre = async () => (await valeur(api.parcours.sorties({ jour }))).length
  expect(await nombre()).toBe(1)
  await valeur(api.suivis.cloturer({ id: suiviId, date: '2025-05-01', motif: 'objectifs-atteints' }))
  expect(await nombre()).toBe(0)
  await valeur(api.suivis.rouvrir({ id: suiviId }))
  await valeur(api.entretiens.supprimer({ id: entretien.id }))
  expect(await nombre()).toBe(0)
  expect(await api.parcours.lire({ suiviId, jour })).toMatchObject({ erreur: { code: 'introuvable' } })
  await valeur(api.entretiens.retablir({ id: entretien.id }))
  expect(await nombre()).toBe(1)
})

test('le parcours suit l’entretien quand il est rattaché à un autre suivi, et deux parcours ne se mêlent pas', async () => {
  const service = await unServiceCvp()
  const { api, suivi } = service
  const { suiviId, entretien, personne } = suivi
  await valeur(api.parcours.noterRepere({ suiviId, repere: 'sortie-prevue', date: '2025-06-20' }))
  await valeur(
    api.parcours.enregistrerSituation({
      suiviId,
      moment: 'entree',
      date: '2025-02-10',
      jointe: true,
      reponses: { logement: 'hotel' },
      validee: true,
    }),
  )
  await valeur(
    api.parcours.corrigerSituation({
      id: unId(),
      suiviId,
      moment: 'entree',
      date: '2025-02-10',
      jointe: true,
      reponses: {},
      motif: 'erreur-saisie',
    }),
  )
  const vers = async (id: string) => api.entretiens.enregistrer({ ...entretien, suivi: { ...entretien.suivi, id } })
  const vide = entretienJustice(personne, 'cvp')
  await valeur(api.entretiens.enregistrer(vide))
  await valeur(vers(vide.suivi.id))
  const lu = await valeur(api.parcours.lire({ suiviId: vide.suivi.id, jour }))
  expect([lu.reperes, lu.situations[0]?.corrections.length, lu.entretiens.length]).toEqual([
    [{ repere: 'sortie-prevue', date: '2025-06-20' }],
    1,
    2,
  ])
  const autre = await unSuivi(service, 'cvp', 'Autre')
  await valeur(api.parcours.noterRepere({ suiviId: autre.suiviId, repere: 'sortie-prevue', date: '2025-07-20' }))
  const melange = { ...autre.entretien, suivi: { ...autre.entretien.suivi, id: vide.suivi.id } }
  expect(await api.entretiens.enregistrer(melange)).toMatchObject({ erreur: { champs: { suivi: 'deux-parcours' } } })
  expect((await valeur(api.parcours.lire({ suiviId: autre.suiviId, jour }))).entretiens).toHaveLength(1)
})

test('les délais légaux de tous les suivis ouverts sont listés, même dehors, entre deux jours', async () => {
  const service = await unServiceCvp()
  const { api, suivi } = service
  const autre = await unSuivi(service, 'cvp', 'Autre')
  await valeur(
    api.parcours.enregistrerPassage({
      id: unId(),
      suiviId: autre.suiviId,
      etablissement: 'cd-neuvic',
      quartier: null,
      entree: null,
      sortie: '2025-01-15',
      mode: 'fin-de-peine-sans-mesure',
    }),
  )
  await valeur(api.parcours.noterRepere({ suiviId: suivi.suiviId, repere: 'domiciliation', date: '2024-06-10' }))
  const lister = async (jusquau: string) =>
    (await valeur(api.parcours.echeancesLegales({ jour, jusquau }))).map((e) => [
      e.personnes[0]?.libelle,
      e.code,
      e.date,
    ])
  expect(await lister('2025-07-14')).toEqual([
    ['KEITA Ali', 'domiciliation', '2025-06-10'],
    ['AUTRE Ali', 'preuve-iae', '2025-07-14'],
  ])
  expect(await lister('2025-07-15')).toHaveLength(3)
  await valeur(api.suivis.cloturer({ id: autre.suiviId, date: '2025-05-01', motif: 'objectifs-atteints' }))
  expect(await lister('2025-07-15')).toHaveLength(1)
})

test('un ancien libellé n’entre que par un import, et se corrige ensuite', async () => {
  const { api, db, suivi } = await unServiceCvp()
  const { suiviId } = suivi
  const mesure = { id: unId(), suiviId, mesure: 'sme', du: null, finPrevue: null, au: null }
  await enregistrerMesure(db(), await lireNomenclature(db(), 'cvp'), mesure, new Date('2025-06-02'), { importee: true })
  await valeur(api.parcours.enregistrerMesure({ ...mesure, du: '2012-03-01' }))
  expect((await valeur(api.parcours.lire({ suiviId, jour }))).mesures).toMatchObject([
    { mesure: 'sme', du: '2012-03-01' },
  ])
  expect(await api.parcours.enregistrerMesure({ ...mesure, mesure: 'pse' })).toMatchObject({
    erreur: { champs: { mesure: 'ancienne' } },
  })
})
