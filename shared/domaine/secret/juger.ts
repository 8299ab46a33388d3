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

/** A part of a census, as it was posed and as the engine answered. */
export type PartieJugee = { readonly recensement: Recensement; readonly posee: Posee; readonly constat: Constat }

/** Turns the verdicts of the engine into what may be printed. Throws {@link ErreurExposition} unless all are successes. */
export const juger = (recensement: Recensement, parties: readonly PartieJugee[], seuil: number): UniteJugee => {
  const exposees = parties.filter((p) => p.constat.statut !== 'protege')
  if (exposees.length > 0)
    throw new ErreurExposition(
      exposees.flatMap((p) => p.constat.controle.intervalles).filter((i) => !i.protegee).length,
    )
  return {
    recensement,
    total: totalDe(recensement, seuil),
    imprimes: parties.flatMap(imprimesDe),
    bases: Object.fromEntries(
      parties
        .filter((p) => p.constat.arrondi)
        .flatMap((p) => p.recensement.tableaux.map((t) => [t.id, baseDe(seuil)] as const)),
    ),
  }
}

const imprimesDe = ({ posee, constat }: PartieJugee): readonly Imprime[] => {
  const valeurs = new Map(constat.imprimees.map((i) => [`${i.place.tableau}:${i.place.noeuds.join()}`, i.valeur]))
  return posee.adresses.flatMap(({ place, tableau, codes }): readonly Imprime[] => {
    const valeur = valeurs.get(`${place.tableau}:${place.noeuds.join()}`)
    return valeur === undefined ? [] : [{ tableau, codes, valeur }]
  })
}

/** The only number that is published without tables: nobody, or a threshold of units and of persons at least. */
export const totalDe = ({ unites }: Recensement, seuil: number): number | null =>
  unites.length === 0 || (unites.length >= seuil && atteint(unites, seuil)) ? unites.length : null

const atteint = (unites: Recensement['unites'], seuil: number): boolean => {
  const personnes = new Set<string>()
  return unites.some((u) => {
    for (const personne of u.personnes) personnes.add(personne)
    return personnes.size >= seuil
  })
}
