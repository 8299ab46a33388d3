import type { Presentation, Recensement } from '../bilan/recensement.ts'
import type { Liaison } from './liaison.ts'
import type { Recoupement } from './moteur/sensibles.ts'
import { produit } from './moteur/univers.ts'
import { NON, OUI, type Plan } from './trajectoires.ts'

/**
 * The same rows seen in each release: what is printed of one, the other asking the same questions; and of several answers,
 * the units that did not give one. Grand totals are published whatever happens, and what they grow by is known.
 */
export const recouper = (
  { questions }: Liaison,
  plan: Plan,
  releases: readonly Recensement[],
): readonly Recoupement[] => {
  const rangs = new Map(questions.map((q, i) => [q.id, i]))
  const lignesDe = (p: Presentation): readonly (readonly Ligne[])[] => {
    const question = rangs.get(p.question) ?? 0
    const colonnes = plan.colonnes[question] ?? []
    if (!p.multiple) return [[tout(p.question, colonnes[0] ?? 0), ...lignesSimples(p, colonnes[0] ?? 0)]]
    return p.modalites.map(({ code }) => {
      const dimension = colonnes[questions[question]?.feuilles.indexOf(code) ?? -1] ?? 0
      return [OUI, NON].map((dite) => ({
        question: p.question,
        dimension,
        cle: dite,
        voulue: (reponse: string) => reponse === dite,
      }))
    })
  }
  const cellules = new Map<string, readonly Ligne[]>()
  for (const { tableaux } of releases)
    for (const { dimensions } of tableaux)
      for (const axes of produit(dimensions.map(lignesDe)))
        for (const lignes of produit(axes))
          if (lignes.some((l) => l.cle !== ''))
            cellules.set(JSON.stringify(lignes.map((l) => [l.dimension, l.cle])), lignes)
  return [...cellules.values()].map((lignes) =>
    releases.flatMap((r, release) =>
      lignes.every((l) => r.questions.some((q) => q.id === l.question)) ? [voirEn(plan, release, lignes)] : [],
    ),
  )
}

/** Some answers to a question, told by what they are in any release. */
type Ligne = {
  readonly question: string
  readonly dimension: number
  readonly cle: string
  readonly voulue: (reponse: string) => boolean
}

const tout = (question: string, dimension: number): Ligne => ({ question, dimension, cle: '', voulue: () => true })

const lignesSimples = (presentation: Presentation, dimension: number): readonly Ligne[] =>
  presentation.modalites.map((m) => ({
    question: presentation.question,
    dimension,
    cle: m.reste ? `sauf ${nommees(presentation).join()}` : m.feuilles.toSorted().join(),
    voulue: dansLigne(presentation, m),
  }))

/** « All the others » takes in what only another release names. */
export const dansLigne = (
  presentation: Presentation,
  { reste, feuilles }: Presentation['modalites'][number],
): ((reponse: string) => boolean) => {
  const dites = new Set(reste ? nommees(presentation) : feuilles)
  return (reponse) => dites.has(reponse) !== reste
}

const nommees = ({ modalites }: Presentation): readonly string[] =>
  modalites.filter((m) => !m.reste).flatMap((m) => m.feuilles)

const voirEn = (plan: Plan, release: number, lignes: readonly Ligne[]): Recoupement[number] => [
  ...lignes.map((l) => [l.dimension, plan.feuillesEn(l.dimension, release, l.voulue)] as const),
  ...(plan.releases === null ? [] : [[plan.releases, plan.presencesDe(release)] as const]),
]
