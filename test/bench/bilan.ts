import type SQLite from 'better-sqlite3'
import type { Db } from '#db/connection.ts'
import { lireEntree } from '#electron/service/bilan/entree.ts'
import { convertirBilan } from '#electron/service/export/index.ts'
import { formats } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { alterner, but, chronometrer, court, enMo, enMs, fois, publier } from './harnais.ts'
import { enLignes, partsDeLaPreuve, partsDesFormats } from './parts-du-bilan.ts'
import { avecPoste, demandeDeLAnnee as demande, maintenant, preparerNeuf } from './poste.ts'

// The report of one year of interviews, from 10³ to 10⁶: read and counted, protected and proved, written in every format but PDF.

const TAILLES = court ? [1000, 2000, 10_000] : [1000, 2000, 10_000, 100_000, 1_000_000]
/** One year of a post: 700 persons. */
const UN_POSTE = 2000
const BUT_MS = 1000
/** Above, each work takes minutes: it is done once. */
const MINUTES = 100_000

/** By hand: each row that the report reads, once, and what it counts added up. No secrecy, no proof, no years before. */
const passer = (base: SQLite.Database) => {
  const lignes = base.prepare(
    `select e.id, e.suivi_id, e.reponses, s.reponses as du_suivi, pr.personne_id, pr.commune, p.naissance, p.reponses as de_la_personne,
        pa.role, pa.reponses as part
      from entretien e join suivi s on s.id = e.suivi_id join presence pr on pr.entretien_id = e.id
        join personne p on p.id = pr.personne_id
        join participation pa on pa.suivi_id = e.suivi_id and pa.personne_id = pr.personne_id
      where e.supprime_le is null and e.date between ? and ? and s.dispositif = 'isc'`,
  )
  return (): number => {
    const comptes = new Map<string, Set<string>>()
    const compter = (tableau: string, code: unknown, unite: string): void => {
      const cle = `${tableau} ${String(code)}`
      const deja = comptes.get(cle)
      if (deja === undefined) comptes.set(cle, new Set([unite]))
      else deja.add(unite)
    }
    for (const brute of lignes.iterate(demande.du, demande.au)) {
      const l = brute as Readonly<Record<string, string>>
      const [e = '', s = '', p = ''] = [l['id'], l['suivi_id'], l['personne_id']]
      const json = (colonne: string): Readonly<Record<string, unknown>> => JSON.parse(l[colonne] ?? '{}')
      for (const [champ, valeur] of Object.entries(json('reponses')))
        for (const code of [valeur].flat()) compter(champ, code, e)
      for (const [champ, valeur] of Object.entries(json('du_suivi')))
        for (const code of [valeur].flat()) compter(champ, code, s)
      for (const colonne of ['de_la_personne', 'part'])
        for (const [champ, valeur] of Object.entries(json(colonne))) compter(champ, valeur, p)
      compter('role', l['role'], p)
      compter('commune', l['commune'], p)
      compter('naissance', (l['naissance'] ?? '').slice(0, 4), p)
    }
    return comptes.size
  }
}

/** As a report is published: another one each time, its charts drawn anew, its formats together. */
const ecrire = (bilan: BilanProtege): Promise<unknown> => {
  const neuf = structuredClone(bilan)
  const papiers = formats.filter((format) => format !== 'pdf')
  return Promise.all(papiers.map((format) => convertirBilan(neuf, format).convertir(sansImprimante)))
}

const sansImprimante = (): Promise<Uint8Array> => Promise.reject(new Error('no printer'))

const mesurerTaille = (entretiens: number) =>
  avecPoste({ entretiens }, async ({ db, compte, aLaMain }) => {
    const pass = passer(await aLaMain())
    let bilan: BilanProtege | undefined
    const tours = entretiens > MINUTES ? 0 : entretiens > UN_POSTE ? 1 : court ? 3 : 9
    const durees = await alterner(
      {
        main: pass,
        compter: () => lireEntree(db, demande, maintenant()),
        preparer: async () => ({ bilan } = await preparerNeuf(db, demande, 'apercu')),
        ecrire: () => bilan && ecrire(bilan),
      },
      tours,
    )
    const publication = tours === 0 ? undefined : await chronometrer(() => preparerNeuf(db, demande, 'publication'))
    const memoire = process.memoryUsage().rss
    const parts = entretiens === UN_POSTE ? await mesurerParts(db) : []
    return { ...compte, ...durees, publication, memoire, parts }
  })

const mesurerParts = async (db: Db) => {
  const { bilan, parts } = await partsDeLaPreuve(db, demande)
  return enLignes([...parts, ...(await partsDesFormats(bilan))])
}

const mesures: Awaited<ReturnType<typeof mesurerTaille>>[] = []
for (const taille of TAILLES) mesures.push(await mesurerTaille(taille))

await publier('1b. The report', [
  'One year of a post. Counted: every row read, every table counted. Protected: counted, then hidden as lightly as may be, proved and read again by an auditor, with nothing known beforehand; before publishing, the search for a lighter hiding may go on five times as long. Written: JSON, CSV, ODS, XLSX, ODT, DOCX and HTML, with their charts drawn anew. By hand: one pass over the same rows that adds the same answers up, without secrecy.',
  mesures.map((m) => {
    const entier = m.preparer + m.ecrire
    return {
      Interviews: m.entretiens.toLocaleString('en'),
      Persons: m.personnes.toLocaleString('en'),
      'By hand': enMs(m.main),
      Counted: enMs(m.compter),
      Protected: enMs(m.preparer),
      Written: enMs(m.ecrire),
      'Protected and written': enMs(entier),
      'On by hand': fois(entier, m.main),
      'Counted, per interview': `${Math.round((m.compter / m.entretiens) * 1000)} µs`,
      'Before publishing': m.publication === undefined ? 'not run' : enMs(m.publication),
      Memory: enMo(m.memoire),
      Goal: m.entretiens === UN_POSTE ? but(entier <= BUT_MS, '≤ 1 s') : '',
    }
  }),
  'At a million the base is over a gigabyte, thirty times the pages kept in memory: by hand too, each interview costs several times what it costs at a hundred thousand.',
  `Where it goes, for ${UN_POSTE.toLocaleString('en')} interviews, in one more run, each format made alone, its charts drawn for it. Most of it does not depend on the rows: the tables have as many cells for 1,000 interviews as for 2,000, and the lightest hiding of their persons is some 600 small linear programs, in one thread of WebAssembly.`,
  mesures.flatMap((m) => m.parts),
])
