import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tablesDites, tablesReservees } from '#db/copie-en-clair/tables.ts'
import { ecrireDemonstration, ecrireVille } from '#db/queries/demonstration.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { cleDeReception } from '#electron/service/lots/cles.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { genererCoordination } from '#shared/domaine/demo/coordination/generer.ts'
import { genererDemonstration } from '#shared/domaine/demo/generer.ts'
import { genererTig } from '#shared/domaine/demo/tig/generer.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { Router } from '#shared/ipc/router.ts'
import { unEntretien, unePersonne, unePresence, unPartenaire } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { type Cellule, fautesDuPaquet, lireCsv, type Ressource } from '../../fixtures/table-schema.ts'
import { cout, unDossier } from '../coffre/aide.ts'
import { sansImpression } from '../export/export.ts'

const phrase = 'une phrase pour les essais'
const JOUR = '2025-06-02'

/** Texts that a spreadsheet, a CSV or a careless reader would change. */
const pieges = ['=1+1', "'=1+1", "'", '+33 6 12 34 56 78', '-5', '@somme', 'a;b "c"\nd\r\ne\tf', '0612', '']

const maintenant = () => new Date(`${JOUR}T14:03:00`)

/** The service of a coffre of four jobs with a year each, and texts that hurt; it outlives the test that opens it. */
const unCoffrePlein = async (lieu: string) => {
  const session = createSession({ dossier: join(lieu, 'coffre'), maintenant, cout })
  const atelier = createAtelier()
  const incidents: unknown[] = []
  const router = createServiceRouter(
    { session, atelier, maintenant, imprimer: sansImpression, progression: () => undefined },
    (incident) => incidents.push(incident),
  )
  const api = createClient(contract, router)
  await session.creer({ phrase, nom: 'Poste d’essai' })
  await ecrireDemonstration(session.db(), genererDemonstration(JOUR), maintenant(), () => undefined)
  const [tig, coordination] = [genererTig(JOUR), genererCoordination(JOUR)]
  await ecrireVille(session.db(), { annee: 2024, tig, coordination }, maintenant())
  for (const [i, note] of pieges.entries()) {
    await valeur(api.partenaires.enregistrer(unPartenaire({ nom: `P${i}`, note, interlocuteur: null })))
    await valeur(api.entretiens.enregistrer(unEntretien({ presences: [unePresence(unePersonne())], note })))
  }
  await valeur(api.bilans.ecrireTexte({ dispositif: 'isc', annee: 2025, section: 'contexte', texte: '=MAINTENANT()' }))
  await cleDeReception(session.db(), maintenant())
  return { session, atelier, router, incidents }
}

const ecrire = ({ router }: { readonly router: Router }, chemin: string, avec = phrase) =>
  router('copieEnClair', 'ecrire', { phrase: avec }, { chemin })

describe('une copie en clair', () => {
  let [lieu, dossier] = ['', '']
  let avant: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  let ressources: readonly Ressource[]
  let ecrite: unknown
  const lire = (nom: string) => readFileSync(join(dossier, nom))

  beforeAll(async () => {
    lieu = mkdtempSync(join(tmpdir(), 'jalon-copie-'))
    const service = await unCoffrePlein(lieu)
    const base = service.session.db() as Kysely<unknown> as Kysely<Record<string, Record<string, unknown>>>
    avant = Object.fromEntries(
      await Promise.all(
        tablesDites.map(async ({ table }) => [table, await base.selectFrom(table).selectAll().execute()]),
      ),
    )
    const reponse = await ecrire(service, lieu)
    dossier = join(lieu, `jalon-copie-en-clair-${JOUR}`)
    ecrite = { reponse, incidents: service.incidents }
    await service.atelier.fermer()
    await service.session.verrouiller()
    ressources = JSON.parse(lire('datapackage.json').toString()).resources
  }, 120_000)
  afterAll(() => rmSync(lieu, { recursive: true, force: true }))

  test('contient chaque ligne et chaque valeur du coffre, en CSV et en JSON, au caractère près', () => {
    const lignes = Object.values(avant).reduce((n, l) => n + l.length, 0)
    const value = { dossier, tables: tablesDites.length, lignes }
    expect(ecrite).toEqual({ reponse: { ok: true, value }, incidents: [] })
    const pleines = tablesDites.filter(({ table }) => (avant[table] ?? []).length > 0).map((t) => t.table)
    expect(pleines.length).toBeGreaterThan(35)
    for (const { table, fichier, colonnes } of tablesDites) {
      const { titres, lignes: lues } = lireCsv(lire(`csv/${fichier}.csv`))
      const enJson: readonly Readonly<Record<string, unknown>>[] = JSON.parse(lire(`json/${fichier}.json`).toString())
      const attendues = avant[table] ?? []
      expect([table, lues.length, enJson.length]).toEqual([table, attendues.length, attendues.length])
      for (const [rang, attendue] of attendues.entries())
        for (const colonne of colonnes.filter((c) => c.type !== 'fichier')) {
          const { nom, titre, type } = colonne
          const stockee = attendue[nom]
          const exacte = type === 'oui-non' ? stockee === 1 : estJson(type) ? enObjet(stockee) : stockee
          expect([table, nom, enJson[rang]?.[nom]]).toEqual([table, nom, exacte])
          if (type === 'reponses') continue
          const lue = lues[rang]?.[titres.indexOf(titre)] ?? null
          expect([table, nom, relire(lue, type)]).toEqual([table, nom, type === 'oui-non' ? exacte : stockee])
        }
    }
  })

  test('dit chaque réponse donnée, avec les mots du poste', () => {
    const { lignes } = lireCsv(lire('csv/reponses.csv'))
    const dites = new Set(lignes.map(([t, f, c, q, , r]) => [t, f, c, q, sansApostrophe(r ?? null)].join('|')))
    let nombre = 0
    for (const { table, fichier, cle, colonnes } of tablesDites)
      for (const { nom, titre } of colonnes.filter((c) => c.type === 'reponses'))
        for (const ligne of avant[table] ?? [])
          for (const [question, reponse] of Object.entries(Object(enObjet(ligne[nom]))))
            for (const code of [reponse].flat()) {
              nombre += 1
              const fiche = cle.map((c) => String(ligne[c])).join(' ')
              expect(dites).toContain([fichier, fiche, titre, question, String(code)].join('|'))
            }
    expect(nombre).toBeGreaterThan(1000)
    expect(lignes).toHaveLength(nombre)
    const mots = new Map(lignes.map((l) => [`${l[0]} ${l[3]} ${l[5]}`, [l[4], l[6]]]))
    expect(mots.get('personnes sexe femme')).toEqual(['Sexe', 'Femme'])
  })

  test('est décrite par ses Table Schema, que chaque valeur respecte : types, clés, liens', () => {
    expect(ressources.map((r) => r.path).toSorted()).toEqual(
      readdirSync(join(dossier, 'csv'))
        .map((nom) => `csv/${nom}`)
        .toSorted(),
    )
    expect(fautesDuPaquet(ressources, lire)).toEqual([])
  })

  test('ne laisse à un tableur aucun texte qu’il exécuterait', () => {
    const cellules = ressources.flatMap(({ path }) => lireCsv(lire(path)).lignes.flat())
    const textes = cellules.filter((c) => c !== null && !/^-?\d+(,\d+)?$/u.test(c))
    expect(textes.length).toBeGreaterThan(10_000)
    expect(textes.filter((c) => /^[=+\-@\t\r]/u.test(c ?? ''))).toEqual([])
  })

  test('n’emporte ni clé secrète ni preuve, et n’est lisible que de son auteur', () => {
    const secretes = new Set(['secrete', 'certificat', 'recensement', 'phonetique'])
    const noms = tablesDites.flatMap((t) => t.colonnes.map((c) => c.nom))
    expect(noms.filter((nom) => secretes.has(nom))).toEqual([])
    expect(avant['cle']).toHaveLength(1)
    const secret = String(avant['cle']?.[0]?.['secrete'])
    const octets = readdirSync(dossier, { recursive: true, encoding: 'utf8' })
      .map((nom) => join(dossier, nom))
      .filter((nom) => statSync(nom).isFile())
    expect(octets.filter((nom) => readFileSync(nom).includes(secret))).toEqual([])
    expect(octets.filter((nom) => (statSync(nom).mode & 0o077) !== 0)).toEqual([])
  })

  test('s’explique : avertissement, apostrophes, tables et nombres', () => {
    const texte = lire('LISEZ-MOI.txt').toString()
    expect(texte).toContain('N’EST PAS CHIFFRÉ')
    expect(texte).toContain('en enlever une, une seule')
    expect(texte).toContain(`entretiens : Entretiens (${avant['entretien']?.length})`)
  })
})

test('ce que disait une ligne réservée ne sort pas par ses versions précédentes', () => {
  expect(tablesReservees).toEqual(expect.arrayContaining(['cle', 'edition', 'publication']))
  expect(tablesReservees).not.toContain('personne')
})

test('la clé déclarée de chaque table est celle de la base', async () => {
  const { db } = await unService()
  const cles = await sql<{ table: string; cle: string }>`
    select m.name as "table", group_concat(c.name, ' ' order by c.pk) as cle
    from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.pk > 0 group by m.name`.execute(
    db(),
  )
  const connues = new Map(cles.rows.map((r) => [r.table, r.cle]))
  expect(tablesDites.map(({ table, cle }) => [table, cle.join(' ')])).toEqual(
    tablesDites.map(({ table }) => [table, connues.get(table)]),
  )
})

test('elle redemande la phrase, laisse sa ligne au journal, et ne prend la place de rien', async () => {
  const service = await unService(JOUR)
  const lieu = unDossier()
  expect(await ecrire(service, lieu, 'une autre phrase que la mienne')).toEqual({
    ok: false,
    erreur: { code: 'phrase-incorrecte' },
  })
  expect(readdirSync(lieu)).toEqual([])
  const gestes = async () =>
    (await valeur(service.api.journal.lire({ avant: null, combien: 20 }))).lignes.map((l) => l.geste)
  expect(await gestes()).not.toContain('copieEnClair.ecrire')
  expect((await ecrire(service, lieu)).ok).toBe(true)
  expect(await gestes()).toContain('copieEnClair.ecrire')
  // The same day again: the first copy stays as it is.
  const nom = join(lieu, `jalon-copie-en-clair-${JOUR}`)
  writeFileSync(join(nom, 'a-moi.txt'), 'mien')
  expect(await ecrire(service, lieu)).toEqual({ ok: false, erreur: { code: 'dossier-occupe' } })
  expect(readFileSync(join(nom, 'a-moi.txt'), 'utf8')).toBe('mien')
  const { emplacement } = await valeur(service.api.coffre.etat())
  expect(await ecrire(service, emplacement)).toEqual({ ok: false, erreur: { code: 'dossier-occupe' } })
  expect(await ecrire(service, join(emplacement, 'sauvegardes'))).toEqual({
    ok: false,
    erreur: { code: 'dossier-occupe' },
  })
  // A place that cannot be written to leaves nothing behind.
  const fichier = join(unDossier(), 'un-fichier')
  writeFileSync(fichier, '')
  expect(await ecrire(service, fichier)).toEqual({ ok: false, erreur: { code: 'ecriture-impossible' } })
})

const estJson = (type: string) => type === 'json' || type === 'reponses'
const enObjet = (valeurStockee: unknown): unknown =>
  typeof valeurStockee === 'string' ? JSON.parse(valeurStockee) : valeurStockee

const sansApostrophe = (cellule: Cellule): Cellule => cellule?.replace(/^'/u, '') ?? null

/** What the LISEZ-MOI tells a reader to do. */
const relire = (cellule: Cellule, type: string): unknown => {
  if (cellule === null) return null
  if (type === 'oui-non') return cellule === 'oui'
  if (type === 'entier' || type === 'decimal') return Number(cellule.replace(',', '.'))
  return sansApostrophe(cellule)
}
