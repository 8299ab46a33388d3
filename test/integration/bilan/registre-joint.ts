import type { Db } from '#db/connection.ts'
import { type PublicationAnterieure, publicationsEnRapport } from '#db/queries/registre.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { controlerLecture } from '#shared/domaine/secret/moteur/accomplir.ts'
import { type Ancienne, direValeur, poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { solveur } from '../../fixtures/secret/problemes.ts'

/** All that the ledger holds about this year, unit after unit. */
export const lireRegistre = async (
  db: Db,
  an = 2012,
): Promise<ReadonlyMap<string, readonly PublicationAnterieure[]>> => {
  const tout = await publicationsEnRapport(db, 'isc', { du: `${an}-01-01`, au: `${an}-12-31` })
  return Map.groupBy(tout, (i) => i.unite)
}

/** What an attacker finds who holds every edition at once: the last one judged whole, joined with all the others. */
export const attaquerRegistre = async (db: Db, seuil: number): Promise<readonly string[]> =>
  [...(await lireRegistre(db))].flatMap(([unite, inscrites]) => {
    const detaillees = inscrites.filter((i) => i.cellules.imprimes.length > 0)
    const derniere = detaillees.at(-1)
    if (derniere === undefined) return []
    const { imprimes, bases } = derniere.cellules
    const arrondie = Object.keys(bases).length > 0
    const { tache, adresses } = poserRecensement(derniere.recensement, detaillees.slice(0, -1).map(ancienne), {
      seuil,
      mode: arrondie ? 'arrondi' : 'masquage',
      budget: 0,
    })
    const valeurs = new Map(imprimes.map((i) => [`${i.tableau} ${i.codes.join(' ')}`, i.valeur]))
    const lues = adresses.flatMap(({ place, tableau, codes }) => {
      const valeur = valeurs.get(`${tableau} ${codes.join(' ')}`)
      if (valeur === undefined) return []
      return [{ place, dit: valeur === null ? null : direValeur(valeur, bases[tableau] ?? 1, codes) }]
    })
    return controlerLecture(solveur, tache, lues).exposees.map((place) => `${unite} ${JSON.stringify(place)}`)
  })

const ancienne = ({ recensement, cellules }: PublicationAnterieure): Ancienne => ({ recensement, ...cellules })

/**
 * Without the engine: rows printed exactly by two editions, where units joined (or left) and none did the other way. The
 * difference of two numbers then counts them. Those that are fewer than the threshold.
 */
export const isolerParDifference = async (db: Db, seuil: number): Promise<readonly string[]> =>
  [...(await lireRegistre(db))].flatMap(([unite, inscrites]) =>
    inscrites.flatMap((avant, i) =>
      inscrites.slice(i + 1).flatMap((apres) => {
        const [a, b] = [lignesDe(avant), lignesDe(apres)]
        return [...a].flatMap(([nom, ids]) => {
          const autres = b.get(nom)
          if (autres === undefined) return []
          const [partis, venus] = [ids.difference(autres).size, autres.difference(ids).size]
          return Math.min(partis, venus) === 0 && partis + venus > 0 && partis + venus < seuil
            ? [`${unite} ${nom} : ${partis} partis, ${venus} venus`]
            : []
        })
      }),
    ),
  )

/** Rows printed exactly, and the units that each counts. */
const lignesDe = ({ recensement, cellules }: PublicationAnterieure): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    cellules.imprimes
      .filter((i) => i.valeur !== null && cellules.bases[i.tableau] === undefined && !i.codes.every((c) => c === TOTAL))
      .map(({ tableau, codes }) => [`${tableau} ${codes.join(' ')}`, unitesEn(recensement, tableau, codes)]),
  )

const unitesEn = ({ tableaux, questions, unites }: Recensement, id: string, codes: readonly string[]) => {
  const dimensions = tableaux.find((t) => t.id === id)?.dimensions ?? []
  const voulues = dimensions.map((d, i) => {
    const lignes = d.modalites.filter((m) => codes[i] === TOTAL || m.code === codes[i])
    return {
      rang: questions.findIndex((q) => q.id === d.question),
      feuilles: new Set(lignes.flatMap((m) => m.feuilles)),
    }
  })
  return new Set(
    unites
      .filter((u) => voulues.every((v) => u.reponses[v.rang]?.some((r) => v.feuilles.has(r)) === true))
      .map((u) => u.id),
  )
}
