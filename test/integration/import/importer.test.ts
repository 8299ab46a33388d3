import { describe, expect, it } from 'vitest'
import { supprimerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { estRefuse } from '#shared/domaine/import/rapport.ts'
import { fichier2012, unCsv } from '../../fixtures/imports/fichiers.ts'
import { compter, contenuDe, maintenant, unPoste } from './aide.ts'

const attendu = {
  simulation: false,
  lignes: 597,
  problemes: [],
  valeursInconnues: [],
  colonnesInconnues: [],
  personnes: 348,
}

describe('importer l’année 2012', () => {
  it.each(['csv', 'xlsx', 'ods'] as const)('%s : 323 personnes, 84 + 44 + 195, 572 entretiens', async (extension) => {
    const { db, importer, etapes } = await unPoste()
    const rapport = await importer(fichier2012(extension))
    expect(rapport).toMatchObject({ ...attendu, importees: 597, personnesNouvelles: 348, ignorees: [] })
    expect(rapport.doublonsPossibles).toHaveLength(10)
    expect(etapes.at(-1)).toBe('ecriture 597/597')

    const faits = await db
      .selectFrom('entretien as e')
      .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
      .innerJoin('participation as pa', (j) =>
        j.onRef('pa.suivi_id', '=', 'e.suivi_id').onRef('pa.personne_id', '=', 'pr.personne_id'),
      )
      .select(['e.date', 'pr.personne_id', 'pa.role'])
      .execute()
    const annee = faits.filter((f) => f.date.startsWith('2012'))
    const personnes = (role?: string) =>
      new Set(annee.filter((f) => role === undefined || f.role === role).map((f) => f.personne_id)).size
    expect([annee.length, faits.length - annee.length, personnes()]).toEqual([572, 25, 323])
    expect(['victime', 'mis-en-cause', 'hors-champ-penal'].map(personnes)).toEqual([84, 44, 195])
  })

  it('donne le même coffre par les trois formats, et n’ajoute rien la deuxième fois', async () => {
    const contenus: string[][] = []
    for (const extension of ['csv', 'xlsx', 'ods'] as const) {
      const { db, importer } = await unPoste()
      await importer(fichier2012(extension))
      contenus.push(await contenuDe(db))
      const avant = await compter(db)
      for (const autre of ['csv', 'xlsx', 'ods'] as const) {
        const rapport = await importer(fichier2012(autre))
        expect(rapport).toMatchObject({ ...attendu, importees: 0, personnesNouvelles: 0 })
        expect(rapport.ignorees).toHaveLength(597)
      }
      expect(await compter(db)).toEqual(avant)
      expect(await contenuDe(db)).toEqual(contenus.at(-1))
    }
    expect(contenus[0]).toHaveLength(597)
    expect(contenus[1]).toEqual(contenus[0])
    expect(contenus[2]).toEqual(contenus[0])
  })

  it('dit tout et n’écrit rien en simulation', async () => {
    const { db, importer } = await unPoste()
    const avant = await compter(db)
    const rapport = await importer(fichier2012('ods'), { simulation: true })
    expect(rapport).toMatchObject({ ...attendu, simulation: true, importees: 597, personnesNouvelles: 348 })
    expect(rapport.apercu).toHaveLength(10)
    expect(await compter(db)).toEqual(avant)
  })

  it('n’écrit rien si une seule ligne est impossible', async () => {
    const { db, importer } = await unPoste()
    const texte = fichier2012('csv').toString('utf8').split('\r\n').join('\n').split('\n')
    texte[300] = (texte[300] ?? '').replace(/^[^;]+/u, '31/02/2012')
    const avant = await compter(db)
    const rapport = await importer(Buffer.from(texte.join('\n')))
    expect(estRefuse(rapport)).toBe(true)
    expect(rapport).toMatchObject({ importees: 0, problemes: [{ ligne: 301, colonne: 'Date' }] })
    expect(await compter(db)).toEqual(avant)
  })

  it('retrouve les mêmes lignes dans un fichier remanié', async () => {
    const { db, importer } = await unPoste()
    await importer(fichier2012('csv'))
    const avant = await compter(db)
    const [entete = '', ...donnees] = fichier2012('csv')
      .toString('utf8')
      .trim()
      .split(/\r?\n/u)
      .map((ligne) => ligne.split(';').toReversed().join('\t').toUpperCase())
    const sansAccents = entete.normalize('NFD').replaceAll(/\p{M}/gu, '')
    const remanie = Buffer.from(['Suivi du poste', '', sansAccents, ...donnees.toReversed()].join('\r\n'))
    expect(await importer(remanie)).toMatchObject({ ...attendu, importees: 0, personnesNouvelles: 0 })
    expect(await compter(db)).toEqual(avant)
  })
})

describe('reprendre un fichier qui grandit', () => {
  const janvier = ['09/01/2012;Urbain;Zoé;01/02/1980;Victime;Plainte;Logement;CCAS']
  const annee = [...janvier, '10/02/2012;URBAIN;zoe;1/2/80;victime;PLAINTE;logement;CCAS / 115']

  it('donne le même coffre en deux fois qu’en une', async () => {
    const [enDeux, enUne] = [await unPoste(), await unPoste()]
    await enDeux.importer(unCsv(janvier))
    expect(await enDeux.importer(unCsv(annee))).toMatchObject({
      importees: 1,
      ignorees: [{ ligne: 2 }],
      personnesNouvelles: 0,
    })
    await enUne.importer(unCsv(annee))
    expect(await contenuDe(enDeux.db)).toEqual(await contenuDe(enUne.db))
    expect(await compter(enDeux.db)).toMatchObject({ personne: 1, suivi: 1, entretien: 2, orientation: 3 })
  })

  it('garde chaque ligne quand deux sont identiques', async () => {
    const { db, importer } = await unPoste()
    await importer(unCsv([...janvier, ...janvier]))
    expect(await importer(unCsv([...janvier, ...janvier, ...janvier]))).toMatchObject({ importees: 1 })
    expect((await compter(db))['entretien']).toBe(3)
  })

  it('ne ramène pas ce qui a été supprimé dans Jalon', async () => {
    const { db, importer } = await unPoste()
    await importer(unCsv(annee))
    const { id } = await db.selectFrom('entretien').select('id').orderBy('date').executeTakeFirstOrThrow()
    await supprimerEntretien(db, id, maintenant)
    expect(await importer(unCsv(annee))).toMatchObject({ importees: 0 })
    const vivants = await db.selectFrom('entretien').select('id').where('supprime_le', 'is', null).execute()
    expect(vivants).toHaveLength(1)
  })

  it('garde la commune de chaque jour, et la dernière sur la fiche', async () => {
    const { db, importer } = await unPoste()
    const entete = 'Date;Nom;Prénom;Commune'
    await importer(unCsv(['10/02/2012;Urbain;Zoé;Pantin', '09/01/2012;Urbain;Zoé;Bobigny'], entete))
    expect(await db.selectFrom('personne').select('commune').execute()).toEqual([{ commune: 'Pantin' }])
    const jours = await db
      .selectFrom('presence as pr')
      .innerJoin('entretien as e', 'e.id', 'pr.entretien_id')
      .select(['e.date', 'pr.commune'])
      .orderBy('e.date')
      .execute()
    expect(jours.map((j) => j.commune)).toEqual(['Bobigny', 'Pantin'])
  })

  it('propose comme doublon une personne du coffre née un autre jour, sans la confondre', async () => {
    const { db, importer } = await unPoste()
    await importer(unCsv(janvier))
    const rapport = await importer(unCsv(['09/03/2012;Urbain;Zoé;;Victime;Plainte;Logement;']), { avecNoms: false })
    expect(rapport).toMatchObject({ personnesNouvelles: 1, doublonsPossibles: [{ lignes: [2] }] })
    expect(rapport.doublonsPossibles[0]?.personnes).toEqual(['ligne 2', 'déjà dans le coffre'])
    expect(JSON.stringify(rapport)).not.toContain('Urbain')
    expect((await compter(db))['personne']).toBe(2)
  })
})

describe('décider d’une valeur inconnue', () => {
  const lignes = [
    '09/01/2012;Urbain;Zoé;01/02/1980;Victime;Plainte;Cyberharcèlement;Maison France Services, CCAS',
    '10/01/2012;Noël;Léo;01/02/1981;Curieux;Plainte;cyberharcelement;CCAS',
  ]

  it('refuse tant qu’il reste une question, et dit où', async () => {
    const { db, importer } = await unPoste()
    const rapport = await importer(unCsv(lignes))
    expect(rapport.valeursInconnues.toSorted((a, b) => a.champ.localeCompare(b.champ))).toEqual([
      { champ: 'orientations', libelle: 'Orientations', valeur: 'Maison France Services', lignes: [2] },
      { champ: 'problematique', libelle: 'Problématique principale', valeur: 'Cyberharcèlement', lignes: [2, 3] },
      { champ: 'role', libelle: 'Type de public', valeur: 'Curieux', lignes: [3] },
    ])
    expect(rapport.importees).toBe(0)
    expect((await compter(db))['entretien']).toBe(0)
  })

  it('applique les trois choix, et reconnaît ensuite le fichier sans eux', async () => {
    const { db, importer } = await unPoste()
    const correspondance = {
      valeurs: {
        role: { Curieux: { choix: 'non-renseigne' } },
        orientations: { 'Maison France Services': { choix: 'code', code: 'emploi' } },
        problematique: { Cyberharcèlement: { choix: 'ajouter' } },
      },
    } as const
    expect(await importer(unCsv(lignes), { correspondance })).toMatchObject({ importees: 2, valeursInconnues: [] })
    const problematiques = (await lireNomenclature(db, 'isc')).listes.find((l) => l.code === 'problematique')
    expect(problematiques?.modalites.at(-1)).toMatchObject({ code: 'cyberharcelement', libelle: 'Cyberharcèlement' })
    const suivis = await db.selectFrom('suivi').select('reponses').execute()
    expect(suivis.map((s) => JSON.parse(s.reponses) as unknown)).toEqual([
      { saisine: 'plainte', problematique: 'cyberharcelement' },
      { saisine: 'plainte', problematique: 'cyberharcelement' },
    ])
    const roles = await db.selectFrom('participation').select('role').execute()
    expect(roles.map((r) => r.role).toSorted()).toEqual(['non-renseigne', 'victime'])
    const destinations = await db.selectFrom('orientation').select('destination').execute()
    expect(destinations.map((d) => d.destination).toSorted()).toEqual(['ccas', 'ccas', 'emploi'])

    const autresChoix = { valeurs: { ...correspondance.valeurs, role: { Curieux: { choix: 'ajouter' } } } } as const
    expect(await importer(unCsv(lignes), { correspondance: autresChoix })).toMatchObject({ importees: 0 })
    expect((await compter(db))['entretien']).toBe(2)
  })
})
