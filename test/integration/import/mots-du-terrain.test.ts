import { expect, test } from 'vitest'
import { lireReponses } from '#db/queries/reponses.ts'
import { enCsv, enWindows1252, type Tableau } from '../../fixtures/imports/tableurs.ts'
import { sejoursDe, unPosteCvp } from './parcours.ts'

test('un tableur aux mots d’une mairie est compris sans correspondance : signalé par, lieu du RDV, cadre pénal…', async () => {
  const { db, importer } = await unPosteCvp()
  const tableau: Tableau = [
    ['Correspondant ville-prison, suivi 2024'],
    [],
    [
      'Nom et prénom',
      'DDN',
      'Signalé par',
      'Date de signalement',
      'Lieu d’incarcération',
      'Date d’incarcération',
      'Date de libération',
      'Motif de levée d’écrou',
      'Cadre pénal',
      'Date du 1er RDV',
      'Lieu du RDV',
      'Modalité d’entretien',
      'Thématiques',
      'Suivi clos le',
      'Motif de fin',
    ],
    [
      'N’DIAYE-LE GOFF Amina',
      '12/05/1990',
      'CPIP',
      '02/01/2024',
      'MA de Fleury',
      '10/10/2023',
      '12/03/2024',
      'LSC',
      'SME',
      '09/01/2024',
      'MA Fleury',
      'Parloir',
      'Logement / Santé',
      '30/06/2024',
      'Objectifs atteints',
    ],
  ]
  const rapport = await importer(enWindows1252(tableau))
  expect(rapport).toMatchObject({ problemes: [], valeursInconnues: [], colonnesInconnues: [], importees: 1 })
  expect(await sejoursDe(db)).toEqual(['N’DIAYE-LE GOFF: ma-fleury-merogis 2023-10-10 → 2024-03-12 (lsc)'])
  const [entretien] = await db.selectFrom('entretien').select(['date', 'reponses']).execute()
  expect([entretien?.date, lireReponses(entretien?.reponses ?? '{}')]).toEqual([
    '2024-01-09',
    { etablissement: 'ma-fleury-merogis', modalite: 'detention', domaines: ['logement', 'sante'] },
  ])
  const [suivi] = await db.selectFrom('suivi').select(['reponses', 'clos_le', 'motif_cloture']).execute()
  expect([lireReponses(suivi?.reponses ?? '{}'), suivi?.clos_le, suivi?.motif_cloture]).toEqual([
    { prescripteur: 'spip' },
    '2024-06-30',
    'objectifs-atteints',
  ])
})

test('un lieu d’entretien à préciser n’ôte pas le séjour dont l’établissement est connu', async () => {
  const { importer } = await unPosteCvp()
  const rapport = await importer(
    enCsv([
      ['Nom', 'Date du 1er RDV', 'Lieu du RDV', 'Prison', 'Entré le', 'Libéré le', 'Logement à la sortie'],
      ['Roche', '03/03/2024', 'Salle 4', 'MA Périgueux', '02/02/2024', '05/05/2024', 'CHRS'],
    ]),
  )
  expect(rapport).toMatchObject({ problemes: [], valeursInconnues: [{ valeur: 'Salle 4' }], sejours: 1 })
})

test('« toujours incarcéré », « en cours » disent un séjour qui dure, non une date fausse', async () => {
  const { db, importer } = await unPosteCvp()
  const dire = ['en cours', 'Toujours incarcérée', 'toujours incarcéré(e)', 'détenu', 'NC', '-', 'non libéré']
  const rapport = await importer(
    enCsv([
      ['Nom', 'Orienté le', 'Prison', 'Entré le', 'Sorti le', 'Suivi clos le'],
      ...dire.map((sortie, i) => [`Roche${i}`, '03/03/2024', 'MA Périgueux', '02/02/2024', sortie, 'suivi en cours']),
    ]),
  )
  expect(rapport).toMatchObject({ problemes: [], importees: dire.length, sejours: dire.length })
  expect(await sejoursDe(db)).toEqual(dire.map((_, i) => `Roche${i}: ma-perigueux 2024-02-02 →  ()`))
  const douteux = enCsv([
    ['Nom', 'Orienté le', 'Prison', 'Entré le', 'Sorti le'],
    ['Keita', '03/03/2024', 'MA Périgueux', '02/02/2024', 'peut-être sorti'],
  ])
  expect((await importer(douteux)).problemes).toMatchObject([{ ligne: 2, colonne: 'Sorti le' }])
})

test.each([
  ['MA Fresnes', 'cp-fresnes'],
  ['Maison d’arrêt de Fresnes', 'cp-fresnes'],
  ['La Santé', 'cp-paris-la-sante'],
  ['MA La Santé', 'cp-paris-la-sante'],
  ['Maison d’arrêt de la Santé', 'cp-paris-la-sante'],
  ['Fleury', 'ma-fleury-merogis'],
  ['MA de Nanterre', 'cp-nanterre'],
  ['MAF Fleury-Mérogis', null],
  ['CD Marseille', null],
])('le lieu « %s » est %s', async (ecrit, code) => {
  const { db, importer } = await unPosteCvp()
  const rapport = await importer(
    enCsv([
      ['Nom', 'Orienté le', 'Prison', 'Entré le'],
      ['Roche', '03/03/2024', ecrit, '02/02/2024'],
    ]),
  )
  expect(rapport.problemes).toEqual([])
  expect(rapport.valeursInconnues).toHaveLength(code === null ? 1 : 0)
  const passages = await db.selectFrom('passage').select('etablissement').execute()
  expect(passages.map((p) => p.etablissement)).toEqual(code === null ? [] : [code])
})

test('un référent de mission locale écrit « 1er accueil » : c’est l’entretien de la ligne', async () => {
  const { importer } = await unPosteCvp()
  const rapport = await importer(
    enCsv([
      ['Nom', 'Prénom', 'Établissement(s)', 'ML de rattachement', '1er accueil', 'Situation à la sortie'],
      ['Petit', 'Léa', 'MA Périgueux', 'Périgueux', '05/02/2024', 'Formation'],
    ]),
    { dispositif: 'mission-locale' },
  )
  expect(rapport).toMatchObject({ problemes: [], valeursInconnues: [], colonnesInconnues: [], entretiens: 1 })
})
