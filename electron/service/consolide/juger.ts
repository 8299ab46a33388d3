import type { PublicationAnterieure } from '#db/queries/registre.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import { compterCase } from '#shared/domaine/bilan/recompter.ts'
import type { ControleUnite } from '#shared/domaine/secret/certificat.ts'
import { juger, type PartieJugee, totalDe } from '#shared/domaine/secret/juger.ts'
import { ErreurCatalogue } from '#shared/domaine/secret/moteur/cliques.ts'
import { ErreurSolveur } from '#shared/domaine/secret/moteur/solveur.ts'
import { type Imprime, poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import type { UniteJugee } from '#shared/domaine/secret/publier.ts'
import { relire } from '#shared/domaine/secret/relire.ts'
import { type Partie, scinder } from '#shared/domaine/secret/scinder.ts'
import { controleDe } from '../bilan/controle-unite.ts'
import { lieesA } from '../bilan/juger-periode.ts'
import type { Atelier } from '../secret/atelier.ts'
import { anciennesDuGroupe, grouperLots, type LotConsolide, restreindreAux } from './joindre.ts'

/** What is proved, one group of posts after the other, then the sum itself. */
export type Demonstration = {
  readonly lots: readonly LotConsolide[]
  readonly inscrites: readonly PublicationAnterieure[]
  readonly seuil: number
  readonly budget: number
}

export type Jugement = {
  readonly unites: readonly UniteJugee[]
  readonly controles: readonly ControleUnite[]
  /** Tables left out because nothing could be proved of them. */
  readonly retires: readonly string[]
}

/**
 * Judges the sum of many posts. A cell that is hidden for one group of posts is hidden in the sum: whoever reads the sum
 * then knows less than if each group had published its own part with the same cells hidden, joined with what its posts
 * published. Each group is proved so, by itself, since no unknown is shared between two of them; then the sum, as one
 * release. What cannot be proved for one of them is left out.
 */
export const jugerSomme = async (
  atelier: Atelier,
  recensements: readonly Recensement[],
  { lots, inscrites, seuil, budget }: Demonstration,
  progression: (fait: number, total: number) => void,
): Promise<Jugement> => {
  const unites: UniteJugee[] = []
  const controles: ControleUnite[] = []
  const retires: string[] = []
  for (const [rang, recensement] of recensements.entries()) {
    progression(rang, recensements.length)
    const total = totalDesLots(recensement, lots, seuil)
    const releases = releasesDe(recensement, lots, inscrites)
    if (total === null || releases.some((r) => totalDe(r.recensement, seuil) === null)) {
      unites.push({ recensement: { ...recensement, tableaux: [] }, total: null, imprimes: [], bases: {} })
      continue
    }
    const rates = new Set<string>()
    const parGroupe: (readonly Imprime[])[] = []
    for (const release of releases) {
      const parties: PartieJugee[] = []
      for (const partie of scinder(release.recensement, release.anciennes, seuil)) {
        const jugee = await essayer(atelier, partie, seuil, budget)
        if (jugee === null) for (const { id } of partie.recensement.tableaux) rates.add(id)
        else parties.push(jugee)
      }
      parGroupe.push(juger(release.recensement, parties, seuil).imprimes)
      if (release.somme) controles.push(controleDe(release.recensement, parties, release.anciennes.length))
    }
    retires.push(...rates)
    const { unites: _, ...reste } = recensement
    unites.push({
      recensement: { ...reste, tableaux: recensement.tableaux.filter((t) => !rates.has(t.id)) },
      total,
      imprimes: sommer(recensement, parGroupe).filter((i) => !rates.has(i.tableau)),
      bases: {},
    })
  }
  return { unites, controles, retires }
}

/**
 * The auditor: what the text of the document shows, hides or leaves out, attacked for each group of posts as if it had said
 * as much of that group alone, then for the sum. How many places are too well known.
 */
export const relireSomme = async (
  atelier: Atelier,
  document: Bilan,
  recensements: readonly Recensement[],
  { lots, inscrites, seuil }: Demonstration,
): Promise<{ readonly exposees: number; readonly calculs: number }> => {
  let [exposees, calculs] = [0, 0]
  const imprimes = new Set(document.tableaux.map((t) => t.id))
  for (const entier of recensements) {
    const recensement = { ...entier, tableaux: entier.tableaux.filter((t) => imprimes.has(t.id)) }
    if (recensement.tableaux.length === 0) continue
    for (const release of releasesDe(recensement, lots, inscrites))
      for (const partie of scinder(release.recensement, release.anciennes, seuil)) {
        const { tache, adresses } = poserRecensement(partie.recensement, partie.anciennes, {
          seuil,
          mode: 'masquage',
          budget: 0,
        })
        const dimensions = new Map(partie.recensement.tableaux.map((t) => [t.id, t.dimensions]))
        const parPlace = new Map(adresses.map((a) => [a.place, a]))
        const lues = relire(document, null, adresses).map(({ place, dit }) => {
          const adresse = parPlace.get(place)
          if (dit === null || release.somme || adresse === undefined) return { place, dit }
          const valeur = compterCase(release.recensement, dimensions.get(adresse.tableau) ?? [], adresse.codes)
          return { place, dit: [valeur, valeur] as const }
        })
        const verdict = await atelier.controler(tache, lues)
        calculs += verdict.calculs
        exposees += verdict.exposees.length
      }
  }
  return { exposees, calculs }
}

/** Each group with what its posts printed, then the sum with the sums before it; one group is the sum itself. */
const releasesDe = (
  recensement: Recensement,
  lots: readonly LotConsolide[],
  inscrites: readonly PublicationAnterieure[],
): readonly (Partie & { readonly somme: boolean })[] => {
  const groupes = grouperLots(lots, inscrites).map((groupe) => {
    const part = restreindreAux(recensement, new Set(groupe.map((l) => l.id)))
    return {
      recensement: part,
      anciennes: anciennesDuGroupe(part, groupe, inscrites),
      somme: groupe.length === lots.length,
    }
  })
  const pleins = groupes.filter((g) => g.recensement.unites.length > 0 || g.somme)
  if (groupes.length === 1) return pleins
  const anciennes = lieesA(recensement, inscrites).filter((a) => a.recensement.tableaux.length > 0)
  return [...pleins, { recensement, anciennes, somme: true }]
}

/** Null when nothing is proved of it: too large, not solved, or too well known whatever is hidden. */
const essayer = async (
  atelier: Atelier,
  partie: Partie,
  seuil: number,
  budget: number,
): Promise<PartieJugee | null> => {
  try {
    const posee = poserRecensement(partie.recensement, partie.anciennes, { seuil, mode: 'masquage', budget })
    const constat = await atelier.accomplir(posee.tache)
    return constat.statut === 'protege' ? { recensement: partie.recensement, posee, constat } : null
  } catch (error) {
    if (error instanceof ErreurSolveur || error instanceof ErreurCatalogue) return null
    throw error
  }
}

/** The numbers of the sum; hidden where one of the releases hides it. */
const sommer = (recensement: Recensement, releases: readonly (readonly Imprime[])[]): readonly Imprime[] => {
  const dimensions = new Map(recensement.tableaux.map((t) => [t.id, t.dimensions]))
  const places = new Map<string, Imprime>()
  for (const imprime of releases.flat()) {
    const cle = `${imprime.tableau} ${imprime.codes.join(' ')}`
    const deja = places.get(cle)
    if (deja === undefined || imprime.valeur === null) places.set(cle, imprime)
  }
  return [...places.values()].map(({ tableau, codes, valeur }) => ({
    tableau,
    codes,
    valeur: valeur === null ? null : compterCase(recensement, dimensions.get(tableau) ?? [], codes),
  }))
}

/**
 * The grand total of a unit. Hidden when those of the posts that must hide theirs make fewer than a threshold together:
 * whoever knows the others would find them.
 */
export const totalDesLots = (recensement: Recensement, lots: readonly LotConsolide[], seuil: number): number | null => {
  const tus = lots.map((l) => restreindreAux(recensement, new Set([l.id]))).filter((r) => totalDe(r, seuil) === null)
  const cachees = { ...recensement, unites: tus.flatMap((r) => r.unites) }
  return totalDe(cachees, seuil) === null ? null : totalDe(recensement, seuil)
}
