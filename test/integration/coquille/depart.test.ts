import { builtinModules } from 'node:module'
import { setTimeout as attendre } from 'node:timers/promises'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import configuration from '#build/electron.vite.config.ts'
import { handlers, lireLesAutres } from '#electron/service/handlers/index.ts'

/** What each process reads before it answers: its packages, all of them, and how much at most, in kB before minification. */
const attendus = [
  { entree: 'main/index', paquets: [], poids: 30 },
  { entree: 'service/index', paquets: ['better-sqlite3', 'kysely', 'zod'], poids: 1500 },
  { entree: 'service/commande', paquets: ['better-sqlite3', 'kysely', 'zod'], poids: 1200 },
  { entree: 'service/ouvrier', paquets: ['highs'], poids: 150 },
  { entree: 'service/sauvegardes-ouvrier', paquets: ['better-sqlite3', 'kysely', 'zod'], poids: 1100 },
] as const

type Morceau = Rolldown.OutputChunk
let morceaux: ReadonlyMap<string, Morceau>

// The very build of the application, kept in memory.
beforeAll(async () => {
  const { main } = configuration as { readonly main: Parameters<typeof build>[0] & object }
  const sortie = await build({
    ...main,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ...main.build,
      write: false,
      ssr: true,
      rolldownOptions: {
        ...main.build?.rolldownOptions,
        external: ['electron', /^node:/u, ...builtinModules, ...natifs],
      },
    },
  })
  const fichiers = [sortie].flat().flatMap((s) => ('output' in s ? s.output : []))
  morceaux = new Map(fichiers.flatMap((f) => (f.type === 'chunk' ? [[f.fileName, f] as const] : [])))
}, 120_000)

const natifs = ['better-sqlite3', '@resvg/resvg-js', 'highs']

/** What an entry imports statically, from near to near. */
const lus = (nom: string, vus = new Set<string>()): ReadonlySet<string> => {
  if (vus.has(nom)) return vus
  vus.add(nom)
  for (const importe of morceaux.get(nom)?.imports ?? []) lus(importe, vus)
  return vus
}

const paquetDe = (module: string): string | undefined =>
  natifs.find((n) => module === n) ?? /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(module)?.[1]

test.each(attendus)(
  '« $entree » ne lit au départ que ce qu’il lui faut pour répondre',
  ({ entree, paquets, poids }) => {
    const noms = [...lus(`${entree}.js`)]
    const modules = noms.flatMap((nom) => Object.entries(morceaux.get(nom)?.modules ?? {}))
    const trouves = new Set([...noms, ...modules.map(([id]) => id)].flatMap((id) => paquetDe(id) ?? []))
    expect([...trouves].toSorted()).toEqual(paquets)
    const octets = modules.reduce((total, [, { renderedLength }]) => total + renderedLength, 0)
    expect(octets / 1000).toBeLessThan(poids)
  },
)

test('le reste du service se lit quand rien n’est demandé, et pas avant', async () => {
  let regards = 0
  let occupe = true
  const lecture = lireLesAutres(() => {
    regards += 1
    return !occupe
  })
  await expect.poll(() => regards, { timeout: 10_000 }).toBeGreaterThan(2)
  expect(await Promise.race([lecture.then(() => 'lu'), attendre(50, 'en attente')])).toBe('en attente')
  const avant = regards
  occupe = false
  await lecture
  // Once more for each part of the service, none left out.
  expect(regards - avant).toBeGreaterThanOrEqual(Object.keys(handlers).length - 1)
}, 120_000)
