import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { enGeste } from '#db/geste.ts'
import { migrerCoffre } from '#db/migrate.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { inTransaction } from '#db/transaction.ts'
import { unEntretien, unId } from '../fixtures/builders.ts'

/** What keeping each row as it was costs: the same saves, followed and not, as a ratio of one run. */
const [FOIS, TOURS] = [200, 3]

const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
const base = openDatabase(join(dossier, 'jalon.db'), randomBytes(32), { creation: true })
await migrerCoffre(base)
const nomenclature = await lireNomenclature(base, 'isc')
const maintenant = new Date('2025-06-02T14:03:00')

const enregistrer = async (db: Db, suivi: boolean): Promise<void> => {
  const entretien = unEntretien({
    orientations: [{ id: unId(), destination: 'ccas', partenaireId: null }],
    echeances: [{ id: unId(), date: '2025-06-09', libelle: 'Rappeler' }],
  })
  const ecrire = () => enregistrerEntretien(db, nomenclature, entretien, maintenant)
  if (!suivi) return ecrire()
  const geste = { id: unId(), le: maintenant.toISOString(), agent: null, nom: 'entretiens.enregistrer', objet: null }
  await enGeste({ ...geste, annule: null }, ecrire)
}

const chronometrer = async (suivi: boolean, ensemble: boolean): Promise<number> => {
  const debut = performance.now()
  const tous = async (db: Db) => {
    for (let i = 0; i < FOIS; i++) await enregistrer(db, suivi)
  }
  await (ensemble ? inTransaction(base, tous) : tous(base))
  return performance.now() - debut
}

const mediane = (durees: readonly number[]): number => durees.toSorted((a, b) => a - b)[durees.length >> 1] ?? 0

for (const ensemble of [false, true]) {
  const [sans, avec]: [number[], number[]] = [[], []]
  for (let tour = 0; tour < TOURS; tour++) {
    sans.push(await chronometrer(false, ensemble))
    avec.push(await chronometrer(true, ensemble))
  }
  const quoi = ensemble ? 'in one transaction (an import)' : 'one by one (the form)'
  process.stdout.write(
    `${FOIS} entretiens ${quoi}: ${(mediane(avec) / mediane(sans)).toFixed(2)} times the time without revisions (${(mediane(avec) / FOIS).toFixed(1)} ms each)\n`,
  )
}
await closeDatabase(base)
rmSync(dossier, { recursive: true })
