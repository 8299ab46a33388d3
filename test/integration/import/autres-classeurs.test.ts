import { OdsDocument } from 'odf-kit'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import type { Db } from '#db/connection.ts'
import { compter, contenuDe, unPoste } from './aide.ts'

/** Spreadsheets as posts really keep them, none like the one shipped. */
const csv = (...lignes: readonly string[]): Buffer => Buffer.from(lignes.join('\r\n'))

const nomsDe = async (db: Db) =>
  (await db.selectFrom('personne').select(['nom', 'prenom', 'naissance', 'anonyme']).orderBy('nom').execute()).map(
    (p) => (p.anonyme === 1 ? '(anonyme)' : `${p.nom} ${p.prenom} ${p.naissance ?? '?'}`),
  )
const destinationsDe = async (db: Db) =>
  (await db.selectFrom('orientation').select('destination').orderBy('destination').execute()).map((o) => o.destination)

describe('des lignes qui ne sont personne', () => {
  it('laisse de côté, en le disant, total, intertitres, titres répétés, lignes préparées', async () => {
    const { db, importer } = await unPoste()
    const fichier = csv(
      'COMMISSARIAT DE PANTIN – suivi de l’intervenante sociale 2013;;;;;',
      ';;;;;',
      'N°;Date;Nom;Prénom;Type de public;Durée',
      ';JANVIER 2013;;;;',
      '1;07/01/2013;Lambert;Odile;Victime;45',
      '2;08/01/2013;;;Victime;30',
      ';;;;;',
      'N°;Date;Nom;Prénom;Type de public;Durée',
      ';Février;;;;',
      '3;04/02/2013;Roche;Paul;Mis en cause;1h30',
      '4;05/02/2013;;;;',
      '5;;;;;',
      'TOTAL;;;;3;165',
      ';31/12/2013;Total général;;;165',
      ';;Sous-total;;;165',
    )
    const rapport = await importer(fichier)
    expect(rapport.problemes).toEqual([])
    expect(rapport).toMatchObject({ lignes: 11, importees: 3, personnes: 3, anonymes: 1, colonnesInconnues: ['N°'] })
    expect(rapport.ignorees).toEqual([
      { ligne: 4, raison: 'Intertitre.' },
      { ligne: 8, raison: 'Titres des colonnes répétés.' },
      { ligne: 9, raison: 'Intertitre.' },
      { ligne: 11, raison: 'Ligne qui ne porte qu’une date, sans aucune réponse.' },
      { ligne: 12, raison: 'Ligne vide dans toutes les colonnes reconnues.' },
      { ligne: 13, raison: 'Ligne de total.' },
      { ligne: 14, raison: 'Ligne de total.' },
      { ligne: 15, raison: 'Ligne de total.' },
    ])
    expect(await nomsDe(db)).toEqual(['(anonyme)', 'Lambert Odile ?', 'Roche Paul ?'])
    expect(await importer(fichier)).toMatchObject({ importees: 0, personnesNouvelles: 0 })
    expect(await compter(db)).toMatchObject({ entretien: 3, personne: 3 })
  })

  it('garde qui s’appelle Total, et refuse une ligne sans date', async () => {
    const { importer } = await unPoste()
    const entete = 'Nom;Prénom;Date'
    expect(await importer(csv(entete, 'Total;Jeanne;07/01/2013'))).toMatchObject({ importees: 1, ignorees: [] })
    const refuse = await importer(csv(entete, 'Lambert;;', ';;07/01/2013'))
    expect(refuse).toMatchObject({ importees: 0, problemes: [{ ligne: 2, colonne: 'Date' }] })
  })

  it('prévient quand aucune colonne ne porte les noms', async () => {
    const { importer } = await unPoste()
    const rapport = await importer(csv('Date;Patronyme usuel;Public', '07/01/2013;Lambert;Victime'))
    expect(rapport.colonnesInconnues).toEqual(['Patronyme usuel'])
    expect(rapport.avertissements.map((a) => a.message).join()).toContain('Aucune colonne de nom reconnue')
  })
})

describe('plusieurs colonnes pour une question', () => {
  it('réunit les orientations, les actions et les notes, quelle que soit leur place', async () => {
    const { db, importer } = await unPoste()
    const fichier = csv(
      'Orientation 1;DATE ENTRETIEN;NOM Prénom;Orientation 2;Action n° 1;2e orientation;Action n°2;Observations;Commentaires',
      'CCAS;7/1/13;LE GALL Anne-Marie;115, CCAS;Écoute;;Soutien;a rappelé;voir lundi',
      ';8/1/13;M. DUPONT Jean;aucune;;;;;',
      'CIDFF;9/1/13;LE GALL Anne Marie;;;Avocat|JAF;;;',
    )
    const rapport = await importer(fichier)
    expect(rapport).toMatchObject({ problemes: [], valeursInconnues: [], colonnesInconnues: [], importees: 3 })
    expect(rapport.personnes).toBe(2)
    expect(rapport.apercu[0]).toEqual([
      'CCAS, 115 – Samusocial',
      '07/01/2013',
      'LE GALL Anne-Marie',
      '',
      'Accueil et écoute, Soutien moral',
      '',
      '',
      'a rappelé\nvoir lundi',
      '',
    ])
    expect(await destinationsDe(db)).toEqual(['115', 'avocat', 'ccas', 'cidff', 'jaf'])
    const [premier] = await db.selectFrom('entretien').select(['note', 'reponses']).orderBy('date').execute()
    expect(premier?.note).toBe('a rappelé\nvoir lundi')
    expect(JSON.parse(premier?.reponses ?? '')).toEqual({ actions: ['accueil-ecoute', 'soutien'] })
    expect(await importer(fichier)).toMatchObject({ importees: 0 })
  })

  it('distingue la première problématique des suivantes', async () => {
    const { db, importer } = await unPoste()
    await importer(
      csv('Date;Nom;Problématique 1;Problématique 2;Problématique 3', '07/01/2013;Roche;VC;Alcool;Logement'),
    )
    const { reponses } = await db.selectFrom('suivi').select('reponses').executeTakeFirstOrThrow()
    expect(JSON.parse(reponses)).toEqual({
      problematique: 'violences-conjugales',
      problematiquesSecondaires: ['addictions', 'logement'],
    })
  })

  it('ne réunit pas deux colonnes d’une réponse unique', async () => {
    const { importer } = await unPoste()
    const rapport = await importer(
      csv('Date;Nom;Commune 1;Commune;Saisine;Saisine', '07/01/2013;Roche;Pantin;Bobigny;MC;Plainte'),
    )
    expect(rapport.colonnesInconnues).toEqual(['Commune 1', 'Saisine'])
  })
})

describe('dates, durées, noms et sexes comme on les écrit', () => {
  it('lit chaque écriture', async () => {
    const { db, importer } = await unPoste()
    const rapport = await importer(
      csv(
        'sexe,COMMUNE,né(e) le,Identité,"Durée",Jour',
        'Mme,Pantin,12/03/80,"DURAND-LEFÈVRE, Anne",1h30,lundi 7 janvier 2013',
        'F,PANTIN,12/03/1980,durand lefevre Anne,90 min,41282',
        'M.,pantin,1975,N’DIAYE Moussa,"0,5 h",09-01-13',
        'H,Pantin,,N DIAYE Moussa,,2013-01-10',
        'Mlle,Pantin,02/02/1990,Mlle O’BRIEN Lily,1:15,11 janv. 2013',
        'Masculin,Pantin,3/4/1966,M. Jean DE LA TOUR,45,12/01/2013 14h30',
      ),
    )
    expect(rapport).toMatchObject({ problemes: [], valeursInconnues: [], importees: 6, personnes: 5 })
    expect(rapport.doublonsPossibles).toHaveLength(1)
    expect(await nomsDe(db)).toEqual([
      'DE LA TOUR Jean 1966-04-03',
      'DURAND-LEFÈVRE Anne 1980-03-12',
      'N DIAYE Moussa ?',
      'N’DIAYE Moussa 1975',
      'O’BRIEN Lily 1990-02-02',
    ])
    const lus = await db.selectFrom('entretien').select(['date', 'heure', 'duree_minutes']).orderBy('date').execute()
    expect(lus.map((e) => [e.date, e.heure, e.duree_minutes])).toEqual([
      ['2013-01-07', null, 90],
      ['2013-01-08', null, 90],
      ['2013-01-09', null, 30],
      ['2013-01-10', null, null],
      ['2013-01-11', null, 75],
      ['2013-01-12', '14:30', 45],
    ])
  })

  it('laisse les colonnes d’un autre métier, et n’en garde rien', async () => {
    const { db, importer } = await unPoste()
    const rapport = await importer(
      csv(
        'Date;Nom;Nationalité;Religion;Situation;N° écrou;NIR;Situation familiale;Traitement médical',
        '07/01/2013;Roche;Suisse;Druze;Célibataire;998877;1800375123456;Veuf;Zyprexa',
        '08/01/2013;Autre;Suisse;Druze;Célibataire;998878;1800375123457;Veuf;Zyprexa',
      ),
    )
    expect(rapport).toMatchObject({ importees: 2, personnes: 2 })
    expect(rapport.colonnesInconnues).toEqual(['Nationalité', 'Situation', 'Situation familiale'])
    expect(rapport.colonnesInterdites.map((c) => c.titre)).toEqual([
      'Religion',
      'N° écrou',
      'NIR',
      'Traitement médical',
    ])
    for (const { raison } of rapport.colonnesInterdites) expect(raison).toMatch(/jamais gardé/u)
    expect((await contenuDe(db)).join()).not.toMatch(/Suisse|Druze|libataire|99887|18003|Veuf|Zyprexa/u)
    expect(await compter(db)).toMatchObject({ suivi: 2 })
  })
})

const date = (jour: number) => new Date(Date.UTC(2013, 0, jour))
const jj = (d: Date) => d.toISOString().slice(0, 10).split('-').toReversed().join('/')
const texte = (c: string | Date | null) => (c instanceof Date ? jj(c) : (c ?? ''))

describe('le même tableau par chaque format', () => {
  const titres = ['Nom', 'Prénom', 'Date', 'Naissance', 'Orientation 1', 'Orientation 2', '']
  const lignes = [
    ['Lambert', 'Odile', date(7), new Date(Date.UTC(1980, 2, 12)), 'CCAS', '115', null],
    ['Œuvrard', 'Zoé', date(8), null, 'CIDFF', null, null],
    ['TOTAL', null, null, null, null, '3', null],
  ] as const
  const tableau = (separateur: string) =>
    [['Poste de Pantin 2013'], [], titres, ...lignes.map((l) => l.map(texte))].map((l) => l.join(separateur)).join('\n')

  const xlsx = async () =>
    await writeXlsxFile([
      {
        sheet: '2013',
        data: [
          [{ value: 'Poste de Pantin 2013', columnSpan: 2 }, null],
          [],
          titres.map((value) => ({ value })),
          ...lignes.map((l) =>
            l.map((c) => (c instanceof Date ? { value: c, type: Date, format: 'dd/mm/yyyy' } : { value: c ?? '' })),
          ),
        ],
      },
    ]).toBuffer()
  const ods = async () => {
    const document = new OdsDocument()
    const feuille = document.addSheet('2013')
    feuille.addRow(['Poste de Pantin 2013'])
    feuille.addRow([])
    feuille.addRow([...titres])
    for (const l of lignes) feuille.addRow([...l])
    return Buffer.from(await document.save())
  }

  it('donne le même coffre', async () => {
    const fichiers = [
      Buffer.from(tableau(';')),
      Buffer.from(`\uFEFF${tableau('\t')}`),
      Buffer.from(tableau(',')),
      Buffer.from(tableau(';').replaceAll('Œ', '\u008C'), 'latin1'),
      await xlsx(),
      await ods(),
    ]
    const contenus: string[][] = []
    for (const fichier of fichiers) {
      const { db, importer } = await unPoste()
      const rapport = await importer(fichier)
      expect(rapport).toMatchObject({ problemes: [], lignes: 3, importees: 2, colonnesInconnues: [] })
      expect(rapport.ignorees).toEqual([{ ligne: 6, raison: 'Ligne de total.' }])
      contenus.push(await contenuDe(db))
    }
    for (const contenu of contenus) expect(contenu).toEqual(contenus[0])
  })
})
