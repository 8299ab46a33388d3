import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const lanceur = resolve(import.meta.dirname, '../../../build/node-24.cjs')

let dossier: string
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-node-'))
  writeFileSync(join(dossier, 'script.ts'), 'process.stdout.write(process.argv.slice(2).join(" ") satisfies string)')
  // The launcher asks only `process.versions`: an older Node is that object with another number.
  writeFileSync(
    join(dossier, 'vieux.cjs'),
    'Object.defineProperty(process, "versions", { value: Object.assign({}, process.versions, { node: "20.19.2" }) })',
  )
})
afterAll(() => rmSync(dossier, { recursive: true }))

const lancer = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' })

test('exécute le script avec ses arguments', () => {
  const { status, stdout } = lancer(lanceur, join(dossier, 'script.ts'), '--coffre', 'D')
  expect({ status, stdout }).toEqual({ status: 0, stdout: '--coffre D' })
})

test('refuse un Node trop ancien en une ligne, sans exécuter le script', () => {
  const { status, stdout, stderr } = lancer('-r', join(dossier, 'vieux.cjs'), lanceur, join(dossier, 'script.ts'))
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Jalon demande Node 24 ou plus récent \(ici : 20\.19\.2\)\..+\n$/u)
})
