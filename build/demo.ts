import { join, resolve } from 'node:path'
import { commander } from './commander.ts'
import { dire, mener } from './executer.ts'
import { aUnEcran, ouvrir } from './ouvrir.ts'

// npm run demo: makes the demonstration, then shows it when somebody can see it.
const args = process.argv.slice(2)
const rang = args.indexOf('--sortie')
const coffre = join(resolve(rang === -1 ? 'demo' : (args[rang + 1] ?? 'demo')), 'coffre')

await mener(async () => {
  const code = await commander(['demo', ...args])
  if (code !== 0) return code
  if (aUnEcran()) return ouvrir(['--coffre', coffre])
  dire(`Aucun écran ici. Ailleurs, pour l’ouvrir : npm start -- --coffre "${coffre}"`)
  return 0
})
