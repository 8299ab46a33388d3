import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { enGeste } from '#db/geste.ts'
import { migrerCoffre } from '#db/migrate.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { inTransaction } from '#db/transaction.ts'
import { unEntretien, unId } from '../fixtures/builders.ts'
import { alterner, court, enMs, fois, publier } from './harnais.ts'

// What keeping each row as it was costs: the same saves, followed and not.

const [FOIS, TOURS] = court ? [50, 3] : [200, 5]

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

const tous = async (db: Db, suivi: boolean) => {
  for (let i = 0; i < FOIS; i++) await enregistrer(db, suivi)
}
const mesurer = async (ensemble: boolean) => {
  const travail = (suivi: boolean) => () =>
    ensemble ? inTransaction(base, (trx) => tous(trx, suivi)) : tous(base, suivi)
  const { avec, sans } = await alterner({ sans: travail(false), avec: travail(true) }, TOURS)
  return {
    Saved: ensemble ? 'in one transaction (an import)' : 'one by one (the form)',
    'Each, kept': enMs(avec / FOIS),
    'Each, not kept': enMs(sans / FOIS),
    Ratio: fois(avec, sans),
  }
}

try {
  await publier('6. What history costs', [
    `${FOIS} interviews saved with an orientation and a reminder, in a coffre that keeps each row as it was before (undoing, history), and without keeping them.`,
    [await mesurer(false), await mesurer(true)],
  ])
} finally {
  await closeDatabase(base)
  rmSync(dossier, { recursive: true })
}
