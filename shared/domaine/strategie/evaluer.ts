import type { CaseSuivie, Indicateur, IndicateurLu } from './indicateur.ts'
import type { Valeur } from './valeur.ts'

/** Cells of one year, and whether each of its periods is over and known: only then can years be compared. */
export type AnneeLue = {
  readonly periodes: readonly CaseSuivie[]
  readonly annee: CaseSuivie
  readonly complete: boolean
}

/** An indicator with its year judged against its target and the year before. */
export const evaluer = (indicateur: Indicateur, lue: AnneeLue, avant: AnneeLue): IndicateurLu => {
  const { cible, realise } = lue.annee
  return {
    ...indicateur,
    periodes: [...lue.periodes],
    annee: lue.annee,
    precedente: avant.annee.realise,
    evolution: lue.complete && avant.complete ? evolution(realise, avant.annee.realise) : null,
    atteint: atteint(indicateur, lue),
    part: avancement(cible, realise),
  }
}

/** The year of what is typed, summed from its periods. A target typed for the year wins over those of its periods. */
export const totaliser = (
  periode: string,
  periodes: readonly CaseSuivie[],
  cible: Valeur | null,
): Pick<AnneeLue, 'annee' | 'complete'> => {
  const cibles = periodes.map((c) => c.cible)
  return {
    annee: {
      periode,
      cible:
        cible ?? (cibles.includes(null) ? (cibles.findLast((c) => c?.type === 'pourcent') ?? null) : reunir(cibles)),
      cibleCalculee: cible === null,
      realise: reunir(periodes.map((c) => c.realise)),
      noteLe: periodes.map((c) => c.noteLe).findLast((le) => le !== null) ?? null,
      masque: periodes.some((c) => c.masque),
    },
    complete: periodes.every((c) => c.realise !== null),
  }
}

/** Numbers are summed, a rate is the sum of its numerators over that of its denominators, the last target of a rate holds. */
const reunir = (valeurs: readonly (Valeur | null)[]): Valeur | null =>
  valeurs.reduce<Valeur | null>((total, valeur) => {
    if (total === null || valeur === null) return valeur ?? total
    if (total.type === 'nombre' && valeur.type === 'nombre')
      return { type: 'nombre', nombre: arrondir(total.nombre + valeur.nombre) }
    if (total.type === 'taux' && valeur.type === 'taux')
      return {
        type: 'taux',
        numerateur: arrondir(total.numerateur + valeur.numerateur),
        denominateur: arrondir(total.denominateur + valeur.denominateur),
      }
    if (total.type === 'texte' && valeur.type === 'texte')
      return { type: 'texte', texte: `${total.texte}\n${valeur.texte}` }
    // Done once is done.
    return total.type === 'jalon' && total.atteint ? total : valeur
  }, null)

const arrondir = (nombre: number): number => Math.round(nombre * 100) / 100

/** Percent of a rate, one decimal; null of nothing. A rate may pass 100. */
export const pourcentDe = (valeur: Extract<Valeur, { type: 'taux' }>): number | null =>
  valeur.denominateur === 0 ? null : Math.round((valeur.numerateur * 1000) / valeur.denominateur) / 10

/** (N − N‑1) / N‑1 in percent, one decimal; null from zero, and for what is no number. */
export const evolution = (valeur: Valeur | null, avant: Valeur | null): number | null => {
  if (valeur?.type !== 'nombre' || avant?.type !== 'nombre' || avant.nombre <= 0) return null
  return Math.round(((valeur.nombre - avant.nombre) * 1000) / avant.nombre) / 10
}

const grandeur = (valeur: Valeur | null): number | null => {
  if (valeur?.type === 'nombre') return valeur.nombre
  if (valeur?.type === 'pourcent') return valeur.pourcent
  return valeur?.type === 'taux' ? pourcentDe(valeur) : null
}

/** A target not to pass is only kept once the year is whole. */
const atteint = ({ sens }: Indicateur, { annee: { cible, realise }, complete }: AnneeLue): boolean | null => {
  if (cible === null || cible.type === 'texte') return null
  if (cible.type === 'jalon')
    return (
      realise?.type === 'jalon' &&
      realise.atteint &&
      (cible.le === null || realise.le === null || realise.le <= cible.le)
    )
  const [fait, vise] = [grandeur(realise), grandeur(cible)]
  if (fait === null || vise === null) return false
  return sens === 'hausse' ? fait >= vise : complete && fait <= vise
}

const avancement = (cible: Valeur | null, realise: Valeur | null): number | null => {
  const [fait, vise] = [grandeur(realise), grandeur(cible)]
  return vise === null || vise <= 0 ? null : Math.max(0, (fait ?? 0) / vise)
}

/**
 * What may be shown of numbers of persons to whoever may not see those persons: the year unless it is too small, its
 * periods unless one of them is, for they sum to it. A `seuil` of 0 hides nothing.
 */
export const cacherPetits = ({ periodes, annee, complete }: AnneeLue, seuil: number): AnneeLue => {
  const detailPetit = periodes.some((c) => estPetit(c.realise, seuil))
  return {
    periodes: detailPetit ? periodes.map(cacher) : periodes,
    annee: estPetit(annee.realise, seuil) ? cacher(annee) : annee,
    complete,
  }
}

const cacher = (c: CaseSuivie): CaseSuivie => (c.realise === null ? c : { ...c, realise: null, masque: true })

/** A rate tells its numerator and whoever is left out of it. */
const estPetit = (valeur: Valeur | null, seuil: number): boolean => {
  const nombres =
    valeur?.type === 'taux'
      ? [valeur.numerateur, valeur.denominateur - valeur.numerateur]
      : valeur?.type === 'nombre'
        ? [valeur.nombre]
        : []
  return nombres.some((n) => n > 0 && n < seuil)
}
