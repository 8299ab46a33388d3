import { executer, mener } from './executer.ts'

// npm run bench: what acts cost beside the same work by hand, beside a spreadsheet and an empty window, from a thousand to a
// million interviews; then the proof of anonymity, and 500 posts added up. A long run writes docs/performances.md; with
// `-- --court`, smaller posts and fewer rounds, printed only. No time passes or fails; numbers that differ do.
const court = process.argv.includes('--court') ? ' --court' : ''
const scripts = [
  'plancher',
  'bilan',
  'tableur',
  'demarrage',
  'croissance',
  'grand-poste',
  'revisions',
  'secret',
  'consolidation',
]
await mener(() => (scripts.every((script) => executer(`node test/bench/${script}.ts${court}`)) ? 0 : 1))
