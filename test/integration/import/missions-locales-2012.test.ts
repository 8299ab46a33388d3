import { expect, test } from 'vitest'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { fichierMissionsLocales } from '../../fixtures/imports/fichiers.ts'
import { compter, unPoste } from './aide.ts'

const dispositif = 'mission-locale'

const lieu = (reponses: string): unknown => JSON.parse(reponses).etablissement

test('le fichier de la Dordogne donne 117 jeunes et 121 présences, dont 4 jeunes dans les deux établissements', async () => {
  const { db, importer } = await unPoste()
  const rapport = await importer(fichierMissionsLocales(), { dispositif })
  expect(rapport).toMatchObject({ lignes: 121, importees: 121, personnes: 117, personnesNouvelles: 117, problemes: [] })
  expect(rapport.valeursInconnues).toEqual([])
  expect([rapport.colonnesInconnues, rapport.colonnesInterdites]).toEqual([[], []])

  const presences = await db
    .selectFrom('presence as pr')
    .innerJoin('entretien as e', 'e.id', 'pr.entretien_id')
    .select(['pr.personne_id', 'e.reponses'])
    .execute()
  const dans = (code: string) => presences.filter((p) => lieu(p.reponses) === code).map((p) => p.personne_id)
  const [perigueux, neuvic] = [new Set(dans('ma-perigueux')), new Set(dans('cd-neuvic'))]
  expect([perigueux.size, neuvic.size, presences.length]).toEqual([44, 77, 121])
  expect([perigueux.union(neuvic).size, perigueux.intersection(neuvic).size]).toEqual([117, 4])
})

test('les missions locales du fichier complètent d’elles-mêmes leur liste, ce qui est dit, et une seule fois', async () => {
  const { db, importer } = await unPoste()
  const { avertissements } = await importer(fichierMissionsLocales(), { dispositif })
  const ajouts = avertissements
    .map((a) => a.message)
    .filter((m) => m.startsWith('Ajoutés à la liste « Mission locale »'))
  expect(ajouts).toHaveLength(1)
  const { listes } = await lireNomenclature(db, dispositif)
  const libelles = listes.find((l) => l.code === 'mission-locale')?.modalites.map((m) => m.libelle)
  expect(libelles?.toSorted()).toEqual(['Bergerac', 'Nontron', 'Périgueux', 'Ribérac', 'Sarlat'])

  const avant = await compter(db)
  expect(await importer(fichierMissionsLocales(), { dispositif })).toMatchObject({
    importees: 0,
    personnesNouvelles: 0,
  })
  expect(await compter(db)).toEqual(avant)
})

test('chacun est dit accompagné, sans que le fichier ait à le dire, et sa suite est gardée', async () => {
  const { db, importer } = await unPoste()
  await importer(fichierMissionsLocales(), { dispositif })
  const parts = await db.selectFrom('participation').select(['role', 'reponses']).execute()
  expect(new Set(parts.map((p) => p.role))).toEqual(new Set(['jeune']))
  const suites = parts.map((p): unknown => JSON.parse(p.reponses).suite)
  expect(suites).toContain('relais-mission-locale')
  expect(suites).toContain('amenagement-peine')
})

test('importer pour un métier que le coffre n’avait pas l’ajoute aux siens, sans quitter celui qui est montré', async () => {
  const { db, importer } = await unPoste()
  await importer(fichierMissionsLocales(), { dispositif, simulation: true })
  expect(await lireReglages(db)).toMatchObject({ dispositifs: ['isc'] })
  await importer(fichierMissionsLocales(), { dispositif })
  expect(await lireReglages(db)).toMatchObject({ dispositifs: ['isc', 'mission-locale'], dispositif: 'isc' })
})

const cvp = [
  'Date;Nom;Prénom;Date de naissance;Prescripteur;Établissement;Modalité;Domaines abordés;Orientations',
  '09/03/2025;Urbain;Zoé;12/05/1990;SPIP;MA Fleury-Mérogis;parloir;Logement, hébergement | Santé;SIAO, CPAM',
  '12/04/2025;Urbain;Zoé;12/05/1990;SPIP;Mairie;sur rendez-vous;Emploi, formation;France Travail',
]

test('un tableur de correspondant ville-prison s’importe avec ses mots à lui', async () => {
  const { db, importer } = await unPoste()
  const rapport = await importer(Buffer.from(cvp.join('\r\n')), { dispositif: 'cvp' })
  expect(rapport).toMatchObject({ importees: 2, personnes: 1, valeursInconnues: [], colonnesInconnues: [] })
  const lues = await db.selectFrom('entretien').select('reponses').orderBy('date').execute()
  expect(lues.map((l): unknown => JSON.parse(l.reponses))).toEqual([
    { modalite: 'detention', etablissement: 'ma-fleury-merogis', domaines: ['logement', 'sante'] },
    { modalite: 'rendez-vous', etablissement: 'mairie', domaines: ['emploi'] },
  ])
  const envois = await db.selectFrom('orientation').select('destination').execute()
  expect(envois.map((o) => o.destination).toSorted()).toEqual(['cpam', 'emploi', 'siao'])
})
