import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { docxToOdt } from 'odf-kit/docx'
import { odtToHtml } from 'odf-kit/odt-reader'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { valeur } from '../../fixtures/service.ts'
import { remplir, uneAnnee } from './une-annee.ts'

const imprimante = ouvrirImprimante()
const poppler = { dossier: '' }
beforeAll(() => {
  poppler.dossier = dirname(preparerPdftotext())
})
afterAll(imprimante.fermer)

const unDossier = async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'jalon-bilan-coordination-'))
  onTestFinished(() => rm(dossier, { recursive: true, force: true }))
  return dossier
}

/** Words of a page, tags aside. */
const motsDe = (html: string): string => html.replaceAll(/<style[^]*?<\/style>/gu, '').replaceAll(/<[^>]+>/gu, '|')

test('d’un coffre vide au bilan de la plénière : treize fiches, et l’annexe dit ce qui manque', async () => {
  const annee = await uneAnnee()
  await remplir(annee)
  const html = await annee.apercu('bilan')
  expect(html.match(/<h3 id="fiche-[^"]+">[1-4]\.\d /gu)).toHaveLength(13)
  expect(motsDe(html)).toMatch(/CLSPD plénier\|+\s*1\|+\s*1\|+\s*0/u)
  expect(motsDe(html)).toContain('Maire ou élu délégué (1)')
  expect(html).toContain(
    'Préfecture, « État de la délinquance », 3 février 2014.'.replaceAll('« ', '«\u00A0').replaceAll(' »', '\u00A0»'),
  )
  // Nothing of what a fiche lacks is read aloud.
  expect(motsDe(html)).not.toMatch(/sans (?:indicateur|calendrier|financeur)/iu)
  const [, ...parties] = motsDe(await annee.apercu('annexe')).split(/Fiches sans (?:indicateur|calendrier|financeur)/u)
  const numeros = parties.map((p) => p.split('Indicateurs sans valeur')[0]?.match(/\b[1-4]\.[1-5](?= )/gu))
  expect(numeros).toEqual([['4.1'], ['1.1', '3.1', '4.3'], ['1.2', '2.1', '4.3']])
})

test('l’annexe signale un texte qui semble nommer quelqu’un, sans le répéter', async () => {
  const annee = await uneAnnee()
  const texte = 'Merci à M. Zorglub.'
  await valeur(annee.api.bilanCoordination.ecrireTexte({ annee: 2013, ficheId: null, section: 'difficultes', texte }))
  await annee.raconter('2.2', 'en-cours', { suites: texte })
  const annexe = motsDe(await annee.apercu('annexe'))
  expect(annexe).toMatch(/Bilan, Difficultés.: une personne appelée/u)
  expect(annexe).toMatch(/2\.2 [^|]*, Suites.: une personne appelée/u)
  expect(annexe).not.toContain('Zorglub')
})

test('un axe est connu par ce qu’il est : renuméroté et déplacé, il garde ses fiches', async () => {
  const annee = await uneAnnee()
  await remplir(annee)
  const { api, strategieId } = annee
  const { axes } = await valeur(api.strategie.resumer({ id: strategieId, annee: 2013 }))
  const [victimes, tranquillite] = [axes[2], axes[3]]
  if (victimes === undefined || tranquillite === undefined) throw new Error('four axes expected')
  await valeur(api.strategie.enregistrerAxe({ ...victimes, numero: '4' }))
  await valeur(api.strategie.enregistrerAxe({ ...tranquillite, numero: '3' }))
  await valeur(api.strategie.deplacerAxe({ id: tranquillite.id, vers: 'haut' }))
  const html = await annee.apercu('bilan')
  const axe = (id: string) => html.split(`<section aria-labelledby="axe-${id}">`)[1]?.split('</section>')[0] ?? ''
  expect(axe(victimes.id)).toContain(`Axe 4 – ${victimes.titre}`)
  expect(axe(victimes.id).match(/id="fiche-/gu)).toHaveLength(2)
  expect(axe(tranquillite.id)).toContain(`Axe 3 – ${tranquillite.titre}`)
  expect(axe(tranquillite.id).match(/id="fiche-/gu)).toHaveLength(5)
  expect(html.indexOf(`axe-${tranquillite.id}`)).toBeLessThan(html.indexOf(`axe-${victimes.id}`))
})

test('le compte rendu financier tombe juste au centime, dans les trois formats', async () => {
  const annee = await uneAnnee(imprimante.imprimer)
  await remplir(annee)
  const dossier = await unDossier()
  const demande = await annee.compteRendu('1.3')
  const { fichiers } = await valeur(
    annee.vers(dossier).bilanCoordination.exporter({ demande, formats: ['docx', 'pdf', 'ods'] }),
  )
  const [docx = '', pdf = '', ods = ''] = fichiers.map((f) => join(dossier, f))
  const mots = motsDe(odtToHtml((await docxToOdt(await readFile(docx))).bytes)).replaceAll(/[|\s]*\|[|\s]*/gu, '|')
  for (const texte of [mots, lirePdf(pdf)]) {
    expect(texte).toMatch(/62 – Autres services extérieurs[|\s]+–[|\s]+89,99[|\s]+89,99[|\s]+sans objet/u)
    expect(texte).toMatch(/64 – Charges de personnel[|\s]+24.000,00[|\s]+26.500,75[|\s]+2.500,75[|\s]+\+10,4.%/u)
    expect(texte).toMatch(/Total des charges[|\s]+29.700,00[|\s]+31.914,24[|\s]+2.214,24[|\s]+\+7,5.%/u)
    expect(texte).toMatch(/Total des produits[|\s]+29.700,00[|\s]+31.914,24[|\s]+2.214,24[|\s]+\+7,5.%/u)
    expect(texte).toMatch(/Produits moins charges[|\s]+0,00[|\s]+0,00[|\s]+0,00/u)
    expect(texte).toContain('Un animateur de plus a été engagé pour l’été.')
  }
  const contenu = partie(await readFile(ods), 'content.xml')
  const charges = feuille(contenu, 'Charges de l’exercice 2013')
  const nombres = [...charges.matchAll(/office:value="(-?[\d.]+)"/gu)].map(([, n]) => Number(n))
  expect(nombres).toContain(31_914.24)
  expect(nombres).toContain(89.99)
})

test('les fichiers ont des titres, des en-têtes de tableau, une langue, et nomment Jalon pour seul auteur', async () => {
  const annee = await uneAnnee(imprimante.imprimer)
  await remplir(annee)
  const dossier = await unDossier()
  const { fichiers } = await valeur(
    annee
      .vers(dossier)
      .bilanCoordination.exporter({ demande: annee.demande('bilan'), formats: ['docx', 'pdf', 'ods'] }),
  )
  expect(fichiers).toEqual(['docx', 'pdf', 'ods'].map((f) => `bilan-coordination-2013-aix-en-provence.${f}`))
  const [docx = '', pdf = '', ods = ''] = fichiers.map((f) => join(dossier, f))
  const word = await readFile(docx)
  expect(partie(word, 'word/document.xml')).toMatch(/<w:tblHeader\/>/u)
  expect(partie(word, 'word/styles.xml')).toContain('fr-FR')
  expect(partie(word, 'docProps/core.xml')).toContain('<dc:creator>Jalon</dc:creator>')
  const structure = execFileSync(join(poppler.dossier, 'pdfinfo'), ['-struct', pdf], { encoding: 'utf8' })
  expect(structure.match(/^\s*H1/gmu)).toHaveLength(1)
  expect(structure).toMatch(/^\s*TH/mu)
  const fiche = execFileSync(join(poppler.dossier, 'pdfinfo'), [pdf], { encoding: 'utf8' })
  expect(fiche).toMatch(/Tagged:\s+yes/u)
  expect(fiche).not.toMatch(/Author:\s+(?!Jalon)\S/u)
  expect(partie(await readFile(ods), 'meta.xml')).toContain('Jalon')
  expect(feuille(partie(await readFile(ods), 'content.xml'), 'Indicateurs')).toContain('1.3 Fréquentation des jeunes')
})

test('un texte qui commence par « = » reste un texte dans le tableur', async () => {
  const annee = await uneAnnee()
  await remplir(annee)
  const { api } = annee
  const fiche = await annee.ficheDe('1.3')
  const { annee: _a, manques: _m, cibles: _c, part: _p, indicateurs: _i, budget: _b, ...ecrite } = fiche
  await valeur(api.strategie.enregistrerFiche({ ...ecrite, titre: '=HYPERLINK("x";"y")' }))
  const dossier = await unDossier()
  const { fichiers } = await valeur(
    annee.vers(dossier).bilanCoordination.exporter({ demande: annee.demande('bilan'), formats: ['ods'] }),
  )
  const contenu = partie(await readFile(join(dossier, fichiers[0] ?? '')), 'content.xml')
  expect(contenu).toContain('HYPERLINK')
  expect(contenu).not.toContain('table:formula')
})

const lirePdf = (chemin: string): string =>
  execFileSync(join(poppler.dossier, 'pdftotext'), ['-layout', chemin, '-'], { encoding: 'utf8' })
const partie = (octets: Uint8Array, nom: string): string =>
  Buffer.from(dezipper(octets).find((e) => e.nom === nom)?.contenu ?? '').toString()
const feuille = (contenu: string, nom: string): string =>
  contenu.split(`table:name="${nom}"`)[1]?.split('</table:table>')[0] ?? ''
