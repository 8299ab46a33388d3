import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSession } from '#electron/service/coffre/session.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { jalon, phrase, unEmplacement } from './jalon.ts'

test('crée un coffre, donne son code de secours une fois, et ne garde rien en clair', async () => {
  const coffre = unEmplacement()
  const { code, stdout, stderr } = await jalon(['creer', '--coffre', coffre, '--nom', 'Poste Aubervilliers'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const codeSecours = /^Code de secours : (\S{34})$/mu.exec(stdout)?.[1] ?? ''
  expect(codeSecours).not.toBe('')
  expect(readFileSync(join(coffre, 'coffre.json'), 'utf8')).not.toMatch(/Aubervilliers|cheval/u)
  expect(JSON.parse(readFileSync(join(coffre, 'coffre.json'), 'utf8'))).toMatchObject({
    kdf: { N: 131_072, r: 8, p: 1 },
  })

  const session = createSession({ dossier: coffre, maintenant: () => new Date() })
  await session.ouvrirParSecours({ code: codeSecours, nouvelle: 'une toute autre phrase' })
  expect((await lireReglages(session.db())).nom).toBe('Poste Aubervilliers')
  await session.verrouiller()
})

test('lit la phrase sur l’entrée standard, et ne la montre jamais', async () => {
  const coffre = unEmplacement()
  const cree = await jalon(['creer', '--coffre', coffre, '--phrase-stdin', '--format', 'json'], {
    env: {},
    entree: `${phrase}\r\nautre ligne`,
  })
  expect(cree.code).toBe(0)
  expect(JSON.parse(cree.stdout)).toEqual({ schema: 'jalon-creer/1', codeSecours: expect.stringMatching(/^\S{34}$/u) })
  expect(cree.stdout + cree.stderr).not.toContain('cheval')
  expect((await jalon(['verifier', '--coffre', coffre])).code).toBe(0)
})

test('refuse en une ligne un coffre déjà là, et n’y touche pas', async () => {
  const coffre = unEmplacement()
  await jalon(['creer', '--coffre', coffre])
  const avant = readFileSync(join(coffre, 'jalon.db'))
  const { code, stdout, stderr } = await jalon(['creer', '--coffre', coffre, '--format', 'json'])
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^Il y a déjà un coffre dans ce dossier\. [^\n]+\n$/u)
  expect(readFileSync(join(coffre, 'jalon.db'))).toEqual(avant)
})

test('refuse une phrase trop faible sans créer le dossier', async () => {
  const coffre = unEmplacement()
  const { code, stderr } = await jalon(['creer', '--coffre', coffre], { env: { JALON_PHRASE: 'motdepasse' } })
  expect(code).toBe(1)
  expect(stderr).toContain('vite devinée')
  expect(existsSync(coffre)).toBe(false)
})

test.each([
  ['aucune commande', []],
  ['une commande inconnue', ['effacer']],
  ['une option inconnue', ['creer', '--cofre', 'x']],
  ['une option sans valeur', ['creer', '--coffre']],
  ['le coffre oublié', ['creer']],
  ['un argument en trop', ['creer', 'x', '--coffre', 'y']],
  ['la phrase en argument', ['creer', '--coffre', 'x', '--phrase', 'cheval']],
  ['un format inconnu', ['creer', '--coffre', 'x', '--format', 'xml']],
])('montre l’usage et sort avec 2 : %s', async (_, args) => {
  const { code, stdout, stderr } = await jalon(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('Usage')
  expect(stderr).toContain('jalon creer')
})

test('sans phrase de passe, dit comment la donner', async () => {
  const coffre = unEmplacement()
  const { code, stderr } = await jalon(['creer', '--coffre', coffre], { env: {} })
  expect(code).toBe(2)
  expect(stderr).toContain('JALON_PHRASE')
  expect(existsSync(coffre)).toBe(false)
})

test('montre son mode d’emploi à qui le demande, sans rien ouvrir', async () => {
  const general = await jalon(['--help'], { env: {} })
  expect([general.code, general.stderr]).toEqual([0, ''])
  expect(general.stdout).toContain('jalon importer FICHIER --coffre DIR')
  const seul = await jalon(['bilan', '--help'], { env: {} })
  expect([seul.code, seul.stdout.startsWith('Usage : jalon bilan --coffre DIR')]).toEqual([0, true])
})
