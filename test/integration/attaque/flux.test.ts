import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { attaquerFlux } from '../../attaque/flux.ts'
import { jalon } from '../commandes/jalon.ts'

const fichier = resolve(import.meta.dirname, '../../fixtures/imports/isc-2012.csv')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-flux-'))
afterAll(() => rmSync(dossier, { recursive: true }))

const reussir = async (...args: readonly string[]): Promise<void> => {
  const { code, stderr } = await jalon(args)
  if (code !== 0) throw new Error(stderr)
}

/** An edition of its own coffre: no register of past editions stands in the way. */
const publier = async (nom: string, csv: string): Promise<string> => {
  const [coffre, source, sortie] = ['coffre', 'source.csv', 'bilan'].map((f) => join(dossier, `${nom}-${f}`))
  if (coffre === undefined || source === undefined || sortie === undefined) throw new Error(nom)
  writeFileSync(source, csv)
  await reussir('creer', '--coffre', coffre)
  await reussir('importer', source, '--coffre', coffre, '--dispositif', 'isc')
  const bilan = ['bilan', '--coffre', coffre, '--dispositif', 'isc', '--annee', '2012']
  await reussir(...bilan, '--sortie', sortie, '--formats', 'json,csv')
  return sortie
}

test('deux éditions à une personne près livrent son profil : aucun masquage n’y peut rien', async () => {
  const csv = readFileSync(fichier, 'utf8')
  const venue =
    '12/10/2012;Exemple;Nadia;F;03/04/1986;Aubervilliers;Victime;Plainte;Logement;;Oui;Téléphone;Mairie;30;CCAS;\r\n'
  const [avant, apres] = await Promise.all([publier('avant', csv), publier('apres', `${csv.trimEnd()}\r\n${venue}`)])
  const mouvements = { entres: 1, sortis: 0 }
  const { entres, sortis } = await attaquerFlux([avant, apres], { seuil: 5, mode: 'masquage' }, mouvements)
  expect(sortis).toEqual([])
  const surs = entres.filter((t) => t.intervalle[0] === 1).map((t) => [t.cible.tableau, ...t.cible.codes].join(' '))
  expect(surs).toEqual(
    expect.arrayContaining([
      'sexe femme',
      'age 26-45',
      'type-public victime',
      'connu-services-sociaux oui',
      'commune aubervilliers',
    ]),
  )
})
