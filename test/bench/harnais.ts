import { cpus, totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'
import SQLite from 'better-sqlite3'
import { trouverElectron } from '#build/preparer.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { ecrireSection, enTable } from '../fixtures/sections.ts'

/** Fewer rounds and smaller posts; nothing is written in the document. */
export const court = process.argv.includes('--court')

/** What is timed; what it answers is thrown away. */
export type Travail = () => unknown

/** Milliseconds of one run. */
export const chronometrer = async (travail: Travail): Promise<number> => {
  const debut = performance.now()
  await travail()
  return performance.now() - debut
}

/**
 * Medians, in milliseconds, of works done one after the other, round after round: what slows the machine down slows them all.
 * Each round begins with another of them; the first one is left out, unless it is the only one (`tours` is 0).
 */
export const alterner = async <N extends string>(
  travaux: Readonly<Record<N, Travail>>,
  tours = court ? 9 : 31,
): Promise<Readonly<Record<N, number>>> => {
  const noms = Object.keys(travaux) as N[]
  const durees = new Map<N, number[]>(noms.map((nom) => [nom, []]))
  for (let tour = 0; tour <= tours; tour += 1)
    for (const rang of noms.keys()) {
      const nom = noms[(rang + tour) % noms.length]
      if (nom === undefined) continue
      const duree = await chronometrer(travaux[nom])
      if (tour > 0 || tours === 0) durees.get(nom)?.push(duree)
    }
  return Object.fromEntries(noms.map((nom) => [nom, mediane(durees.get(nom) ?? [])])) as Record<N, number>
}

/** Median of one work alone. */
export const mesurer = async (travail: Travail, tours?: number): Promise<number> =>
  (await alterner({ travail }, tours)).travail

export const mediane = (valeurs: readonly number[]): number =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? Number.NaN

export type Ligne = Readonly<Record<string, string | number>>

/** Prints a table of results and, after a long run, writes it in `docs/performances.md`, under its own title. */
export const publier = async (section: string, parties: readonly (string | readonly Ligne[])[]): Promise<void> => {
  const texte = [machine(), ...parties.map((p) => (typeof p === 'string' ? p : enTable(p)))].join('\n\n')
  process.stdout.write(`\n## ${section}\n\n${texte}\n`)
  if (!court) await ecrireSection({ chemin: 'docs/performances.md', debut }, section, texte)
}

export const enMs = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 1 ? 3 : ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`
export const enMo = (octets: number): string => `${(octets / 1e6).toFixed(octets < 1e7 ? 1 : 0)} MB`
export const fois = (a: number, b: number): string => `× ${(a / b).toFixed(2)}`
/** « met » or « missed », beside the goal. */
export const but = (vrai: boolean, texte: string): string => `${vrai ? 'met' : '**missed**'} (${texte})`

const machine = (): string => {
  const [cpu] = cpus()
  const sqlite = new SQLite(':memory:')
  const version = String(sqlite.prepare('select sqlite_version()').pluck().get())
  sqlite.close()
  const coquille = trouverElectron() === undefined ? 'the stand-in for Electron' : 'Electron'
  return `_${jourLocal(new Date())}, ${cpus().length} × ${cpu?.model ?? process.arch}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}, Node ${process.versions.node}, SQLite ${version}, ${coquille}._`
}

const debut = `# Performances

What \`npm run bench\` measured. Each section is written by the script that bears its name in \`test/bench/\`, with the day and the machine; no number is copied by hand. Data is invented, the same at each run. A ratio compares works of one run, done in turn, round after round; times are medians.
`
