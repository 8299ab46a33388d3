import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { docxToOdt } from 'odf-kit/docx'
import { readOds } from 'odf-kit/ods-reader'
import { odtToHtml } from 'odf-kit/odt-reader'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { executerCommande } from '#electron/service/commandes/index.ts'
import { enXlsx, jour, type Tableau } from '../../fixtures/imports/tableurs.ts'
import { aplatir } from '../export/export.ts'

const dordogne = resolve(import.meta.dirname, '../../fixtures/imports/missions-locales-2012.csv')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-importe-'))
const [coffre, sortie] = [join(dossier, 'coffre'), join(dossier, 'bilan')]
const { imprimer, fermer } = ouvrirImprimante()
const formats = 'json,csv,ods,xlsx,odt,docx,pdf,html'

const commander = async (...args: readonly string[]): Promise<void> => {
  process.env['JALON_PHRASE'] = 'quatre mots pour les essais'
  const code = await executerCommande([...args, '--coffre', coffre], { maintenant: () => new Date(), imprimer })
  if (code !== 0) throw new Error(args.join(' '))
}

/** Twenty follow-ups kept in a spreadsheet: inside for ever, released, transferred, closed. */
const suivis: Tableau = [
  [
    'Nom',
    'Né le',
    'Orienté par',
    'Orienté le',
    '1er entretien',
    'Modalité',
    'Prison',
    'Entrée',
    'Sortie',
    'Mode de sortie',
    'Logement à l’entrée',
    'Logement à la sortie',
    'Emploi à l’entrée',
    'Emploi à la sortie',
    'Motif de sortie',
    'Date de fin',
  ],
  ...Array.from({ length: 20 }, (_, i): Tableau[number] => [
    `Zz${String.fromCodePoint(65 + i)}`,
    jour('12/05/1990'),
    'SPIP milieu fermé',
    jour('02/01/2025'),
    jour('12/01/2025'),
    'parloir',
    'MA Périgueux',
    jour('01/10/2024'),
    ...(i < 12 ? [jour('01/03/2025'), i < 6 ? 'LC' : 'sortie sèche'] : [null, null]),
    'SDF',
    ...(i < 12 ? ['HLM'] : [null]),
    'sans activité',
    ...(i < 12 ? ['CDI', 'Objectifs atteints', jour('01/09/2025')] : [null, null, null]),
  ]),
]

beforeAll(async () => {
  const fichier = join(dossier, 'suivis.xlsx')
  writeFileSync(fichier, await enXlsx(suivis))
  await commander('creer', '--dispositifs', 'mission-locale,cvp')
  await commander('importer', dordogne, '--dispositif', 'mission-locale')
  await commander('importer', fichier, '--dispositif', 'cvp')
  await commander(
    'bilan',
    '--dispositif',
    'mission-locale',
    '--annee',
    '2012',
    '--sortie',
    sortie,
    '--formats',
    formats,
  )
  await commander('bilan', '--dispositif', 'cvp', '--annee', '2025', '--sortie', sortie, '--formats', 'json')
}, 180_000)
afterAll(async () => {
  await fermer()
  rmSync(dossier, { recursive: true })
})

const lire = (nom: string): Buffer => readFileSync(join(sortie, nom))
const enTexte = (html: string): string => aplatir(html.replaceAll(/<[^>]*>/g, ' '))
const enLignes = (lignes: readonly (readonly unknown[])[]): string =>
  aplatir(lignes.map((l) => l.map(String).join(' ')).join('\n'))

const lecteurs: Readonly<Record<string, () => string | Promise<string>>> = {
  json: () => aplatir(lire('bilan-mission-locale-2012.json').toString()),
  csv: () =>
    ['etablissement.csv', 'datapackage.json']
      .map((nom) => aplatir(lire(join('bilan-mission-locale-2012-csv', nom)).toString()))
      .join('\n'),
  ods: () => {
    const { sheets } = readOds(lire('bilan-mission-locale-2012.ods'))
    return enLignes(sheets.flatMap((feuille) => feuille.rows.map((ligne) => ligne.cells.map((c) => c.value))))
  },
  xlsx: async () => enLignes((await readXlsxFile(lire('bilan-mission-locale-2012.xlsx'))).flatMap((f) => f.data)),
  odt: () => enTexte(odtToHtml(lire('bilan-mission-locale-2012.odt'))),
  docx: async () => enTexte(odtToHtml((await docxToOdt(lire('bilan-mission-locale-2012.docx'))).bytes)),
  html: () => enTexte(lire('bilan-mission-locale-2012.html').toString()),
  pdf: () =>
    aplatir(
      execFileSync(preparerPdftotext(), ['-layout', join(sortie, 'bilan-mission-locale-2012.pdf'), '-']).toString(),
    ),
}

test.each(Object.keys(lecteurs))(
  'en %s, la Dordogne dit 117, 44, 77, et pourquoi 121 n’est pas 117',
  async (format) => {
    const texte = ((await lecteurs[format]?.()) ?? '').replaceAll(/\s+/gu, ' ')
    for (const nombre of [44, 77, 117]) expect(texte).toMatch(new RegExp(String.raw`\b${nombre}\b`, 'u'))
    expect(texte).toContain('la somme des lignes (121) dépasse de 4 le total (117)')
  },
)

test('un tableur de suivis donne les sorties, les délais et l’entrée face à la sortie', () => {
  const { indicateurs } = JSON.parse(lire('bilan-cvp-2025.json').toString())
  expect(indicateurs).toMatchObject({
    personnes: 20,
    personnesNouvelles: 20,
    suivisInitiesEnDetention: 20,
    entretiens: 20,
    personnesLiberees: 12,
    partSortiesEncadrees: 50,
    suivisClos: 12,
    partLogementSortie: 100,
    partEmploiSortie: 100,
    'delai-premier-entretien': 10,
    'delai-premier-entretien-n': 20,
  })
})
