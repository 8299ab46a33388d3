import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import { cleDe, type Consolidation, consolidationDe } from '#db/consolidation/base.ts'
import { inscrireLot } from '#db/consolidation/inscrire.ts'
import { lireEntetes, lotsEnVigueur, numeroRecu, sommerCellules } from '#db/consolidation/lots.ts'
import { avecServeur } from '#db/consolidation/serveur.ts'
import { openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { demarrerServeur } from '../fixtures/postgres.ts'
import { plansParRequete } from '../fixtures/plans.ts'
import { chronometrer, court, enMo, enMs, publier } from './harnais.ts'

// Lots of many posts received and added up, in a coffre and on a server that posts share.

const POSTES = court ? 20 : 500
const ANNEES = Array.from({ length: 10 }, (_, i) => 2016 + i)
/** 30 tables of 100 cells: the largest catalogue is of 2 800. */
const [TABLEAUX, CASES] = [30, 100]

const uuid = (nom: string): string =>
  `${cleDe(nom).toString(16).padStart(13, '0').slice(0, 8)}-0000-4000-8000-${cleDe(nom, 'b').toString(16).padStart(13, '0').slice(1)}`

/** The lot of a post for a year; what it counts follows from both, so that the sum of a cell is known. */
const unLot = (poste: number, annee: number): Lot => ({
  schema: 'jalon-lot/1',
  id: uuid(`lot ${poste} ${annee}`),
  poste: { coffre: uuid(`coffre ${poste}`), nom: `Poste ${poste}` },
  cle: '',
  destinataire: '',
  dispositif: 'isc',
  du: `${annee}-01-01`,
  au: `${annee}-12-31`,
  numero: 1,
  definition: { empreinte: 'a'.repeat(64), version: '0.1.0' },
  faitLe: '2026-01-31T09:00:00.000Z',
  demonstration: true,
  postes: [{ nom: 'Poste', etp: 1, mois: 12, financeur: '', financementAnnuel: 0, financementDu: 0 }],
  sections: [],
  contexte: [],
  modalites: [],
  tableaux: Array.from({ length: TABLEAUX }, (_, t) => ({
    id: `tableau-${t}`,
    unite: 'personnes',
    base: 300,
    nonRenseigne: 0,
    recoupements: [],
    cellules: Array.from({ length: CASES }, (__, c) => ({
      codes: [`ligne-${c}`],
      valeur: ((poste * 7 + annee + t * 31 + c * 3) % 40) + 1,
      personnes: (poste + c) % 20,
    })),
  })),
  chiffres: [{ id: 'personnes', valeur: 300 }],
  mesures: [],
  publications: [],
  recensements: [],
  liees: [],
})

const charger = async (base: Consolidation): Promise<void> => {
  for (let poste = 0; poste < POSTES; poste += 1) {
    // As between two files received: SQLite answers at once, and what its statements hold is freed in another turn.
    await setImmediate()
    await base.transaction().execute(async (trx) => {
      const posteId = uuid(`poste ${poste}`)
      await trx
        .insertInto('poste_suivi')
        .values({
          id: posteId,
          nom: `Poste ${poste}`,
          coffre: uuid(`coffre ${poste}`),
          cle: 'a',
          cle_verifiee_le: null,
          cree_le: '2026-01-31',
        })
        .execute()
      for (const annee of ANNEES)
        await inscrireLot(trx, unLot(poste, annee), { posteId, empreinte: '', recuLe: '2026-02-01' })
    })
  }
}

const annee = (a: number) => ({ dispositif: 'isc', du: `${a}-01-01`, au: `${a}-12-31` }) as const
const [ANNEE = 2016] = ANNEES

/** What receiving a lot and reading a consolidated report ask of the base. */
const questions: readonly (readonly [string, (base: Consolidation) => Promise<unknown>])[] = [
  ['the last lot of a post', (b) => numeroRecu(b, uuid('poste 7'), annee(ANNEE))],
  ['lots that count, all years', (b) => lotsEnVigueur(b, 'isc')],
  ['headers of a year', (b) => lireEntetes(b, annee(ANNEE))],
  ['sum of a year, every cell', (b) => sommerCellules(b, annee(ANNEE))],
]

/** Each work of a base and how long it took, its query plans, and the sums, to be compared. */
const mesurer = async (base: Consolidation, analyser: () => Promise<unknown>) => {
  const charge = await chronometrer(() => charger(base))
  const memoire = process.memoryUsage.rss()
  await analyser()
  const durees: (readonly [string, string])[] = [[`${POSTES * ANNEES.length} lots received`, enMs(charge)]]
  for (const [quoi, demander] of questions) durees.push([quoi, enMs(await chronometrer(() => demander(base)))])
  const cubes: unknown[] = []
  const sommer = async () => {
    for (const a of ANNEES) cubes.push(await sommerCellules(base, annee(a)))
  }
  durees.push([`sums of the ${ANNEES.length} years`, enMs(await chronometrer(sommer))])
  durees.push(['memory of the process after the lots', enMo(memoire)])
  const plans: string[] = []
  for (const [quoi, demander] of questions)
    // The last one told is the query; those before are its parts.
    plans.push(`${quoi}: ${((await plansParRequete(base, demander)).at(-1) ?? []).join('; ')}`)
  return { durees: new Map(durees), plans, cubes }
}

/** In a coffre, encrypted as always. */
const surSqlite = async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
  const db = openDatabase(join(dossier, 'jalon.db'), randomBytes(32), { creation: true })
  try {
    await migrateToLatest(db)
    const mesure = await mesurer(consolidationDe(db), () => sql`analyze`.execute(db))
    return { ...mesure, fichier: statSync(join(dossier, 'jalon.db')).size }
  } finally {
    await db.destroy()
    rmSync(dossier, { recursive: true })
  }
}

/** On a server of its own, which waits for the disk as a real one does. */
const surPostgres = async () => {
  const serveur = await demarrerServeur(undefined, true)
  try {
    const nom = await serveur.preparerBase()
    return await avecServeur({ adresse: lireAdresse(serveur.parSocket(nom, 'alice')) }, (base) =>
      mesurer(base, () => serveur.administrer(nom, ['vacuum analyze'])),
    )
  } finally {
    await serveur.arreter()
  }
}

// The server stops with the run, even one that is stopped.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const [local, partage] = [await surSqlite(), await surPostgres()]
if (JSON.stringify(local.cubes) !== JSON.stringify(partage.cubes)) throw new Error('not the same sums')
for (const [base, { plans }] of Object.entries({ SQLite: local, PostgreSQL: partage }))
  for (const plan of plans) process.stdout.write(`${base}, ${plan}\n`)

await publier('8. Consolidation', [
  `${POSTES} posts, ${ANNEES.length} years, ${(TABLEAUX * CASES).toLocaleString('en')} cells each: ${((POSTES * ANNEES.length * TABLEAUX * CASES) / 1e6).toLocaleString('en')} million numbers, in a coffre (encrypted, ${enMo(local.fichier)}) and on a PostgreSQL server that waits for its disk. The two give the same sums; each work once.`,
  [...local.durees].map(([quoi, duree]) => ({
    Work: quoi,
    'In the coffre': duree,
    'On the server': partage.durees.get(quoi) ?? '',
  })),
])
