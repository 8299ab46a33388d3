import { executerCommande } from './commandes/index.ts'
import { joindrePrincipal } from './principal.ts'

// One command of the application: a process of its own, started by main with what was typed. It reads nothing of the window's.
const { imprimer } = joindrePrincipal()
const code = await executerCommande(process.argv.slice(2), { maintenant: () => new Date(), imprimer })
// What was written must have left before the process ends; the port alone would keep it alive.
process.stdout.write('', () => process.exit(code))
