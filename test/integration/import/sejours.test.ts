import { describe, expect, it } from 'vitest'
import { fichierMissionsLocales } from '../../fixtures/imports/fichiers.ts'
import { enCsv, enOds, enXlsx, jour, type Tableau } from '../../fixtures/imports/tableurs.ts'
import { unPoste } from './aide.ts'
import { compterParcours, sejoursDe, unPosteCvp } from './parcours.ts'

describe('les séjours de la Dordogne', () => {
  it('sont 121, dont 49 en cours, et n’entrent qu’une fois', async () => {
    const { db, importer } = await unPoste()
    const rapport = await importer(fichierMissionsLocales(), { dispositif: 'mission-locale' })
    expect(rapport).toMatchObject({ importees: 121, entretiens: 121, sejours: 121, faits: 0 })
    const sejours = await db.selectFrom('passage').selectAll().execute()
    expect(sejours.filter((s) => s.sortie === null && s.mode === null)).toHaveLength(49)
    expect(sejours.filter((s) => s.mode === 'inconnu')).toHaveLength(72)
    expect(Map.groupBy(sejours, (s) => s.etablissement).get('ma-perigueux')).toHaveLength(44)
    const chevauchements = rapport.avertissements.find((a) => a.message.includes('se chevauchent'))
    expect(chevauchements?.lignes).toEqual(expect.arrayContaining([21, 73, 107, 109]))
    expect(rapport.avertissements.find((a) => a.message.includes('antérieur à l’entrée'))?.lignes).toHaveLength(58)
    const avant = await compterParcours(db)
    expect(await importer(fichierMissionsLocales(), { dispositif: 'mission-locale' })).toMatchObject({
      importees: 0,
      sejours: 0,
      faits: 0,
    })
    expect(await compterParcours(db)).toEqual(avant)
  })
})

const entete = [
  'Nom',
  'Prénom',
  'Date d’orientation',
  'Lieu de détention',
  'Incarcéré le',
  'Libéré le',
  'Mode de sortie',
]
const tableau = (...lignes: Tableau): Tableau => [entete, ...lignes]

describe('un séjour après l’autre', () => {
  it('comprend un transfert d’une ligne à l’autre : ce n’est pas une libération', async () => {
    const { db, importer } = await unPosteCvp()
    const rapport = await importer(
      enCsv(
        tableau(
          ['Roche', 'Léo', null, 'CD Neuvic', '05/06/2024', '01/02/2025', 'LC'],
          ['ROCHE', 'Léo', '02/01/2024', 'MA Périgueux', '01/12/2023', '04/06/2024', null],
        ),
      ),
    )
    expect(rapport).toMatchObject({ problemes: [], importees: 2, personnes: 1, sejours: 2 })
    expect(await sejoursDe(db)).toEqual([
      'Roche: ma-perigueux 2023-12-01 → 2024-06-04 (transfert)',
      'Roche: cd-neuvic 2024-06-05 → 2025-02-01 (lc)',
    ])
    expect(rapport.avertissements.find((a) => a.message.includes('transfert'))?.lignes).toEqual([2, 3])
  })

  it('ne devine pas un transfert quand des jours séparent les deux séjours', async () => {
    const { db, importer } = await unPosteCvp()
    await importer(
      enCsv(
        tableau(
          ['Roche', 'Léo', '02/01/2024', 'MA Périgueux', '01/12/2023', '04/06/2024', null],
          ['Roche', 'Léo', null, 'CD Neuvic', '10/06/2024', null, null],
        ),
      ),
    )
    expect((await sejoursDe(db))[0]).toContain('(inconnu)')
  })

  it('réunit les lignes d’un même séjour, et refuse deux sorties contraires', async () => {
    const { db, importer } = await unPosteCvp()
    const ligne = ['Roche', 'Léo', '02/01/2024', 'MA Périgueux', '01/12/2023'] as const
    const contraire = await importer(enCsv(tableau([...ligne, '04/06/2024', null], [...ligne, '05/06/2024', null])))
    expect(contraire).toMatchObject({
      importees: 0,
      problemes: [{ ligne: 3, raison: expect.stringContaining('finit deux fois') }],
    })
    expect(await compterParcours(db)).toMatchObject({ suivi: 0 })
    expect(await importer(enCsv(tableau([...ligne, null, null], [...ligne, '05/06/2024', 'transféré'])))).toMatchObject(
      {
        problemes: [],
        sejours: 1,
      },
    )
    expect(await sejoursDe(db)).toEqual(['Roche: ma-perigueux 2023-12-01 → 2024-06-05 (transfert)'])
  })

  it('garde une sortie à venir comme sortie prévue, la personne restant détenue', async () => {
    const { db, importer } = await unPosteCvp()
    const rapport = await importer(
      enCsv(tableau(['Roche', 'Léo', '02/01/2024', 'MA Périgueux', '01/12/2023', '04/06/29', null])),
    )
    expect(rapport.avertissements.map((a) => a.message)).toContainEqual(expect.stringContaining('sortie prévue'))
    expect(await sejoursDe(db)).toEqual(['Roche: ma-perigueux 2023-12-01 →  ()'])
    expect(await db.selectFrom('parcours_repere').select(['repere', 'date']).execute()).toEqual([
      { repere: 'sortie-prevue', date: '2029-06-04' },
    ])
  })

  it('lit dates typées, numéros de série et colonnes dans un autre ordre', async () => {
    const lignes: Tableau = [
      ['Sorties de prison'],
      ['Libéré le', 'Incarcéré le', 'Lieu de détention', 'Identité', 'Orienté le', 'NAISSANCE'],
      [
        jour('04/06/2024'),
        45_261,
        'Maison d’arrêt de Périgueux',
        'LE GALL-N’Diaye Anne-Lise',
        jour('02/01/2024'),
        jour('03/04/1990'),
      ],
    ]
    for (const fichier of [enCsv(lignes), await enXlsx(lignes), await enOds(lignes)]) {
      const { db, importer } = await unPosteCvp()
      expect(await importer(fichier)).toMatchObject({ problemes: [], colonnesInconnues: [], importees: 1 })
      expect(await sejoursDe(db)).toEqual([expect.stringContaining('ma-perigueux 2023-12-01 → 2024-06-04 (inconnu)')])
    }
  })

  it('dit toutes les fautes d’une ligne à la fois, et voit d’une ligne à l’autre le prévenu en aménagement', async () => {
    const { importer } = await unPosteCvp()
    const titres = ['Nom', 'Orienté le', 'Statut pénal', 'Mesures', 'RDV']
    const seule = await importer(enCsv([titres, ['Roche', 'mars 2025', 'prévenue', 'DDSE', '']]))
    expect(seule.problemes.map((p) => [p.ligne, p.colonne])).toEqual([
      [2, 'Orienté le'],
      [2, 'Mesures'],
    ])
    const deux = [titres, ['Roche', '02/01/2025', 'prévenu', '', '03/01/2025'], ['Roche', '', '', 'Semi-liberté', '']]
    expect((await importer(enCsv(deux))).problemes).toEqual([
      { ligne: 3, colonne: null, raison: expect.stringContaining('prévenue') },
    ])
  })

  it('refuse deux statuts sans date, et une ligne dont rien ne dit le suivi', async () => {
    const { importer } = await unPosteCvp()
    const titres = ['Nom', 'Orienté le', 'Orienté par', 'Statut pénal', 'Prison', 'Entrée']
    const statuts = [titres, ['Roche', '02/01/2025', '', 'prévenu'], ['Roche', '', '', 'condamné']]
    expect((await importer(enCsv(statuts))).problemes).toEqual([
      { ligne: 3, colonne: null, raison: expect.stringContaining('Deux statuts pénaux sans date') },
    ])
    const suivis = [
      titres,
      ['Roche', '02/01/2025', 'SPIP'],
      ['Roche', '03/02/2025', 'JAP'],
      ['Roche', '', '', '', 'MA Périgueux', '01/02/2025'],
    ]
    expect((await importer(enCsv(suivis))).problemes).toEqual([
      { ligne: 4, colonne: null, raison: expect.stringContaining('plusieurs suivis') },
    ])
  })

  it('refuse une personne dont rien ne dit quand le suivi commence', async () => {
    const { importer } = await unPosteCvp()
    const rapport = await importer(enCsv(tableau(['Roche', 'Léo', null, 'MA Périgueux', '01/12/2023', null, null])))
    expect(rapport.problemes).toEqual([
      { ligne: 2, colonne: null, raison: expect.stringContaining('quand ce suivi commence') },
    ])
  })
})
