import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enTable } from '../fixtures/sections.ts'
import { type Application, lancer } from './pilote.ts'
import { vivrePremierJour } from './premier-jour.ts'

const papiers = mkdtempSync(join(tmpdir(), 'jalon-premier-jour-'))
let application: Application
beforeAll(async () => {
  application = await lancer()
  await application.page.setViewportSize({ width: 1366, height: 768 })
})
afterAll(async () => {
  await application.fermer()
  rmSync(papiers, { recursive: true, force: true })
})

/** Keys that somebody presses in a minute without haste: two in a second. */
const EN_UNE_MINUTE = 120

test('qui découvre Jalon fait les sept choses de sa journée au clavier, chacune en une minute de touches', async () => {
  const photographier = async (image: string) => {
    if (process.env['JALON_CAPTURES'] !== undefined)
      await application.page.screenshot({ path: join(process.env['JALON_CAPTURES'], `${image}.png`) })
  }
  const mesures = await vivrePremierJour(application, { photographier, papiers })
  process.stdout.write(`${enTable(mesures.map(({ tache, touches, souris }) => ({ tache, touches, souris })))}\n`)
  expect(mesures).toHaveLength(7)
  for (const { tache, touches, souris } of mesures)
    expect([tache, touches <= EN_UNE_MINUTE, souris]).toEqual([tache, true, 0])
  expect(readdirSync(papiers)).toEqual([expect.stringMatching(/^semaine-.*\.pdf$/u)])
})
