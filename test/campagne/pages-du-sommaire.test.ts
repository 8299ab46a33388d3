import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { preparerPdftotext, preparerWriter } from '#build/preparer.ts'
import { documentDe } from '#electron/service/export/contenu.ts'
import { bilanEnDocx } from '#electron/service/export/docx.ts'
import { paginer } from '#electron/service/export/pagination.ts'
import { unBilanLong } from '../fixtures/bilan-long.ts'
import { unBilan } from '../fixtures/bilans.ts'

const [soffice, pdftotext] = [preparerWriter(), preparerPdftotext()]

test.each([
  ['court', unBilan],
  ['long', unBilanLong],
] as const)('DOCX : LibreOffice met chaque titre d’un bilan %s à la page que dit le sommaire', async (_, faire) => {
  const document = documentDe(faire())
  const { titres, pages } = paginer(document)
  const imprimees = imprimer(await bilanEnDocx(faire()))
  const corps = (titres[0] ?? 0) - 1
  let page = corps
  const reelles = document.blocs.flatMap((b) => {
    if (b.type !== 'titre') return []
    page = imprimees.findIndex((texte, i) => i >= page && texte.includes(sansBlanc(b.texte)))
    return [page + 1]
  })
  expect(imprimees).toHaveLength(pages)
  expect(titres).toEqual(reelles)
})

/** The text of each page as LibreOffice prints it, without any blank. */
const imprimer = (docx: Uint8Array): readonly string[] => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-pages-'))
  try {
    writeFileSync(join(dossier, 'bilan.docx'), docx)
    const profil = `-env:UserInstallation=${pathToFileURL(join(dossier, 'profil')).href}`
    const args = ['--headless', '--norestore', profil, '--convert-to', 'pdf', '--outdir', dossier]
    execFileSync(soffice, [...args, join(dossier, 'bilan.docx')], { stdio: 'ignore' })
    const texte = execFileSync(pdftotext, ['-layout', join(dossier, 'bilan.pdf'), '-'], { encoding: 'utf8' })
    return texte.split('\f').slice(0, -1).map(sansBlanc)
  } finally {
    rmSync(dossier, { recursive: true })
  }
}

const sansBlanc = (texte: string): string => texte.replaceAll(/\s/g, '')
