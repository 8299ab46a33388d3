import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'

const electron = resolve(import.meta.dirname, '../node_modules/electron')

/** Electron's real executable when its binary has been fetched, or nothing; never fetches it. */
export const trouverElectron = (): string | undefined => {
  const nom = join(electron, 'path.txt')
  const chemin = existsSync(nom) ? join(electron, 'dist', readFileSync(nom, 'utf8')) : undefined
  return chemin !== undefined && isExecutable(chemin) ? chemin : undefined
}

/** The folder that takes the place of Electron's distribution where its binary cannot be had. */
export const remplacant = resolve(import.meta.dirname, 'electron-chromium')

/** The Chromium already on this machine, or nothing. `CHROMIUM` names another one. */
export const trouverChromium = (): string | undefined =>
  process.env['CHROMIUM'] ??
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(trouver).find(Boolean)

/** The path of Chromium, installed first where that can be done without asking (Debian, as root). */
export const preparerChromium = (): string =>
  trouverChromium() ?? installer(['chromium', 'fonts-liberation'], trouverChromium)

/** The path of `pdftotext`, by which tests read the PDF files back. */
export const preparerPdftotext = (): string =>
  trouver('pdftotext') ?? installer(['poppler-utils'], () => trouver('pdftotext'))

/** The path of `age`, by which a campaign opens a lot without Jalon. */
export const preparerAge = (): string => trouver('age') ?? installer(['age'], () => trouver('age'))

/** The folder of the programs of PostgreSQL's server, the newest of this machine: Debian keeps them out of the PATH. */
export const preparerPostgres = (): string => dirname(trouverPostgres() ?? installer(['postgresql'], trouverPostgres))

/** A Python that has `cryptography`, by which tests open a coffre without Jalon. */
export const preparerPython = (): string => trouverPython() ?? installer(['python3-cryptography'], trouverPython)

const trouverPython = (): string | undefined => {
  const python = trouver('python3')
  return python !== undefined && spawnSync(python, ['-c', 'import cryptography']).status === 0 ? python : undefined
}

/** The path of `openssl`, by which tests make certificates. */
export const preparerOpenssl = (): string => trouver('openssl') ?? installer(['openssl'], () => trouver('openssl'))

/** The path of LibreOffice with Calc, for the comparison with a spreadsheet; nothing where it cannot be had. */
export const preparerCalc = (): string | undefined => {
  try {
    return trouver('soffice') ?? installer(['libreoffice-calc-nogui'], () => trouver('soffice'))
  } catch {
    return undefined
  }
}

/** The path of LibreOffice with Writer, by which a campaign lays out the documents that Jalon writes. */
export const preparerWriter = (): string => trouverWriter() ?? installer(['libreoffice-writer-nogui'], trouverWriter)

const trouverWriter = (): string | undefined => {
  const soffice = trouver('soffice')
  return soffice !== undefined && existsSync(join(dirname(realpathSync(soffice)), 'libswlo.so')) ? soffice : undefined
}

/** The path of `strace`, by which a campaign records what a program asks of the disk. */
export const preparerStrace = (): string => trouver('strace') ?? installer(['strace'], () => trouver('strace'))

const trouverPostgres = (): string | undefined => {
  const versions = existsSync(POSTGRES_DEBIAN) ? readdirSync(POSTGRES_DEBIAN) : []
  const recente = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(POSTGRES_DEBIAN, version, 'bin/initdb'))
    .find(isExecutable)
  const autre = trouver('initdb')
  return recente ?? (autre === undefined ? undefined : realpathSync(autre))
}

const POSTGRES_DEBIAN = '/usr/lib/postgresql'

const installer = (paquets: readonly string[], chercher: () => string | undefined): string => {
  const possible = process.getuid?.() === 0 && trouver('apt-get') !== undefined
  if (possible) {
    process.stderr.write(`Installation de ${paquets.join(', ')}…\n`)
    aptGet(['update', '-qq'])
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...paquets])
  }
  const chemin = chercher()
  if (chemin === undefined) throw new Error(`Il manque un programme. À installer : ${paquets.join(', ')}.`)
  return chemin
}

const aptGet = (args: readonly string[]): void => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.stderr.write(`apt-get ${args.join(' ')} : échec (${String(status)})\n`)
}

const trouver = (nom: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((dossier) => join(dossier, nom))
    .find(isExecutable)

const isExecutable = (chemin: string): boolean => {
  try {
    accessSync(chemin, constants.X_OK)
    return true
  } catch {
    return false
  }
}
