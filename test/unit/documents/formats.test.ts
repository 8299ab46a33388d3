import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { formatsPublies } from '#build/formats-publies.ts'

const dossier = resolve(import.meta.dirname, '../../../docs/formats')

test('docs/formats dit ce que l’application lit et écrit aujourd’hui (npm run formats)', () => {
  const publies = formatsPublies()
  const presents = readdirSync(dossier, { recursive: true, encoding: 'utf8' }).filter((nom) => nom.endsWith('.json'))
  expect(presents.map((nom) => nom.replaceAll('\\', '/')).toSorted()).toEqual([...publies.keys()].toSorted())
  for (const [nom, contenu] of publies)
    expect([nom, readFileSync(join(dossier, nom), 'utf8') === contenu]).toEqual([nom, true])
})

test('le mode d’emploi des formats nomme chaque fichier', () => {
  const texte = readFileSync(join(dossier, 'README.md'), 'utf8')
  for (const nom of formatsPublies().keys()) expect(texte).toContain(`(${nom})`)
})
