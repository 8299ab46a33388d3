import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { environnement } from '#build/executer.ts'
import { preparerChromium, preparerPdftotext, trouverElectron } from '#build/preparer.ts'
import { preparerDossiers, racine } from './dossiers.ts'
import { executable } from './pilote-chromium.ts'

const phrase = 'quatre chevaux traversent la Loire 1987'

let dossiers: ReturnType<typeof preparerDossiers>
beforeEach(() => {
  dossiers = preparerDossiers()
})
afterEach(() => dossiers.effacer())

/** The built application, called with a command as it would be once installed. */
const jalon = (args: readonly string[], { entree = '', env = {} } = {}) => {
  const { status, stdout, stderr } = spawnSync(trouverElectron() ?? executable(), [racine, ...args], {
    env: { ...environnement, ...dossiers.env, ...env },
    input: entree,
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}

test('une commande s’exécute sans fenêtre et rend son propre code de sortie', () => {
  const { coffre } = dossiers
  const cree = jalon(['creer', '--coffre', coffre, '--nom', 'Poste'], { env: { JALON_PHRASE: phrase } })
  expect(cree).toMatchObject({ code: 0, stderr: '' })
  expect(existsSync(coffre)).toBe(true)
  const bon = jalon(['verifier', '--coffre', coffre, '--phrase-stdin', '--format', 'json'], { entree: `${phrase}\n` })
  expect(bon.code).toBe(0)
  expect(() => JSON.parse(bon.stdout)).not.toThrow()
  const faux = jalon(['verifier', '--coffre', coffre, '--phrase-stdin'], { entree: 'une autre phrase\n' })
  expect(faux).toMatchObject({ code: 1, stdout: '' })
  expect(faux.stderr.trim().split('\n')).toHaveLength(1)
  expect(jalon(['verifier', '--inconnue']).code).toBe(2)
})

test('le service, une fois construit, écrit tous ses formats, et main lui imprime un PDF balisé', () => {
  if (trouverElectron() === undefined) preparerChromium()
  const sortie = join(dirname(dossiers.coffre), 'demo')
  expect(jalon(['demo', '--sortie', sortie]).code).toBe(0)
  const bilans = globSync('bilan/*.{json,ods,xlsx,odt,docx,pdf,html}', { cwd: sortie })
  expect(bilans).toHaveLength(7)
  const pdf = bilans.find((fichier) => fichier.endsWith('.pdf')) ?? ''
  const pdftotext = preparerPdftotext()
  const lire = (outil: string, ...args: string[]) =>
    spawnSync(join(dirname(pdftotext), outil), args, { cwd: sortie, encoding: 'utf8' }).stdout
  const infos = lire('pdfinfo', pdf)
  expect(infos).toMatch(/^Tagged:\s+yes$/mu)
  expect(infos).toMatch(/^JavaScript:\s+no$/mu)
  expect(infos).toMatch(/^Page size:.*\(A4\)$/mu)
  expect(lire('pdftotext', pdf, '-')).toContain('2025')
})
