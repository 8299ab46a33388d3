import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { environnement } from '#build/executer.ts'
import { trouverElectron } from '#build/preparer.ts'
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
