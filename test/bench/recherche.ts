import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { cloisonner } from '#db/cloison.ts'
import { closeDatabase, type Db, openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { chercherPersonnes } from '#db/queries/chercher-personnes.ts'
import { listerDoublons, trouverRessemblances } from '#db/queries/doublons.ts'
import { listerEntretiens } from '#db/queries/lister-entretiens.ts'
import { listerPersonnes } from '#db/queries/lister-personnes.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { depuisPersonne } from '#db/queries/personnes.ts'
import { creerHasard } from '#shared/domaine/demo/hasard.ts'
import { noms, prenoms } from '#shared/domaine/demo/noms.ts'

/** A post of many years, for the search: persons, and the interviews of each. */
const [PERSONNES, ENTRETIENS] = [20_000, 4]
const aujourdhui = '2025-06-02'
const h = creerHasard(7)

const peupler = (db: Db): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (let i = 0; i < PERSONNES; i++) {
      const id = h.uuid()
      const dates = { cree_le: '2025-01-01T00:00:00.000Z', modifie_le: '2025-01-01T00:00:00.000Z' }
      const identite = {
        nom: h.choisir(noms) + (i % 3 === 0 ? ` ${h.choisir(noms)}` : ''),
        prenom: h.choisir(prenoms[h.choisir(['femme', 'homme'] as const)]),
        naissance: `${h.entier(1930, 2015)}-0${h.entier(1, 9)}-${h.entier(10, 28)}`,
        telephone: `06 ${h.entier(10, 99)} ${h.entier(10, 99)} ${h.entier(10, 99)} ${h.entier(10, 99)}`,
      }
      await trx
        .insertInto('personne')
        .values({ ...depuisPersonne({ ...identite, id, anonyme: false, commune: null, reponses: {} }), ...dates })
        .execute()
      const suivi = `s${i}`
      await trx
        .insertInto('suivi')
        .values({ id: suivi, dispositif: 'isc', numero: i + 1, ouvert_le: '2020-01-01', reponses: '{}' })
        .execute()
      await trx
        .insertInto('participation')
        .values({ suivi_id: suivi, personne_id: id, role: 'victime', reponses: '{}' })
        .execute()
      for (let n = 0; n < ENTRETIENS; n++) {
        const date = `${h.entier(2018, 2025)}-0${h.entier(1, 5)}-${h.entier(10, 28)}`
        const note = `Point sur le logement, la pension et les droits ; ${h.choisir(noms)} rappelle ${i % 997 === 0 ? 'l’expulsion' : 'demain'}.`
        const entretien = { id: `e${i}-${n}`, suivi_id: suivi, date, note, reponses: '{}', ...dates }
        await trx.insertInto('entretien').values(entretien).execute()
        await trx.insertInto('presence').values({ entretien_id: entretien.id, personne_id: id }).execute()
      }
    }
  })

/** Median and longest of eleven runs, in milliseconds, the first being left out. */
const mesurer = async (travail: () => Promise<unknown>): Promise<readonly [median: number, pire: number]> => {
  const durees: number[] = []
  for (let i = 0; i < 12; i++) {
    const debut = performance.now()
    await travail()
    durees.push(performance.now() - debut)
  }
  const triees = durees.slice(1).toSorted((a, b) => a - b)
  return [triees[5] ?? 0, triees.at(-1) ?? 0]
}

const page = { debut: 0, taille: 50 }
const nouvelle = {
  id: 'x',
  nom: 'Lefebvre',
  prenom: 'Lucie',
  naissance: '1987-04-12',
  telephone: '06 12 34 56 78',
  commune: null,
}

const demandes = async (db: Db): Promise<readonly (readonly [string, () => Promise<unknown>])[]> => {
  const nomenclature = await lireNomenclature(db, 'isc')
  return [
    ...['a', 'ma', 'mar', 'lefeuvre', 'le gall ju', '1987', '0612'].map(
      (texte) => [`chercher « ${texte} »`, () => chercherPersonnes(db, texte, 8, aujourdhui)] as const,
    ),
    ['liste filtrée « mar »', () => listerPersonnes(db, { texte: 'mar', tri: { colonne: 'nom', sens: 'asc' }, page })],
    [
      'entretiens, mot d’une note « expulsion »',
      () =>
        listerEntretiens(db, nomenclature, {
          texte: 'expulsion',
          du: null,
          au: null,
          role: null,
          reponses: {},
          tri: { colonne: 'date', sens: 'desc' },
          page,
        }),
    ],
    ['qui ressemble à une fiche en cours', () => trouverRessemblances(db, nouvelle)],
  ]
}

const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'))
const cle = randomBytes(32)
const chemin = join(dossier, 'jalon.db')
const base = openDatabase(chemin, cle, { creation: true })
await migrateToLatest(base)
await peupler(base)
const agent = { id: null, nom: '', role: 'intervenant', dispositifs: ['isc'] } as const
const cloisonnee = await cloisonner(openDatabase(chemin, cle), { ...agent, dispositifs: ['isc'] })
const [lecture] = await mesurer(() => base.selectFrom('personne').select(['recherche']).execute())

process.stdout.write(
  `\n| ${PERSONNES} personnes, ${PERSONNES * ENTRETIENS} entretiens | médiane | pire | agent | sur une lecture de la table |\n| --- | --- | --- | --- | --- |\n`,
)
const siennes = new Map(await demandes(cloisonnee))
for (const [nom, travail] of await demandes(base)) {
  const [mediane, pire] = await mesurer(travail)
  const [agentMs] = await mesurer(siennes.get(nom) ?? travail)
  process.stdout.write(
    `| ${nom} | ${mediane.toFixed(1)} ms | ${pire.toFixed(1)} ms | ${agentMs.toFixed(1)} ms | × ${(mediane / lecture).toFixed(1)} |\n`,
  )
}
const debut = performance.now()
const { total } = await listerDoublons(base)
process.stdout.write(`| ${total} doublons possibles | ${(performance.now() - debut).toFixed(0)} ms | | | |\n`)
await closeDatabase(cloisonnee)
await closeDatabase(base)
rmSync(dossier, { recursive: true })
