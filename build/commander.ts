import { executerCommande } from '#electron/service/commandes/index.ts'
import { ouvrirImprimante } from './imprimer-chromium.ts'

/** Runs one command of the application under Node, with the Chromium of the machine as printer, and gives its exit code. */
export const commander = async (args: readonly string[]): Promise<number> => {
  const { imprimer, fermer } = ouvrirImprimante()
  try {
    return await executerCommande(args, { maintenant: () => new Date(), imprimer })
  } finally {
    await fermer()
  }
}
