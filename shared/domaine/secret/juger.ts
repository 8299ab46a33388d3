import type { Recensement } from '../bilan/recensement.ts'
import { baseDe } from './moteur/arrondi.ts'
import type { Constat } from './moteur/tache.ts'
import { type Imprime, type Posee } from './poser-recensement.ts'
import type { UniteJugee } from './publier.ts'

/** The attack found something: nothing may be published. `exposees` says how many numbers remain too well known. */
export class ErreurExposition extends Error {
  readonly exposees: number
  constructor(exposees: number) {
    super(`${exposees} cases exposées`)
    this.name = 'ErreurExposition'
    this.exposees = exposees
  }
}

/** Turns the verdict of the engine into what may be printed. Throws {@link ErreurExposition} when it is not a success. */
export const juger = (recensement: Recensement, { adresses }: Posee, constat: Constat, seuil: number): UniteJugee => {
  if (constat.statut !== 'protege')
    throw new ErreurExposition(constat.controle.intervalles.filter((i) => !i.protegee).length)
  const valeurs = new Map(constat.imprimees.map((i) => [`${i.place.tableau}:${i.place.noeuds.join()}`, i.valeur]))
  const imprimes = adresses.flatMap(({ place, tableau, codes }): readonly Imprime[] => {
    const valeur = valeurs.get(`${place.tableau}:${place.noeuds.join()}`)
    return valeur === undefined ? [] : [{ tableau, codes, valeur }]
  })
  return { recensement, total: totalDe(recensement, seuil), imprimes, base: constat.arrondi ? baseDe(seuil) : 1 }
}

/** The only number that is published without tables: nobody, or a threshold of units and of persons at least. */
export const totalDe = ({ unites }: Recensement, seuil: number): number | null => {
  const personnes = new Set(unites.flatMap((u) => u.personnes)).size
  return unites.length === 0 || (unites.length >= seuil && personnes >= seuil) ? unites.length : null
}
