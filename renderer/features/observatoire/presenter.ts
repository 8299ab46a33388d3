import { aujourdhui } from '#app/dates.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import type { CompteObservatoire, Croisement } from '#shared/domaine/observatoire/compte.ts'
import { ecrireMoment } from '#shared/domaine/observatoire/moment.ts'
import type { Signalement } from '#shared/domaine/observatoire/signalement.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import type { Option } from '#ui/options.ts'

type Secteurs = readonly SecteurDessine[]

export const nomSecteur = (secteurs: Secteurs, id: string): string => secteurs.find((s) => s.id === id)?.nom ?? ''

/** Those that serve, and the one already chosen. */
export const optionsSecteurs = (secteurs: Secteurs, deja: string | null = null): readonly Option[] =>
  secteurs.filter((s) => s.actif || s.id === deja).map(({ id, nom }) => ({ value: id, label: nom }))

/** « 10/03/2014, soirée : nuisances sonores, hall » */
export const designerSignalement = (nomenclature: Nomenclature, s: Signalement): string =>
  [
    [dateFrancaise(s.date), ecrireMoment(s.moment).toLocaleLowerCase('fr')].filter((t) => t !== '').join(', '),
    [
      libelleDe(nomenclature, 'trouble', s.trouble),
      ...(s.lieu === null ? [] : [libelleDe(nomenclature, 'lieu-trouble', s.lieu).toLocaleLowerCase('fr')]),
    ].join(', '),
  ].join(' : ')

const ANNEES = 12

/** The years offered, this one first. */
export const anneesOffertes = (): readonly string[] => {
  const cette = Number(aujourdhui().slice(0, 4))
  return Array.from({ length: ANNEES }, (_, i) => String(cette - i))
}

/** « mars 2014 » */
export const nomDuMois = (mois: string): string =>
  new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${mois}-01T00:00:00Z`),
  )

/** « mars », « févr. » */
export const moisCourt = (mois: string): string =>
  new Intl.DateTimeFormat('fr-FR', { month: 'short', timeZone: 'UTC' }).format(new Date(`${mois}-01T00:00:00Z`))

/** The months offered by the filter of the list: the latest two years. */
export const moisOfferts = (): readonly Option[] => {
  const [annee = 0, rang = 1] = aujourdhui().split('-').map(Number)
  return Array.from({ length: 24 }, (_, i) => {
    const total = annee * 12 + rang - 1 - i
    const mois = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`
    return { value: mois, label: nomDuMois(mois) }
  })
}

/** The number of each sector over the month chosen, or over all of them. */
export const nombresDe = (
  { mois }: Pick<CompteObservatoire, 'mois'>,
  { lignes }: Croisement,
  choisi: string,
): ReadonlyMap<string, number> => {
  const rang = mois.indexOf(choisi)
  return new Map(lignes.map((l) => [l.secteurId, rang < 0 ? l.total : (l.parMois[rang] ?? 0)]))
}

/** Sectors worth a row: those that serve, are drawn or count something. */
export const secteursMontres = (secteurs: Secteurs, { lignes }: Croisement): Secteurs =>
  secteurs.filter((s) => s.actif || s.carreaux.length > 0 || lignes.some((l) => l.secteurId === s.id && l.total > 0))

export const compter = (nombre: number, singulier: string): string =>
  `${nombre.toLocaleString('fr')} ${singulier}${nombre > 1 ? 's' : ''}`
