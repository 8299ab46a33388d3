import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { effacerRevisions } from '#db/queries/revisions/effacer.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { unEntretien, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unServiceCvp } from '../parcours/un-parcours.ts'

const dejaConnue = (presence: EntretienASaisir['presences'][number]) => ({ ...presence, fiche: null })

const poste = { nom: 'Poste A', etp: 1, financementAnnuel: 40_000, financeur: 'F', du: '2025-01-01', au: null }

const rouvrir = async ({ api }: Pick<Awaited<ReturnType<typeof unService>>, 'api'>): Promise<void> => {
  await valeur(api.coffre.verrouiller())
  await valeur(api.coffre.ouvrir({ phrase: 'une phrase pour les essais' }))
}

const restes = async (db: Db, marque: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from revision
    where instr(coalesce(avant, '') || coalesce(apres, ''), ${marque}) > 0`.execute(db)
  return rows[0]?.n ?? 0
}

test('ce qui est supprimé est à la corbeille, dit ce que c’est et revient avec ce qui en dépendait', async () => {
  const { api } = await unService()
  const entretien = unEntretien({
    orientations: [{ id: unId(), destination: 'ccas', partenaireId: null }],
    echeances: [{ id: unId(), date: '2025-06-09', libelle: 'Rappeler' }],
  })
  await valeur(api.entretiens.enregistrer(entretien))
  const avant = await valeur(api.entretiens.lire({ id: entretien.id }))
  const id = unId()
  await valeur(api.reglages.enregistrerPoste({ id, ...poste }))
  await valeur(api.entretiens.supprimer({ id: entretien.id }))
  await valeur(api.reglages.supprimerPoste({ id }))
  const retires = await valeur(api.revisions.corbeille())
  expect(retires).toMatchObject([
    { tableau: 'poste', titre: ['Poste A'], personnes: [], qui: 'Titulaire' },
    { tableau: 'entretien', titre: [entretien.date], personnes: [expect.stringMatching(/\S/u)] },
  ])
  for (const { gesteId } of retires) await valeur(api.revisions.annuler({ gesteId }))
  expect(await valeur(api.entretiens.lire({ id: entretien.id }))).toEqual({
    ...avant,
    enregistreLe: expect.any(String),
  })
  expect(await valeur(api.reglages.postes())).toMatchObject([{ id }])
  expect(await valeur(api.revisions.corbeille())).toEqual([])
})

test('un entretien revient même si un autre du même suivi a été noté depuis', async () => {
  const { api } = await unService()
  const entretien = unEntretien({ date: '2025-06-01' })
  await valeur(api.entretiens.enregistrer(entretien))
  const presences = entretien.presences.map(dejaConnue)
  const suite = { ...unEntretien({ date: '2025-06-02' }), suivi: entretien.suivi, presences }
  await valeur(api.entretiens.enregistrer(suite))
  await valeur(api.entretiens.supprimer({ id: entretien.id }))
  await valeur(api.entretiens.enregistrer({ ...suite, id: unId(), date: '2025-05-20' }))
  const [retire] = await valeur(api.revisions.corbeille())
  await valeur(api.revisions.annuler({ gesteId: retire?.gesteId ?? '' }))
  const { suivis } = await valeur(api.personnes.lire({ id: presences[0]?.personneId ?? '' }))
  expect(suivis[0]?.ouvertLe).toBe('2025-05-20')
})

test('vider la corbeille détruit pour de bon, et ne touche à rien d’autre', async () => {
  const { api, db } = await unService()
  const [garde, jete] = [unEntretien({ note: 'GARDE' }), unEntretien({ note: 'SECRET' })]
  for (const e of [garde, jete]) await valeur(api.entretiens.enregistrer(e))
  await valeur(
    api.entretiens.enregistrer({
      ...jete,
      note: 'autre',
      presences: jete.presences.map(dejaConnue),
    }),
  )
  await valeur(api.entretiens.supprimer({ id: jete.id }))
  expect(await restes(db(), 'SECRET')).toBe(1)
  const gestes = (await valeur(api.revisions.corbeille())).map((r) => r.gesteId)
  expect(await valeur(api.revisions.viderCorbeille({ gestes }))).toEqual({ detruits: 1 })
  expect(await valeur(api.revisions.corbeille())).toEqual([])
  expect(await restes(db(), 'SECRET')).toBe(0)
  expect(await db().selectFrom('entretien').select('note').execute()).toEqual([{ note: 'GARDE' }])
  expect(await db().selectFrom('presence').select('entretien_id').execute()).toEqual([{ entretien_id: garde.id }])
  expect(await api.revisions.annuler({ gesteId: gestes[0] ?? '' })).toMatchObject({ erreur: { code: 'introuvable' } })
  expect((await sql`pragma foreign_key_check`.execute(db())).rows).toEqual([])
})

test('après trente jours, la corbeille se vide à l’ouverture ; après douze mois, l’historique s’oublie', async () => {
  const service = await unService('2025-06-02')
  const { api, db, horloge } = service
  const [un, deux] = [unEntretien({ note: 'SECRET' }), unEntretien({ note: 'vieille' })]
  for (const e of [un, deux]) await valeur(api.entretiens.enregistrer(e))
  await valeur(
    api.entretiens.enregistrer({
      ...deux,
      note: 'neuve',
      presences: deux.presences.map(dejaConnue),
    }),
  )
  await valeur(api.entretiens.supprimer({ id: un.id }))
  horloge.instant = new Date('2025-07-01T10:00:00')
  await rouvrir(service)
  expect(await valeur(api.revisions.corbeille())).toHaveLength(1)
  horloge.instant = new Date('2025-07-03T10:00:00')
  await rouvrir(service)
  expect(await valeur(api.revisions.corbeille())).toEqual([])
  // What is destroyed waits until three days of work agree on the date.
  expect(await db().selectFrom('entretien').select('note').execute()).toHaveLength(2)
  for (const jour of ['2025-07-04', '2025-07-05']) {
    horloge.instant = new Date(`${jour}T10:00:00`)
    await rouvrir(service)
  }
  expect(await db().selectFrom('entretien').select('note').execute()).toEqual([{ note: 'neuve' }])
  expect(await restes(db(), 'vieille')).toBe(1)
  for (const jour of ['2026-06-03', '2026-06-04', '2026-06-05']) {
    horloge.instant = new Date(`${jour}T10:00:00`)
    await rouvrir(service)
  }
  expect(await restes(db(), 'vieille')).toBe(0)
  expect(await db().selectFrom('revision').selectAll().execute()).toEqual([])
  expect(await db().selectFrom('geste').selectAll().execute()).toEqual([])
})

test('ce qu’un parcours a perdu revient de la corbeille comme par son propre écran', async () => {
  const { api, suivi } = await unServiceCvp()
  const contrat = { id: unId(), suiviId: suivi.suiviId, type: 'pacea', du: '2025-03-01', au: null } as const
  await valeur(api.parcours.enregistrerContrat(contrat))
  await valeur(api.parcours.retirer({ genre: 'contrat', id: contrat.id }))
  const [retire] = await valeur(api.revisions.corbeille())
  expect(retire).toMatchObject({ tableau: 'contrat', personnes: [expect.stringContaining('KEITA')] })
  await valeur(api.revisions.annuler({ gesteId: retire?.gesteId ?? '' }))
  const parcours = await valeur(api.parcours.lire({ suiviId: suivi.suiviId, jour: '2025-06-02' }))
  expect(parcours.contrats).toMatchObject([{ id: contrat.id }])
})

test('effacer ce qui est gardé d’une personne n’en laisse rien, ni de la fiche réunie à la sienne', async () => {
  const { api, db } = await unService()
  const [a, b] = [unEntretien(), unEntretien()]
  for (const e of [a, b]) await valeur(api.entretiens.enregistrer(e))
  const [gardee, absorbee] = [a, b].map((e) => e.presences[0]?.personneId ?? '')
  await valeur(
    api.personnes.fusionner({ fusionId: unId(), id: gardee ?? '', absorbeeId: absorbee ?? '', deLAutre: [] }),
  )
  await effacerRevisions(db(), { personnes: [gardee ?? ''], suivis: [a.suivi.id, b.suivi.id] })
  expect(await db().selectFrom('revision').select(['tableau', 'cle']).execute()).toEqual([])
})
