import { join, resolve } from 'node:path'
import { build } from 'vite'

const racine = resolve(import.meta.dirname, '../../..')
const dossier = join(racine, 'node_modules/.cache/pannes')

/** Where compiled code is kept between two children. */
export const cache = join(dossier, 'compile')

let fait: Promise<string> | undefined

/**
 * The child that is killed, in a few files instead of hundreds: most of the cost of a thousand kills was loading it. The same
 * sources as the product's, its natives outside. Gives its path.
 */
export const assemblerTravailleur = (): Promise<string> => (fait ??= assembler())

const assembler = async (): Promise<string> => {
  const outDir = join(dossier, 'lot')
  await build({
    configFile: false,
    logLevel: 'warn',
    root: racine,
    ssr: { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-js', 'highs'] },
    build: {
      ssr: true,
      target: 'node24',
      minify: false,
      emptyOutDir: true,
      outDir,
      rolldownOptions: {
        input: {
          travailler: join(import.meta.dirname, 'travailler-sans-fin.ts'),
          'sauvegardes-ouvrier': join(racine, 'electron/service/coffre/sauvegardes-ouvrier.ts'),
        },
        // As in the product, the thread of backups is looked for from the shared chunks.
        output: { entryFileNames: 'service/[name].js', chunkFileNames: 'commun/[name]-[hash].js' },
      },
    },
  })
  return join(outDir, 'service/travailler.js')
}
