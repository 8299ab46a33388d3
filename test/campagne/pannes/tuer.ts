import { spawn } from 'node:child_process'
import { assemblerTravailleur, cache } from './assembler.ts'
import type { Hasard } from './hasard.ts'

/** What the child had begun and what it had been told was done, when it was killed. */
export type Dits = { readonly commences: readonly string[]; readonly faits: readonly string[] }

/**
 * Lets a child work, then kills it without warning: after some acts were acknowledged, and a part of the time that such an act
 * takes on this machine, loaded as it is. The instants are the seed's; no clock decides whether something was being done.
 */
export const unTueur = (hasard: Hasard, actes: number) => {
  let duree: number | undefined
  return async (args: readonly string[]): Promise<Dits> => {
    const apres = hasard(actes + 1)
    const part = hasard(1200) / 1000
    const { dits, mesuree } = await tuer(args, apres, duree === undefined ? undefined : part * duree)
    duree = mesuree ?? duree
    return dits
  }
}

/** The first child of a kind is left to finish one act more, so that its time is known. */
const tuer = async (args: readonly string[], apres: number, delai: number | undefined) => {
  const enfant = spawn(process.execPath, [await assemblerTravailleur(), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  })
  let texte = ''
  let condamne = false
  let debut = 0
  let mesuree: number | undefined
  enfant.stdout.setEncoding('utf8')
  enfant.stdout.on('data', (lu: string) => {
    const maintenant = performance.now()
    if (texte === '') debut = maintenant
    texte += lu
    const faits = texte.split('fait ').length - 1
    if (faits > 0) mesuree = (maintenant - debut) / faits
    if (condamne || faits < (delai === undefined ? apres + 1 : apres)) return
    condamne = true
    setTimeout(() => enfant.kill('SIGKILL'), delai ?? 0)
  })
  await new Promise((fin) => enfant.on('close', fin))
  if (enfant.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself: ${enfant.exitCode}`)
  const lignes = texte.split('\n').slice(0, -1)
  const de = (mot: string) => lignes.filter((l) => l.startsWith(`${mot} `)).map((l) => l.slice(mot.length + 1))
  return { dits: { commences: de('commence'), faits: de('fait') }, mesuree }
}
