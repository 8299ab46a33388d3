import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { docxToOdt } from 'odf-kit/docx'
import { readOds } from 'odf-kit/ods-reader'
import { odtToHtml } from 'odf-kit/odt-reader'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { executerCommande } from '#electron/service/commandes/index.ts'
import { aplatir } from '../export/export.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.ods')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-formats-'))
const [coffre, sortie] = [join(dossier, 'coffre'), join(dossier, 'bilan')]
const { imprimer, fermer } = ouvrirImprimante()

/** The spreadsheet of 2012 imported by command, its report written by command, once, in every format. */
beforeAll(async () => {
  for (const args of [
    ['creer'],
    ['importer', fichier, '--dispositif', 'isc'],
    ['bilan', '--dispositif', 'isc', '--annee', '2012', '--sortie', sortie, '--formats', tous],
  ]) {
    process.env['JALON_PHRASE'] = 'quatre mots pour les essais'
    const code = await executerCommande([...args, '--coffre', coffre], { maintenant: () => new Date(), imprimer })
    if (code !== 0) throw new Error(args.join(' '))
  }
}, 120_000)
afterAll(async () => {
  await fermer()
  rmSync(dossier, { recursive: true })
})
const tous = 'json,csv,ods,xlsx,odt,docx,pdf,html'

const lireFichier = (nom: string): Buffer => readFileSync(join(sortie, nom))
const enTexte = (html: string): string => aplatir(html.replaceAll(/<[^>]*>/g, ' '))
const enLignes = (lignes: readonly (readonly unknown[])[]): string =>
  aplatir(lignes.map((ligne) => ligne.map(String).join(' ')).join('\n'))

/** Each file read by a program that did not write it, as the text a reader sees. */
const lecteurs: Readonly<Record<string, () => string | Promise<string>>> = {
  json: () => {
    const { indicateurs, tableaux } = JSON.parse(lireFichier('bilan-isc-2012.json').toString())
    const publics = tableaux.find((t: { id: string }) => t.id === 'type-public')
    const libelle = (code: string) =>
      publics.dimensions[0].modalites.find((m: { code: string }) => m.code === code)?.libelle ?? 'Total'
    const lignes = publics.cellules.map((c: { modalites: [string]; valeur: number }) => [
      libelle(c.modalites[0]),
      c.valeur,
    ])
    return enLignes([...lignes, ['Entretiens', indicateurs.entretiens]])
  },
  csv: () =>
    ['type-public', 'chiffres']
      .map((nom) => lireFichier(join('bilan-isc-2012-csv', `${nom}.csv`)))
      .map((octets) => enLignes(parse(octets, { bom: true, delimiter: ';' })))
      .join('\n'),
  ods: () => {
    const { sheets } = readOds(lireFichier('bilan-isc-2012.ods'))
    return enLignes(sheets.flatMap((feuille) => feuille.rows.map((ligne) => ligne.cells.map((c) => c.value))))
  },
  xlsx: async () => enLignes((await readXlsxFile(lireFichier('bilan-isc-2012.xlsx'))).flatMap((f) => f.data)),
  odt: () => enTexte(odtToHtml(lireFichier('bilan-isc-2012.odt'))),
  docx: async () => enTexte(odtToHtml((await docxToOdt(lireFichier('bilan-isc-2012.docx'))).bytes)),
  html: () => enTexte(lireFichier('bilan-isc-2012.html').toString()),
  pdf: () =>
    aplatir(
      execFileSync(preparerPdftotext(), ['-layout', join(sortie, 'bilan-isc-2012.pdf'), '-'], { encoding: 'utf8' }),
    ),
}

test.each(tous.split(','))('%s : 323 personnes = 84 + 44 + 195, et 572 entretiens', async (format) => {
  const texte = (await lecteurs[format]?.()) ?? ''
  const dit = (libelle: string, nombre: number) =>
    expect(texte).toMatch(new RegExp(`${libelle}\\W+(?:[a-z-]+\\W+)?${nombre}\\b`))
  dit('Victime', 84)
  dit('Mis en cause', 44)
  dit('Hors champ pénal', 195)
  dit('Total', 323)
  dit('Entretiens', 572)
})
