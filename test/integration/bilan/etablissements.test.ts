import { expect, test } from 'vitest'
import { lireFaits } from '#db/queries/bilan.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { fichierMissionsLocales } from '../../fixtures/imports/fichiers.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { enCsv, type Tableau } from '../../fixtures/imports/tableurs.ts'
import { maintenant, unPoste } from '../import/aide.ts'
import { unPosteCvp } from '../import/parcours.ts'

const mots: Readonly<Record<string, string>> = {
  Nom: 'NOM DE FAMILLE',
  Prénom: 'Prenom',
  'Date de naissance': 'Né(e) le',
  Établissement: 'Lieu de détention',
  'Date d’entrée': 'Incarcéré le',
  'Date de sortie': 'Libéré le',
  'Date du premier entretien': '1er accueil',
  'Mission locale': 'ML',
  Suite: 'Issue',
}

/** The public file in other words, its columns in another order, under a row of title. */
const fichierAutrement = (): Buffer => {
  const [entete = [], ...lignes] = fichierMissionsLocales()
    .toString()
    .replace(/^\uFEFF/u, '')
    .trim()
    .split(/\r?\n/u)
    .map((ligne) => ligne.split(';'))
  const rangs = [4, 8, 2, 0, 7, 1, 6, 3, 5]
  const ranger = (ligne: readonly string[]) => rangs.map((rang) => ligne[rang] ?? '')
  const titres = ranger(entete).map((titre) => mots[titre] ?? titre)
  return enCsv([['Mission locale et SPIP, 2012'], titres, ...lignes.map(ranger)])
}

test('la Dordogne, autrement titrée, donne encore 117 personnes, 44 + 77 = 121 présences et 4 dans les deux', async () => {
  const { db, importer } = await unPoste()
  const dispositif = 'mission-locale'
  const rapport = await importer(fichierAutrement(), { dispositif })
  expect(rapport).toMatchObject({ importees: 121, personnesNouvelles: 117, problemes: [], colonnesInconnues: [] })
  const bilan = await apercuDe(db, { dispositif, du: '2012-01-01', au: '2012-12-31', seuil: 5 }, maintenant)
  const table = bilan.tableaux.find((t) => t.id === 'etablissement')
  const nombre = (ligne: string) => table?.cellules.find((c) => c.modalites[0] === ligne)?.valeur
  expect([nombre('ma-perigueux'), nombre('cd-neuvic'), nombre('total')]).toEqual([44, 77, 117])
  expect(table?.notes[0]).toContain('la somme des lignes (121) dépasse de 4 le total (117)')
})

const suivis: Tableau = [
  ['Nom', 'Date d’entretien', 'Lieu de l’entretien', 'Lieu de détention', 'Incarcéré le', 'Libéré le'],
  ['Dedans', '05/03/2025', 'Mairie', 'MA Périgueux', '01/02/2024', '10/01/2025'],
  ['Avant', '05/03/2025', 'Mairie', 'MA Périgueux', '01/02/2024', '31/12/2024'],
  ['Reste', '05/03/2025', '', 'CD Neuvic', '01/02/2024', ''],
  ['Apres', '05/03/2025', 'Mairie', 'CD Neuvic', '01/02/2026', ''],
]

test('compte où la personne fut détenue un jour au moins de la période, et où elle fut rencontrée', async () => {
  const { db, importer } = await unPosteCvp()
  expect(await importer(enCsv(suivis))).toMatchObject({ problemes: [], importees: 4, sejours: 4 })
  const annee = { du: '2025-01-01', au: '2025-12-31' }
  const { personnes } = compter(await lireFaits(db, 'cvp', annee), annee)
  const noms = new Map((await db.selectFrom('personne').select(['id', 'nom']).execute()).map((p) => [p.id, p.nom]))
  const detenus = personnes.map((p) => [noms.get(p.id), p.participations.flatMap((s) => s.parcours.etablissements)])
  expect(Object.fromEntries(detenus)).toEqual({
    Dedans: ['ma-perigueux'],
    Avant: [],
    Reste: ['cd-neuvic'],
    Apres: [],
  })
})
