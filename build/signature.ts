import { createHash, createPrivateKey, sign } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extensionsDe, type FichierMiseAJour, MiseAJour, texteASigner } from '#shared/domaine/mise-a-jour.ts'

/** Signs the installers of a folder as one update. The private key is a PEM of Ed25519 (PKCS 8). */
export const signerMiseAJour = (
  dossier: string,
  clePrivee: string,
  { version, publieeLe, nouveautes }: Pick<MiseAJour, 'version' | 'publieeLe' | 'nouveautes'>,
): string => {
  const fins = Object.values(extensionsDe).flat()
  const installateurs = readdirSync(dossier)
    .filter((nom) => fins.some((fin) => nom.endsWith(fin)))
    .toSorted()
    .map((nom) => {
      const octets = readFileSync(join(dossier, nom))
      return { nom, octets: octets.length, sha256: createHash('sha256').update(octets).digest('hex') }
    })
  const maj = MiseAJour.parse({ schema: 'jalon-mise-a-jour/1', version, publieeLe, nouveautes, installateurs })
  const contenu = JSON.stringify(maj)
  const signature = sign(null, Buffer.from(texteASigner(contenu)), createPrivateKey(clePrivee)).toString('base64')
  const fichier: FichierMiseAJour = { schema: 'jalon-mise-a-jour/1', contenu, signature }
  const chemin = join(dossier, `Jalon-${version}.jalonmaj`)
  writeFileSync(chemin, `${JSON.stringify(fichier, null, 2)}\n`)
  return chemin
}
