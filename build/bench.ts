import { executer, mener } from './executer.ts'

// npm run bench: times taken in one run, of the proof of anonymity, of the search among 20,000 persons, of what is kept of each act, then of adding up 500 posts (50 with `-- --court`).
// No time passes or fails; two bases that would not give the same cube do.
const court = process.argv.includes('--court') ? ' --court' : ''
await mener(() =>
  executer('node test/bench/secret.ts') &&
  executer('node test/bench/recherche.ts') &&
  executer('node test/bench/revisions.ts') &&
  executer(`node test/bench/consolidation.ts${court}`)
    ? 0
    : 1,
)
