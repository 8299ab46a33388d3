import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { estIntegre } from '#db/copie.ts'
import { phrase, unCoffre } from './aide.ts'

const ecrivain = fileURLToPath(new URL('ecrire-sans-fin.ts', import.meta.url))

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
