import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import { lotExiste } from '#db/consolidation/lots.ts'
import { preparerServeur } from '#db/consolidation/preparer-serveur.ts'
import { type AccesServeur, avecServeur } from '#db/consolidation/serveur.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { type Autorite, uneAutorite } from '../../fixtures/certificats.ts'
import { demarrerServeur, phrases, type Serveur } from '../../fixtures/postgres.ts'

let [autorite, serveur, sansTls] = [] as unknown as [Autorite, Serveur, Serveur]
let base = ''
beforeAll(async () => {
  autorite = uneAutorite()
  serveur = await demarrerServeur(autorite.signer('localhost'))
  sansTls = await demarrerServeur()
  base = await serveur.preparerBase()
})
afterAll(async () => {
  await serveur.arreter()
  await sansTls.arreter()
})

const acces = (autre: Partial<AccesServeur> & { readonly url?: string } = {}): AccesServeur => {
  const { url = `postgres://alice@localhost:${serveur.port}/${base}`, ...reste } = autre
  return { adresse: lireAdresse(url), phrase: phrases.alice, autorite: autorite.pem, ...reste }
}
const ailleurs = (hote: string): AccesServeur => ({
  adresse: lireAdresse(`postgres://alice@${hote}/${base}`),
  phrase: phrases.alice,
})
const demander = (a: AccesServeur) => avecServeur(a, (b) => lotExiste(b, 'aucun'))

/** The code of a refusal; its sentence tells nothing of the server nor of the password. */
const refusDe = async (a: AccesServeur): Promise<string> => {
  const refus = await demander(a).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(refus instanceof ErreurMetier)) throw new Error('no refusal', { cause: refus })
  for (const secret of Object.values(phrases)) expect(messageErreur(refus.erreur)).not.toContain(secret)
  return refus.erreur.code
}

test('se joint en TLS quand le certificat porte le nom du serveur et vient de l’autorité donnée', async () => {
  expect(await demander(acces())).toBe(false)
  const chiffree = await avecServeur(acces(), async (b) => {
    const { rows } = await b.executeQuery<{ ssl: boolean; version: string }>({
      ...b.selectFrom('lot').select('id').compile(),
      sql: 'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()',
    })
    return rows[0]
  })
  expect(chiffree).toEqual({ ssl: true, version: 'TLSv1.3' })
})

describe('est refusée', () => {
  test.each([
    ['un certificat signé par une autre autorité', 'base-certificat', () => acces({ autorite: uneAutorite().pem })],
    [
      'un certificat au nom d’un autre serveur',
      'base-certificat',
      () => acces({ url: `postgres://alice@127.0.0.1:${serveur.port}/${base}` }),
    ],
    [
      'un serveur qui ne chiffre pas',
      'base-sans-tls',
      () => acces({ url: `postgres://alice@localhost:${sansTls.port}/postgres` }),
    ],
    // A name that resolves to this machine is not this machine: without an authority given, TLS is asked for all the same.
    [
      'un serveur d’ailleurs qui ne chiffre pas, même sans autorité donnée',
      'base-sans-tls',
      () => ailleurs(`LOCALHOST:${sansTls.port}`),
    ],
    [
      'un serveur d’ailleurs qu’aucune autorité connue ne garantit',
      'base-certificat',
      () => ailleurs(`LOCALHOST:${serveur.port}`),
    ],
    ['un mauvais mot de passe', 'base-phrase', () => acces({ phrase: phrases.bruno })],
    ['un mot de passe vide', 'base-phrase', () => acces({ phrase: '' })],
    ['un utilisateur inconnu', 'base-phrase', () => acces({ url: `postgres://x@localhost:${serveur.port}/${base}` })],
    ['une base inconnue', 'base-non-preparee', () => acces({ url: `postgres://alice@localhost:${serveur.port}/x` })],
    ['un port où rien n’écoute', 'base-injoignable', () => acces({ url: 'postgres://alice@localhost:9/jalon' })],
    ['un dossier sans serveur', 'base-injoignable', () => acces({ url: 'postgres://alice@%2Fnulle%2Fpart/jalon' })],
    ['un nom inconnu', 'base-injoignable', () => acces({ url: 'postgres://alice@nulle-part.invalid/jalon' })],
  ] as const)('%s (%s)', async (_, code, faire) => {
    expect(await refusDe(faire())).toBe(code)
  })

  test('une base vide, puis celle d’un Jalon plus récent, qui reste telle quelle', async () => {
    const vide = await serveur.creerBase()
    const admin = { adresse: lireAdresse(serveur.parSocket(vide)) }
    expect(await refusDe(admin)).toBe('base-non-preparee')
    expect(await preparerServeur(admin)).toEqual(['0001-lots', '0002-serveur', '0003-sommes'])
    expect(await preparerServeur(admin)).toEqual([])
    await serveur.administrer(vide, [`insert into kysely_migration values ('0099-demain', '2031-01-01')`])
    expect(await refusDe(admin)).toBe('base-plus-recente')
    await expect(preparerServeur(admin)).rejects.toMatchObject({ erreur: { code: 'base-plus-recente' } })
  })
})

test('les variables et fichiers des outils de PostgreSQL ne changent rien à la connexion', async () => {
  const avant = { ...process.env }
  Object.assign(process.env, { PGSSLMODE: 'disable', PGPASSWORD: phrases.alice, NODE_TLS_REJECT_UNAUTHORIZED: '0' })
  try {
    expect(await refusDe(acces({ autorite: uneAutorite().pem }))).toBe('base-certificat')
    expect(await refusDe({ adresse: acces().adresse, autorite: autorite.pem })).toBe('base-phrase')
  } finally {
    process.env = avant
  }
})
