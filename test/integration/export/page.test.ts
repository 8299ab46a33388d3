import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bilanEnHtml } from '#electron/service/export/html.ts'
import { ecrireBilan } from '../../fixtures/preparer.ts'
import { corpsBilan } from '#electron/service/export/html.ts'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { unBilan } from '../../fixtures/bilans.ts'
import { aplatir, unDossier } from './export.ts'

const imprimante = ouvrirImprimante()
const poppler = { dossier: '' }
beforeAll(() => {
  poppler.dossier = dirname(preparerPdftotext())
})
afterAll(imprimante.fermer)

const lancer = (programme: string, ...args: string[]): string =>
  execFileSync(join(poppler.dossier, programme), args, { encoding: 'utf8' })

test('HTML : ni script, ni style en ligne, ni rien à chercher ailleurs ; tout texte est échappé', () => {
  const html = bilanEnHtml(unBilan())
  expect(html).toContain('<html lang="fr">')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toMatch(/<script|<link|<iframe|\sstyle=|\son\w+=|url\(|@import/i)
  expect(html.replaceAll(/src="data:[^"]*"/g, '')).not.toMatch(/\s(?:src|href)="(?!#)/)
  expect(html.match(/<style>/g)).toHaveLength(1)
})

test('HTML : chaque lien du sommaire arrive à un titre, chaque tableau a sa légende et ses en-têtes', () => {
  const corps = corpsBilan(unBilan())
  const ancres = [...corps.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
  expect(new Set(ancres).size).toBe(ancres.length)
  const liens = [...corps.matchAll(/href="#([^"]+)"/g)].map((m) => m[1])
  expect(liens.filter((l) => !ancres.includes(l))).toEqual([])
  expect(liens).toContain('tableau-1')
  expect(corps.match(/<table>/g)).toHaveLength(7)
  expect(corps.match(/<caption>/g)).toHaveLength(7)
  expect(corps).not.toMatch(/<th(?! scope)[ >]/)
  expect(corps.match(/<figure><img [^>]*alt="(?:Diagramme|Courbe)[^"]+"/g)).toHaveLength(5)
})

test('PDF : étiqueté, A4, en français, avec les bons totaux et un numéro sur chaque page', async () => {
  const dossier = await unDossier()
  const [nom = ''] = await ecrireBilan(unBilan(), dossier, ['pdf'], imprimante.imprimer)
  const pdf = join(dossier, nom)
  const infos = lancer('pdfinfo', pdf)
  expect(infos).toMatch(/Title:\s+Bilan d’activité 2012/)
  expect(infos).toMatch(/Tagged:\s+yes/)
  expect(infos).toMatch(/Page size:.*A4/)
  expect(infos).not.toMatch(/Author:/)
  const pages = Number(/Pages:\s+(\d+)/.exec(infos)?.[1])
  const texte = aplatir(lancer('pdftotext', '-layout', pdf, '-'))
  for (let page = 1; page <= pages; page += 1) expect(texte).toContain(`Page ${String(page)} sur ${String(pages)}`)
  expect(texte.match(/^\s*Données inventées\s+Page/gm)).toHaveLength(pages)
  expect(texte).toMatch(/Victime\s+84\s+26,0 %\s+71\s+\+18,3 %/)
  expect(texte).toMatch(/Mis en cause\s+44\s/)
  expect(texte).toMatch(/Hors champ pénal\s+195\s/)
  expect(texte).toMatch(/Total\s+323\s+100,0 %/)
  expect(texte).toMatch(/Entretiens\s+entretiens\s+572/)
  expect(texte).toMatch(/Brigade de gendarmerie\s+s\s+s\s+6\s+s/)
})

test('PDF : titres, tableaux et figures décrites sont dans sa structure', async () => {
  const pdf = join(await unDossier(), 'b.pdf')
  const octets = await imprimante.imprimer(bilanEnHtml(unBilan()))
  await writeFile(pdf, octets)
  const structure = lancer('pdfinfo', '-struct-text', pdf)
  expect(structure.match(/^\s*H1 /gm)).toHaveLength(1)
  expect(structure.match(/^\s*H3 /gm)).toHaveLength(5)
  expect(structure.match(/^\s*Table /gm)).toHaveLength(7)
  expect(structure).toMatch(/^\s*TH/m)
  const alternative = Buffer.from('Diagramme en barres', 'utf16le').swap16().toString('hex').toUpperCase()
  expect(Buffer.from(octets).toString('latin1').split(`/Alt <FEFF${alternative}`)).toHaveLength(5)
  expect(Buffer.from(octets).toString('latin1')).toContain('/Outlines')
})

test('l’imprimante n’exécute aucun script et ne va rien chercher', async () => {
  const demandes: (string | undefined)[] = []
  const serveur = createServer((demande, reponse) => {
    demandes.push(demande.url)
    reponse.end()
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  onTestFinished(() => void serveur.close())
  const { port } = serveur.address() as AddressInfo
  const pdf = join(await unDossier(), 'p.pdf')
  const page = `<!doctype html><title>t</title><p id="a">avant</p><img src="http://127.0.0.1:${String(port)}/x.png"><script>document.getElementById('a').textContent='apres'</script>`
  await writeFile(pdf, await imprimante.imprimer(page))
  const texte = lancer('pdftotext', pdf, '-')
  expect(texte).toContain('avant')
  expect(texte).not.toContain('apres')
  expect(demandes).toEqual([])
})
