import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Autorite, uneAutorite } from '../../fixtures/certificats.ts'
import { fichier2012 } from '../../fixtures/imports/fichiers.ts'
import { demarrerServeur, phrases, type Serveur } from '../../fixtures/postgres.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'

let [autorite, serveur] = [] as unknown as [Autorite, Serveur]
beforeAll(async () => {
  autorite = uneAutorite()
  serveur = await demarrerServeur(autorite.signer('localhost'))
})
afterAll(() => serveur.arreter())

const reussir = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { code, stdout, stderr } = await jalon(args, { env: { JALON_PHRASE: phrase, ...env } })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

test(
  'prépare une base, y reçoit un lot en TLS, le refuse la seconde fois, et laisse le coffre du coordonnateur vide',
  { timeout: 180_000 },
  async () => {
    const [poste, coordination] = [unEmplacement(), unEmplacement()]
    const [cle, lot, csv, ca, secret] = ['cle.pub', 'isc.jalonlot', 'isc.csv', 'ca.pem', 'phrase'].map((nom) =>
      join(dirname(poste), nom),
    ) as [string, string, string, string, string]
    writeFileSync(csv, fichier2012('csv'))
    writeFileSync(ca, autorite.pem)
    writeFileSync(secret, `${phrases.bruno}\n`)
    await reussir(['creer', '--coffre', poste, '--nom', 'Poste d’Aubervilliers'])
    await reussir(['creer', '--coffre', coordination, '--dispositifs', 'coordination'])
    await reussir(['importer', csv, '--coffre', poste, '--dispositif', 'isc'])
    await reussir(['lot', '--cle', '--coffre', coordination, '--sortie', cle])
    await reussir(['lot', '--coffre', poste, '--dispositif', 'isc', '--annee', '2012', '--pour', cle, '--sortie', lot])

    const vide = await serveur.creerBase()
    const url = `postgres://alice@localhost:${serveur.port}/${vide}`
    expect(await reussir(['base', '--preparer', '--base', serveur.parSocket(vide)])).toContain(
      'Base prête : 0 postes, 0 lots reçus.',
    )
    await serveur.creerUtilisateurs()
    const consolider = ['consolider', lot, '--coffre', coordination, '--base', url, '--base-autorite', ca]
    expect(await reussir(consolider, { JALON_BASE_PHRASE: phrases.alice })).toContain(
      'isc.jalonlot (Poste d’Aubervilliers, isc 2012) : reçu, nouveau poste.',
    )
    const suite = ['--base', url.replace('alice', 'bruno'), '--base-autorite', ca, '--base-phrase-fichier', secret]
    const encore = await jalon(['consolider', lot, '--coffre', coordination, ...suite])
    expect([encore.code, encore.stdout]).toEqual([1, expect.stringContaining('refusé. Ce lot a déjà été reçu.')])
    expect(JSON.parse(await reussir(['base', ...suite, '--format', 'json']))).toEqual({
      schema: 'jalon-base/1',
      postes: 1,
      lots: 1,
      reception: true,
    })

    // The same lot, in the coordinator's own coffre, which the server had left empty: the same sum.
    const additionner = ['bilan', '--consolide', '--coffre', coordination, '--dispositif', 'isc', '--annee', '2012']
    const enTotaux = [...additionner, '--mode', 'total', '--format', 'json']
    const lire = async (args: readonly string[]) => JSON.parse(await reussir(args)).bilan.tableaux
    expect((await jalon(enTotaux)).code).toBe(1)
    const partage = await lire([...enTotaux, ...suite])
    expect(await reussir(['consolider', lot, '--coffre', coordination])).toContain('reçu, nouveau poste')
    expect(partage).not.toEqual([])
    expect(await lire(enTotaux)).toEqual(partage)
  },
)

test.each([
  ['un mot de passe dans l’adresse', ['--base', 'postgres://a:lampe@localhost/b'], 1, 'ne se met pas dans l’adresse'],
  ['un serveur absent', ['--base', 'postgres://a@localhost:9/b'], 1, 'ne répond pas'],
  ['un fichier de phrase absent', ['--base', 'postgres://a@h/b', '--base-phrase-fichier', '/nulle/part'], 1, 'introuv'],
  ['aucune base', ['--preparer'], 2, 'Il manque --base.'],
])('refuse en une phrase %s', async (_, args, attendu, message) => {
  const { code, stdout, stderr } = await jalon(['base', ...args])
  expect({ code, stdout }).toEqual({ code: attendu, stdout: '' })
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('lampe')
})
