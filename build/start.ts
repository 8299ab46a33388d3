import { lireOptions } from '#electron/main/options.ts'
import { mener } from './executer.ts'
import { aUnEcran, ouvrir } from './ouvrir.ts'

const args = process.argv.slice(2)

await mener(() => {
  if (lireOptions(args).mode === 'fenetre' && !aUnEcran())
    throw new Error('Aucun écran ici : Jalon ne peut ouvrir sa fenêtre. « npm run demo » montre ce qu’il produit.')
  return ouvrir(args)
})
