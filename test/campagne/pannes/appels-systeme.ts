import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preparerStrace } from '#build/preparer.ts'
import type { Disque } from './disque-sans-courant.ts'

/** One call of a program to the system, done: its name, its arguments as `strace` writes them, what it gave back. */
type AppelSysteme = { readonly nom: string; readonly args: string; readonly rendu: number }

const suivis =
  'openat,close,write,pwrite64,pwritev,writev,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile,lseek'

/** Whether this machine lets one program watch another (Linux; some containers refuse it). */
export const straceUtilisable = (): boolean =>
  process.platform === 'linux' &&
  spawnSync(preparerStrace(), ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0

/** Runs a program to its end under `strace`, and gives all that it asked of the disk, in order. */
export const enregistrerAppels = async (
  commande: readonly string[],
  fichier: string,
): Promise<readonly AppelSysteme[]> => {
  const options = ['-f', '-xx', '-s', '20000000', '-y', '-e', `trace=${suivis}`, '-e', 'signal=none', '-o', fichier]
  const enfant = spawn(preparerStrace(), [...options, ...commande], { stdio: ['ignore', 'pipe', 'inherit'] })
  enfant.stdout.resume()
  await new Promise((fin) => enfant.on('close', fin))
  if (enfant.exitCode !== 0) throw new Error(`the program under strace ended with ${enfant.exitCode}`)
  return lireTrace(readFileSync(fichier, 'latin1'))
}

/** A call that another thread interrupts is on two lines. */
const lireTrace = (trace: string): AppelSysteme[] => {
  const entames = new Map<string, string>()
  return trace.split('\n').flatMap((ligne) => {
    const [, fil = '', reste = ''] = /^(\d+) +(.*)$/u.exec(ligne) ?? []
    if (reste.endsWith('<unfinished ...>')) {
      entames.set(fil, reste.slice(0, -'<unfinished ...>'.length))
      return []
    }
    const reprise = /^<\.\.\. \w+ resumed>(.*)$/u.exec(reste)
    const entier = reprise === null ? reste : (entames.get(fil) ?? '') + (reprise[1] ?? '')
    const [, nom, args, rendu] = /^(\w+)\((.*)\) += (-?\d+)/u.exec(entier) ?? []
    return nom === undefined || args === undefined || Number(rendu) < 0 ? [] : [{ nom, args, rendu: Number(rendu) }]
  })
}

/** Replays these calls on a disk, one at a time; what the program said on its output comes out as it was said. */
export const rejouer = function* (appels: readonly AppelSysteme[], disque: Disque): Generator<string> {
  const ouverts = new Map<number, { readonly chemin: string; position: number }>()
  const connus = new Set<string>()
  for (const { nom, args, rendu } of appels) {
    let dit = ''
    const fd = Number(/^\d+/u.exec(args)?.[0] ?? -1)
    const ouvert = ouverts.get(fd)
    const textes = Array.from(args.matchAll(/"((?:\\x[\da-f]{2})*)"/gu), ([, hexa = '']) => depuisHexa(hexa))
    const chemins = textes.map((texte, i) => cheminDe(args, texte.toString('utf8'), i)).filter((c) => disque.dans(c))
    const [chemin = '', second = ''] = chemins
    if (nom === 'openat' && chemin !== '') {
      if (args.includes('O_CREAT')) disque.creer(chemin)
      if (args.includes('O_TRUNC')) disque.tailler(chemin, 0)
      ouverts.set(rendu, { chemin, position: args.includes('O_APPEND') ? disque.lire(chemin).length : 0 })
    } else if (nom === 'openat') ouverts.delete(rendu)
    else if (nom === 'close') ouverts.delete(fd)
    else if (nom === 'write' && fd === 1) dit = textes[0]?.toString('utf8') ?? ''
    else if (nom === 'write' && ouvert !== undefined) {
      disque.ecrire(ouvert.chemin, ouvert.position, textes[0] ?? Buffer.alloc(0))
      ouvert.position += rendu
    } else if (nom === 'pwrite64' && ouvert !== undefined)
      disque.ecrire(ouvert.chemin, Number(args.slice(args.lastIndexOf(',') + 1)), textes[0] ?? Buffer.alloc(0))
    else if (nom === 'ftruncate' && ouvert !== undefined)
      disque.tailler(ouvert.chemin, Number(args.slice(args.lastIndexOf(',') + 1)))
    else if ((nom === 'fsync' || nom === 'fdatasync') && ouvert !== undefined) disque.vider(ouvert.chemin)
    else if (nom === 'copy_file_range' || nom === 'sendfile') {
      const [premier, autre] = Array.from(args.matchAll(/(?:^|, )(\d+)</gu), ([, n]) => ouverts.get(Number(n)))
      const [de, vers] = nom === 'sendfile' ? [autre, premier] : [premier, autre]
      if (de !== undefined && vers !== undefined) {
        disque.ecrire(vers.chemin, vers.position, disque.lire(de.chemin).subarray(de.position, de.position + rendu))
        de.position += rendu
        vers.position += rendu
      }
    } else if (nom.startsWith('rename') && chemin !== '') disque.renommer(chemin, second)
    else if ((nom.startsWith('unlink') || nom === 'rmdir') && chemin !== '') disque.oter(chemin)
    else if (nom.startsWith('mkdir') && chemin !== '') disque.creerDossier(chemin)
    else if (ouvert !== undefined && !muets.has(nom)) connus.add(nom)
    if (connus.size > 0) throw new Error(`not replayed: ${[...connus].join(', ')}`)
    yield dit
  }
}

/** Reading positions are those of writes alone: nothing here both seeks and writes. */
const muets: ReadonlySet<string> = new Set(['lseek'])

const depuisHexa = (hexa: string): Buffer => Buffer.from(hexa.replaceAll(String.raw`\x`, ''), 'hex')

/** A relative name follows the open folder that the call names before it. */
const cheminDe = (args: string, texte: string, rang: number): string => {
  if (texte.startsWith('/')) return texte
  const dossiers = Array.from(args.matchAll(/<((?:\\x[\da-f]{2})+)>, "/gu), ([, hexa = '']) => depuisHexa(hexa))
  return join(dossiers[rang]?.toString('utf8') ?? '', texte)
}
