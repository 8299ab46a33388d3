import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { VERSION } from '#shared/version.ts'
import { fusibles } from './after-pack.ts'
import { construire } from './construire.ts'
import { dire, environnement, executer, mener, racine } from './executer.ts'
import { ecrireIcones } from './icones.ts'

/** SHA-256 of each installer of a folder, as `sha256sum --check` reads them. */
export const sommesDe = (dossier: string): string =>
  readdirSync(dossier)
    .filter((nom) => /\.(exe|msi|dmg|AppImage|deb)$/u.test(nom))
    .toSorted()
    .map(
      (nom) =>
        `${createHash('sha256')
          .update(readFileSync(join(dossier, nom)))
          .digest('hex')}  ${nom}\n`,
    )
    .join('')

type Composant = { readonly 'bom-ref': string; readonly properties?: readonly { readonly name: string }[] }

/**
 * What the application is made of, in CycloneDX, without the tools. npm's own `--omit dev` also leaves out what a tool needs
 * too, and npm calls the whole by the name of its folder.
 */
export const composition = (): string => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only']
  const { components, dependencies, metadata, ...reste } = JSON.parse(
    execFileSync('npm', args, {
      cwd: racine,
      env: environnement,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      maxBuffer: 64_000_000,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const livres = components.filter((c: Composant) => !c.properties?.some(({ name }) => name === OUTIL))
  const refs = new Set<string>(livres.map((c: Composant) => c['bom-ref']))
  const racines = { ...metadata, component: { ...metadata.component, name: 'jalon' } }
  const liens = dependencies
    .filter(({ ref }: { ref: string }) => refs.has(ref) || ref === metadata.component['bom-ref'])
    .map(({ ref, dependsOn }: { ref: string; dependsOn: string[] }) => ({
      ref,
      dependsOn: dependsOn.filter((autre) => refs.has(autre)),
    }))
  return `${JSON.stringify({ ...reste, metadata: racines, components: livres, dependencies: liens }, null, 2)}\n`
}

const OUTIL = 'cdx:npm:package:development'

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
if (import.meta.main)
  await mener(async () => {
    construire()
    ecrireIcones()
    const args = process.argv.slice(2).map((arg) => JSON.stringify(arg))
    if (!executer(['electron-builder', '--publish=never', ...args].join(' '))) return 1
    const dossier = join(racine, 'dist/paquets')
    await relireFusibles(dossier)
    const nom = `${VERSION}-${process.platform}`
    writeFileSync(join(dossier, `SHA256SUMS-${nom}.txt`), sommesDe(dossier))
    writeFileSync(join(dossier, `sbom-${nom}.cdx.json`), composition())
    return 0
  })
