import { commander } from './commander.ts'
import { mener } from './executer.ts'

// npm run jalon: the command line, without building the application.
await mener(() => commander(process.argv.slice(2)))
