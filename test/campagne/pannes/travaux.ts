import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Lines of each file imported: all of them are in the coffre, or none. */
export const LIGNES = 12

/** What the child had begun and what it had been told was done, when it was killed. */
export type Dits = { readonly commences: readonly string[]; readonly faits: readonly string[] }

const enfant = fileURLToPath(new URL('travailler-sans-fin.ts', import.meta.url))

/** Lets the child work that many milliseconds after it has begun, then kills it without warning. */
export const tuerApres = async (args: readonly string[], delai: number): Promise<Dits> => {
  const processus = spawn(process.execPath, [enfant, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/pannes', import.meta.url)),
    },
  })
  let texte = ''
  processus.stdout.setEncoding('utf8')
  processus.stdout.on('data', (lu: string) => {
    if (texte === '') setTimeout(() => processus.kill('SIGKILL'), delai)
    texte += lu
  })
  await new Promise((fin) => processus.on('close', fin))
  if (processus.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself: ${processus.exitCode}`)
  const lignes = texte.split('\n').slice(0, -1)
  const de = (mot: string) => lignes.filter((l) => l.startsWith(`${mot} `)).map((l) => l.slice(mot.length + 1))
  return { commences: de('commence'), faits: de('fait') }
}

/** Delays that fall anywhere in the work, the same for the same seed (mulberry32). */
export const unHasard = (graine: number) => {
  let etat = graine
  return (max: number): number => {
    etat = (etat + 0x6d2b79f5) | 0
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * max)
  }
}
