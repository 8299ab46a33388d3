import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ecrireReglages } from '#db/queries/reglages.ts'
import { autrePhrase, octetsDe, phrase, unCoffre } from './aide.ts'

const marques = ['ZZNOMMARQUE', 'ZZPRÉNOMMARQUÉ', 'ZZNOTEMARQUEE', 'ZZPOSTEMARQUE', '0699887766', phrase, autrePhrase]
const encodages = ['utf8', 'utf16le', 'latin1'] as const

/** Which marked words can be read in which files, in clear. */
const lisibles = (dossier: string, secrets: readonly string[]): string[] =>
  Object.entries(octetsDe(dossier)).flatMap(([nom, octets]) =>
    secrets.flatMap((secret) =>
      encodages.filter((encodage) => octets.includes(Buffer.from(secret, encodage))).map(() => `${nom} : ${secret}`),
    ),
  )

test('aucun fichier du coffre ne laisse lire ce qui y a été tapé, journal compris', async () => {
  const { dossier, session, codeSecours } = await unCoffre()
  const secrets = [...marques, codeSecours, codeSecours.replaceAll('-', '')]
  await session.ouvrir({ phrase })
  const db = session.db()
  const jour = '2026-03-02T09:00:00.000Z'
  await ecrireReglages(db, { nom: 'ZZPOSTEMARQUE' })
  await db
    .insertInto('brouillon')
    .values({ id: 'b1', titre: 'ZZNOMMARQUE ZZPRÉNOMMARQUÉ', contenu: '"ZZNOTEMARQUEE"', modifie_le: jour })
    .execute()
  await db
    .insertInto('partenaire')
    .values({ id: 'p1', nom: 'ZZNOMMARQUE', genre: 'autre', telephone: '0699887766', note: 'ZZNOTEMARQUEE', actif: 1 })
    .execute()
  // A sort too big for a page, so that SQLite would need a temporary file.
  await db.selectFrom('brouillon').selectAll().orderBy('contenu').execute()
  expect(Object.keys(octetsDe(dossier))).toContain('jalon.db-wal')
  expect(lisibles(dossier, secrets)).toEqual([])

  await session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase })
  await db.deleteFrom('partenaire').execute()
  expect(lisibles(dossier, secrets)).toEqual([])
  await session.verrouiller()
  expect(lisibles(dossier, secrets)).toEqual([])
})

test('la recherche sait trouver ce qu’elle cherche : le témoin en clair est vu', async () => {
  const { dossier } = await unCoffre()
  writeFileSync(`${dossier}/temoin.txt`, Buffer.from('ZZNOTEMARQUEE', 'utf16le'))
  expect(lisibles(dossier, marques)).toEqual(['temoin.txt : ZZNOTEMARQUEE'])
})
