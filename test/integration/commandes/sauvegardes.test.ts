import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { jalon, phrase, unEmplacement } from './jalon.ts'

const unCoffre = async () => {
  const coffre = unEmplacement()
  const { stdout } = await jalon(['creer', '--coffre', coffre, '--format', 'json'])
  return { coffre, codeSecours: String(Object(JSON.parse(stdout)).codeSecours) }
}
const enJson = async (...args: Parameters<typeof jalon>) => {
  const { code, stdout, stderr } = await jalon([...args[0], '--format', 'json'], args[1])
  return { code, stderr, ...(stdout === '' ? {} : Object(JSON.parse(stdout))) }
}

test('sauvegarde, copie ailleurs, et restaure sur un autre poste avec le code de secours', async () => {
  const { coffre, codeSecours } = await unCoffre()
  const cle = dirname(unEmplacement())
  const faite = await enJson(['sauvegarder', '--coffre', coffre, '--vers', cle])
  expect(faite).toMatchObject({ code: 0, stderr: '', schema: 'jalon-sauvegarder/1' })
  expect(faite.sauvegarde).toContain(join(coffre, 'sauvegardes'))
  const vers = unEmplacement()
  // The key itself is enough: the last backup it holds is taken.
  const restauree = await enJson(['restaurer', cle, '--vers', vers, '--secours'], {
    env: { JALON_PHRASE: codeSecours },
  })
  expect(restauree).toMatchObject({ code: 0, schema: 'jalon-restaurer/1', coffre: vers, misDeCote: null })
  expect(await enJson(['verifier', '--coffre', vers])).toMatchObject({ code: 0, statut: 'sain', sauvegarde: null })
})

test('verifier dit l’âge de la dernière bonne sauvegarde, et n’en croit pas une abîmée', async () => {
  const { coffre } = await unCoffre()
  expect((await jalon(['verifier', '--coffre', coffre])).stdout).toContain('Aucune bonne sauvegarde')
  const premiere = await enJson(['sauvegarder', '--coffre', coffre])
  const seconde = await enJson(['sauvegarder', '--coffre', coffre])
  const { sauvegarde } = await enJson(['verifier', '--coffre', coffre])
  expect(sauvegarde).toEqual({ faiteLe: expect.stringMatching(/^\d{4}-/u), jours: 0 })
  const base = join(seconde.sauvegarde, 'jalon.db')
  const octets = readFileSync(base)
  octets[60_000] = (octets[60_000] ?? 0) ^ 1
  writeFileSync(base, octets)
  const apres = await enJson(['verifier', '--coffre', coffre])
  expect(apres.sauvegarde.faiteLe).toBe(
    Object(JSON.parse(readFileSync(join(premiere.sauvegarde, 'sauvegarde.jalon'), 'utf8'))).faiteLe,
  )
  const refusee = await jalon(['restaurer', seconde.sauvegarde, '--vers', unEmplacement()])
  expect(refusee).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('abîmée') })
})

/** Runs a command that may write no file of more than 200 KB: the system refuses the rest, as a full disk does. */
const jalonSansPlace = (args: readonly string[]) => {
  const lancer = 'ulimit -f 200; exec "$0" "$@"'
  const { status, stderr } = spawnSync('bash', ['-c', lancer, process.execPath, script, ...args], {
    env: { ...process.env, JALON_PHRASE: phrase },
    encoding: 'utf8',
  })
  return { status, stderr }
}
const script = resolve(import.meta.dirname, '../../../build/jalon.ts')

test.skipIf(process.platform === 'win32')(
  'sans place, ni sauvegarde ni restauration à moitié, et c’est dit',
  async () => {
    const { coffre } = await unCoffre()
    const refus = { status: 1, stderr: expect.stringContaining('Vérifiez la place libre') }
    expect(jalonSansPlace(['sauvegarder', '--coffre', coffre])).toEqual(refus)
    expect(readdirSync(join(coffre, 'sauvegardes'))).toEqual([])
    const { sauvegarde } = await enJson(['sauvegarder', '--coffre', coffre])
    const vers = unEmplacement()
    expect(jalonSansPlace(['restaurer', sauvegarde, '--vers', vers])).toEqual(refus)
    expect(readdirSync(dirname(vers))).toEqual([])
    expect(jalonSansPlace(['restaurer', sauvegarde, '--vers', coffre, '--malgre-plus-recent'])).toEqual(refus)
    expect(await enJson(['verifier', '--coffre', coffre])).toMatchObject({ code: 0, statut: 'sain' })
    expect(readdirSync(dirname(coffre))).toEqual(['coffre'])
  },
)

test('restaurer refuse en une ligne, et ne remplace plus récent que si on le dit', async () => {
  const { coffre } = await unCoffre()
  const { sauvegarde } = await enJson(['sauvegarder', '--coffre', coffre])
  const autre = (await unCoffre()).coffre
  const avant = readFileSync(join(autre, 'jalon.db'))
  const args = ['restaurer', sauvegarde, '--vers', autre]
  expect(await jalon(args)).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Ce qui serait remplacé.+\n$/u) })
  expect(readFileSync(join(autre, 'jalon.db'))).toEqual(avant)
  const { code, misDeCote } = await enJson([...args, '--malgre-plus-recent'])
  expect(code).toBe(0)
  expect(readFileSync(join(misDeCote, 'jalon.db'))).toEqual(avant)
  expect(await jalon(['restaurer', dirname(unEmplacement()), '--vers', unEmplacement()])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Il n’y a pas de sauvegarde'),
  })
  expect(await jalon(['restaurer', sauvegarde])).toMatchObject({ code: 2 })
})
