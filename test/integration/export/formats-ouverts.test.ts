import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { executerCommande } from '#electron/service/commandes/index.ts'
import { ouvrirLot } from '#electron/service/lots/ouvrir.ts'
import { fautesDuPaquet, type Ressource } from '../../fixtures/table-schema.ts'
import { unLot, unPoste, uneCoordination } from '../lots/aide.ts'
import { sansImpression } from './export.ts'

const formats = resolve(import.meta.dirname, '../../../docs/formats')
const publie = (nom: string) => JSON.parse(readFileSync(join(formats, nom), 'utf8'))
/** What is wrong with a document by a published schema; `null` when nothing is. */
const fautesDe = (schema: object) => {
  const valider = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema)
  return (document: unknown) =>
    valider(document) ? null : (valider.errors ?? []).map((e) => `${e.instancePath} ${e.message}`)
}

const dossier = mkdtempSync(join(tmpdir(), 'jalon-formats-ouverts-'))
const [coffre, sortie, copie] = ['coffre', 'bilan', 'copie'].map((nom) => join(dossier, nom)) as [
  string,
  string,
  string,
]
const lire = (nom: string) => readFileSync(join(sortie, nom))

beforeAll(async () => {
  const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.ods')
  for (const args of [
    ['creer'],
    ['importer', fichier, '--dispositif', 'isc'],
    ['bilan', '--dispositif', 'isc', '--annee', '2012', '--sortie', sortie, '--formats', 'json,csv'],
    ['exporter-tout', '--sortie', copie],
  ]) {
    process.env['JALON_PHRASE'] = 'quatre mots pour les essais'
    const outils = { maintenant: () => new Date(), imprimer: sansImpression }
    if ((await executerCommande([...args, '--coffre', coffre], outils)) !== 0) throw new Error(args.join(' '))
  }
}, 120_000)
afterAll(() => rmSync(dossier, { recursive: true }))

test('un vrai bilan en JSON suit le schéma publié, qui refuse ce qui n’en est pas un', () => {
  const fautes = fautesDe(publie('jalon-bilan-1.schema.json'))
  const bilan = JSON.parse(lire('bilan-isc-2012.json').toString())
  expect(fautes(bilan)).toBeNull()
  expect(fautes({ ...bilan, noms: ['Urbain'] })).not.toBeNull()
  expect(fautes({ ...bilan, schema: 'jalon-bilan/2' })).not.toBeNull()
  expect(fautes({ ...bilan, periode: { ...bilan.periode, du: '1er janvier' } })).not.toBeNull()
  const [tableau, ...autres] = bilan.tableaux
  const [cellule, ...suite] = tableau.cellules
  const negative = { ...tableau, cellules: [{ ...cellule, valeur: -1 }, ...suite] }
  expect(fautes({ ...bilan, tableaux: [negative, ...autres] })).not.toBeNull()
})

test('ses CSV suivent les Table Schema publiés, que chacun porte aussi avec lui', () => {
  const ressources: readonly Ressource[] = publie('bilan-csv/isc.datapackage.json').resources
  const ecrits = readdirSync(join(sortie, 'bilan-isc-2012-csv')).filter((nom) => nom.endsWith('.csv'))
  expect(ecrits.length).toBeGreaterThan(10)
  const siennes = ressources.filter((r) => ecrits.includes(r.path))
  expect(siennes.map((r) => r.path).toSorted()).toEqual(ecrits.toSorted())
  expect(fautesDuPaquet(siennes, (nom) => lire(join('bilan-isc-2012-csv', nom)))).toEqual([])
  const portees: readonly Ressource[] = JSON.parse(lire('bilan-isc-2012-csv/datapackage.json').toString()).resources
  for (const { name, schema } of portees) expect(ressources.find((r) => r.name === name)?.schema).toEqual(schema)
})

test('le JSON d’une copie en clair suit son schéma', () => {
  const { $defs } = publie('copie-en-clair/tables.schema.json')
  const fichiers = readdirSync(join(copie, 'json'))
  expect(fichiers).toHaveLength(Object.keys($defs).length)
  for (const nom of fichiers) {
    const fautes = fautesDe($defs[nom.replace('.json', '')])
    expect([nom, fautes(JSON.parse(readFileSync(join(copie, 'json', nom), 'utf8')))]).toEqual([nom, null])
  }
  expect(fautesDe($defs['entretiens'])([{ id: 'x' }])).not.toBeNull()
})

test('un vrai lot, descellé, suit le schéma publié', async () => {
  const { cle } = await uneCoordination()
  const { octets } = await unLot(await unPoste('Pantin', 12), cle.publique)
  const ouvert = await ouvrirLot(octets, cle)
  if ('raison' in ouvert) throw new Error(ouvert.raison)
  const fautes = fautesDe(publie('jalon-lot-1.schema.json'))
  expect(fautes(JSON.parse(ouvert.texte))).toBeNull()
  expect(fautes({ ...ouvert.lot, personnes: [] })).not.toBeNull()
})
