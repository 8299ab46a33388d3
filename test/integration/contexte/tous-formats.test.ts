import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { docxToOdt } from 'odf-kit/docx'
import { readOds } from 'odf-kit/ods-reader'
import { odtToHtml } from 'odf-kit/odt-reader'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, expect, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { bilanEnTexte } from '#electron/service/commandes/bilan-en-texte.ts'
import { Bilan, formats } from '#shared/domaine/bilan/bilan.ts'
import { spip2013 } from '../../fixtures/contexte.ts'
import { valeur } from '../../fixtures/service.ts'
import { aplatir, unDossier } from '../export/export.ts'
import { type Ecrits, uneDordogne } from './publier.ts'

const { imprimer, fermer } = ouvrirImprimante()
afterAll(fermer)

/** What a reader sees of a file: the chapter or the sheet of the context, and all the rest. */
type Lecture = { readonly contexte: string; readonly reste: string }

/** Written once, in every format, by the first test that reads them. */
const publies: { fichiers: Ecrits } = { fichiers: new Map() }
const lire = async (format: string): Promise<Lecture> => {
  if (publies.fichiers.size === 0) {
    const { api, publier } = await uneDordogne(imprimer)
    await valeur(api.contexte.enregistrer(spip2013()))
    publies.fichiers = await publier(formats)
  }
  return (await lecteurs[format]?.()) ?? { contexte: '', reste: '' }
}

const octets = (nom: string): Buffer => publies.fichiers.get(nom) ?? Buffer.alloc(0)
const du = (format: string): Buffer => octets(`bilan-mission-locale-2012.${format}`)

/** On paper the chapter runs from its title (which the contents also bear) to the next chapter. */
const couper = (texte: string): Lecture => {
  const lu = aplatir(texte)
  const debut = lu.lastIndexOf('Chiffres de contexte – fournis par d’autres, non comptés par Jalon')
  const fin = lu.indexOf('Méthode et protection des personnes', debut)
  if (debut < 0 || fin < 0) return { contexte: '', reste: lu }
  return { contexte: lu.slice(debut, fin), reste: lu.slice(0, debut) + lu.slice(fin) }
}
const couperHtml = (html: string): Lecture => couper(html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '))

/** Of named pieces, the one that holds the context and the others. */
const trier = (pieces: readonly (readonly [nom: string, texte: string])[], voulu: string): Lecture => ({
  contexte: aplatir(pieces.find(([nom]) => nom === voulu)?.[1] ?? ''),
  reste: aplatir(pieces.flatMap(([nom, texte]) => (nom === voulu ? [] : [texte])).join('\n')),
})
const enLignes = (lignes: readonly (readonly unknown[])[]): string =>
  lignes.map((ligne) => ligne.map(String).join(' ')).join('\n')

const lecteurs: Readonly<Record<string, () => Lecture | Promise<Lecture>>> = {
  json: () => {
    const { contexte, ...reste } = JSON.parse(du('json').toString())
    const table = reste.tableaux.find((t: { readonly id: string }) => t.id === 'etablissement')
    const libelles = new Map(
      table.dimensions[0].modalites.map((m: { readonly code: string; readonly libelle: string }) => [
        m.code,
        m.libelle,
      ]),
    )
    const lignes = table.cellules.map((c: { readonly modalites: [string]; readonly valeur?: number }) => [
      libelles.get(c.modalites[0]) ?? 'Total',
      c.valeur,
    ])
    return { contexte: JSON.stringify(contexte), reste: `${JSON.stringify(reste)}\n${enLignes(lignes)}` }
  },
  csv: () => {
    const tables = [...publies.fichiers].filter(([nom]) => nom.endsWith('.csv'))
    const lues = tables.map(([nom, o]) => [nom, enLignes(parse(o, { bom: true, delimiter: ';' }))] as const)
    return trier(lues, 'bilan-mission-locale-2012-csv/contexte.csv')
  },
  ods: () => {
    const feuilles = readOds(du('ods')).sheets.map(
      (f) => [f.name, enLignes(f.rows.map((ligne) => ligne.cells.map((c) => c.value)))] as const,
    )
    return trier(feuilles, 'Chiffres de contexte')
  },
  xlsx: async () => {
    const feuilles = (await readXlsxFile(du('xlsx'))).map((f) => [f.sheet, enLignes(f.data)] as const)
    return trier(feuilles, 'Chiffres de contexte')
  },
  odt: () => couperHtml(odtToHtml(du('odt'))),
  docx: async () => couperHtml(odtToHtml((await docxToOdt(du('docx'))).bytes)),
  html: () => couperHtml(du('html').toString()),
  pdf: async () => {
    const pdf = join(await unDossier(), 'b.pdf')
    writeFileSync(pdf, du('pdf'))
    const texte = execFileSync(preparerPdftotext(), ['-layout', pdf, '-'], { encoding: 'utf8' })
    return couper(texte.replaceAll(/\s+/g, ' '))
  },
}

test.each(formats)('%s : 399 dont 137 se lisent à part, avec leur source et sa date', async (format) => {
  const { contexte } = await lire(format)
  expect(contexte).toMatch(/\b399\b/)
  expect(contexte).toMatch(/\b137\b/)
  expect(contexte).toContain('Préfecture de la Dordogne')
  expect(contexte).toMatch(/28 janvier 2014|2014-01-28/)
})

test.each(formats)('%s : 117 personnes et 44 + 77 présences restent seules, et rien ne s’y mêle', async (format) => {
  const { contexte, reste } = await lire(format)
  expect(reste).not.toMatch(/\b(?:399|137|536)\b/)
  expect(contexte).not.toMatch(/\b(?:117|44|77|121)\b/)
  const dit = (libelle: string, nombre: number) =>
    expect(reste).toMatch(new RegExp(`${libelle}\\W+(?:[a-z-]+\\W+)?${nombre}\\b`))
  dit('Maison d’arrêt de Périgueux', 44)
  dit('Centre de détention de Neuvic', 77)
  dit('Total', 117)
})

const racontes = formats.filter((f) => f !== 'csv')
test.each(racontes)('%s : 121 présences pour 117 personnes, et la ligne qui l’explique', async (format) => {
  const { reste } = await lire(format)
  expect(reste).toContain('la somme des lignes (121) dépasse de 4 le total (117)')
})

test('au terminal, le contexte vient après tout ce qui est compté, sous son titre', async () => {
  await lire('json')
  const texte = aplatir(bilanEnTexte(Bilan.parse(JSON.parse(du('json').toString()))))
  const [compte = '', contexte = ''] = texte.split('Chiffres de contexte – fournis par d’autres, non comptés par Jalon')
  expect(compte).not.toMatch(/\b(?:399|137)\b/)
  expect(contexte).toContain('399 jeunes – Jeunes de moins de 25 ans pris en charge par le SPIP')
  expect(contexte).toContain(
    'Source : Préfecture de la Dordogne, « Convention SPIP – missions locales », 28 janvier 2014.',
  )
})
