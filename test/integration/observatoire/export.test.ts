import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readOds } from 'odf-kit/ods-reader'
import { expect, test } from 'vitest'
import { unDossier } from '../coffre/aide.ts'
import { fautesDuPaquet } from '../../fixtures/table-schema.ts'
import { valeur } from '../../fixtures/service.ts'
import { uneIntervention, unObservatoire, unSignalement } from './un-observatoire.ts'

test('les comptes s’écrivent en CSV et en ODS, sans une note et sans formule', async () => {
  const { api, router, encagnane, jas, secteur } = await unObservatoire()
  const piege = await secteur('=HYPERLINK("http://exemple.fr")')
  for (const s of [
    unSignalement(encagnane, { note: 'TEMOIN-UN' }),
    unSignalement(encagnane, { date: '2014-02-10', fonction: 'mediateur', note: 'TEMOIN-DEUX' }),
    unSignalement(jas),
    unSignalement(piege),
  ])
    await valeur(api.observatoire.enregistrerSignalement(s))
  await valeur(api.observatoire.enregistrerIntervention(uneIntervention(jas)))
  const retour = { secteurId: jas, annee: 2014, texte: 'TEMOIN-TROIS', texteRelu: false }
  await valeur(api.observatoire.ecrireRetour(retour))

  const dossier = unDossier()
  const demande = { du: '2014-02-01', au: '2014-03-31', trouble: null }
  const reponse = await router('observatoire', 'exporter', demande, { chemin: dossier })
  expect(reponse).toMatchObject({ ok: true })
  expect(readdirSync(dossier).toSorted()).toEqual([
    'observatoire-2014-02-01-2014-03-31-csv',
    'observatoire-2014-02-01-2014-03-31.ods',
  ])
  const csv = join(dossier, 'observatoire-2014-02-01-2014-03-31-csv')
  const lireCsv = (nom: string): string[][] =>
    parse(readFileSync(join(csv, nom), 'utf8'), { bom: true, delimiter: ';', relax_column_count: true })
  expect(lireCsv('signalements.csv')).toEqual([
    ['secteur', 'mois', 'nombre'],
    ['\'=HYPERLINK("http://exemple.fr")', '2014-02', '0'],
    ['\'=HYPERLINK("http://exemple.fr")', '2014-03', '1'],
    ['Encagnane', '2014-02', '1'],
    ['Encagnane', '2014-03', '1'],
    ['Jas de Bouffan', '2014-02', '0'],
    ['Jas de Bouffan', '2014-03', '1'],
  ])
  expect(lireCsv('interventions.csv').at(-1)).toEqual(['Jas de Bouffan', '2014-03', '1'])
  expect(lireCsv('ensemble.csv')).toContainEqual(['Signalements', '4'])
  const publie = JSON.parse(readFileSync('docs/formats/observatoire-csv.datapackage.json', 'utf8'))
  expect(fautesDuPaquet(publie.resources, (nom) => readFileSync(join(csv, nom)))).toEqual([])
  expect(JSON.parse(readFileSync(join(csv, 'datapackage.json'), 'utf8'))).toEqual(publie)
  expect(lireCsv('repartitions.csv')).toContainEqual(['Signalements par fonction de qui signale', 'Médiateur', '1'])
  const ods = readFileSync(join(dossier, 'observatoire-2014-02-01-2014-03-31.ods'))
  const { sheets } = readOds(ods)
  expect(JSON.stringify(sheets[1])).toContain('"02/2014"')
  expect(sheets.map((s) => s.name)).toEqual([
    'Ensemble',
    'Signalements par secteur',
    'Interventions par secteur',
    'Répartitions',
  ])
  const tout =
    JSON.stringify(sheets) +
    readdirSync(csv)
      .map((nom) => readFileSync(join(csv, nom), 'utf8'))
      .join('')
  expect(tout).not.toContain('TEMOIN')
  expect(JSON.stringify(sheets)).not.toContain('"formula"')
})

test('sans dossier choisi, rien ne s’écrit', async () => {
  const { api } = await unObservatoire()
  expect(await api.observatoire.exporter({ du: '2014-02-01', au: '2014-03-31', trouble: null })).toMatchObject({
    erreur: { code: 'annule' },
  })
})
