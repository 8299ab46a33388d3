import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { jalon, unEmplacement } from '../commandes/jalon.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/missions-locales-2012.csv')

test('le bilan d’une mission locale sort par la commande, et ne nomme que les établissements où quelqu’un fut rencontré', async () => {
  const coffre = unEmplacement()
  await jalon(['creer', '--coffre', coffre, '--dispositifs', 'mission-locale'])
  await jalon(['importer', fichier, '--coffre', coffre, '--dispositif', 'mission-locale'])
  const demande = ['bilan', '--coffre', coffre, '--dispositif', 'mission-locale', '--annee', '2012', '--format', 'json']
  const { code, stdout, stderr } = await jalon(demande)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const bilan = JSON.parse(stdout)
  expect(bilan.dispositif).toBe('mission-locale')
  expect(bilan.indicateurs).toMatchObject({ personnes: 117, entretiens: 121 })
  const table = bilan.tableaux.find(({ id }: { readonly id: string }) => id === 'etablissement')
  expect(table).toMatchObject({ base: 117, nonRenseigne: 0, reponsesMultiples: true })
  const nombre = (ligne: string): number =>
    table.cellules.find((c: { readonly modalites: readonly string[] }) => c.modalites[0] === ligne)?.valeur
  expect([nombre('ma-perigueux'), nombre('cd-neuvic'), nombre('total')]).toEqual([44, 77, 117])
  expect(table.notes[0]).toContain('la somme des lignes (121) dépasse de 4 le total (117)')
  const libelles: string[] = table.dimensions[0].modalites.map((m: { readonly libelle: string }) => m.libelle)
  expect(libelles.filter((l) => /^(?:Maison|Centre)/u.test(l)).toSorted()).toEqual([
    'Centre de détention de Neuvic',
    'Maison d’arrêt de Périgueux',
  ])
})

test('un métier sans aucun entretien a un bilan vide, sans emprunter aux autres', async () => {
  const coffre = unEmplacement()
  await jalon(['creer', '--coffre', coffre, '--dispositifs', 'cvp,mission-locale'])
  await jalon(['importer', fichier, '--coffre', coffre, '--dispositif', 'mission-locale'])
  const demande = ['bilan', '--coffre', coffre, '--dispositif', 'cvp', '--annee', '2012', '--format', 'json']
  const { code, stdout } = await jalon(demande)
  expect(code).toBe(0)
  expect(JSON.parse(stdout).indicateurs).toMatchObject({ personnes: 0, entretiens: 0 })
})
