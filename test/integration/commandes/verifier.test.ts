import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { jalon, phrase, unEmplacement } from './jalon.ts'

const unCoffre = async (remplir: (db: Db) => Promise<unknown> = () => Promise.resolve()): Promise<string> => {
  const dossier = unEmplacement()
  const session = createSession({ dossier, maintenant: () => new Date() })
  await session.creer({ phrase, nom: 'Poste' })
  await remplir(session.db())
  await session.verrouiller()
  return dossier
}

const verifier = async (coffre: string) => {
  const { code, stdout, stderr } = await jalon(['verifier', '--coffre', coffre, '--format', 'json'])
  const rapport = stdout === '' ? undefined : (JSON.parse(stdout) as Rapport)
  const mauvais = rapport?.controles.flatMap(({ id, etat }) => (etat === 'bon' ? [] : [`${id} ${etat}`]))
  return { code, stderr, rapport, mauvais }
}
type Rapport = {
  readonly statut: string
  readonly controles: readonly { readonly id: string; readonly etat: string; readonly nombre?: number }[]
  readonly lignes: Readonly<Record<string, number>>
}

test('dit d’un coffre sain qu’il l’est, et ce qu’il contient, sans y toucher', async () => {
  const coffre = await unCoffre((db) =>
    db
      .insertInto('foyer')
      .values([{ id: 'a' }, { id: 'b' }])
      .execute(),
  )
  const avant = readFileSync(join(coffre, 'jalon.db'))
  const { code, stderr, rapport, mauvais } = await verifier(coffre)
  expect({ code, stderr, mauvais, statut: rapport?.statut }).toEqual({
    code: 0,
    stderr: '',
    mauvais: [],
    statut: 'sain',
  })
  expect(rapport?.lignes).toMatchObject({ foyer: 2, entretien: 0, reglage: 1 })
  expect(rapport?.controles.map(({ id }) => id)).toContain('integrite')
  expect(readFileSync(join(coffre, 'jalon.db'))).toEqual(avant)
})

test('trouve les entretiens sans personne et les liens rompus', async () => {
  const coffre = await unCoffre(async (db) => {
    await sql`pragma foreign_keys = off`.execute(db)
    const jour = '2026-03-02'
    const commun = { date: jour, heure: null, duree_minutes: null, note: '', reponses: '{}', empreinte: null }
    const dates = { supprime_le: null, cree_le: jour, modifie_le: jour }
    await db
      .insertInto('entretien')
      .values({ id: 'e1', suivi_id: 'nulle-part', ...commun, ...dates })
      .execute()
  })
  const { code, stderr, mauvais } = await verifier(coffre)
  expect(code).toBe(1)
  expect(mauvais).toEqual(['liens anomalie', 'entretiens-sans-presence anomalie'])
  expect(stderr).toContain('2 anomalies')
})

test('trouve un octet changé dans la base', async () => {
  const coffre = await unCoffre()
  const base = readFileSync(join(coffre, 'jalon.db'))
  base[90_000] = (base[90_000] ?? 0) ^ 1
  writeFileSync(join(coffre, 'jalon.db'), base)
  const { code, mauvais } = await verifier(coffre)
  expect({ code, mauvais }).toEqual({ code: 1, mauvais: ['integrite anomalie'] })
})

test('trouve une base en clair à la place de la base chiffrée', async () => {
  const coffre = await unCoffre()
  const clair = Buffer.alloc(8192)
  clair.write('SQLite format 3\0')
  writeFileSync(join(coffre, 'jalon.db'), clair)
  const { code, mauvais } = await verifier(coffre)
  expect({ code, mauvais }).toEqual({ code: 1, mauvais: ['chiffrement anomalie', 'cle anomalie'] })
})

test('trouve un en-tête abîmé', async () => {
  const coffre = await unCoffre()
  writeFileSync(join(coffre, 'coffre.json'), '{}')
  const { code, mauvais } = await verifier(coffre)
  expect({ code, mauvais }).toEqual({ code: 1, mauvais: ['enveloppes anomalie'] })
})

test('refuse en une ligne : mauvaise phrase, dossier vide, fichier manquant', async () => {
  const coffre = await unCoffre()
  const fausse = await jalon(['verifier', '--coffre', coffre], { env: { JALON_PHRASE: 'pas la bonne phrase' } })
  expect(fausse).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Ce n’est pas la bonne phrase[^\n]+\n$/u),
  })
  rmSync(join(coffre, 'coffre.json'))
  expect(await verifier(coffre)).toMatchObject({ code: 1, stderr: expect.stringContaining('Il manque') })
  expect(await verifier(unEmplacement())).toMatchObject({ code: 1, stderr: expect.stringContaining('pas de coffre') })
})
