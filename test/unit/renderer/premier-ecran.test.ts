import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const racine = resolve(import.meta.dirname, '../../..')
const dossiers = { '#app/': 'renderer/app/', '#features/': 'renderer/features/', '#ui/': 'renderer/ui/' } as const

/** Modules of the window that a module reads before it runs: neither its types, nor what it asks for later. */
const importsDe = (fichier: string): readonly string[] =>
  [
    ...readFileSync(fichier, 'utf8').matchAll(/^(?:import|export) (?!type\b)(?:[^'"]*?from )?'([^']+\.tsx?)'/gmu),
  ].flatMap(([, vers = '']) => {
    if (vers.startsWith('.')) return resolve(dirname(fichier), vers)
    const alias = Object.entries(dossiers).find(([debut]) => vers.startsWith(debut))
    return alias === undefined ? [] : join(racine, alias[1], vers.slice(alias[0].length))
  })

const lusAvant = (fichier: string, lus = new Set<string>()): ReadonlySet<string> => {
  if (lus.has(fichier)) return lus
  lus.add(fichier)
  for (const vers of importsDe(fichier)) lusAvant(vers, lus)
  return lus
}

test('le premier champ n’attend que le code qui ouvre un coffre, aucun lieu du poste', () => {
  const lus = [...lusAvant(join(racine, 'renderer/main.tsx'))].map((f) => relative(racine, f))
  expect(lus).toContain('renderer/features/coffre/OuvrirCoffre.tsx')
  const lieux = lus.filter((f) => f.startsWith('renderer/features/') && !f.startsWith('renderer/features/coffre/'))
  expect(lieux).toEqual([])
  expect(lus).not.toContain('renderer/app/routes.tsx')
})
