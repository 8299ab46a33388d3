import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { type ContexteImprime, evolutionContexte, periodeContexte } from '#shared/domaine/contexte.ts'
import type { Case, Grille, Ligne } from './grille.ts'
import { dateLongue, evolutionFrancaise, nombreCourt, typographier } from './nombres.ts'

export const titreContexte = 'Chiffres de contexte – fournis par d’autres, non comptés par Jalon'

export const mentionContexte =
  'Ces chiffres ont été publiés par d’autres et recopiés de leurs sources. Jalon ne les compte pas, ne les vérifie pas et ne les additionne à rien : ils ne se mêlent pas aux nombres comptés dans ce bilan.'

/** One figure on paper: a notice, so that no reader takes it for a row of a counted table. */
export type Notice = {
  /** « 399 jeunes ». */
  readonly nombre: string
  readonly libelle: string
  /** « 2013 · Dordogne · +2,3 % en un an ». */
  readonly portee: string
  readonly parts: readonly string[]
  readonly source: string
}

export const noticesContexte = ({ contexte = [] }: Pick<Bilan, 'contexte'>): readonly Notice[] =>
  contexte.map((chiffre) => {
    const evolution = evolutionContexte(chiffre, contexte)
    const enUnAn = evolution === null ? [] : [`${evolutionFrancaise(evolution)} en un an`]
    const pourcent = chiffre.unite === '%' ? '\u00A0%' : ''
    return {
      nombre: `${nombreCourt(chiffre.valeur)}\u00A0${chiffre.unite}`,
      libelle: typographier(chiffre.libelle),
      portee: typographier([periodeContexte(chiffre), chiffre.perimetre, ...enUnAn].join(' · ')),
      parts: chiffre.dont.map((part) => typographier(`dont ${nombreCourt(part.valeur)}${pourcent} ${part.libelle}`)),
      source: typographier(`Source : ${nommerSource(chiffre)}, ${dateSource(chiffre)}.`),
    }
  })

/** The same figures as a sheet of their own: a number, its source and its date on each row. */
export const grilleContexte = ({ contexte = [] }: Pick<Bilan, 'contexte'>): Grille => {
  const evolutions = contexte.map((chiffre) => evolutionContexte(chiffre, contexte))
  const enUnAn = evolutions.some((e) => e !== null)
  const ligne = (chiffre: ContexteImprime, libelle: string, valeur: number, evolution: number | null): Ligne => ({
    libelle,
    role: 'courante',
    cases: [
      { genre: 'nombre', valeur, format: 'decimal' },
      texte(chiffre.unite),
      texte(periodeContexte(chiffre)),
      texte(chiffre.perimetre),
      ...(enUnAn
        ? [evolution === null ? vide : ({ genre: 'nombre', valeur: evolution, format: 'evolution' } as const)]
        : []),
      texte(dateSource(chiffre)),
      texte(nommerSource(chiffre)),
    ],
  })
  return {
    id: 'contexte',
    titre: 'Chiffres de contexte',
    coin: 'Chiffre',
    colonnes: [
      'Valeur',
      'Unité',
      'Période',
      'Périmètre',
      ...(enUnAn ? ['Évolution en un an'] : []),
      'Date de la source',
      'Source',
    ],
    lignes: contexte.flatMap((chiffre, rang) => [
      ligne(chiffre, chiffre.libelle, chiffre.valeur, evolutions[rang] ?? null),
      ...chiffre.dont.map((part) => ligne(chiffre, `${chiffre.libelle} – dont ${part.libelle}`, part.valeur, null)),
    ]),
    base: 'Fournis par d’autres, non comptés par Jalon.',
    definition: mentionContexte,
    notes: [],
  }
}

const nommerSource = ({ source }: ContexteImprime): string => `${source.editeur}, « ${source.titre} »`

/** « 28 janvier 2014 », or « 2014 » when the source says no more. */
const dateSource = ({ source: { le } }: ContexteImprime): string => (le.length === 4 ? le : dateLongue(le))

const texte = (t: string): Case => ({ genre: 'texte', texte: t })
const vide: Case = { genre: 'vide' }
