import { describe, expect, it } from 'vitest'
import { lireReponses } from '#db/queries/reponses.ts'
import {
  type CelluleTapee,
  enCsv,
  enOds,
  enWindows1252,
  enXlsx,
  jour,
  type Tableau,
} from '../../fixtures/imports/tableurs.ts'
import { compterParcours, sejoursDe, unPosteCvp } from './parcours.ts'

const titres = [
  'Prénom',
  'NOM',
  'Né(e) le',
  'Orienté par',
  'Date d’orientation',
  'Établissement',
  'Date d’entrée',
  'Date de sortie prévue',
  'Date de sortie réelle',
  'Statut pénal',
  'Mesure(s)',
  'Mode de sortie',
  'Logement à l’entrée',
  'Logement à la sortie',
  'Emploi à l’entrée',
  'Emploi à la sortie',
  'Ressources à l’entrée',
  'Papiers à l’entrée',
  'Consentement',
  'Date du 1er entretien',
  'Modalité',
  'Motif de sortie',
  'Date de fin',
  'Infraction',
  'N° écrou',
]

const amina: readonly CelluleTapee[] = [
  'Amina',
  'N’Diaye-Le Goff',
  jour('12/05/1990'),
  'SPIP milieu fermé',
  jour('02/01/2025'),
  'MA Fleury-Mérogis',
  jour('10/10/2024'),
  null,
  jour('12/03/2025'),
  'Condamnée',
  'SME ; bracelet, sursis-TIG',
  'sortie sèche',
  'SDF',
  'CHRS',
  'sans activité',
  'CDD',
  'aucune',
  'CNI périmée',
  'oui',
  jour('09/01/2025'),
  'parloir',
  'Objectifs atteints',
  jour('30/06/2025'),
  'vol aggravé',
  '445566',
]
/** Sent, never met, still inside. */
const paul: readonly CelluleTapee[] = [
  'Paul',
  'de La Tour',
  jour('01/02/1985'),
  'JAP',
  jour('15/02/2025'),
  'CD Neuvic',
  jour('20/11/2023'),
  jour('24/12/2026'),
  null,
  'condamné',
  'Semi-liberté',
  ...Array.from({ length: 14 }, () => null),
]
const tableau: Tableau = [['Suivi CVP 2025'], [], titres, amina, paul]

describe('le tableur d’un correspondant ville-prison', () => {
  it('devient des suivis entiers : orientation, séjours, cadre, situations, fin', async () => {
    const { db, importer } = await unPosteCvp()
    const rapport = await importer(enCsv(tableau))
    expect(rapport).toMatchObject({
      problemes: [],
      valeursInconnues: [],
      colonnesInconnues: [],
      importees: 2,
      entretiens: 1,
      sejours: 2,
      personnesNouvelles: 2,
    })
    expect(rapport.colonnesInterdites.map((c) => c.titre)).toEqual(['Infraction', 'N° écrou'])
    expect(await sejoursDe(db)).toEqual([
      'N’Diaye-Le Goff: ma-fleury-merogis 2024-10-10 → 2025-03-12 (fin-de-peine-sans-mesure)',
      'de La Tour: cd-neuvic 2023-11-20 →  ()',
    ])
    const mesures = await db.selectFrom('mesure').select('mesure').orderBy('mesure').execute()
    expect(mesures.map((m) => m.mesure)).toEqual(['pse', 'sl', 'sme', 'sursis-tig'])
    const situations = await db.selectFrom('situation').selectAll().orderBy('moment').execute()
    expect(situations.map((s) => [s.moment, s.date, lireReponses(s.reponses), s.validee_le === null])).toEqual([
      [
        'entree',
        '2025-01-09',
        { logement: 'sans-abri', activite: 'non-inscrit', ressources: ['sans'], papiers: 'perime' },
        false,
      ],
      ['sortie', '2025-06-30', { logement: 'hebergement', activite: 'cdd' }, false],
    ])
    const suivis = await db.selectFrom('suivi').selectAll().orderBy('ouvert_le').execute()
    expect(suivis.map((s) => [s.saisine_date, s.ouvert_le, s.clos_le, s.motif_cloture])).toEqual([
      ['2025-01-02', '2025-01-09', '2025-06-30', 'objectifs-atteints'],
      ['2025-02-15', '2025-02-15', null, null],
    ])
    expect(await db.selectFrom('parcours_repere').select(['repere', 'date']).execute()).toEqual([
      { repere: 'sortie-prevue', date: '2026-12-24' },
    ])
    expect(await db.selectFrom('consentement').select(['objet', 'reponse', 'date', 'par']).execute()).toEqual([
      { objet: 'accompagnement', reponse: 'donne', date: '2025-01-09', par: 'cvp' },
    ])
    const tout = JSON.stringify(await db.selectFrom('entretien').selectAll().execute())
    expect(tout).not.toMatch(/aggravé|445566/u)
  })

  it('donne le même coffre par chaque format, et n’ajoute rien la deuxième fois', async () => {
    const fichiers = [enCsv(tableau), enWindows1252(tableau), await enXlsx(tableau), await enOds(tableau)]
    const contenus: unknown[] = []
    for (const fichier of fichiers) {
      const { db, importer } = await unPosteCvp()
      expect(await importer(fichier)).toMatchObject({ problemes: [], valeursInconnues: [], importees: 2 })
      const apres = await compterParcours(db)
      contenus.push([await sejoursDe(db), apres])
      for (const autre of fichiers) {
        const rapport = await importer(autre)
        expect(rapport).toMatchObject({ problemes: [], importees: 0, personnesNouvelles: 0, sejours: 0, faits: 0 })
        expect(rapport.ignorees.map((l) => l.ligne)).toEqual([4, 5])
      }
      expect(await compterParcours(db)).toEqual(apres)
    }
    for (const contenu of contenus) expect(contenu).toEqual(contenus[0])
  })

  it('complète une sortie, une fin notées depuis dans le tableur, sans rien compter deux fois', async () => {
    const { db, importer } = await unPosteCvp()
    await importer(enCsv(tableau))
    const sorti = paul.with(8, jour('10/10/2025')).with(11, 'LC')
    const rapport = await importer(enCsv([titres, amina, sorti]))
    expect(rapport).toMatchObject({ importees: 1, entretiens: 0, sejours: 1, personnesNouvelles: 0 })
    expect((await sejoursDe(db))[1]).toBe('de La Tour: cd-neuvic 2023-11-20 → 2025-10-10 (lc)')
  })

  it('ne remet pas ce que l’utilisateur a effacé', async () => {
    const { db, importer } = await unPosteCvp()
    await importer(enCsv(tableau))
    await db.updateTable('passage').set({ supprime_le: '2026-01-01T00:00:00.000Z' }).execute()
    await db.updateTable('mesure').set({ supprime_le: '2026-01-01T00:00:00.000Z' }).execute()
    expect(await importer(enCsv(tableau))).toMatchObject({ importees: 0, sejours: 0, faits: 0 })
    expect(await sejoursDe(db)).toEqual([])
  })

  it('ne garde ni statut ni mesure tant que leur nécessité n’est pas déclarée, et le dit', async () => {
    const { db, importer } = await unPosteCvp({ necessite: false })
    const rapport = await importer(enCsv(tableau))
    expect(rapport).toMatchObject({ problemes: [], importees: 2 })
    expect(rapport.avertissements.filter((a) => a.message.startsWith('Statut pénal et mesures'))).toEqual([
      { lignes: [4, 5], message: expect.stringContaining('art. 46') },
    ])
    expect(await compterParcours(db)).toMatchObject({ mesure: 0, statut_penal: 0, passage: 2 })
  })
})

const dire = (choix: 'code' | 'non-renseigne') => ({
  valeurs: { modeSortie: { Levée: choix === 'code' ? { choix, code: 'autre' } : { choix } } },
})

const une = (colonnes: Readonly<Record<string, CelluleTapee>>): Tableau => [
  ['Nom', 'Prénom', 'Date d’orientation', ...Object.keys(colonnes)],
  ['Roche', 'Léo', '02/01/2025', ...Object.values(colonnes)],
]

describe('ce qui est refusé, la ligne et la raison dites, rien n’étant écrit', () => {
  it.each([
    ['un prévenu en semi-liberté', { 'Statut pénal': 'prévenu', Mesures: 'SL' }, 'prévenue'],
    ['une sortie avant l’entrée', { Prison: 'MA Périgueux', Entrée: '02/03/2025', Sortie: '01/03/2025' }, 'antérieure'],
    ['un mois sans jour', { Prison: 'MA Périgueux', Entrée: 'mars 2012' }, '« mars 2012 » n’est pas une date'],
    ['un séjour sans établissement', { Entrée: '02/03/2025' }, 'L’établissement de ce séjour manque'],
    [
      'un séjour à la mairie',
      { Établissement: 'Mairie', 'Date d’entrée': '02/03/2025' },
      'établissement pénitentiaire',
    ],
    ['un motif sans date de fin', { 'Motif de sortie': 'Relais' }, 'Ce motif n’a pas de date'],
    ['une fin avant le début', { 'Date de fin': '01/01/2025' }, 'antérieure à son début'],
    ['deux mesures pour une date', { Mesures: 'LC, TIG', 'Début de la mesure': '02/02/2024' }, 'Plusieurs mesures'],
    ['un accord sans date ni entretien', { Consentement: 'oui' }, 'dites quel jour'],
    [
      'une situation de sortie sans date',
      { 'Logement à la sortie': 'CHRS' },
      'La situation à la sortie n’a pas de date',
    ],
    ['un entretien à venir', { 'Date d’entretien': '02/03/2031' }, 'dans le futur'],
  ])('%s', async (_cas, colonnes: Readonly<Record<string, CelluleTapee>>, raison) => {
    const { db, importer } = await unPosteCvp()
    const rapport = await importer(enCsv(une(colonnes)))
    expect(rapport.problemes).toEqual([expect.objectContaining({ ligne: 2, raison: expect.stringContaining(raison) })])
    expect(rapport.importees).toBe(0)
    expect(await compterParcours(db)).toMatchObject({ personne: 0, suivi: 0, passage: 0 })
  })

  it('nomme les valeurs inconnues et leurs lignes, et suit ce que l’utilisateur en dit', async () => {
    const { db, importer } = await unPosteCvp()
    const fichier = enCsv(
      une({ 'Mode de sortie': 'Levée', Prison: 'MA Périgueux', Entrée: '02/03/2025', Sortie: '03/03/2025' }),
    )
    const rapport = await importer(fichier)
    expect(rapport).toMatchObject({ importees: 0, problemes: [] })
    expect(rapport.valeursInconnues).toMatchObject([{ champ: 'modeSortie', valeur: 'Levée', lignes: [2] }])
    expect(await importer(fichier, { correspondance: dire('non-renseigne'), simulation: true })).toMatchObject({
      importees: 1,
    })
    expect(await importer(fichier, { correspondance: dire('code') })).toMatchObject({ importees: 1 })
    expect(await sejoursDe(db)).toEqual(['Roche: ma-perigueux 2025-03-02 → 2025-03-03 (autre)'])
    const ajouter = { valeurs: { modeSortie: { Levée: { choix: 'ajouter' as const } } } }
    await expect(importer(fichier, { correspondance: ajouter })).rejects.toThrow('valeur-inconnue')
  })

  it('n’importe pas une colonne interdite, même si l’utilisateur le demande', async () => {
    const { db, importer } = await unPosteCvp()
    const fichier = enCsv(une({ 'Date d’entretien': '03/01/2025', Infraction: 'vol', Diagnostic: 'psychose' }))
    const correspondance = { colonnes: { Infraction: 'note', Diagnostic: 'note' } }
    const rapport = await importer(fichier, { correspondance })
    expect(rapport.colonnesInterdites.map((c) => c.titre)).toEqual(['Infraction', 'Diagnostic'])
    expect(await db.selectFrom('entretien').select('note').execute()).toEqual([{ note: '' }])
  })
})

describe('plusieurs entretiens sur une ligne', () => {
  const colonnes = [
    'NOM',
    'Orienté le',
    'Date entretien 1',
    'Modalité 1',
    'Date entretien 2',
    'Modalité 2',
    '3e entretien',
  ]
  const lignes: Tableau = [
    colonnes,
    ['Roche', '02/01/2025', '09/01/2025', 'parloir', '12/02/2025', 'téléphone', '15/03/2025'],
    ['Keita', '02/01/2025', null, null, null, null, null],
    ['Lambert', '02/01/2025', '10/01/2025', 'parloir', null, null, null],
  ]

  it('sont tous là, une fois, dans un suivi', async () => {
    const { db, importer } = await unPosteCvp()
    const rapport = await importer(enCsv(lignes))
    expect(rapport).toMatchObject({ problemes: [], colonnesInconnues: [], lignes: 3, importees: 3, entretiens: 4 })
    const faits = await db.selectFrom('entretien').select(['date', 'reponses']).orderBy('date').execute()
    expect(faits.map((e) => [e.date, lireReponses(e.reponses)['modalite']])).toEqual([
      ['2025-01-09', 'detention'],
      ['2025-01-10', 'detention'],
      ['2025-02-12', 'telephone'],
      ['2025-03-15', undefined],
    ])
    const avant = await compterParcours(db)
    expect(avant).toMatchObject({ personne: 3, suivi: 3, entretien: 4, reperage: 1 })
    expect(await importer(enCsv(lignes))).toMatchObject({ importees: 0, ignorees: [{}, {}, {}] })
    expect(await compterParcours(db)).toEqual(avant)
  })

  it('s’ajoutent l’un après l’autre, à mesure que le tableur est tenu', async () => {
    const { db, importer } = await unPosteCvp()
    await importer(enCsv(lignes))
    const suite = lignes.map((l) =>
      l[0] === 'Keita' ? l.with(2, '20/02/2025') : l[0] === 'Lambert' ? l.with(4, '21/02/2025') : l,
    )
    expect(await importer(enCsv(suite))).toMatchObject({ importees: 2, entretiens: 2, personnesNouvelles: 0 })
    expect(await compterParcours(db)).toMatchObject({ personne: 3, suivi: 3, entretien: 6 })
  })
})
