import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { phrase, unCoffre, unDossier } from '../../integration/coffre/aide.ts'
import { unCoffreAncien } from './ancien.ts'

/** What came of one kind of work when the disk failed. */
export type Refus = {
  readonly travail: string
  essais: number
  faits: number
  refus: number
  sansCode: number
  perdus: number
  entames: number
}

/** Bytes of the small disk: a coffre, its backup, and the room that is taken away. */
const TAILLE = '16m'

/** Whether this machine lets a program have a disk of its own, be it root or not (namespaces of Linux). */
export const disquePossible = (): boolean =>
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'essai', '/mnt'], { stdio: 'ignore' }).status === 0

/** Tries each work so many times on a disk that is full, or read-only: a real one, small, seen by that process alone. */
export const remplirDisque = async (
  panne: 'plein' | 'lecture seule',
  combien: number,
  graine: number,
): Promise<readonly Refus[]> => {
  const disque = unDossier()
  const modeles = await unModele()
  const commande = `mount -t tmpfs -o size=${TAILLE} jalon "$1" && exec "$2" "$3" "$1" "$4" "$5" "$6" "$7"`
  const args = [disque, process.execPath, programme, modeles, panne, String(combien), String(graine)]
  const dit = execFileSync('unshare', ['-rm', 'sh', '-c', commande, 'sh', ...args], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const bilans = new Map<string, Refus>()
  for (const ligne of dit.trim().split('\n')) {
    const { travail, issue, perdus, entames } = JSON.parse(ligne)
    const bilan = bilans.get(travail) ?? { travail, essais: 0, faits: 0, refus: 0, sansCode: 0, perdus: 0, entames: 0 }
    bilans.set(travail, bilan)
    bilan.essais += 1
    if (issue === 'fait') bilan.faits += 1
    else if (issue === null) bilan.sansCode += 1
    else bilan.refus += 1
    bilan.perdus += perdus
    bilan.entames += entames
  }
  return [...bilans.values()]
}

const programme = fileURLToPath(new URL('remplir.ts', import.meta.url))

/** A coffre of today with its backup, and the same made by the first version. */
const unModele = async (): Promise<string> => {
  const modeles = unDossier()
  cpSync(await unCoffreAncien(60), join(modeles, 'ancien'), { recursive: true })
  const { dossier, session } = await unCoffre()
  await session.ouvrir({ phrase })
  for (let i = 0; i < 60; i += 1)
    await session
      .db()
      .insertInto('foyer')
      .values({ id: `f${i}` })
      .execute()
  await session.sauvegardes.sauvegarder()
  await session.verrouiller()
  cpSync(dossier, join(modeles, 'neuf'), { recursive: true })
  return modeles
}
