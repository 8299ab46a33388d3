import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { Bilan, type Tableau } from '#shared/domaine/bilan/bilan.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { importerFichier } from '#electron/service/import/importer.ts'

const maintenant = new Date('2026-11-22T10:00:00')
const fichier = readFileSync(resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.csv'))

const dossier = mkdtempSync(join(tmpdir(), 'jalon-test-'))
const db = openDatabase(join(dossier, 'jalon.db'), randomBytes(32), { creation: true })

/** The synthetic file of 2012 imported for real, once: every report is read from that coffre. */
beforeAll(async () => {
  await migrateToLatest(db)
  const demande = {
    octets: fichier,
    dispositif: 'isc',
    correspondance: {},
    simulation: false,
    avecNoms: false,
  } as const
  await importerFichier(demande, { db: () => db, maintenant: () => maintenant, progression: () => undefined })
})
afterAll(async () => {
  await db.destroy()
  rmSync(dossier, { recursive: true })
})

const unBilan = (annee: number, seuil: 5 | 11 = 5) =>
  apercuDe(db, { dispositif: 'isc', du: `${annee}-01-01`, au: `${annee}-12-31`, seuil }, maintenant)

const tableauDe = (bilan: Awaited<ReturnType<typeof unBilan>>, id: string): Tableau =>
  bilan.tableaux.find((t) => t.id === id) ?? expect.fail(`no table ${id}`)
const lire = (tableau: Pick<Tableau, 'cellules'>): Record<string, number | 's'> =>
  Object.fromEntries(tableau.cellules.map((c) => [c.modalites.join(' '), c.valeur ?? 's']))

test('retrouve les nombres publiés d’Aubervilliers pour 2012', async () => {
  const bilan = await unBilan(2012)
  expect(Bilan.parse(structuredClone(bilan))).toEqual(bilan)
  expect(bilan.indicateurs).toMatchObject({ personnes: 323, entretiens: 572, partHorsChampPenal: 60.4 })
  const publics = tableauDe(bilan, 'type-public')
  expect(publics).toMatchObject({
    unite: 'personnes',
    base: 323,
    nonRenseigne: 0,
    reponsesMultiples: false,
    notes: [expect.stringContaining('case masquée')],
  })
  // A row of zeros is printed where an earlier year hides it.
  const pleines = publics.cellules.filter((c) => c.valeur !== 0 || c.modalites[0] === 'non-renseigne')
  expect(pleines.map((c) => [c.modalites[0], c.valeur, c.part])).toEqual([
    ['victime', 84, 26],
    ['mis-en-cause', 44, 13.6],
    ['hors-champ-penal', 195, 60.4],
    ['non-renseigne', 0, 0],
    ['total', 323, 100],
  ])
  expect(tableauDe(bilan, 'modalite')).toMatchObject({ unite: 'entretiens', base: 572 })
  expect(bilan.secret).toMatchObject({ seuil: 5, audit: { statut: 'protege' } })
})

test('porte les tableaux attendus, sous leurs noms stables', async () => {
  const bilan = await unBilan(2012)
  expect(bilan.tableaux.map((t) => t.id)).toEqual([
    'personnes-par-annee',
    'type-public',
    'sexe',
    'age',
    'sexe_x_age',
    'type-public_x_sexe',
    'type-public_x_age',
    'type-public_x_problematique',
    'connu-services-sociaux',
    'nouvelle',
    'anonymat',
    'commune',
    'lieu',
    'saisine',
    'saisine-groupe',
    'nouvelle-situation',
    'problematique',
    'problematique-groupe',
    'problematique-secondaire',
    'modalite',
    'action',
    'orientation',
    'orientation-groupe',
  ])
  for (const tableau of bilan.tableaux) {
    expect(tableau.titre).not.toBe('')
    expect(tableau.definition).toMatch(/\.$/u)
  }
})

test('additionne juste partout où rien n’est masqué', async () => {
  const bilan = await unBilan(2012)
  const simples = bilan.tableaux.filter((t) => t.dimensions.length === 1 && !t.reponsesMultiples)
  for (const { id, cellules } of simples) {
    const lignes = cellules.filter((c) => c.modalites[0] !== 'total')
    if (lignes.some((c) => c.valeur === undefined)) continue
    const total = cellules.find((c) => c.modalites[0] === 'total')?.valeur
    expect([id, lignes.reduce((n, c) => n + (c.valeur ?? 0), 0)]).toEqual([id, total])
  }
  expect(simples.length).toBeGreaterThan(10)
})

test('met 2011 à côté, et y masque ce que douze personnes trahiraient', async () => {
  const bilan = await unBilan(2012)
  expect(lire(tableauDe(bilan, 'personnes-par-annee'))).toEqual({ '2011': 12, '2012': 323 })
  const [avant] = tableauDe(bilan, 'age').precedents
  expect(avant).toMatchObject({ annee: 2011, base: 12 })
  const masquees = avant?.cellules.filter((c) => c.etat !== 'publie') ?? []
  expect(masquees.length).toBeGreaterThan(1)
  for (const t of bilan.tableaux)
    for (const { valeur } of t.precedents.flatMap((p) => p.cellules))
      expect(valeur === undefined || valeur === 0 || valeur >= 5).toBe(true)
})

test('masque davantage à onze qu’à cinq', async () => {
  const [cinq, onze] = [await unBilan(2012), await unBilan(2012, 11)]
  expect(onze.secret.cellulesMasquees).toBeGreaterThan(cinq.secret.cellulesMasquees)
  expect(onze.indicateurs).toMatchObject({ personnes: 323, entretiens: 572 })
})

test('ne dit rien de personne : ni nom, ni note, ni identifiant', async () => {
  const texte = JSON.stringify(await unBilan(2012))
  expect(texte).not.toMatch(/Urbain|Béranger|Szabó|Coulibaly/iu)
  expect(texte).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/u)
})
