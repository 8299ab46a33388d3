import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lireFaits as lireFaitsDuBilan } from '#db/queries/bilan.ts'
import type { Db } from '#db/connection.ts'
import { passagesDe } from '#db/queries/parcours/passages.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { passageAu } from '#shared/domaine/parcours/passage.ts'
import { ajouterJours, dateFrancaise } from '#shared/utils/dates.ts'
import { enCsv, type Tableau } from '../../fixtures/imports/tableurs.ts'
import { compterParcours, tables, unPosteCvp } from './parcours.ts'

const jour = fc.integer({ min: 0, max: 1000 }).map((n) => ajouterJours('2023-01-01', n))
const peutEtre = <T>(valeur: fc.Arbitrary<T>) => fc.option(valeur, { freq: 2, nil: null })

/** One row of the spreadsheet, its dates drawn at random: in disorder, missing, overlapping, or impossible. */
const uneLigne = fc.record({
  qui: fc.constantFrom('Roche', 'Keita', 'de La Tour'),
  orientation: peutEtre(jour),
  lieu: fc.constantFrom('MA Périgueux', 'CD Neuvic', 'MA Fleury-Mérogis'),
  entree: peutEtre(jour),
  // Mostly after the entry: a file of which everything is impossible proves little.
  duree: peutEtre(fc.integer({ min: -5, max: 500 })),
  mode: fc.option(fc.constantFrom('LC', 'sortie sèche', 'transfert'), { freq: 1, nil: null }),
  statut: fc.constantFrom(null, 'condamné', 'prévenu'),
  mesure: fc.constantFrom(null, null, 'SL', 'TIG', 'SME'),
  entretien: peutEtre(jour),
  fin: fc.option(jour, { freq: 1, nil: null }),
})
type Ligne = typeof uneLigne extends fc.Arbitrary<infer L> ? L : never

const sortieDe = ({ entree, duree }: Ligne): string | null =>
  entree === null || duree === null ? null : ajouterJours(entree, duree)

const ecrit = (date: string | null): string => (date === null ? '' : dateFrancaise(date))

const titres = [
  'Mode de sortie',
  'NOM',
  'Entrée',
  'Sortie',
  'Lieu de détention',
  'Orienté le',
  'Date d’entretien',
  'Statut pénal',
  'Mesure(s)',
  'Date de fin',
]
const enTableau = (lignes: readonly Ligne[]): Tableau => [
  titres,
  ...lignes.map((l) => [
    sortieDe(l) === null ? '' : (l.mode ?? ''),
    l.qui,
    ecrit(l.entree),
    ecrit(sortieDe(l)),
    l.lieu,
    ecrit(l.orientation),
    ecrit(l.entretien),
    l.statut ?? '',
    l.mesure ?? '',
    ecrit(l.fin),
  ]),
]

/** Who is inside on a day, from the rows alone: one place and one day of entry are one stay, whichever row says its end. */
const detenusSelonLeFichier = (lignes: readonly Ligne[], le: string): string[] => {
  const sejours = Map.groupBy(lignes, (l) => `${l.qui}|${l.lieu}|${l.entree}`)
  const dedans = [...sejours.values()].flatMap((memes) => {
    const [premiere] = memes
    const sortie = memes.map(sortieDe).find((s) => s !== null) ?? null
    const entre = premiere !== undefined && (premiere.entree ?? '') <= le
    return entre && (sortie === null || sortie >= le) ? [premiere.qui] : []
  })
  return [...new Set(dedans)].toSorted()
}

const detenusSelonLeCoffre = async (db: Db, le: string): Promise<string[]> => {
  const parts = await db
    .selectFrom('participation as pa')
    .innerJoin('personne as p', 'p.id', 'pa.personne_id')
    .select(['p.nom', 'pa.suivi_id'])
    .execute()
  const passages = await passagesDe(
    db,
    parts.map((p) => p.suivi_id),
  )
  const dedans = parts.filter((p) => passageAu(passages.get(p.suivi_id) ?? [], le) !== undefined)
  return [...new Set(dedans.map((p) => p.nom))].toSorted()
}

/** Persons with an entretien in the year, from the rows alone. */
const actifsSelonLeFichier = (lignes: readonly Ligne[], annee: number): string[] =>
  [...new Set(lignes.flatMap((l) => (l.entretien?.startsWith(`${annee}`) === true ? [l.qui] : [])))].toSorted()

/** Name of a person, once for each of her suivis. */
const suivisDe = async (db: Db, personneId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('participation as pa')
      .innerJoin('personne as p', 'p.id', 'pa.personne_id')
      .select('p.nom')
      .where('pa.personne_id', '=', personneId)
      .execute()
  ).map((l) => l.nom)

/** New, carried over, gone: from the rows of one person alone. */
const fluxSelonLeFichier = (lignes: readonly Ligne[], { du, au }: { readonly du: string; readonly au: string }) => {
  const premier = lignes.flatMap((l) => l.entretien ?? []).toSorted()[0] ?? ''
  const fin = lignes.map((l) => l.fin).find((f) => f !== null) ?? null
  return {
    nouvelle: du <= premier && premier <= au,
    poursuivie: premier < du && (fin === null || fin >= du),
    sortie: fin !== null && fin <= au,
  }
}

const annees = [2023, 2024, 2025] as const

const verifierRefus = (rapport: RapportImport, ecrites: Readonly<Record<string, number>>): void => {
  expect(rapport.importees).toBe(0)
  expect(rapport.problemes.every((p) => p.raison !== '' && p.ligne > 1)).toBe(true)
  expect(Object.values(ecrites).every((n) => n === 0)).toBe(true)
}

const verifierAnnee = async (db: Db, lignes: readonly Ligne[], annee: number): Promise<void> => {
  const periode = { du: `${annee}-01-01`, au: `${annee}-12-31` }
  expect(await detenusSelonLeCoffre(db, periode.au)).toEqual(detenusSelonLeFichier(lignes, periode.au))
  const { personnes } = compter(await lireFaitsDuBilan(db, 'cvp', periode), periode)
  const actifs: string[] = []
  for (const { id, nouvelle, poursuivie, sortie } of personnes) {
    const [nom = '', ...autres] = await suivisDe(db, id)
    actifs.push(nom)
    // Followed twice over, she may be carried over by one suivi and new in none.
    if (autres.length > 0) continue
    const siennes = lignes.filter((l) => l.qui === nom)
    expect({ nouvelle, poursuivie, sortie }).toEqual(fluxSelonLeFichier(siennes, periode))
    expect(nouvelle).toBe(!poursuivie)
  }
  expect(actifs.toSorted()).toEqual(actifsSelonLeFichier(lignes, annee))
}

test('tout fichier de séjours est refusé entier avec ses raisons, ou donne l’état au 31/12 et les flux qu’il dit', async () => {
  const { db, importer } = await unPosteCvp()
  const vus = { acceptes: 0, refuses: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(uneLigne, { minLength: 1, maxLength: 5 }), async (lignes) => {
      for (const table of tables.toReversed()) await db.deleteFrom(table).execute()
      const fichier = enCsv(enTableau(lignes))
      const rapport = await importer(fichier)
      expect(rapport.valeursInconnues).toEqual([])
      const ecrites = await compterParcours(db)
      if (rapport.problemes.length > 0) {
        vus.refuses += 1
        return verifierRefus(rapport, ecrites)
      }
      vus.acceptes += 1
      expect(rapport.entretiens).toBe(lignes.filter((l) => l.entretien !== null).length)
      for (const annee of annees) await verifierAnnee(db, lignes, annee)
      expect(await importer(fichier)).toMatchObject({ importees: 0, personnesNouvelles: 0, sejours: 0, faits: 0 })
      expect(await compterParcours(db)).toEqual(ecrites)
    }),
    { numRuns: 40 },
  )
  expect(Math.min(vus.acceptes, vus.refuses)).toBeGreaterThan(2)
}, 180_000)
