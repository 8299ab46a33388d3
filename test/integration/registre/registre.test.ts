import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#db/connection.ts'
import {
  ajouterFichiers,
  derniereEdition,
  type EditionEntiere,
  inscrireEdition,
  lireEdition,
  lireFichiers,
  listerEditions,
  type Publication,
  publicationsEnRapport,
} from '#db/queries/registre.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unId } from '../../fixtures/builders.ts'
import { plansDe } from '../../fixtures/plans.ts'

const uneEdition = (champs: Partial<EditionEntiere> = {}): EditionEntiere => ({
  id: unId(),
  dispositif: 'isc',
  du: '2025-01-01',
  au: '2025-12-31',
  seuil: 5,
  mode: 'masquage',
  catalogue: 'isc/1',
  creeeLe: '2026-01-15T09:00:00.000Z',
  empreinte: createHash('sha256').update('faits').digest('hex'),
  document: { titre: 'Bilan d’activité 2025', tableaux: [] },
  certificat: { calculs: 90 },
  remplaceId: null,
  motif: null,
  ...champs,
})

const unePublication = (champs: Partial<Publication> = {}): Publication => ({
  id: unId(),
  du: '2025-01-01',
  au: '2025-12-31',
  unite: 'personnes',
  recensement: {
    unite: 'personnes',
    questions: [],
    tableaux: [],
    unites: [unId(), unId()].map((id) => ({ id, personnes: [id], reponses: [] })),
  },
  cellules: { imprimes: [], bases: {}, total: 12 },
  ...champs,
})

const inscrire = (
  db: Db,
  edition: EditionEntiere,
  publications: readonly Publication[] = [],
  fichiers: Parameters<typeof inscrireEdition>[2] = [],
) => db.transaction().execute((trx) => inscrireEdition(trx, edition, fichiers, publications))

const annee = (an: number, unite: Publication['unite'] = 'personnes') =>
  unePublication({ du: `${an}-01-01`, au: `${an}-12-31`, unite })

const uneBaseInscrite = async () => {
  const db = await uneBase()
  await inscrire(db, uneEdition(), [unePublication()], [{ nom: 'bilan.json', contenu: Buffer.from('{}') }])
  return db
}

const autreDispositif = 'cvp' satisfies CodeDispositif

describe('le registre des publications', () => {
  it('rend une édition telle qu’elle a été inscrite, et ses fichiers à l’octet près', async () => {
    const db = await uneBase()
    const edition = uneEdition({ document: { titre: 'L’été — « s » 𝔘', lignes: [1, null, 'é'] } })
    const octets = randomBytes(70_000)
    await inscrire(
      db,
      edition,
      [],
      [
        { nom: 'bilan.pdf', contenu: octets },
        { nom: 'csv/personnes.csv', contenu: new Uint8Array() },
      ],
    )
    expect(await lireEdition(db, edition.id)).toEqual(edition)
    expect(await lireEdition(db, unId())).toBeUndefined()
    const fichiers = await lireFichiers(db, edition.id)
    expect(fichiers.map((f) => f.nom)).toEqual(['bilan.pdf', 'csv/personnes.csv'])
    expect(
      fichiers.map((f) => Buffer.from(f.contenu).equals(f.nom === 'bilan.pdf' ? octets : Buffer.alloc(0))),
    ).toEqual([true, true])
    expect(fichiers[0]?.sha256).toBe(createHash('sha256').update(octets).digest('hex'))
  })

  it('ajoute des formats à une édition, sans jamais en remplacer un', async () => {
    const db = await uneBase()
    const edition = uneEdition()
    await inscrire(db, edition, [], [{ nom: 'bilan.json', contenu: Buffer.from('{}') }])
    await ajouterFichiers(db, edition.id, [{ nom: 'bilan.ods', contenu: Buffer.from('ods') }])
    await expect(ajouterFichiers(db, edition.id, [{ nom: 'bilan.json', contenu: Buffer.from('[]') }])).rejects.toThrow(
      'append-only',
    )
    expect((await lireFichiers(db, edition.id)).map((f) => Buffer.from(f.contenu).toString())).toEqual(['{}', 'ods'])
  })

  it('liste les éditions d’un dispositif, la dernière d’abord, et retrouve la dernière d’une période', async () => {
    const db = await uneBase()
    const premiere = uneEdition()
    const semestre = uneEdition({ au: '2025-06-30' })
    // Noted by a clock that went back: it is the last all the same.
    const correction = uneEdition({
      creeeLe: '2025-12-01T00:00:00.000Z',
      remplaceId: premiere.id,
      motif: 'Sept entretiens importés en retard',
    })
    const autre = uneEdition({ dispositif: autreDispositif })
    for (const edition of [premiere, semestre, correction, autre]) await inscrire(db, edition)
    const { document: _, certificat: __, ...courte } = correction
    const liste = await listerEditions(db, 'isc')
    expect(liste.map((e) => e.id)).toEqual([correction.id, semestre.id, premiere.id])
    expect(liste[0]).toEqual(courte)
    expect(await derniereEdition(db, 'isc', { du: '2025-01-01', au: '2025-12-31' })).toEqual(courte)
    expect((await derniereEdition(db, 'isc', { du: '2025-01-01', au: '2025-06-30' }))?.id).toBe(semestre.id)
    expect(await derniereEdition(db, 'isc', { du: '2025-01-01', au: '2025-06-29' })).toBeUndefined()
    expect(await derniereEdition(db, autreDispositif, { du: '2025-01-01', au: '2025-06-30' })).toBeUndefined()
  })

  it('n’inscrit rien d’une édition qui ne peut pas l’être toute', async () => {
    const db = await uneBase()
    const publication = unePublication()
    const double = [publication, { ...publication, id: unId() }]
    await expect(inscrire(db, uneEdition(), double)).rejects.toThrow('append-only')
    await expect(inscrire(db, uneEdition({ remplaceId: unId() }))).rejects.toThrow('FOREIGN KEY')
    const aLEnvers = [unePublication({ du: '2026-01-01' })]
    await expect(inscrire(db, uneEdition(), aLEnvers)).rejects.toThrow('CHECK')
    expect(await listerEditions(db, 'isc')).toEqual([])
  })
})

describe('les publications en rapport avec une période', () => {
  it('sont celles qui ont un jour en commun, de la plus ancienne à la plus récente, avec leur édition', async () => {
    const db = await uneBase()
    const ancienne = uneEdition({ du: '2024-01-01', au: '2024-12-31' })
    const recente = uneEdition({ creeeLe: '2026-02-01T09:00:00.000Z', seuil: 11, mode: 'arrondi' })
    const publiees = { p24: annee(2024), p25: annee(2025), p24bis: annee(2024), e25: annee(2025, 'entretiens') }
    await inscrire(db, ancienne, [publiees.p24])
    await inscrire(db, recente, [publiees.p25, publiees.p24bis, publiees.e25])
    await inscrire(db, uneEdition({ dispositif: autreDispositif }), [annee(2025)])
    const trouver = async (du: string, au: string) => {
      const trouvees = await publicationsEnRapport(db, 'isc', { du, au })
      return trouvees.map((t) => Object.entries(publiees).find(([, p]) => p.id === t.id)?.[0])
    }
    expect(await trouver('2024-01-01', '2025-12-31')).toEqual(['p24', 'p24bis', 'e25', 'p25'])
    expect(await trouver('2024-12-31', '2024-12-31')).toEqual(['p24', 'p24bis'])
    expect(await trouver('2025-01-01', '2025-01-01')).toEqual(['e25', 'p25'])
    expect(await trouver('2023-06-01', '2024-01-01')).toEqual(['p24', 'p24bis'])
    expect(await trouver('2023-01-01', '2023-12-31')).toEqual([])
    expect(await trouver('2026-01-01', '2026-12-31')).toEqual([])
    const [, , entretiens] = await publicationsEnRapport(db, 'isc', { du: '2024-07-01', au: '2025-06-30' })
    const { id, du, au, seuil, mode, catalogue, creeeLe } = recente
    expect(entretiens).toEqual({ ...publiees.e25, edition: { id, du, au, seuil, mode, catalogue, creeeLe } })
  })

  it('se trouvent par les index', async () => {
    const db = await uneBase()
    expect(
      (await plansDe(db, (d) => publicationsEnRapport(d, 'isc', { du: '2025-01-01', au: '2025-12-31' }))).slice(0, 2),
    ).toEqual([
      'SEARCH edition USING INDEX edition_periode (dispositif=?)',
      'SEARCH p USING INDEX publication_periode (edition_id=? AND du<?)',
    ])
    expect(await plansDe(db, (d) => derniereEdition(d, 'isc', { du: '2025-01-01', au: '2025-12-31' }))).toEqual([
      'SEARCH edition USING INDEX edition_periode (dispositif=? AND du=? AND au=?)',
    ])
  })
})

describe('ce qui est inscrit', () => {
  const tables = ['edition', 'edition_fichier', 'publication'] as const
  const lire = async (db: Db) => {
    const lues: Record<string, unknown[]> = {}
    for (const table of tables) lues[table] = await db.selectFrom(table).selectAll().execute()
    return lues
  }
  for (const table of tables) {
    const actes = {
      modifier: sql`update ${sql.table(table)} set ${sql.ref(table === 'edition_fichier' ? 'nom' : 'du')} = '2000-01-01'`,
      supprimer: sql`delete from ${sql.table(table)}`,
      remplacer: sql`insert or replace into ${sql.table(table)} select * from ${sql.table(table)}`,
    }
    for (const [verbe, acte] of Object.entries(actes))
      it(`ne se laisse pas ${verbe} (${table}), même dans une transaction`, async () => {
        const db = await uneBaseInscrite()
        const avant = await lire(db)
        await expect(acte.execute(db)).rejects.toThrow('append-only')
        await db.transaction().execute(async (trx) => {
          await expect(acte.execute(trx)).rejects.toThrow('append-only')
        })
        expect(await lire(db)).toEqual(avant)
      })
  }

  it('ne se laisse pas remplacer par une publication d’un autre id sur les mêmes jours', async () => {
    const db = await uneBaseInscrite()
    const avant = await lire(db)
    const autre = sql`insert or replace into publication
      select ${unId()}, edition_id, du, au, unite, '[]', '{}' from publication`
    await expect(autre.execute(db)).rejects.toThrow('append-only')
    expect(await lire(db)).toEqual(avant)
  })
})
