import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import type { Consolidation } from '#db/consolidation/base.ts'
import { lotsEnVigueur, sommerCellules } from '#db/consolidation/lots.ts'
import { attendreLot, listerPostesSuivis, oublierAttendu, verifierCle } from '#db/consolidation/postes.ts'
import { avecServeur, etatServeur } from '#db/consolidation/serveur.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { recevoirLot } from '#electron/service/lots/recevoir.ts'
import { cleDeReception } from '#electron/service/lots/cles.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unId } from '../../fixtures/builders.ts'
import { demarrerServeur, phrases, type Serveur } from '../../fixtures/postgres.ts'
import { annee2025, maintenant, unLot, unPoste } from '../lots/aide.ts'

let serveur: Serveur
beforeAll(async () => {
  serveur = await demarrerServeur()
})
afterAll(() => serveur.arreter())

/** A shared base that holds one lot, and what each user does in it. */
const unPartage = async () => {
  const nom = await serveur.preparerBase()
  const comme = <T>(utilisateur: keyof typeof phrases | 'postgres', travail: (base: Consolidation) => Promise<T>) => {
    const url =
      utilisateur === 'postgres' ? serveur.parSocket(nom) : `postgres://${utilisateur}@127.0.0.1:${serveur.port}/${nom}`
    const phrase = utilisateur === 'postgres' ? '' : phrases[utilisateur]
    return avecServeur({ adresse: lireAdresse(url), phrase }, travail)
  }
  const cle = await cleDeReception(await uneBase(), maintenant)
  const poste = await unPoste('Aubervilliers', 6)
  const recevoir = (utilisateur: keyof typeof phrases, octets: Uint8Array) =>
    comme(utilisateur, (base) => recevoirLot(base, octets, cle, maintenant))
  const { octets } = await unLot(poste, cle.publique)
  await recevoir('alice', octets)
  /** Of these statements, those that the base did not refuse for want of a right. */
  const passees = async (utilisateur: keyof typeof phrases | 'postgres', ordres: readonly string[]) => {
    const passe = []
    for (const ordre of ordres) {
      const issue = await comme(utilisateur, ordonner(ordre)).catch((error: unknown) => error)
      if (!(issue instanceof ErreurMetier && issue.erreur.code === 'base-droit')) passe.push(ordre)
    }
    return passe
  }
  return { comme, recevoir, passees, poste, cle }
}

const ordonner = (ordre: string) => (base: Consolidation) => sql.raw(ordre).execute(base)

test('qui lit voit tout et n’écrit rien', async () => {
  const { comme, recevoir, passees, poste, cle } = await unPartage()
  const vus = await comme('lea', async (base) => ({
    lots: (await lotsEnVigueur(base, 'isc')).length,
    cellules: (await sommerCellules(base, annee2025)).length,
    ecrit: (await etatServeur(base)).reception,
  }))
  expect(vus).toEqual({ lots: 1, cellules: expect.any(Number), ecrit: false })
  expect(vus.cellules).toBeGreaterThan(10)
  await expect(recevoir('lea', (await unLot(poste, cle.publique)).octets)).rejects.toMatchObject({
    erreur: { code: 'base-droit' },
  })
  const ordres = [
    `insert into poste_suivi (id, nom, cree_le) values ('x', 'x', 'x')`,
    `update poste_suivi set cle_verifiee_le = 'x'`,
    'delete from lot_attendu',
    'create table x (a text)',
    'truncate lot cascade',
  ]
  expect(await passees('lea', ordres)).toEqual([])
  expect((await comme('lea', (b) => lotsEnVigueur(b, 'isc'))).length).toBe(1)
})

test('qui coordonne reçoit, attend et vérifie, mais ne change ni n’efface aucun lot', async () => {
  const { comme, recevoir, passees, poste, cle } = await unPartage()
  expect(await recevoir('bruno', (await unLot(poste, cle.publique)).octets)).toMatchObject({ remplace: true })
  const [connu] = await comme('alice', listerPostesSuivis)
  const attendu = { posteId: unId(), nom: 'Pantin', dispositif: 'isc', annee: 2025, pourLe: '2026-03-01' } as const
  await comme('alice', async (base) => {
    await verifierCle(base, connu?.id ?? '', maintenant)
    await attendreLot(base, attendu, maintenant)
    await attendreLot(base, { ...attendu, pourLe: '2026-04-01' }, maintenant)
    await oublierAttendu(base, attendu)
  })
  expect((await comme('alice', listerPostesSuivis)).map((p) => [p.nom, p.cleVerifieeLe])).toEqual([
    ['Aubervilliers', maintenant.toISOString()],
  ])
  const tables = ['lot', 'lot_ecarte', 'lot_case', 'lot_cellule', 'lot_chiffre', 'lot_section', 'lot_publication']
  const ordres = [
    ...tables.flatMap((table) => [`delete from ${table}`, `truncate ${table} cascade`]),
    'update lot set numero = 9',
    'update lot_cellule set valeur = valeur + 1',
    `update poste_suivi set nom = 'x'`,
    `update poste_suivi set cle = 'x'`,
    'update poste_suivi set coffre = null',
    'delete from poste_suivi',
    'alter table lot add column x text',
    'drop trigger ajout_seul on lot',
    `insert into kysely_migration values ('x', 'x')`,
    'set role jalon_proprietaire',
  ]
  expect(await passees('alice', ordres)).toEqual([])
})

test('pas même l’administrateur ne change un lot par mégarde, ni la clé d’un poste inscrit', async () => {
  const { passees } = await unPartage()
  const ordres = [
    'update lot_cellule set valeur = 0',
    'delete from lot_chiffre',
    'truncate lot_section',
    `update poste_suivi set cle = 'x'`,
    'delete from poste_suivi where coffre is not null',
  ]
  expect(await passees('postgres', ordres)).toEqual([])
})

test('un serveur arrêté au milieu d’une réception ne garde rien du lot, et le même lot entre ensuite', async () => {
  const { comme, poste, cle } = await unPartage()
  const { octets } = await unLot(poste, cle.publique)
  const avant = await comme('lea', etatServeur)
  const coupe = comme('alice', (base) =>
    base.transaction().execute(async (trx) => {
      await recevoirLot(trx, octets, cle, maintenant)
      await comme(
        'postgres',
        ordonner(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'alice'`),
      )
      await lotsEnVigueur(trx, 'isc')
    }),
  )
  await expect(coupe).rejects.toMatchObject({ erreur: { code: 'base-injoignable' } })
  expect(await comme('lea', etatServeur)).toEqual(avant)
  expect(await comme('alice', (base) => recevoirLot(base, octets, cle, maintenant))).toMatchObject({ etat: 'recu' })
})
