import type { Tableau } from '#shared/domaine/bilan/bilan.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import { symboleSecret } from './grille.ts'
import { compte, nombreFrancais } from './nombres.ts'
import { lire, type Modalite, modalitesDe } from './presentation.ts'

/** What is drawn beside a table. A null value is a masked or missing cell: no bar, never a zero. */
export type Graphique = {
  readonly forme: 'barres' | 'croise' | 'courbe' | 'flux'
  readonly categories: readonly string[]
  readonly series: readonly { readonly libelle: string; readonly valeurs: readonly (number | null)[] }[]
  /** Totals of each category and of each series, where they are drawn. */
  readonly marges?: { readonly categories: readonly (number | null)[]; readonly series: readonly (number | null)[] }
}

/** The drawing of a table, from published cells alone; nothing when there is too little, or too much, to see. */
export const graphiqueDe = (tableau: Tableau): Graphique | undefined => {
  const [premiere, seconde, ...autres] = tableau.dimensions
  if (premiere === undefined || autres.length > 0) return undefined
  const lecteur = lire(tableau.cellules)
  const valeur = (...codes: string[]): number | null => {
    const cellule = lecteur(...codes)
    return cellule?.etat === 'publie' ? (cellule.valeur ?? null) : null
  }
  const lignes = dessinees(tableau, 0, (code) => (seconde === undefined ? valeur(code) : valeur(code, TOTAL)))
  const series =
    seconde === undefined
      ? [{ libelle: tableau.titre, valeurs: lignes.map((l) => valeur(l.code)) }]
      : dessinees(tableau, 1, (code) => valeur(TOTAL, code)).map((colonne) => ({
          libelle: colonne.libelle,
          valeurs: lignes.map((l) => valeur(l.code, colonne.code)),
        }))
  const traits = lignes.length * series.length
  const publies = series.flatMap((s) => s.valeurs).filter((v) => v !== null && v > 0)
  if ((lignes.length < 2 && !estFlux(tableau)) || publies.length < 2 || traits > plafond) return undefined
  const categories = lignes.map((l) => l.libelle)
  if (seconde === undefined) return { forme: estChronologique(premiere.id) ? 'courbe' : 'barres', categories, series }
  if (!estFlux(tableau)) return { forme: 'croise', categories, series }
  const colonnes = dessinees(tableau, 1, (code) => valeur(TOTAL, code))
  const marges = {
    categories: lignes.map((l) => valeur(l.code, TOTAL)),
    series: colonnes.map((c) => valeur(TOTAL, c.code)),
  }
  return { forme: 'flux', categories, series, marges }
}

/** The same question asked at entry and at exit, of the same units. */
export const estFlux = ({ dimensions: [avant, apres] }: Tableau): boolean =>
  avant !== undefined && apres !== undefined && avant.id.replace(/Entree$/, 'Sortie') === apres.id

/** The same content in words for whoever does not see it: what it shows, then every value. */
export const texteAlternatif = (tableau: Tableau): string => {
  const graphique = graphiqueDe(tableau)
  if (graphique === undefined) return ''
  const base =
    tableau.base === null || tableau.dimensions[0]?.id === 'annee' ? '' : `, sur ${compte(tableau.base, tableau.unite)}`
  if (graphique.forme === 'flux') return `Diagramme de flux : ${tableau.titre}${base}. ${enMots(graphique)}`
  const genre = graphique.forme === 'courbe' ? 'Courbe' : 'Diagramme en barres'
  const valeurs = (indices: readonly (number | null)[]): string =>
    graphique.categories.map((categorie, i) => `${categorie} : ${lue(indices[i])}`).join(' ; ')
  const donnees =
    graphique.forme === 'croise'
      ? graphique.series.map((s) => `${s.libelle} — ${valeurs(s.valeurs)}`).join('. ')
      : valeurs(graphique.series[0]?.valeurs ?? [])
  return `${genre} : ${tableau.titre}${base}. ${enTete(graphique)}Données : ${donnees}.`
}

/** Every move of a flow chart, from entry to exit; a masked one is named, and said not to be drawn. */
const enMots = ({ categories, series }: Graphique): string => {
  const mouvements = categories.flatMap((avant, i) =>
    series.map(({ libelle, valeurs }) => ({ nom: `${avant} → ${libelle}`, valeur: valeurs[i] ?? null })),
  )
  const publies = mouvements.flatMap(({ nom, valeur }) => (valeur ? [`${nom} : ${nombreFrancais(valeur)}`] : []))
  const masques = mouvements.flatMap(({ nom, valeur }) => (valeur === null ? [nom] : []))
  return [
    `De l’entrée à la sortie : ${publies.join(' ; ')}.`,
    ...(masques.length === 0 ? [] : [`Masqués, donc non dessinés : ${masques.join(' ; ')}.`]),
  ].join(' ')
}

/** Whether a published drawing leaves out bands that are masked. */
export const aDesFluxMasques = ({ forme, series }: Graphique): boolean =>
  forme === 'flux' && series.some((s) => s.valeurs.includes(null))

/** A drawing with more bars than this is a wall: the table says it better. */
const plafond = 60

const estChronologique = (id: string): boolean => /(^|-)(mois|trimestre|semestre|annee)$/.test(id)

const lue = (v: number | null | undefined): string => (v == null ? `${symboleSecret} (masqué)` : nombreFrancais(v))

/** The largest published bar, said only when nothing masked could be larger. */
const enTete = ({ forme, categories, series }: Graphique): string => {
  const valeurs = series[0]?.valeurs ?? []
  if (forme === 'croise' || valeurs.includes(null)) return ''
  const max = Math.max(...valeurs.map((v) => v ?? 0))
  const premiers = categories.filter((_, i) => valeurs[i] === max)
  return premiers.length === 1 ? `Le plus élevé : ${premiers.join()} (${nombreFrancais(max)}). ` : ''
}

/** Totals are not drawn; a « non renseigné » that is nil adds nothing. */
const dessinees = (tableau: Tableau, rang: number, marge: (code: string) => number | null): readonly Modalite[] =>
  modalitesDe(tableau, rang).filter((m) => m.role === 'courante' || (m.role === 'non-renseigne' && marge(m.code) !== 0))
