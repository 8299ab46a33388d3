import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/** What is known of a place: its path (as asked, and once links and mapped drives are resolved), mounts, sync marks above it. */
export type Lieu = {
  readonly chemins: readonly string[]
  readonly montages: readonly Montage[]
  /** Names of the files left by synchronisation programs in the folder or above. */
  readonly marques: readonly string[]
}
export type Montage = { readonly point: string; readonly type: string; readonly options: string }

/** Why SQLite would be damaged, or copied by others, there; nothing when the place is good. */
export const refusEmplacement = ({ chemins, montages, marques }: Lieu): 'reseau' | 'synchronise' | undefined => {
  if (chemins.some((chemin) => estUnc(chemin) || estMontageReseau(montageDe(chemin, montages)))) return 'reseau'
  if (marques.length > 0 || chemins.some((chemin) => parties(chemin).some(estDossierSynchronise))) return 'synchronise'
  return undefined
}

/** Throws `emplacement-refuse` for a network drive or a synchronised folder. */
export const exigerEmplacementSur = (dossier: string): void => {
  if (refusEmplacement(observer(dossier)) !== undefined) throw new ErreurMetier('emplacement-refuse')
}

/** `/proc/mounts` → mounts; spaces in names are written `\040`. */
export const lireMontages = (proc: string): Montage[] =>
  proc.split('\n').flatMap((ligne) => {
    const [, point, type, options = ''] = ligne.split(' ')
    if (point === undefined || type === undefined) return []
    return [
      {
        point: point.replaceAll(/\\(\d{3})/gu, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8))),
        type,
        options,
      },
    ]
  })

const observer = (dossier: string): Lieu => {
  const voulu = resolve(dossier)
  const existants = ancetres(voulu).filter((ancetre) => existsSync(ancetre))
  // On Windows the native form gives a mapped drive its network name.
  const reel = existants[0] === undefined ? voulu : realpathSync.native(existants[0])
  const dossiers = new Set([...existants, ...ancetres(reel)])
  return {
    chemins: [voulu, reel],
    montages: process.platform === 'linux' ? lireMontages(readFileSync('/proc/mounts', 'utf8')) : [],
    marques: fichiersTemoins.filter((nom) => [...dossiers].some((ancetre) => existsSync(join(ancetre, nom)))),
  }
}

const ancetres = (chemin: string): string[] => {
  const parent = dirname(chemin)
  return parent === chemin ? [chemin] : [chemin, ...ancetres(parent)]
}

const estUnc = (chemin: string): boolean => /^(\\\\|\/\/)(?![?.][\\/](?!UNC[\\/]))/iu.test(chemin)

const montageDe = (chemin: string, montages: readonly Montage[]): Montage | undefined =>
  montages
    .filter(({ point }) => point === '/' || chemin === point || chemin.startsWith(`${point}/`))
    // The deepest one; of two at the same point, the last mounted hides the other.
    .reduce<Montage | undefined>((a, b) => (a !== undefined && a.point.length > b.point.length ? a : b), undefined)

const estMontageReseau = (montage: Montage | undefined): boolean =>
  montage !== undefined &&
  (/^(nfs\d?|cifs|smbfs|smb\d?|afs|ncpfs|coda|ceph|glusterfs|lustre|davfs2?|fuse\.(?:sshfs|davfs2?|rclone|gvfsd-fuse|smbnetfs|curlftpfs|s3fs|glusterfs|ceph|onedriver|google-drive-ocamlfuse))$/u.test(
    montage.type,
  ) ||
    // 9p is also how a container or a virtual machine sees a local disk: only the one that goes through TCP is a network.
    (montage.type === '9p' && /(^|,)trans=tcp(,|$)/u.test(montage.options)))

/** The names along a path, but the one of the user: somebody may be called « mega ». */
const parties = (chemin: string): string[] =>
  chemin.replace(/^(\/home|\/Users|[A-Z]:[\\/]Users)[\\/][^\\/]+/iu, '').split(/[\\/]/u)

const estDossierSynchronise = (nom: string): boolean =>
  /^(onedrive( ?[-–] ?.+)?|dropbox( \(.+\))?|nextcloud\d*|owncloud\d*|google ?drive|googledrive-.+|my drive|mon drive|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage|mega|megasync|pclouddrive|kdrive|hubic|syncthing|seafile)$/iu.test(
    nom,
  )

// Not « .dropbox »: on Linux it is also Dropbox's own settings, in the home of every one of its users.
const fichiersTemoins = [
  '.stfolder',
  '.stignore',
  '.dropbox.cache',
  '.nextcloudsync.log',
  '.owncloudsync.log',
  '.megaignore',
  '.tmp.driveupload',
  '.tmp.drivedownload',
  '.849C9593-D756-4E56-8D6E-42412F2A707B',
]
