import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareApp } from './app.ts'

// Electron's own arguments: the executable, the application, then what the user typed.
process.argv.splice(1, 1)
const root = resolve(process.argv[1] ?? '.')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const announceReady = prepareApp(manifest)
await import(pathToFileURL(join(root, manifest.main)).href)
announceReady()
