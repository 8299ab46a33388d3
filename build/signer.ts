import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { jourLocal } from '#shared/utils/dates.ts'
import { VERSION } from '#shared/version.ts'
import { dire, mener, racine } from './executer.ts'
import { signerMiseAJour } from './signature.ts'

/** Makes the publisher's key: the public half is committed and packed, the private one is his to keep away from here. */
const creerCle = (privee: string): void => {
  const publique = join(racine, 'build/cle-mise-a-jour.pub')
  if (existsSync(privee) || existsSync(publique)) throw new Error('Il y a déjà une clé : rien n’a été changé.')
  const cles = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  writeFileSync(privee, cles.privateKey, { mode: 0o600, flag: 'wx' })
  writeFileSync(publique, cles.publicKey, { flag: 'wx' })
  dire(`Clé privée : ${privee} (à garder hors du dépôt). Clé publique : ${publique} (à livrer avec l’application).`)
}

// npm run signer -- --cle CLE.pem [--dossier dist/paquets] [--nouveautes FICHIER], or --nouvelle-cle CLE.pem once.
await mener(() => {
  const { values } = parseArgs({
    options: {
      'nouvelle-cle': { type: 'string' },
      cle: { type: 'string' },
      dossier: { type: 'string', default: 'dist/paquets' },
      nouveautes: { type: 'string' },
    },
  })
  if (values['nouvelle-cle'] !== undefined) {
    creerCle(resolve(values['nouvelle-cle']))
    return 0
  }
  if (values.cle === undefined) throw new Error('Usage : npm run signer -- --cle CLE.pem [--dossier DIR]')
  const nouveautes = values.nouveautes === undefined ? '' : readFileSync(resolve(values.nouveautes), 'utf8')
  const annonce = { version: VERSION, publieeLe: jourLocal(new Date()), nouveautes }
  dire(signerMiseAJour(resolve(values.dossier), readFileSync(resolve(values.cle), 'utf8'), annonce))
  return 0
})
