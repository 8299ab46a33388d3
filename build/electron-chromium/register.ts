import { registerHooks } from 'node:module'

// `import … from 'electron'` in the application gives the stand-in.
const standIn = new URL('electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
