import { type EtapeCalendrier, ecrireEtape, lireEtape } from '#shared/domaine/strategie/calendrier.ts'
import { pourcentDe } from '#shared/domaine/strategie/evaluer.ts'
import { champsFiche, type ChampFiche, type ContenuFiche, contenuVide } from '#shared/domaine/strategie/fiche.ts'
import type { FicheResume, Strategie, StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { ecrireValeur, type Valeur } from '#shared/domaine/strategie/valeur.ts'

/** Which part of the territory the list shows: all of it, what is said of the whole, or one part by its id. */
export type FiltreTerritoire = string
export const TOUS = 'tous'
export const ENSEMBLE = 'ensemble'

/** Years on offer: those of the strategy, and the one before, whose figures are the starting point. */
export const anneesDe = ({ du, au }: Strategie) =>
  Array.from({ length: au - du + 2 }, (_, i) => du - 1 + i).map((annee) => ({
    value: String(annee),
    label: annee < du ? `${annee} (avant)` : String(annee),
  }))

/** The year to open on: today's when the strategy covers it. */
export const anneeOuverte = ({ du, au }: Strategie, aujourdhui: string): number =>
  Math.min(au, Math.max(du, Number(aujourdhui.slice(0, 4))))

/** Axes with the fiches that the filter shows. */
export const ranger = ({ axes, fiches }: StrategieResumee, filtre: FiltreTerritoire) => {
  const montrees = fiches.filter(({ territoireId }) => filtre === TOUS || (territoireId ?? ENSEMBLE) === filtre)
  const parAxe = Map.groupBy(montrees, (f) => f.axeId)
  return axes.map((axe) => ({ axe, fiches: parAxe.get(axe.id) ?? [] }))
}

/** « 1 cible sur 2 », or nothing. */
export const avancementDe = ({ cibles: { fixees, atteintes } }: Pick<FicheResume, 'cibles'>): string =>
  fixees === 0 ? '' : `${atteintes} cible${atteintes > 1 ? 's' : ''} sur ${fixees}`

const nombres = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
const signes = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** A value as it is read: a rate with its two numbers. */
export const afficher = (valeur: Valeur | null): string => {
  if (valeur === null) return '–'
  if (valeur.type === 'nombre') return nombres.format(valeur.nombre)
  if (valeur.type === 'pourcent') return `${nombres.format(valeur.pourcent)} %`
  if (valeur.type !== 'taux') return ecrireValeur(valeur)
  const part = pourcentDe(valeur)
  return part === null ? 'sans objet (0 sur 0)' : `${nombres.format(part)} % (${ecrireValeur(valeur)})`
}

export const afficherEvolution = (evolution: number): string => `${signes.format(evolution)} %`

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
/** Cents as euros. */
export const afficherMontant = (centimes: number | null): string =>
  centimes === null ? '–' : euros.format(centimes / 100)

/** The content of a fiche as it is typed: one line for each point. */
export type TextesFiche = Readonly<Record<ChampFiche, string>>

export const enTextes = (contenu: ContenuFiche): TextesFiche =>
  Object.fromEntries(champsFiche.map(({ code }) => [code, lignesDe(contenu, code).join('\n')])) as TextesFiche

export const lignesDe = (contenu: ContenuFiche, champ: ChampFiche): readonly string[] =>
  champ === 'calendrier' ? contenu.calendrier.map(ecrireEtape) : contenu[champ]

export const depuisTextes = (textes: TextesFiche, avant: ContenuFiche = contenuVide): ContenuFiche => {
  const points = (champ: ChampFiche): string[] =>
    textes[champ]
      .split('\n')
      .map((point) => point.replace(/^[\s•–*-]+/u, '').trim())
      .filter((point) => point !== '')
  return {
    constats: points('constats'),
    objectifs: points('objectifs'),
    actions: points('actions'),
    pilotage: points('pilotage'),
    acteurs: points('acteurs'),
    partenaires: points('partenaires'),
    criteres: points('criteres'),
    financeurs: points('financeurs'),
    calendrier: points('calendrier').flatMap((point): EtapeCalendrier[] => {
      const etape = lireEtape(point)
      return etape === undefined ? [] : [etape]
    }),
    libelles: avant.libelles,
  }
}

/** A refusal of the service, in words that say what to do. */
export const phraseDe = (champs: Readonly<Record<string, string>>): string | undefined =>
  Object.values(champs)
    .map((raison) => phrases[raison])
    .find((phrase) => phrase !== undefined)

const phrases: Readonly<Record<string, string>> = {
  calculee: 'Jalon calcule cette valeur : elle ne se tape pas.',
  'autre-type': 'Cette valeur n’est pas du type de l’indicateur.',
  'autre-periodicite': 'Cet indicateur ne se note pas à cette période.',
  notee: 'Des valeurs sont déjà notées : videz-les avant de changer cela.',
  'avant-du': 'La fin vient après le début, dans les quinze ans.',
  'deja-charge': 'Cette stratégie est déjà chargée.',
  fiches: 'Des fiches y sont encore : déplacez-les ou retirez-les d’abord.',
  charge: 'Une charge n’a pas de financeur.',
}

/** What can't be read in a cell, and what is awaited. */
export const attendus = {
  nombre: 'Attendu : un nombre.',
  taux: 'Attendu : deux nombres, comme 3/12.',
  pourcent: 'Attendu : un pourcentage.',
  jalon: 'Attendu : une date, oui ou non.',
  texte: 'Texte trop long.',
} as const satisfies Readonly<Record<Valeur['type'], string>>
