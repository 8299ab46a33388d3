import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { importerFichier } from '#electron/service/import/importer.ts'
import type { Cellule, Tableau } from '#shared/domaine/bilan/bilan.ts'
import { fichier2012 } from '../../fixtures/imports/fichiers.ts'
import { recompter, regroupements } from './recompte.ts'

const maintenant = new Date('2026-11-22T10:00:00')
const dossier = mkdtempSync(join(tmpdir(), 'jalon-test-'))
const db = openDatabase(join(dossier, 'jalon.db'), randomBytes(32), { creation: true })

beforeAll(async () => {
  await migrateToLatest(db)
  await importerFichier(
    { octets: fichier2012('csv'), dispositif: 'isc', correspondance: {}, simulation: false, avecNoms: false },
    { db: () => db, maintenant: () => maintenant, progression: () => undefined },
  )
})
afterAll(async () => {
  await db.destroy()
  rmSync(dossier, { recursive: true })
})

type Recompte = ReturnType<typeof recompter>[string]

/** Units in a cell, and the persons behind them. Rows put together as « autres » are those that no row of the table names. */
const compter = (unites: Recompte, cellule: Cellule, { dimensions }: Tableau) => {
  const dans = unites.filter(({ codes }) =>
    cellule.modalites.every((modalite, rang) => {
      const siens = codes[rang] ?? []
      if (modalite === 'total') return true
      if (modalite === 'non-renseigne') return siens.length === 0
      const nommes = new Set(dimensions[rang]?.modalites.map((m) => m.code))
      return siens.includes(modalite) || (modalite === 'autres' && siens.some((s) => !nommes.has(s)))
    }),
  )
  return { valeur: dans.length, personnes: new Set(dans.map((u) => u.personne)).size }
}

const periodes = [
  ['2012-01-01', '2012-12-31'],
  ['2012-01-01', '2012-06-30'],
  ['2012-07-01', '2012-12-31'],
  ['2012-03-01', '2012-03-31'],
  ['2011-01-01', '2011-12-31'],
  ['2013-01-01', '2013-12-31'],
  ['2011-06-01', '2013-06-01'],
  ['2019-01-01', '2019-12-31'],
] as const
const seuils = [5, 10, 11, 15] as const

const reculer = (jour: string, ans: number): string => `${Number(jour.slice(0, 4)) - ans}${jour.slice(4)}`

/** What a published table says wrongly, or should not say; empty when all is well. */
const ecartsDe = (
  t: Tableau,
  version: Pick<Tableau, 'cellules' | 'base'>,
  unites: Recompte,
  seuil: number,
): unknown[] => {
  const fausse = version.base === null || version.base === unites.length ? [] : [[t.id, 'base', version.base]]
  return version.cellules.reduce<unknown[]>((ecarts, c) => {
    const vrai = compter(unites, c, t)
    const juste =
      c.valeur === undefined
        ? c.etat === 'secret-primaire' && c.part === undefined
        : c.valeur === vrai.valeur &&
          (vrai.valeur === 0 || (vrai.valeur >= seuil && vrai.personnes >= seuil)) &&
          (c.part === undefined || c.part === Math.round((vrai.valeur * 1000) / unites.length) / 10)
    if (!juste) ecarts.push([t.id, seuil, c, vrai])
    return ecarts
  }, fausse)
}

test.each(periodes)('du %s au %s, chaque case publiée est le compte refait à la main', async (du, au) => {
  const vrai = recompter(du, au)
  const attendus: Readonly<Record<string, number>> = {
    personnes: vrai['sexe']?.length ?? 0,
    entretiens: vrai['modalite']?.length ?? 0,
    suivis: vrai['problematique']?.length ?? 0,
    saisines: vrai['saisine']?.length ?? 0,
    orientations: vrai['orientation']?.length ?? 0,
    suivisClos: 0,
  }
  for (const seuil of seuils) {
    const bilan = await apercuDe(db, { dispositif: 'isc', du, au, seuil }, maintenant)
    const tableaux = bilan.tableaux.filter((t) => t.id !== 'personnes-par-annee')
    expect(tableaux.map((t) => t.id).toSorted()).toEqual(Object.keys(vrai).toSorted())
    const ecarts = tableaux.flatMap((t) =>
      ecartsDe(t, t, vrai[t.id] ?? [], seuil).concat(
        t.precedents.flatMap((p) => {
          const ans = Number(du.slice(0, 4)) - p.annee
          return ecartsDe(t, p, recompter(reculer(du, ans), reculer(au, ans))[t.id] ?? [], seuil)
        }),
      ),
    )
    expect(ecarts).toEqual([])
    for (const [id, attendu] of Object.entries(attendus)) {
      const dit = bilan.chiffres.find((c) => c.id === id)?.valeur ?? null
      const petit = attendu > 0 && attendu < seuil
      expect([id, seuil, dit]).toEqual([id, seuil, petit || dit === null ? null : attendu])
      expect([id, bilan.indicateurs[id] ?? null]).toEqual([id, dit])
    }
  }
})

test('les grands totaux de 2012 sont publiés à tous les seuils', async () => {
  for (const seuil of seuils) {
    const bilan = await apercuDe(db, { dispositif: 'isc', du: '2012-01-01', au: '2012-12-31', seuil }, maintenant)
    expect(bilan.indicateurs).toMatchObject({ personnes: 323, entretiens: 572 })
    const cellules = bilan.tableaux.find((t) => t.id === 'type-public')?.cellules ?? []
    expect(Object.fromEntries(cellules.map((c) => [c.modalites[0], c.valeur]))).toMatchObject({
      victime: 84,
      'mis-en-cause': 44,
      'hors-champ-penal': 195,
      total: 323,
    })
  }
})

/** What a reader with a pencil tries first: a total less the rows shown, a group less its rows, a total less one row. */
const soustractions = (tableaux: readonly Tableau[], cellulesDe: (t: Tableau) => readonly Cellule[]): string[] =>
  tableaux.flatMap((t) => {
    const cellules = cellulesDe(t)
    const lire = (codes: readonly string[]) => cellules.find((c) => c.modalites.join(' ') === codes.join(' '))
    const chevauche = t.dimensions.map((d) =>
      ['typePublic', 'lieu', 'problematiqueSecondaire', 'action', 'annee'].includes(d.id),
    )
    return t.dimensions.flatMap((d, rang) =>
      [...new Set(cellules.map((c) => c.modalites.toSpliced(rang, 1, 'total').join(' ')))].flatMap((marge) => {
        const codes = marge.split(' ')
        const total = lire(codes)
        if (total?.valeur === undefined || t.id === 'personnes-par-annee') return []
        const rangees = d.modalites.flatMap((m) => lire(codes.toSpliced(rang, 1, m.code)) ?? [])
        const montrees = rangees.filter((c) => c.valeur !== undefined)
        const somme = montrees.reduce((n, c) => n + (c.valeur ?? 0), 0)
        const cachees = rangees.length - montrees.length
        const restes =
          chevauche[rang] === true
            ? [
                ...montrees.map((c) => (total.valeur ?? 0) - (c.valeur ?? 0)),
                ...(cachees === 0 ? [somme - total.valeur] : []),
              ]
            : [total.valeur - somme]
        const restesUtiles = restes.filter((r) => r !== 0).map((r) => `${t.id} ${marge} : ${r}`)
        const trahi = chevauche[rang] !== true && cachees === 1
        return trahi ? restesUtiles.concat(`${t.id} ${marge} : une seule case cachée`) : restesUtiles
      }),
    )
  })

test.each(periodes)('du %s au %s, aucune soustraction simple ne rend un nombre sous le seuil', async (du, au) => {
  for (const seuil of seuils) {
    const bilan = await apercuDe(db, { dispositif: 'isc', du, au, seuil }, maintenant)
    const annees = [...new Set(bilan.tableaux.flatMap((t) => t.precedents.map((p) => p.annee)))]
    const lectures = [
      (t: Tableau) => t.cellules,
      ...annees.map((annee) => (t: Tableau) => t.precedents.find((p) => p.annee === annee)?.cellules ?? []),
    ]
    for (const lecture of lectures) {
      expect([seuil, memesNombres(bilan.tableaux, lecture)]).toEqual([seuil, []])
      for (const reste of soustractions(bilan.tableaux, lecture)) {
        const n = Number(reste.split(' : ')[1])
        expect([seuil, reste, n >= seuil]).toEqual([seuil, reste, true])
      }
      for (const [detail, groupes, groupeDe] of regroupements) {
        const cellulesDe = (id: string) => bilan.tableaux.filter((t) => t.id === id).flatMap((t) => lecture(t))
        for (const groupe of cellulesDe(groupes)) {
          const enfants = cellulesDe(detail).filter((c) => groupeDe[c.modalites[0] ?? ''] === groupe.modalites[0])
          const cachees = enfants.filter((c) => c.valeur === undefined)
          if (groupe.valeur === undefined || cachees.length === 0) continue
          const reste = groupe.valeur - enfants.reduce((n, c) => n + (c.valeur ?? 0), 0)
          const ou = `${groupes} ${groupe.modalites[0]}`
          expect([ou, seuil, cachees.length > 1 && (reste >= seuil || reste === 0)]).toEqual([ou, seuil, true])
        }
      }
    }
  }
})

/** The same number printed by two tables: shown in both or in none. */
const memesNombres = (tableaux: readonly Tableau[], cellulesDe: (t: Tableau) => readonly Cellule[]): string[] => {
  const nombres = tableaux
    .filter((t) => t.id !== 'personnes-par-annee')
    .flatMap((t) =>
      cellulesDe(t).map((c) => {
        const axes = c.modalites.flatMap((m, rang) => (m === 'total' ? [] : `${t.dimensions[rang]?.id}=${m}`))
        return { cle: `${t.unite} ${axes.toSorted().join(' ')}`, dit: c.valeur ?? 's' }
      }),
    )
  return [...Map.groupBy(nombres, (n) => n.cle)]
    .filter(([, dits]) => new Set(dits.map((d) => d.dit)).size > 1)
    .map(([cle]) => cle)
}
