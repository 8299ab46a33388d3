import { executerCommande } from '#electron/service/commandes/index.ts'
import { ouvrirImprimante } from './imprimer-chromium.ts'

// The command line under Node: the very commands of the application, with the Chromium of the machine as printer.
const { imprimer, fermer } = ouvrirImprimante()
try {
  process.exitCode = await executerCommande(process.argv.slice(2), { maintenant: () => new Date(), imprimer })
} finally {
  await fermer()
}
