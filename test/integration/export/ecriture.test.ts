import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ecrireBilan } from '../../fixtures/preparer.ts'
import { unBilan } from '../../fixtures/bilans.ts'
import { sansImpression, unDossier } from './export.ts'

test('nomme les fichiers d’après le dispositif et la période', async () => {
  const dossier = await unDossier()
  const noms = await ecrireBilan(unBilan(), dossier, ['json', 'csv', 'ods'], sansImpression)
  expect(noms).toEqual(['bilan-isc-2012.json', 'bilan-isc-2012-csv', 'bilan-isc-2012.ods'])
  expect((await readdir(dossier)).toSorted()).toEqual(noms.toSorted())
  const semestre = { ...unBilan(), periode: { du: '2012-01-01', au: '2012-06-30' } }
  expect(await ecrireBilan(semestre, dossier, ['html'], sansImpression)).toEqual([
    'bilan-isc-2012-01-01-2012-06-30.html',
  ])
})

test('écrit le bilan tel quel en JSON', async () => {
  const dossier = await unDossier()
  await ecrireBilan(unBilan(), dossier, ['json'], sansImpression)
  expect(JSON.parse(await readFile(join(dossier, 'bilan-isc-2012.json'), 'utf8'))).toEqual(unBilan())
})

test('remplace un bilan précédent, et donne deux fois les mêmes octets', async () => {
  const dossier = await unDossier()
  const formats = ['csv', 'ods', 'xlsx', 'odt', 'docx', 'html', 'json'] as const
  const lire = async () => {
    const noms = await ecrireBilan(unBilan(), dossier, formats, sansImpression)
    return Promise.all(noms.filter((n) => !n.endsWith('-csv')).map((n) => readFile(join(dossier, n), 'base64')))
  }
  const premier = await lire()
  expect(await lire()).toEqual(premier)
  expect(await readdir(dossier)).toHaveLength(formats.length)
})

test('ne laisse rien si un format échoue', async () => {
  const dossier = await unDossier()
  await expect(ecrireBilan(unBilan(), dossier, ['json', 'pdf'], sansImpression)).rejects.toThrow('nothing is printed')
  expect(await readdir(dossier)).toEqual([])
})

test.runIf(process.platform === 'linux')('refuse, sans y rester, un lieu qui n’accepte aucun dossier', async () => {
  const refusee = ecrireBilan(unBilan(), '/proc/jalon/bilan', ['json'], sansImpression)
  await expect(refusee).rejects.toThrow('ecriture-impossible')
})

test('refuse un dossier où l’on ne peut écrire, et un dossier qui contient le travail d’un autre', async () => {
  const dossier = await unDossier()
  await writeFile(join(dossier, 'fichier'), '')
  await expect(ecrireBilan(unBilan(), join(dossier, 'fichier'), ['json'], sansImpression)).rejects.toThrow(
    'ecriture-impossible',
  )
  await mkdir(join(dossier, 'bilan-isc-2012-csv'))
  await writeFile(join(dossier, 'bilan-isc-2012-csv', 'mes-notes.odt'), 'à garder')
  await expect(ecrireBilan(unBilan(), dossier, ['json', 'csv'], sansImpression)).rejects.toThrow('ecriture-impossible')
  expect(await readFile(join(dossier, 'bilan-isc-2012-csv', 'mes-notes.odt'), 'utf8')).toBe('à garder')
  expect((await readdir(dossier)).toSorted()).toEqual(['bilan-isc-2012-csv', 'fichier'])
})
