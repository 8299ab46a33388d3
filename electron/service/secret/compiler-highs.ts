import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/**
 * The program of the solver, kept by the process for the threads it will start: as long as it is held, the machine code that
 * V8 made of it while one thread solved serves the next one, which would else begin twice as slow.
 */
export const compilerHighs = (): Promise<WebAssembly.Module> => (compile ??= compiler())

const compiler = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve('highs/runtime')))
let compile: Promise<WebAssembly.Module> | undefined
