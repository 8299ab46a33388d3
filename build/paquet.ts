import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { VERSION } from '#shared/version.ts'
import { fusibles } from './after-pack.ts'
import { composition, sommesDe } from './composition.ts'
import { construire } from './construire.ts'
import { dire, executer, mener, racine } from './executer.ts'
import { ecrireIcones } from './icones.ts'

/** The fuses as they are in what was packed: throws when one is not as decided. */
const relireFusibles = async (dossier: string): Promise<void> => {
  const executables = readdirSync(dossier, { recursive: true, encoding: 'utf8' }).filter((nom) =>
    /^(?:win-unpacked[\\/]Jalon\.exe|linux-unpacked[\\/]jalon|mac[^\\/]*[\\/]Jalon\.app)$/u.test(nom),
  )
  if (executables.length === 0) throw new Error('Aucune application empaquetée : rien à vérifier.')
  for (const nom of executables) {
    const lus: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(join(dossier, nom))) }
    for (const [fusible, voulu] of Object.entries(fusibles))
      if (/^\d+$/u.test(fusible) && lus[fusible] !== (voulu === true ? 0x31 : 0x30))
        throw new Error(`${basename(nom)} : le fusible ${fusible} n’a pas la valeur décidée.`)
    dire(`${nom} : les fusibles sont ceux qui ont été décidés.`)
  }
}

// npm run paquet -- --linux --x64: the installers of this system, their checksums and their composition, in dist/paquets.
await mener(async () => {
  construire()
  ecrireIcones()
  const dossier = resolve(racine, process.env['JALON_PAQUETS'] ?? 'dist/paquets')
  const args = [`-c.directories.output=${dossier}`, ...process.argv.slice(2)].map((arg) => JSON.stringify(arg))
  if (!executer(['electron-builder', '--publish=never', ...args].join(' '))) return 1
  await relireFusibles(dossier)
  const nom = `${VERSION}-${process.platform}`
  writeFileSync(join(dossier, `SHA256SUMS-${nom}.txt`), sommesDe(dossier))
  writeFileSync(join(dossier, `sbom-${nom}.cdx.json`), composition())
  return 0
})
