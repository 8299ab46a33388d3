import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unServiceCvp } from '../parcours/un-parcours.ts'

const dejaConnue = (presence: EntretienASaisir['presences'][number]) => ({ ...presence, fiche: null })

const dernier = async (db: Db): Promise<string> =>
  (await db.selectFrom('geste').select('id').orderBy('rang', 'desc').executeTakeFirst())?.id ?? ''

test('une situation validée ne change par aucune annulation, ni sa correction ; non validée, si', async () => {
  const { api, db, suivi } = await unServiceCvp()
  const situation = { suiviId: suivi.suiviId, moment: 'entree', date: '2025-02-10', jointe: true } as const
  const annuler = async () => api.revisions.annuler({ gesteId: await dernier(db()) })
  const lire = () => db().selectFrom('situation').selectAll().execute()
  await valeur(api.parcours.enregistrerSituation({ ...situation, reponses: { logement: 'hotel' }, validee: false }))
  await valeur(api.parcours.enregistrerSituation({ ...situation, reponses: {}, validee: false }))
  await valeur(annuler())
  expect((await lire())[0]?.reponses).toBe('{"logement":"hotel"}')
  await valeur(api.parcours.enregistrerSituation({ ...situation, reponses: { logement: 'hotel' }, validee: true }))
  const figee = await lire()
  expect(await annuler()).toMatchObject({ erreur: { code: 'annulation-impossible' } })
  const correction = { ...situation, id: unId(), reponses: { logement: 'sans-abri' }, motif: 'appris-depuis' } as const
  await valeur(api.parcours.corrigerSituation(correction))
  const corrigee = await lire()
  expect(corrigee).not.toEqual(figee)
  expect(await annuler()).toMatchObject({ erreur: { code: 'annulation-impossible' } })
  expect(await lire()).toEqual(corrigee)
})

test('une réunion de fiches s’annule par ses propres moyens, brouillons compris, et ne se refait pas d’un coup', async () => {
  const { api, db } = await unService()
  const [a, b] = [unePersonne({ nom: 'Lefèvre' }), unePersonne({ nom: 'Lefebvre' })]
  for (const presences of [[unePresence(a)], [unePresence(b)]])
    await valeur(api.entretiens.enregistrer(unEntretien({ presences })))
  await valeur(api.brouillons.enregistrer({ id: unId(), titre: 'ébauche', contenu: `{"personneId":"${b.id}"}` }))
  const lire = async () => [
    await db().selectFrom('personne').selectAll().orderBy('id').execute(),
    await db().selectFrom('presence').selectAll().execute(),
    await db().selectFrom('brouillon').select('contenu').execute(),
  ]
  const avant = await lire()
  await valeur(api.personnes.fusionner({ fusionId: unId(), id: a.id, absorbeeId: b.id, deLAutre: [] }))
  expect(await lire()).not.toEqual(avant)
  const { gesteId } = await valeur(api.revisions.annuler({ gesteId: await dernier(db()) }))
  expect(await lire()).toEqual(avant)
  expect(await db().selectFrom('fusion').selectAll().execute()).toEqual([])
  expect(await api.revisions.annuler({ gesteId })).toMatchObject({ erreur: { code: 'annulation-impossible' } })
})

test('une réponse rendue à une ligne, réunie depuis à une autre de sa liste, la suit', async () => {
  const { api, db } = await unService()
  const entretien = unEntretien({ orientations: [{ id: unId(), destination: 'ccas', partenaireId: null }] })
  await valeur(api.entretiens.enregistrer(entretien))
  const { listes, listeDestinations } = await valeur(api.nomenclature.lire({ dispositif: 'isc' }))
  const autres = listes.find((l) => l.code === listeDestinations)?.modalites.filter((m) => m.code !== 'ccas') ?? []
  const [vers = '', ailleurs = ''] = autres.map((m) => m.code)
  const sans = { ...entretien, presences: entretien.presences.map(dejaConnue), orientations: [] }
  await valeur(api.entretiens.enregistrer(sans))
  const gesteId = await dernier(db())
  expect(ailleurs).not.toBe('')
  await valeur(api.listes.fusionner({ liste: listeDestinations, de: 'ccas', vers }))
  const fusion = await dernier(db())
  await valeur(api.revisions.annuler({ gesteId }))
  const destination = async () => (await db().selectFrom('orientation').select('destination').execute())[0]?.destination
  expect(await destination()).toBe(vers)
  await valeur(api.revisions.annuler({ gesteId: fusion }))
  expect(await destination()).toBe('ccas')
})

test('un import s’annule en entier, ou pas du tout', async () => {
  const { api, db } = await unService()
  const fichier = {
    nom: 'suivi.csv',
    contenu: Buffer.from('Date;Nom;Prénom\n09/03/2025;Urbain;Zoé\n10/03/2025;Keita;Ali\n').toString('base64'),
    dispositif: 'isc',
    correspondance: {},
  } as const
  await valeur(api.echanges.importer(fichier))
  const gesteId = await dernier(db())
  expect(await db().selectFrom('entretien').select('id').execute()).toHaveLength(2)
  await valeur(api.revisions.annuler({ gesteId }))
  for (const table of ['entretien', 'suivi', 'personne', 'participation', 'presence'] as const)
    expect(await db().selectFrom(table).selectAll().execute()).toEqual([])
  expect(await valeur(api.echanges.importer(fichier))).toBeDefined()
  expect(await db().selectFrom('entretien').select('id').execute()).toHaveLength(2)
})
