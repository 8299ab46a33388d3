import { spawn } from 'node:child_process'
import { setTimeout as attendre } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { estIntegre } from '#db/copie.ts'
import { lireApercuPurge } from '#db/queries/conservation/lister.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrase } from '../coffre/secret.ts'
import { unCoffreDate } from './aide.ts'

const script = fileURLToPath(new URL('purger-un-coffre.ts', import.meta.url))

/** Kills the purge so many milliseconds after it began; says whether it had ended. */
const tuerApres = async (dossier: string, delai: number): Promise<boolean> => {
  const enfant = spawn(process.execPath, [script, dossier, '2025-06-02'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let dits = ''
  enfant.stdout.setEncoding('utf8')
  enfant.stdout.on('data', (texte: string) => {
    if (dits === '') void attendre(delai).then(() => enfant.kill('SIGKILL'))
    dits += texte
  })
  await new Promise((resolve) => enfant.on('close', resolve))
  return dits.includes('fini')
}

test('tuée en pleine purge, la base garde tout ou n’a plus rien de ce qui était à terme', async () => {
  const { api, session, dossier } = await unCoffreDate('2022-03-11', ['isc'])
  for (let i = 0; i < 60; i += 1) {
    const entretien = unEntretien({ date: '2022-03-11', note: `note ${i}`, presences: [unePresence(unePersonne())] })
    entretien.suivi.saisineDate = null
    await valeur(api.entretiens.enregistrer(entretien))
  }
  let [entieres, purgees] = [0, 0]
  for (const delai of [0, 3, 8, 20, 60, 5000]) {
    await session.verrouiller()
    const finie = await tuerApres(dossier, delai)
    await session.ouvrir({ phrase })
    expect(await estIntegre(session.db(), 'integrity_check')).toBe(true)
    const { aTerme } = await lireApercuPurge(session.db(), '2025-06-02')
    const nommees = await session.db().selectFrom('personne').select('id').where('anonyme', '=', 0).execute()
    const notes = await session.db().selectFrom('entretien').select('id').where('note', '<>', '').execute()
    const faites = await session.db().selectFrom('purge').select('id').execute()
    expect([aTerme.length, nommees.length, notes.length, faites.length]).toEqual(
      aTerme.length === 0 ? [0, 0, 0, 1] : [60, 60, 60, 0],
    )
    expect(finie && aTerme.length > 0).toBe(false)
    if (aTerme.length === 0) purgees += 1
    else entieres += 1
  }
  expect(purgees).toBeGreaterThan(0)
  expect(entieres + purgees).toBe(6)
}, 120_000)
