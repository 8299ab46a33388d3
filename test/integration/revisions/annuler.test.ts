import { describe, expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { unEntretien, unId, unPartenaire } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

/** The acts of the coffre, latest first. */
const gestes = (db: Db) => db.selectFrom('geste').select(['id', 'nom', 'annule']).orderBy('rang', 'desc').execute()

const dernier = async (db: Db): Promise<string> => (await gestes(db))[0]?.id ?? ''

/** Every row of the followed tables that an undo must give back to the letter. */
const photo = async (db: Db) => {
  const lues: Record<string, unknown> = {}
  for (const table of [
    'personne',
    'suivi',
    'participation',
    'entretien',
    'presence',
    'orientation',
    'echeance',
    'foyer',
  ] as const)
    lues[table] = (await db.selectFrom(table).selectAll().execute()).map((l) => Object.assign(l, { modifie_le: '' }))
  return lues
}

const unServiceGarni = async () => {
  const service = await unService()
  const entretien = unEntretien({ date: '2025-06-01' })
  await valeur(service.api.entretiens.enregistrer(entretien))
  return { ...service, entretien, db: service.db() }
}

const dejaConnue = (presence: EntretienASaisir['presences'][number]) => ({ ...presence, fiche: null })

const avecNote = (entretien: EntretienASaisir, note: string): EntretienASaisir => ({
  ...entretien,
  note,
  presences: entretien.presences.map(dejaConnue),
})

describe('annuler un geste', () => {
  test('un entretien modifié redevient ce qu’il était ; refait, il est de nouveau modifié', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const avant = await photo(db)
    await valeur(api.entretiens.enregistrer({ ...avecNote(entretien, 'Autre note'), date: '2025-05-30' }))
    const apres = await photo(db)
    const { gesteId } = await valeur(api.revisions.annuler({ gesteId: await dernier(db) }))
    expect(await photo(db)).toEqual(avant)
    await valeur(api.revisions.annuler({ gesteId }))
    expect(await photo(db)).toEqual(apres)
  })

  test('un entretien nouveau disparaît avec la personne et le suivi qu’il a créés, et revient refait', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const apres = await photo(db)
    const { gesteId } = await valeur(api.revisions.annuler({ gesteId: await dernier(db) }))
    expect((await valeur(api.entretiens.lister(toutes))).total).toBe(0)
    expect(await db.selectFrom('personne').selectAll().execute()).toEqual([])
    await valeur(api.revisions.annuler({ gesteId }))
    expect(await photo(db)).toEqual(apres)
    expect((await valeur(api.entretiens.lire({ id: entretien.id }))).note).toBe(entretien.note)
  })

  test('les gestes s’annulent du dernier au premier, et se refont dans l’ordre', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const photos = [await photo(db)]
    const faits: string[] = []
    for (const note of ['un', 'deux', 'trois']) {
      await valeur(api.entretiens.enregistrer(avecNote(entretien, note)))
      faits.push(await dernier(db))
      photos.push(await photo(db))
    }
    const annulations: string[] = []
    for (const [rang, gesteId] of faits.entries().toArray().toReversed()) {
      annulations.push((await valeur(api.revisions.annuler({ gesteId }))).gesteId)
      expect(await photo(db)).toEqual(photos[rang])
    }
    for (const [rang, gesteId] of annulations.toReversed().entries()) {
      await valeur(api.revisions.annuler({ gesteId }))
      expect(await photo(db)).toEqual(photos[rang + 1])
    }
    await valeur(api.revisions.annuler({ gesteId: faits[2] ?? '' }))
    expect(await photo(db)).toEqual(photos[2])
  })

  test('ce qui a changé depuis n’est pas écrasé, et ce qui n’a pas changé revient', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const creation = await dernier(db)
    await valeur(api.entretiens.enregistrer(avecNote(entretien, 'un')))
    const note = await dernier(db)
    await valeur(api.entretiens.enregistrer({ ...avecNote(entretien, 'un'), dureeMinutes: 90 }))
    await valeur(api.revisions.annuler({ gesteId: note }))
    expect(await valeur(api.entretiens.lire({ id: entretien.id }))).toMatchObject({
      note: entretien.note,
      dureeMinutes: 90,
    })
    const avant = await photo(db)
    expect(await api.revisions.annuler({ gesteId: creation })).toMatchObject({
      erreur: { code: 'annulation-contredite' },
    })
    expect(await api.revisions.annuler({ gesteId: note })).toMatchObject({ erreur: { code: 'annulation-faite' } })
    expect(await photo(db)).toEqual(avant)
  })

  test('ce à quoi autre chose se rattache depuis ne disparaît pas', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const creation = await dernier(db)
    const suite = avecNote({ ...unEntretien({ date: '2025-06-02' }), suivi: entretien.suivi }, 'suite')
    await valeur(api.entretiens.enregistrer({ ...suite, presences: avecNote(entretien, '').presences }))
    expect(await api.revisions.annuler({ gesteId: creation })).toMatchObject({
      erreur: { code: 'annulation-contredite' },
    })
    expect((await valeur(api.entretiens.lister(toutes))).total).toBe(2)
  })

  test('un foyer quitté se retrouve, dissous ou non', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const autre = unEntretien({ date: '2025-06-02' })
    await valeur(api.entretiens.enregistrer(autre))
    const [personneId, avecId] = [entretien.presences[0]?.personneId ?? '', autre.presences[0]?.personneId ?? '']
    await valeur(api.personnes.rattacherFoyer({ personneId, avecId, lien: 'conjointe' }))
    const avant = await photo(db)
    await valeur(api.personnes.quitterFoyer({ personneId }))
    expect(await db.selectFrom('foyer').selectAll().execute()).toEqual([])
    await valeur(api.revisions.annuler({ gesteId: await dernier(db) }))
    expect(await photo(db)).toEqual(avant)
    expect((await valeur(api.personnes.lire({ id: personneId }))).foyer).toMatchObject([{ lien: null }])
  })

  test('une clôture, une échéance, un partenaire et un réglage s’annulent de même', async () => {
    const { api, db, entretien } = await unServiceGarni()
    const { listes, listeMotifs } = await valeur(api.nomenclature.lire({ dispositif: 'isc' }))
    const motif = listes.find((l) => l.code === listeMotifs)?.modalites[0]?.code ?? ''
    const lire = async () =>
      JSON.stringify([
        await photo(db),
        await db.selectFrom('partenaire').selectAll().execute(),
        await db.selectFrom('reglage').selectAll().orderBy('cle').execute(),
      ])
    const avant = await lire()
    const suiviId = entretien.suivi.id
    const actes: readonly (() => Promise<Reply<unknown>>)[] = [
      () => api.suivis.cloturer({ id: suiviId, date: '2025-06-02', motif }),
      () => api.echeances.ajouter({ id: unId(), date: '2025-07-01', libelle: 'Rappeler', suiviId }),
      () => api.reglages.ecrire({ nom: 'Autre', intervenant: 'Mme B.', verrouillageMinutes: 5 }),
      () => api.partenaires.enregistrer(unPartenaire()),
    ]
    for (const acte of actes) {
      await valeur(acte())
      expect(await lire()).not.toBe(avant)
      await valeur(api.revisions.annuler({ gesteId: await dernier(db) }))
      expect(await lire()).toBe(avant)
    }
  })
})

test('l’annulation est au journal, et un geste qui n’a rien écrit n’en est pas un', async () => {
  const { api, db, entretien } = await unServiceGarni()
  const combien = (await gestes(db)).length
  await valeur(api.entretiens.enregistrer(avecNote(entretien, entretien.note)))
  expect(await gestes(db)).toHaveLength(combien)
  await valeur(api.revisions.annuler({ gesteId: await dernier(db) }))
  const ligne = await db.selectFrom('journal').select('geste').orderBy('rang', 'desc').executeTakeFirstOrThrow()
  expect(ligne.geste).toBe('revisions.annuler')
  expect((await gestes(db))[0]).toMatchObject({ nom: 'revisions.annuler', annule: expect.any(String) })
})
