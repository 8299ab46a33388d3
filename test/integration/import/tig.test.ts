import { assert, array, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compterTig } from '#db/queries/tig/compter.ts'
import { mesuresTig, reglesMesure } from '#shared/domaine/tig/mesure.ts'
import {
  type CelluleTapee,
  enCsv,
  enOds,
  enWindows1252,
  enXlsx,
  jour,
  type Tableau,
} from '../../fixtures/imports/tableurs.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { maintenant, unPoste } from './aide.ts'

const titres = [
  'Nom',
  'Prénom',
  'Date de naissance',
  'Sexe',
  'Type de mesure',
  'Service référent',
  'CPIP',
  'Heures prononcées',
  'Heures effectuées',
  'Date de décision',
  'Échéance',
  'Début',
  'Fin',
  'Poste',
  'Service d’accueil',
  'Issue',
  'Attestation remise',
  'Infraction',
  'Juge',
  'Obligations',
  'N° écrou',
]
/** One row, written over several lines. */
const rangee = <T>(...morceaux: readonly (readonly T[])[]): readonly T[] => morceaux.flat()
const interdit = ['vol aggravé', 'Mme la présidente', 'soins', '445566']
const ali: readonly CelluleTapee[] = rangee<CelluleTapee>(
  ['Keita', 'Ali', jour('05/04/1995'), 'H', 'TIG', 'SPIP', 'Nadia Bel', 70, 70],
  [jour('01/02/2025'), jour('01/08/2026'), jour('03/03/2025'), jour('20/03/2025')],
  ['Entretien des parcs', 'Espaces verts', 'Exécuté', jour('21/03/2025')],
  interdit,
)
const lea: readonly CelluleTapee[] = rangee<CelluleTapee>(
  ['Roux', 'Léa', jour('10/10/2000'), 'F', 'Sursis-TIG', 'spip', null, 105, '35h30'],
  [jour('15/01/2020'), null, jour('10/03/2025'), null, 'ENTRETIEN DES PARCS', null, 'en cours', 'non'],
  interdit,
)
const tom = rangee<CelluleTapee>(
  ['Petit', 'Tom', '2009', 'M', 'réparation', 'PJJ', null, 20, null],
  [jour('02/04/2025'), null, jour('06/04/2025'), jour('07/04/2025'), null, 'Médiathèque', 'non présenté', null],
  interdit,
)
const tableau: Tableau = [['Accueils 2025'], [], titres, ali, lea, tom]

const unHote = async () => {
  const poste = await unPoste()
  const importer: typeof poste.importer = (octets, reste) => poste.importer(octets, { dispositif: 'tig', ...reste })
  return { ...poste, importer }
}
type Base = Awaited<ReturnType<typeof unHote>>['db']

const accueilsDe = (db: Base) =>
  db
    .selectFrom('accueil as a')
    .innerJoin('personne as p', 'p.id', 'a.personne_id')
    .innerJoin('suivi as s', 's.id', 'a.suivi_id')
    .leftJoin('poste_travail as t', 't.id', 'a.poste_id')
    .select(['p.nom', 'a.mesure', 'a.service', 'a.referent', 'a.heures', 'a.minutes_reprises', 'a.decide_le'])
    .select(['a.echeance', 'a.debut_le', 's.clos_le', 's.motif_cloture', 't.intitule', 'a.attestation_le'])
    .orderBy('p.nom')
    .execute()
    .then((lignes) => lignes.map((ligne) => Object.values(ligne)))

describe('le tableur d’un organisme d’accueil', () => {
  it('devient des accueils et des postes, et rien de ce qu’un hôte n’a pas à savoir', async () => {
    const { db, importer } = await unHote()
    const rapport = await importer(enCsv(tableau))
    expect(rapport).toMatchObject({
      problemes: [],
      valeursInconnues: [],
      colonnesInconnues: [],
      importees: 3,
      accueils: 3,
      entretiens: 0,
      personnesNouvelles: 3,
    })
    expect(rapport.colonnesInterdites.map((c) => c.titre)).toEqual(['Infraction', 'Juge', 'Obligations', 'N° écrou'])
    expect(await accueilsDe(db)).toEqual([
      rangee<string | number | null>(
        ['Keita', 'tig', 'spip', 'Nadia Bel', 70, 4200, '2025-02-01', '2026-08-01', '2025-03-03', '2025-03-20'],
        ['execute-total', 'Entretien des parcs', '2025-03-21'],
      ),
      rangee<string | number | null>(
        ['Petit', 'reparation', 'pjj', null, 20, 0, '2025-04-02', null, '2025-04-06', '2025-04-07'],
        ['non-presente', 'Médiathèque', null],
      ),
      rangee<string | number | null>(
        ['Roux', 'sp-tig', 'spip', null, 105, 2130, '2020-01-15', null, '2025-03-10', null],
        [null, 'Entretien des parcs', null],
      ),
    ])
    const postes = await db.selectFrom('poste_travail').selectAll().orderBy('intitule').execute()
    expect(postes.map((p) => [p.intitule, p.service, p.places, p.ouvert_aux_mineurs, p.inscrit_le])).toEqual([
      ['Entretien des parcs', 'Espaces verts', 2, 0, '2025-03-03'],
      ['Médiathèque', 'Médiathèque', 1, 1, '2025-04-06'],
    ])
    const messages = rapport.avertissements.map(({ lignes, message }) => `${lignes.join()} ${message}`)
    expect(messages[0]).toBe(
      ' Postes ajoutés, à compléter (places, contraintes, date d’inscription) : Entretien des parcs, Médiathèque.',
    )
    expect(messages.find((m) => m.startsWith('5 « Sursis-TIG »'))).toContain('24 mars 2020')
    const tables = ['personne', 'suivi', 'accueil', 'poste_travail'] as const
    for (const table of tables)
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute())).not.toMatch(/aggravé|présidente|445566/u)
  })

  it('donne le même coffre par chaque format, et n’ajoute rien la deuxième fois', async () => {
    const fichiers = [enCsv(tableau), enWindows1252(tableau), await enXlsx(tableau), await enOds(tableau)]
    const contenus: unknown[] = []
    for (const fichier of fichiers) {
      const { db, importer } = await unHote()
      expect(await importer(fichier)).toMatchObject({ problemes: [], importees: 3 })
      const apres = await accueilsDe(db)
      contenus.push(apres)
      for (const autre of fichiers) {
        const rapport = await importer(autre)
        expect(rapport).toMatchObject({ problemes: [], importees: 0, accueils: 0, personnesNouvelles: 0 })
        expect(rapport.ignorees.map((l) => l.ligne)).toEqual([4, 5, 6])
      }
      expect(await accueilsDe(db)).toEqual(apres)
      expect(await db.selectFrom('poste_travail').select('id').execute()).toHaveLength(2)
    }
    for (const contenu of contenus) expect(contenu).toEqual(contenus[0])
  })

  it('complète une fin notée depuis, ne remplace rien, ne ramène pas ce qui a été retiré', async () => {
    const { db, importer } = await unHote()
    await importer(enCsv(tableau))
    const finie = lea.with(12, jour('30/06/2025')).with(15, 'Exécuté en entier').with(8, 105).with(16, 'oui')
    const rapport = await importer(enCsv([titres, ali, finie, tom]))
    expect(rapport).toMatchObject({ problemes: [], importees: 1, accueils: 1 })
    expect(rapport.avertissements.map((a) => a.message).join()).toContain('celles du coffre sont gardées')
    const apres = await accueilsDe(db)
    expect(apres[2]?.slice(5)).toEqual([
      2130,
      '2020-01-15',
      null,
      '2025-03-10',
      '2025-06-30',
      'execute-total',
      'Entretien des parcs',
      '2025-06-30',
    ])
    await db.updateTable('accueil').set({ supprime_le: '2026-01-01' }).where('mesure', '=', 'tig').execute()
    expect(await importer(enCsv(tableau))).toMatchObject({ importees: 0, accueils: 0 })
    expect(await db.selectFrom('accueil').select('suivi_id').where('supprime_le', 'is', null).execute()).toHaveLength(2)
  })

  it('reconnaît l’accueil déjà saisi à l’écran, et son poste par son nom', async () => {
    const { db, importer } = await unHote()
    await importer(enCsv([titres, ali]))
    // As if typed by hand: an id that no file makes.
    await db.updateTable('accueil').set({ decide_le: null }).execute()
    expect(await importer(enCsv([titres, ali]))).toMatchObject({ importees: 1, accueils: 1, personnesNouvelles: 0 })
    expect(await accueilsDe(db)).toHaveLength(1)
    expect((await importer(enCsv([titres, ali.with(3, 'H')]))).importees).toBe(0)
  })

  it('refuse le fichier entier, avec l’article, la ligne et la colonne', async () => {
    const { db, importer } = await unHote()
    const fautes = [
      ali.with(7, 600),
      ali.with(7, '12,5'),
      ali.with(4, 'TNR (transaction)').with(7, 35),
      ali.with(2, jour('05/04/2015')),
      ali.with(12, null),
      ali.with(5, null),
      ali.with(0, null).with(1, null),
      ali.with(9, '31/02/2025'),
      ali.with(9, jour('01/02/2027')),
    ]
    const rapport = await importer(enCsv([titres, lea, ...fautes]))
    const lus = rapport.problemes.map((p) => `${p.ligne} ${p.colonne} ${p.raison}`)
    expect(lus).toEqual([
      '3 Heures prononcées Heures hors de la loi. TIG : de 20 à 400 h (art. 131-8 du code pénal).',
      '4 Heures prononcées Les heures à faire sont un nombre entier d’heures, une au moins.',
      '5 Heures prononcées Heures hors de la loi. TNR, transaction du maire : 30 h au plus (art. 44-1 du code de procédure pénale).',
      '6 Type de mesure Pas avant 16 ans le jour de la décision (art. L122-1 du code de la justice pénale des mineurs).',
      '7 Fin Une issue sans date de fin : complétez la cellule.',
      '8 Service référent Le service référent manque : SPIP, PJJ ou délégué du procureur.',
      '9 Nom Le nom manque : l’attestation remise à la fin dit qui a fait les heures.',
      '10 Date de décision « 31/02/2025 » n’est pas une date du calendrier. Écrivez-la JJ/MM/AAAA.',
      '11 Date de décision La date est dans le futur.',
      '11 Échéance La date précède celle de la décision.',
      '11 Début La date précède celle de la décision.',
    ])
    expect(await db.selectFrom('personne').selectAll().execute()).toEqual([])
    const inconnue = await importer(enCsv([titres, ali.with(4, 'stage citoyen'), lea]))
    expect(inconnue).toMatchObject({ importees: 0, valeursInconnues: [{ champ: 'mesure', valeur: 'stage citoyen' }] })
    expect(await db.selectFrom('accueil').selectAll().execute()).toEqual([])
  })

  it('refuse un mineur sur un poste qui ne leur est pas ouvert', async () => {
    const { importer } = await unHote()
    await importer(enCsv([titres, ali]))
    const rapport = await importer(enCsv([titres, tom.with(13, 'entretien des parcs')]))
    expect(rapport.problemes).toEqual([
      { ligne: 2, colonne: null, raison: 'Le poste « Entretien des parcs » n’est pas ouvert aux mineurs.' },
    ])
  })

  it('compte au bilan ce qui a été compté à la main', async () => {
    const { db, importer } = await unHote()
    // Twelve done in whole, five in part, three never came, all over the year; 12×70 + 5×20,5 hours done.
    const lignes = Array.from({ length: 20 }, (_, i) =>
      ali
        .with(1, `Prénom${String.fromCodePoint(65 + i)}`)
        .with(8, i < 12 ? 70 : i < 17 ? '20h30' : null)
        .with(15, i < 12 ? 'Exécuté en entier' : i < 17 ? 'partiel' : 'absent'),
    )
    expect(await importer(enCsv([titres, ...lignes]))).toMatchObject({ problemes: [], accueils: 20 })
    const annee = { du: '2025-01-01', au: '2025-12-31' }
    expect(await compterTig(db, annee)).toMatchObject({
      accueillis: 20,
      premiersAccueils: 20,
      accueilsTermines: 20,
      executesEnEntier: 12,
      heuresPrononcees: 1400,
      postesOuverts: 1,
      places: 20,
    })
    const bilan = await apercuDe(db, { dispositif: 'tig', ...annee, seuil: 5 }, maintenant)
    expect(bilan.indicateurs).toMatchObject({
      personnes: 20,
      accueils: 20,
      accueilsTermines: 20,
      partExecutes: 60,
      heuresPrononceesTermines: 1400,
      // 942 h 30, told in whole hours.
      heuresFaitesTermines: 943,
      tauxHeures: 67.4,
    })
  })

  it('pour tout fichier d’accueils possibles, importe tout, et rien la deuxième fois', async () => {
    const uneLigne = record({
      nom: constantFrom('Keita', 'Roux', 'N’Diaye'),
      prenom: constantFrom('Ali', 'Léa', 'Jean Paul'),
      mesure: constantFrom(...mesuresTig),
      heures: integer({ min: 20, max: 30 }),
      fait: integer({ min: 0, max: 60 }),
      debut: integer({ min: 10, max: 28 }),
      poste: constantFrom(null, 'Parcs', 'parcs ', 'Garage'),
    }).map(({ nom, prenom, mesure, heures, fait, debut, poste }): readonly CelluleTapee[] =>
      rangee<CelluleTapee>(
        [nom, prenom, jour('01/01/1990'), 'H', reglesMesure[mesure].libelle, 'SPIP', null, heures, `${fait}h15`],
        [jour('01/02/2025'), null, jour(`${debut}/03/2025`), null, poste, null, null, null],
        interdit,
      ),
    )
    await assert(
      asyncProperty(array(uneLigne, { minLength: 1, maxLength: 12 }), async (lignes) => {
        const { db, importer } = await unHote()
        expect(await importer(enCsv([titres, ...lignes]))).toMatchObject({ problemes: [], accueils: lignes.length })
        const apres = await accueilsDe(db)
        expect(apres).toHaveLength(lignes.length)
        expect(apres.reduce((n, a) => n + Number(a[5]), 0)).toBe(
          lignes.reduce((n, l) => n + Number.parseInt(String(l[8]), 10) * 60 + 15, 0),
        )
        const encore = await importer(await enOds([titres, ...lignes]))
        expect(encore).toMatchObject({ problemes: [], importees: 0, personnesNouvelles: 0 })
        expect(await accueilsDe(db)).toEqual(apres)
      }),
      { numRuns: 12 },
    )
  })
})
