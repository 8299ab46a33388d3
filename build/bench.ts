import { executer, mener } from './executer.ts'

// npm run bench: times as ratios taken in one run. Nothing here passes or fails.
await mener(() => (executer('node test/bench/secret.ts') ? 0 : 1))
