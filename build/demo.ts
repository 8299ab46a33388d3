import { join, resolve } from 'node:path'
import { executerCommande } from '#electron/service/commandes/index.ts'
import { ouvrirImprimante } from './imprimer-chromium.ts'
import { aUnEcran, ouvrir } from './ouvrir.ts'

// npm run demo: makes the demonstration, then shows it when somebody can see it.
const args = process.argv.slice(2)
const { imprimer, fermer } = ouvrirImprimante()
const code = await executerCommande(['demo', ...args], { maintenant: () => new Date(), imprimer }).finally(
  () => void fermer(),
)
const rang = args.indexOf('--sortie')
const coffre = join(resolve(rang === -1 ? 'demo' : (args[rang + 1] ?? 'demo')), 'coffre')

if (code !== 0) process.exitCode = code
else if (aUnEcran()) process.exitCode = await ouvrir(['--coffre', coffre])
else process.stderr.write(`Aucun écran ici. Ailleurs, pour l’ouvrir : npm start -- --coffre "${coffre}"\n`)
