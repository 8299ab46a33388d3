import { docxToOdt } from 'odf-kit/docx'
import { odtToHtml, readOdt } from 'odf-kit/odt-reader'
import { expect, test } from 'vitest'
import { bilanEnDocx } from '#electron/service/export/docx.ts'
import { bilanEnOdt } from '#electron/service/export/odt.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { unBilan } from '../../fixtures/bilans.ts'
import { aplatir } from './export.ts'

const parties = (zip: Uint8Array): Map<string, string> =>
  new Map(dezipper(zip).map((e) => [e.nom, Buffer.from(e.contenu).toString()]))

const lireOdt = async () => odtToHtml(await bilanEnOdt(unBilan()))
const lireDocx = async () => {
  const { bytes, warnings } = await docxToOdt(await bilanEnDocx(unBilan()))
  // The only thing this reader does not know is the number of pages, in the two footers.
  expect(warnings.filter((w) => !w.includes('NUMPAGES'))).toEqual([])
  return odtToHtml(bytes)
}

test.each([
  ['ODT', lireOdt],
  ['DOCX', lireDocx],
] as const)('%s : un autre programme y lit titres, nombres, tableaux et textes', async (_, lire) => {
  const html = aplatir(await lire()).replaceAll(/\s*(<[^>]*>)\s*/g, '$1')
  for (const titre of ['Chiffres clés', 'Contexte', 'Tableaux', 'Perspectives', 'Méthode et protection des personnes'])
    expect(html).toMatch(new RegExp(`<h1[^>]*>(?:<[^>]+>)*${titre}`))
  expect(html).toMatch(/<h2[^>]*>(?:<[^>]+>)*Tableau 1 – Personnes par type de public/)
  const texte = html.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|')
  expect(texte).toContain('|Victime|84|26,0 %|71|+18,3 %|')
  expect(texte).toContain('|Mis en cause|44|')
  expect(texte).toContain('|Hors champ pénal|195|')
  expect(texte).toContain('|Total|323|100,0 %|')
  expect(texte).toContain('|Entretiens|entretiens|572|')
  expect(texte).toContain('|Femme|s|s|92|160|49,5 %|')
  expect(texte).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; « plus »')
  expect(texte).toContain('Données inventées')
  expect(html.match(/<table/g)).toHaveLength(7)
  expect(html.match(/<img/g)).toHaveLength(5)
})

test('DOCX : sommaire mis à jour par Word, lignes d’en-tête répétées, images décrites, langue, auteur', async () => {
  const contenu = parties(await bilanEnDocx(unBilan()))
  const document = contenu.get('word/document.xml') ?? ''
  expect(document).toMatch(/<w:instrText[^>]*>TOC \\h \\o &quot;1-2&quot;/)
  const pages = document.matchAll(
    /PAGEREF _Toc\d+ [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t>(\d+)</g,
  )
  // The pages that LibreOffice prints them on: the campaign of these pages asks it.
  expect([...pages].map((p) => Number(p[1]))).toEqual([2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 5, 5])
  expect(contenu.get('word/settings.xml')).toMatch(/<w:updateFields(?! w:val="(?:false|0)")/)
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(8)
  expect(document.match(/<wp:docPr [^>]*descr="(?:Diagramme en barres|Courbe) : [^"]*Données : [^"]+"/g)).toHaveLength(
    5,
  )
  expect(contenu.get('word/styles.xml')).toContain('w:lang w:val="fr-FR"')
  expect(contenu.get('docProps/core.xml')).toContain('<dc:creator>Jalon</dc:creator>')
  expect([...contenu.keys()].join(' ')).not.toMatch(/comments|people|vba|customXml/)
  expect(document).not.toMatch(/<w:(?:ins|del|vanish|commentReference)\b/)
})

test('ODT : table des matières, lignes d’en-tête répétées, images décrites, langue, auteur', async () => {
  const octets = await bilanEnOdt(unBilan())
  const contenu = parties(octets)
  const document = contenu.get('content.xml') ?? ''
  expect(document.match(/<text:table-of-content /g)).toHaveLength(1)
  const signets = new Set([...document.matchAll(/bookmark-start text:name="([^"]+)"/g)].map((m) => m[1]))
  const renvois = [...document.matchAll(/bookmark-ref [^>]*text:ref-name="([^"]+)"/g)].map((m) => m[1])
  expect(renvois.length).toBeGreaterThan(10)
  expect(renvois.filter((r) => !signets.has(r))).toEqual([])
  expect(document.match(/<table:table-header-rows>/g)).toHaveLength(7)
  expect(document.match(/<svg:desc>(?:Diagramme en barres|Courbe) /g)).toHaveLength(5)
  expect(contenu.get('styles.xml')).toContain('fo:language="fr" fo:country="FR"')
  expect(document).not.toMatch(/office:annotation|tracked-changes|text:hidden/)
  expect(readOdt(octets).metadata).toMatchObject({ title: 'Bilan d’activité 2012' })
  expect(contenu.get('meta.xml')).toContain('<meta:initial-creator>Jalon<')
})

test('ODT : chaque style employé est défini, chaque image est dans le paquet', async () => {
  const contenu = parties(await bilanEnOdt(unBilan()))
  const tout = `${contenu.get('content.xml') ?? ''}${contenu.get('styles.xml') ?? ''}`
  const definis = new Set([...tout.matchAll(/style:name="([^"]+)"/g)].map((m) => m[1]))
  const employes = [...tout.matchAll(/(?:text|table|draw):style-name="([^"]+)"/g)].map((m) => m[1])
  expect(employes.filter((s) => !definis.has(s ?? ''))).toEqual([])
  const images = [...tout.matchAll(/xlink:href="(Pictures\/[^"]+)"/g)].map((m) => m[1])
  expect(images.filter((i) => !contenu.has(i ?? ''))).toEqual([])
})
