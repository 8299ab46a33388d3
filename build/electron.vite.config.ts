import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** These stay outside the bundles: their `.node` or `.wasm` file is found beside their own package.json. */
const natifs = ['better-sqlite3', '@resvg/resvg-js', 'highs']

const racine = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(resolve(racine, 'package.json'), 'utf8'))

/**
 * fflate's Node build declares its own `require`, which clashes with the one that electron-vite adds to an ES module.
 * Its browser build would not do: it reads large workbooks in a kind of worker that Node has not.
 */
const requireOnce = {
  name: 'jalon:require-once',
  transform: (code: string, id: string) =>
    id.includes('/fflate/esm/index.mjs') ? code.replace("var require = createRequire('/');", '') : undefined,
}

/** Everything goes to `dist/`: main and service as ES modules, preload as one CJS file, the window's files apart. */
export default defineConfig({
  main: {
    root: racine,
    plugins: [requireOnce],
    build: {
      outDir: resolve(racine, 'dist'),
      emptyOutDir: true,
      externalizeDeps: false,
      rolldownOptions: {
        external: natifs,
        input: {
          'main/index': resolve(racine, 'electron/main/index.ts'),
          'service/index': resolve(racine, 'electron/service/index.ts'),
          'service/commande': resolve(racine, 'electron/service/commande.ts'),
          'service/ouvrier': resolve(racine, 'electron/service/secret/ouvrier.ts'),
          'service/sauvegardes-ouvrier': resolve(racine, 'electron/service/coffre/sauvegardes-ouvrier.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'commun/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root: racine,
    build: {
      outDir: resolve(racine, 'dist/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(racine, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(racine, 'renderer'),
    plugins: [react()],
    define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
    build: {
      outDir: resolve(racine, 'dist/renderer'),
      emptyOutDir: true,
      // electron-vite leaves it out: half of what the window reads before its first field.
      minify: true,
      rolldownOptions: { input: resolve(racine, 'renderer/index.html') },
    },
  },
})
