import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { type BilanPrepare, preparerBilan } from '#electron/service/bilan/preparer.ts'
import { bilanEnHtml } from '#electron/service/export/html.ts'
import { certificatEnHtml, type ContexteCertificat } from '#electron/service/export/certificat.ts'
import { importerFichier } from '#electron/service/import/importer.ts'
import type { ModeSecret } from '#shared/domaine/bilan/bilan.ts'
import { atelier } from '../../fixtures/preparer.ts'
import { aplatir } from './export.ts'

const maintenant = new Date('2026-11-22T10:00:00')
const fichier = readFileSync(resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.csv'))
const dossier = mkdtempSync(join(tmpdir(), 'jalon-test-'))
const db = openDatabase(join(dossier, 'jalon.db'), randomBytes(32), { creation: true })
const outils = { db, atelier, maintenant: () => maintenant, progression: () => undefined }
const imprimante = ouvrirImprimante()

/** The synthetic year of 2012 imported for real, its reports prepared as they would be published. */
beforeAll(async () => {
  await migrateToLatest(db)
  await importerFichier(
    { octets: fichier, dispositif: 'isc', correspondance: {}, simulation: false, avecNoms: false },
    { db: () => db, maintenant: () => maintenant, progression: () => undefined },
  )
})
afterAll(async () => {
  await imprimante.fermer()
  await atelier.fermer()
  await db.destroy()
  rmSync(dossier, { recursive: true })
})

const preparer = (mode: ModeSecret, seuil: 5 | 15 = 5): Promise<BilanPrepare> =>
  preparerBilan(outils, { dispositif: 'isc', du: '2012-01-01', au: '2012-12-31', seuil, mode }, 'publication')

const contexteDe = ({ bilan }: BilanPrepare): ContexteCertificat => ({
  bilan,
  edition: { creeeLe: maintenant.toISOString(), empreinte: 'e'.repeat(64), remplaceId: null, motif: null },
  fichiers: [{ nom: 'bilan-isc-2012.pdf', sha256: 'f'.repeat(64) }],
})

test('compte A, D et V par tableau comme le bilan les publie', async () => {
  const { bilan, certificat } = await preparer('masquage')
  const [periode] = certificat.periodes
  const comptes = periode?.unites.flatMap((u) => u.tableaux) ?? []
  const publies = bilan.tableaux.filter((t) => t.id !== 'personnes-par-annee')
  expect(comptes.map((t) => t.id).toSorted()).toEqual(publies.map((t) => t.id).toSorted())
  for (const { id, cellules } of publies) {
    const compte = comptes.find((t) => t.id === id)
    const masquees = cellules.filter((c) => c.etat !== 'publie')
    expect([id, (compte?.primaires ?? 0) + (compte?.secondaires ?? 0)]).toEqual([id, masquees.length])
    const affichees = cellules.reduce((total, c) => total + (c.valeur ?? 0), 0)
    expect([id, compte?.unitesPubliees]).toEqual([id, affichees])
  }
  expect(comptes.some((t) => t.primaires > 0 && t.unitesPrimaires > 0)).toBe(true)
})

test('dit les onze points, et de chaque case protégée ce qu’elle vaut et ce qui s’en trouve', async () => {
  const prepare = await preparer('masquage')
  const html = certificatEnHtml(prepare.certificat, contexteDe(prepare))
  for (let point = 1; point <= 11; point += 1) expect(html).toMatch(new RegExp(`<h2 [^>]*>${String(point)}\\. `, 'u'))
  const intervalles = prepare.certificat.periodes.flatMap((p) => p.unites.flatMap((u) => u.intervalles))
  expect(intervalles.length).toBeGreaterThan(5)
  expect(html.split('>protégée<')).toHaveLength(intervalles.length + 1)
  expect(html).toContain('Contrôle réussi')
  expect(html).toMatch(
    /Type de public\u00A0: Mis en cause\u00A0; Âge\u00A0: Moins de 18 ans<\/th><td>4<\/td><td>\[0\u00A0; \d+\]<\/td>/u,
  )
  expect(html).toContain('appartient au responsable de traitement')
  for (const texte of ['Type de public, Famille de problématiques', 'e'.repeat(64), 'f'.repeat(64), 'HiGHS', 'isc-1'])
    expect(html).toContain(texte)
  // What is kept here is nowhere in what is published.
  expect(bilanEnHtml(prepare.bilan)).not.toMatch(/CONFIDENTIEL|protégée|\[0\u00A0;/u)
})

test('dit qu’un contrôle a échoué, au lieu de rassurer', async () => {
  const prepare = await preparer('masquage')
  const expose = structuredClone(prepare.certificat)
  for (const { intervalles } of expose.periodes.flatMap((p) => p.unites))
    for (const fautif of intervalles.slice(0, 1)) fautif.protegee = false
  const html = certificatEnHtml(expose, contexteDe(prepare))
  expect(html).toContain('Contrôle échoué')
  expect(html).not.toContain('Contrôle réussi')
  expect(html).toContain('TROP BIEN CONNUE')
  const jamaisRelu = certificatEnHtml({ ...prepare.certificat, relecture: null }, contexteDe(prepare))
  expect(jamaisRelu).toContain('ne vaut pas contrôle')
})

test('parle d’arrondi quand on arrondit, et ne calcule rien quand seuls les totaux sortent', async () => {
  // Rows of fewer than ten persons are rounded to nothing, and left out: that tells « less than 10 », not « nobody ». The
  // twelve persons of 2011 cannot be told exactly: their tables are hidden.
  const arrondi = await preparer('arrondi', 15)
  expect(arrondi.certificat.relecture).toMatchObject({ statut: 'protege', exposees: 0 })
  expect(certificatEnHtml(arrondi.certificat, contexteDe(arrondi))).toContain('arrondi contrôlé')
  const total = await preparer('total')
  const html = certificatEnHtml(total.certificat, contexteDe(total))
  expect(html).toContain('ne publie que des totaux généraux')
  expect(html).not.toContain('Contrôle réussi')
})

test('s’imprime en A4 étiqueté, CONFIDENTIEL sur chaque feuille, sans script ni rien à chercher ailleurs', async () => {
  const prepare = await preparer('masquage')
  const contexte = contexteDe(prepare)
  const html = certificatEnHtml(prepare.certificat, {
    ...contexte,
    bilan: { ...contexte.bilan, titre: 'Bilan <script>alert(1)</script>' },
  })
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toMatch(/<script|<link|<iframe|\sstyle=|\son\w+=|url\(|@import|\s(?:src|href)=/i)
  expect(html).not.toMatch(/<th(?! scope)[ >]/)
  const pdf = join(dossier, 'certificat.pdf')
  await writeFile(pdf, await imprimante.imprimer(html))
  const poppler = dirname(preparerPdftotext())
  const infos = execFileSync(join(poppler, 'pdfinfo'), [pdf], { encoding: 'utf8' })
  expect(infos).toMatch(/Tagged:\s+yes/)
  expect(infos).toMatch(/Page size:.*A4/)
  const feuilles = execFileSync(join(poppler, 'pdftotext'), ['-layout', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1)
  expect(feuilles.length).toBeGreaterThan(3)
  for (const feuille of feuilles) expect(aplatir(feuille)).toMatch(/^\s*CONFIDENTIEL\s+Contient des effectifs réels/u)
})
