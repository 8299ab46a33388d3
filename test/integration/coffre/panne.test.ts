import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { estIntegre } from '#db/copie.ts'
import { phrase, unCoffre } from './aide.ts'

const ecrivain = fileURLToPath(new URL('ecrire-sans-fin.ts', import.meta.url))
const formulaire = fileURLToPath(new URL('enregistrer-sans-fin.ts', import.meta.url))

/** Lets the child announce that many transactions, then kills it without warning; returns the last one announced. */
const tuerApres = async (dossier: string, transactions: number): Promise<number> => {
  const enfant = spawn(process.execPath, [ecrivain, dossier], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let annonces = ''
  enfant.stdout.setEncoding('utf8')
  enfant.stdout.on('data', (texte: string) => {
    annonces += texte
    if (Number(annonces.split('\n').at(-2) ?? 0) >= transactions) enfant.kill('SIGKILL')
  })
  await new Promise((resolve) => enfant.on('close', resolve))
  expect(enfant.signalCode).toBe('SIGKILL')
  return Number(annonces.split('\n').at(-2))
}

test('tué en pleine écriture, le coffre se rouvre entier, avec tout ce qui avait été annoncé', async () => {
  const { dossier, session } = await unCoffre()
  let attendues = 0
  for (const transactions of [1, 40, 150]) {
    const annoncees = await tuerApres(dossier, transactions)
    const journal = readFileSync(join(dossier, 'jalon.db-wal'))
    expect(journal.length).toBeGreaterThan(0)
    expect(journal.toString('latin1')).not.toContain('insert')
    await session.ouvrir({ phrase })
    const db = session.db()
    const compter = async (table: 'foyer' | 'brouillon') =>
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    const foyers = await compter('foyer')
    attendues += annoncees
    expect(foyers).toBeGreaterThanOrEqual(attendues)
    expect(await compter('brouillon')).toBe(foyers)
    expect(await estIntegre(db, 'integrity_check')).toBe(true)
    attendues = foyers
    await session.verrouiller()
  }
})

/** What the form said it had done, by id, when it was killed after so many entretiens and a moment more. */
const tuerLeFormulaire = async (dossier: string, entretiens: number, instant: number) => {
  const enfant = spawn(process.execPath, [formulaire, dossier], { stdio: ['ignore', 'pipe', 'inherit'] })
  let dits = ''
  let tue = false
  enfant.stdout.setEncoding('utf8')
  enfant.stdout.on('data', (texte: string) => {
    dits += texte
    if (tue || dits.split('enregistre ').length <= entretiens) return
    tue = true
    setTimeout(() => enfant.kill('SIGKILL'), instant)
  })
  await new Promise((resolve) => enfant.on('close', resolve))
  expect(enfant.signalCode).toBe('SIGKILL')
  const etapes = dits.split('\n').slice(0, -1)
  return new Map(etapes.map((ligne) => [ligne.split(' ')[1] ?? '', ligne.split(' ')[0]]))
}

test('tué pendant l’enregistrement d’un entretien, il est entier ou c’est un brouillon', async () => {
  const { dossier, session } = await unCoffre()
  const compter = async (table: 'presence' | 'orientation' | 'echeance', id: string) =>
    (await session.db().selectFrom(table).selectAll().where('entretien_id', '=', id).execute()).length
  for (const [entretiens, instant] of [
    [1, 0],
    [3, 1],
    [5, 2],
    [8, 3],
    [12, 5],
  ] as const) {
    const dits = await tuerLeFormulaire(dossier, entretiens, instant)
    expect([...dits.values()].filter((mot) => mot === 'enregistre').length).toBeGreaterThanOrEqual(entretiens)
    await session.ouvrir({ phrase })
    const db = session.db()
    for (const [id, mot] of dits) {
      const entretien = await db.selectFrom('entretien').selectAll().where('id', '=', id).executeTakeFirst()
      const brouillon = await db.selectFrom('brouillon').selectAll().where('id', '=', id).executeTakeFirst()
      const parts = [await compter('presence', id), await compter('orientation', id), await compter('echeance', id)]
      const personnes = await db.selectFrom('personne').select('id').where('nom', '=', `Marque ${id}`).execute()
      const suivis = await db
        .selectFrom('suivi')
        .select('id')
        .where('id', '=', entretien?.suivi_id ?? '')
        .execute()
      const trouve = {
        etat: entretien === undefined ? (brouillon === undefined ? 'absent' : 'brouillon') : 'entier',
        parts: [...parts, personnes.length, suivis.length, brouillon === undefined ? 0 : 1],
      }
      // What was acknowledged is there; what was not may be, but whole.
      const entier = { etat: 'entier', parts: [2, 2, 1, 2, 1, 0] }
      const ebauche = { etat: 'brouillon', parts: [0, 0, 0, 0, 0, 1] }
      const rien = { etat: 'absent', parts: [0, 0, 0, 0, 0, 0] }
      const permis = { commence: [rien, ebauche], brouillon: [ebauche, entier], enregistre: [entier] }[mot ?? ''] ?? []
      expect(permis).toContainEqual(trouve)
      const note = entretien?.note ?? JSON.parse(brouillon?.contenu ?? '{}').note
      expect(note).toBe(trouve.etat === 'absent' ? undefined : `note ${id}`)
    }
    expect(await estIntegre(db, 'integrity_check')).toBe(true)
    await session.verrouiller()
  }
})
