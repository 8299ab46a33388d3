import { lireOptions } from '#electron/main/options.ts'
import { aUnEcran, ouvrir } from './ouvrir.ts'

const args = process.argv.slice(2)

if (lireOptions(args).mode === 'fenetre' && !aUnEcran()) {
  process.stderr.write('Aucun écran ici : Jalon ne peut ouvrir sa fenêtre. « npm run demo » montre ce qu’il produit.\n')
  process.exitCode = 1
} else process.exitCode = await ouvrir(args)
