import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { resumerCampagne } from '../../campagne/resume.ts'
import { enResume } from '../../campagne/tableau.ts'

const campagne = readFileSync('docs/campagne.md', 'utf8')
const securite = readFileSync('docs/securite.md', 'utf8')

test('le modèle de menaces dit de la campagne ce que dit son document', async () => {
  const resume = await format(enResume(campagne), { ...(await resolveConfig('docs/securite.md')), parser: 'markdown' })
  expect(securite.replaceAll('\u202f', ' ')).toContain(resume.trim().replaceAll('\u202f', ' '))
})

test('chaque section a son jour, sa graine et des essais, et aucune perte', () => {
  const lignes = resumerCampagne(campagne)
  expect(lignes.length).toBeGreaterThan(7)
  for (const ligne of lignes) {
    expect(ligne['Jour']).toMatch(/^\d{4}-\d\d-\d\d$/u)
    expect(ligne['Graine']).toMatch(/^\d+$/u)
    expect(ligne['Essais']).toBeGreaterThan(0)
    expect(ligne['Perdus, à moitié, ou refusés sans code']).toBe(0)
  }
})
