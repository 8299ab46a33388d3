import { executer, mener } from './executer.ts'

// npm run campagne: the proofs that take minutes, kept out of `npm test`.
await mener(() => (executer('vitest run -c test/vitest.config.ts --root . --project campagne') ? 0 : 1))
