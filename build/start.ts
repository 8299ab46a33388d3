import { lireOptions } from '#electron/main/options.ts'
import { dire } from './executer.ts'
import { aUnEcran, ouvrir } from './ouvrir.ts'

const args = process.argv.slice(2)

if (lireOptions(args).mode === 'fenetre' && !aUnEcran()) {
  dire('Aucun écran ici : Jalon ne peut ouvrir sa fenêtre. « npm run demo » montre ce qu’il produit.')
  process.exitCode = 1
} else {
  try {
    process.exitCode = await ouvrir(args)
  } catch (error) {
    dire(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
