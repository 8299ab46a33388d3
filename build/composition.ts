import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environnement, racine } from './executer.ts'

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
