import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { estIntegre } from '#db/copie.ts'
import { estIntacte, listerSauvegardes } from '#electron/service/coffre/sauvegardes.ts'
import type { Session } from '#electron/service/coffre/session.ts'
import { phrase, unCoffre, unDossier, uneSession } from './aide.ts'

const enfant = fileURLToPath(new URL('restaurer-sans-fin.ts', import.meta.url))

/** Lets the child work that long after it is ready, then kills it without warning. */
const tuerApres = async (args: readonly string[], delai: number): Promise<number> => {
  const processus = spawn(process.execPath, [enfant, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let dits = ''
  processus.stdout.setEncoding('utf8')
  processus.stdout.on('data', (texte: string) => {
    if (dits === '') setTimeout(() => processus.kill('SIGKILL'), delai)
    dits += texte
  })
  await new Promise((fin) => processus.on('close', fin))
  expect(processus.signalCode).toBe('SIGKILL')
  return dits.split('fait').length - 1
}

const foyers = async (session: Session) => (await session.db().selectFrom('foyer').select('id').execute()).length

test('tué pendant une sauvegarde, le coffre est entier et aucune sauvegarde n’est à moitié', async () => {
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  await session.db().insertInto('foyer').values({ id: 'f' }).execute()
  await session.sauvegardes.sauvegarder()
  await session.verrouiller()
  for (const delai of [20, 90, 170, 260, 350, 450]) {
    await tuerApres(['sauvegarder', dossier], delai)
    const gardees = listerSauvegardes(join(dossier, 'sauvegardes'))
    expect(gardees.length).toBeGreaterThan(0)
    for (const gardee of gardees) expect(await estIntacte(gardee)).toBe(true)
    await session.ouvrir({ phrase })
    expect(await foyers(session)).toBe(1)
    await session.verrouiller()
  }
})

test('tué pendant une restauration, le coffre est l’ancien ou le nouveau, et l’ancien n’est jamais perdu', async () => {
  const { dossier, session } = await unCoffre()
  const source = join(unDossier(), 'source')
  mkdirSync(source)
  // Three backups that hold one, two and three foyers.
  for (const id of ['a', 'b', 'c']) {
    await session.ouvrir({ phrase })
    await session.db().insertInto('foyer').values({ id }).execute()
    const faite = await session.sauvegardes.sauvegarder()
    cpSync(faite, join(source, basename(faite)), { recursive: true })
    await session.verrouiller()
  }
  let restaurees = 0
  for (const delai of [15, 60, 110, 150, 190, 240, 300, 400]) {
    restaurees += await tuerApres(['restaurer', dossier, source], delai)
    const apres = uneSession(dossier)
    expect(apres.etat().etat).toBe('verrouille')
    await apres.ouvrir({ phrase })
    expect([1, 2, 3]).toContain(await foyers(apres))
    expect(await estIntegre(apres.db(), 'integrity_check')).toBe(true)
    expect((await apres.sauvegardes.etat()).nombre).toBe(2)
    await apres.verrouiller()
  }
  const voisins = readdirSync(dirname(dossier))
  expect(voisins.filter((nom) => nom.endsWith('.restauration'))).toEqual([])
  const deCote = voisins.filter((nom) => nom.includes('-mis-de-cote-'))
  expect(deCote.length).toBeGreaterThanOrEqual(restaurees)
  for (const nom of deCote) {
    const ancien = uneSession(join(dirname(dossier), nom))
    await ancien.ouvrir({ phrase })
    await ancien.verrouiller()
  }
})
