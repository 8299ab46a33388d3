import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { construire } from '#build/construire.ts'
import type { MesureTaille } from './croissance-taille.ts'
import { mesurerFenetre } from './fenetre.ts'
import { but, court, enMo, enMs, fois, publier } from './harnais.ts'
import { PHRASE } from './poste.ts'

// A post that goes on at the same pace, year after year: what it asks every day must not become slower with its past.

const TAILLES = court ? [1000, 5000, 20_000] : [1000, 10_000, 100_000, 1_000_000]
/** Interviews of each of the last two years, at every size. */
const PAR_AN = 500
const PLAT = 2
const plats = new Set([
  'search, 3 letters',
  'search, a name',
  'open a person',
  'open an interview',
  'save an interview',
  'Today',
  'list of the year',
])
/** Rounds of acts in an hour of work: one each two minutes. */
const PAR_HEURE = court ? 5 : 30

const script = resolve(import.meta.dirname, 'croissance-taille.ts')
const lancer = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['--expose-gc', script, ...args, ...(court ? ['--court'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

type Mesure = MesureTaille & { readonly taille: number; readonly fenetre: readonly number[] }

const mesurer = async (taille: number): Promise<Mesure> => {
  const racine = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
  const dossier = join(racine, 'coffre')
  try {
    lancer('preparer', dossier, String(taille), String(PAR_AN))
    const mesure = JSON.parse(lancer('mesurer', dossier, String(PAR_HEURE))) as MesureTaille
    return { ...mesure, taille, fenetre: await mesurerFenetre(dossier, PHRASE, court ? 2 : 8) }
  } finally {
    rmSync(racine, { recursive: true, force: true })
  }
}

construire()
const mesures: Mesure[] = []
for (const taille of TAILLES) {
  const debut = performance.now()
  mesures.push(await mesurer(taille))
  process.stderr.write(`${taille} : ${enMs(performance.now() - debut)}\n`)
}
const [petite, grande] = [mesures[0], mesures.at(-1)]
if (petite === undefined || grande === undefined) throw new Error('nothing was measured')

const parTaille = (quoi: string, de: (mesure: Mesure) => string) =>
  Object.fromEntries([['Interviews', quoi], ...mesures.map((m) => [m.taille.toLocaleString('en'), de(m)] as const)])
const gestes = Object.keys(petite.gestes)
const duree = (m: Mesure, geste: string): number => m.gestes[geste] ?? Number.NaN
const suite = (octets: readonly number[]): string =>
  octets.length < 2 ? '' : `${enMo(octets[0] ?? 0)} → ${enMo(octets.at(-1) ?? 0)}`

await publier('4. Growth', [
  `A post that keeps the same pace, ${PAR_AN} interviews a year, at every size: what is more is older. The whole service, from the call to its validated answer. Last columns: the largest size against the smallest.`,
  gestes.map((geste) =>
    Object.assign(
      parTaille(geste, (m) => enMs(duree(m, geste))),
      { Growth: fois(duree(grande, geste), duree(petite, geste)) },
      {
        Goal: plats.has(geste)
          ? but(duree(grande, geste) <= PLAT * duree(petite, geste), `≤ × ${PLAT}`)
          : 'reads it all',
      },
    ),
  ),
  'A name that many bear is looked for among those received in the last two years first; when they are fewer than the list asks, among all who bear every word typed, by the index of words: these grow with the post, one in sixty of its persons for the name asked here, and each is read to be put in order. Today, the list of the year and the search of three letters read as many rows at every size (their plans are asserted by tests): what they gain is rows farther apart, in trees one page deeper.',
  `Memory and size. A day: ${8 * PAR_HEURE} rounds of all the acts above but the last three, at once; the memory of the service after its first hour and after its eighth, that of the window (its JavaScript heap, collected) after its first and its last turn of the places.`,
  [
    parTaille('service at work', (m) => enMo(m.memoire)),
    parTaille('service over a day', (m) => suite(m.journee)),
    parTaille('window over a day', (m) => suite(m.fenetre)),
    parTaille('coffre', (m) => enMo(m.fichier)),
    parTaille('coffre, per interview', (m) => `${Math.round(m.fichier / m.taille)} bytes`),
  ],
])
