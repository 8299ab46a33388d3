import { expect, test } from 'vitest'
import { enregistrerEntretien, supprimerEntretien } from '#db/queries/entretiens.ts'
import { colonnesDuBilan, compterPersonnes, lireAnnees, lireFaits } from '#db/queries/bilan.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePersonneAnonyme, unePresence } from '../../fixtures/builders.ts'

const maintenant = new Date('2025-12-31T12:00:00')
const annee = { du: '2025-01-01', au: '2025-12-31' }

const unPoste = async () => {
  const db = await uneBase()
  const nomenclature = await lireNomenclature(db, 'isc')
  const noter = async (entretien: EntretienASaisir) => {
    await enregistrerEntretien(db, nomenclature, entretien, maintenant)
    return entretien
  }
  return { db, noter }
}

test('ne lit que ces colonnes : ni nom, ni note, ni téléphone, ni partenaire, ni foyer', () => {
  const lues = Object.values(colonnesDuBilan).flatMap((colonnes) => colonnes.map((c) => c.split(' as ')[0]))
  expect(new Set(lues)).toEqual(
    new Set([
      'entretien.date',
      'entretien.id',
      'entretien.reponses',
      'entretien.suivi_id',
      'orientation.destination',
      'orientation.entretien_id',
      'orientation.id',
      'participation.personne_id',
      'participation.reponses',
      'participation.role',
      'participation.suivi_id',
      'personne.anonyme',
      'personne.id',
      'personne.naissance',
      'personne.reponses',
      'presence.commune',
      'presence.entretien_id',
      'presence.personne_id',
      'suivi.clos_le',
      'suivi.id',
      'suivi.ouvert_le',
      'suivi.reponses',
      'suivi.saisine_date',
    ]),
  )
})

test('ne laisse sortir rien de ce qui désigne quelqu’un', async () => {
  const { db, noter } = await unPoste()
  const fiche = unePersonne({ nom: 'Zzmarque', prenom: 'Zzprenom', telephone: '06 99 88 77 66', commune: 'Zzville' })
  await noter(unEntretien({ presences: [unePresence(fiche)], note: 'Zznote' }))
  const faits = await lireFaits(db, 'isc', annee)
  expect(faits.presences).toHaveLength(1)
  expect(JSON.stringify(faits)).not.toMatch(/Zzmarque|Zzprenom|Zznote|99 88/iu)
  const bilan = await apercuDe(db, { dispositif: 'isc', ...annee, seuil: 5 }, maintenant)
  expect(JSON.stringify(bilan)).not.toMatch(/Zz|99 88/iu)
})

test('ne compte nulle part un entretien supprimé, ni la situation qui n’en a pas d’autre', async () => {
  const { db, noter } = await unPoste()
  const garde = await noter(unEntretien())
  const efface = await noter(unEntretien({ date: '2025-03-12', orientations: [] }))
  await supprimerEntretien(db, efface.id, maintenant)
  const faits = await lireFaits(db, 'isc', annee)
  expect(faits.entretiens.map((e) => e.id)).toEqual([garde.id])
  expect(faits.suivis.map((s) => s.id)).toEqual([garde.suivi.id])
  expect([faits.personnes.length, faits.participations.length]).toEqual([1, 1])
  expect(await compterPersonnes(db, 'isc', [annee])).toEqual([1])
})

test('date la première venue d’avant la période', async () => {
  const { db, noter } = await unPoste()
  const presences = [unePresence()]
  await noter(unEntretien({ date: '2024-11-30', presences }))
  await noter(unEntretien({ date: '2025-03-11', presences }))
  const faits = await lireFaits(db, 'isc', annee)
  expect(faits.personnes.map((p) => p.premierActe)).toEqual(['2024-11-30'])
  expect(await lireAnnees(db, 'isc')).toEqual([2025, 2024])
  const avant = { du: '2024-01-01', au: '2024-12-31' }
  expect(await compterPersonnes(db, 'isc', [avant, annee])).toEqual([1, 1])
})

test('compte chaque contact anonyme pour une personne', async () => {
  const { db, noter } = await unPoste()
  for (let i = 0; i < 6; i += 1) await noter(unEntretien({ presences: [unePresence(unePersonneAnonyme())] }))
  for (let i = 0; i < 7; i += 1) await noter(unEntretien())
  const { indicateurs } = await apercuDe(db, { dispositif: 'isc', ...annee, seuil: 5 }, maintenant)
  expect(indicateurs).toMatchObject({ personnes: 13, contactsAnonymes: 6, entretiens: 13, suivis: 13 })
})

test('compte à part les 7 venus en deux lieux', async () => {
  const { db, noter } = await unPoste()
  const venir = (lieux: readonly string[]) => {
    const presences = [unePresence()]
    return Promise.all(lieux.map((lieu) => noter(unEntretien({ presences, reponses: { lieu } }))))
  }
  for (let i = 0; i < 10; i += 1) await venir(['commissariat'])
  for (let i = 0; i < 7; i += 1) await venir(['commissariat', 'mairie'])
  const bilan = await apercuDe(db, { dispositif: 'isc', ...annee, seuil: 5 }, maintenant)
  const lieu = bilan.tableaux.find((t) => t.id === 'lieu')
  expect(lieu?.cellules.map((c) => [c.modalites[0], c.valeur])).toEqual([
    ['commissariat', 17],
    ['mairie', 7],
    ['non-renseigne', 0],
    ['total', 17],
  ])
  expect(lieu?.notes[0]).toContain('dépasse de 7')
})

test('refuse une période qui finit avant de commencer, à venir, ou hors du calendrier', async () => {
  const { db } = await unPoste()
  const periodes = [
    ['2025-02-01', '2025-01-31'],
    ['2026-01-01', '2026-12-31'],
    ['1989-01-01', '1989-12-31'],
  ] as const
  for (const [du, au] of periodes)
    await expect(apercuDe(db, { dispositif: 'isc', du, au, seuil: 5 }, maintenant)).rejects.toMatchObject({
      erreur: { code: 'periode-invalide' },
    })
})

test('dit les postes au prorata, et rapporte l’activité aux équivalents temps plein', async () => {
  const { db, noter } = await unPoste()
  const poste = { financeur: 'FIPD', financement_annuel: 18_000, etp: 0.5, nom: 'Second poste' }
  await db
    .insertInto('poste')
    .values({ ...poste, id: 'p', du: '2025-10-01', au: null })
    .execute()
  for (let i = 0; i < 10; i += 1) await noter(unEntretien())
  const bilan = await apercuDe(db, { dispositif: 'isc', ...annee, seuil: 5 }, maintenant)
  expect(bilan.postes).toEqual([
    { nom: 'Second poste', etp: 0.5, mois: 3, financeur: 'FIPD', financementAnnuel: 18_000, financementDu: 4500 },
  ])
  expect(bilan.indicateurs['personnesParEtp']).toBe(80)
})
