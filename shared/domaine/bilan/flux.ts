import type { Recensement } from './recensement.ts'

/** Persons that changed between two releases: came, left, or are counted otherwise. */
export type Flux = { readonly entrees: number; readonly sorties: number; readonly modifications: number }

/** Compares whom two releases count, and how, whatever the rows their tables print. */
export const comparerFlux = (avant: readonly Recensement[], apres: readonly Recensement[]): Flux => {
  const communes = new Set(questionsDe(avant)).intersection(new Set(questionsDe(apres)))
  const [anciennes, nouvelles] = [contributions(avant, communes), contributions(apres, communes)]
  const changees = [...nouvelles].filter(([p, sienne]) => anciennes.has(p) && anciennes.get(p) !== sienne)
  return {
    entrees: [...nouvelles.keys()].filter((p) => !anciennes.has(p)).length,
    sorties: [...anciennes.keys()].filter((p) => !nouvelles.has(p)).length,
    modifications: changees.length,
  }
}

/**
 * Fewer than a threshold of persons came or left: to compare the two releases would tell their profile
 * (secret-statistique.md §5.2). No one at all is no flow.
 */
export const estTropFaible = ({ entrees, sorties, modifications }: Flux, seuil: number): boolean =>
  [entrees + modifications, sorties + modifications].some((n) => n > 0 && n < seuil)

const questionsDe = (recensements: readonly Recensement[]): readonly string[] =>
  recensements.flatMap((r) => r.questions.map((q) => `${r.unite} ${q.id}`))

/** All that is counted of each person, as one text. */
const contributions = (
  recensements: readonly Recensement[],
  communes: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const parPersonne = new Map<string, string[]>()
  for (const { unite, questions, unites } of recensements) {
    const rangs = questions.flatMap((q, i) => (communes.has(`${unite} ${q.id}`) ? [{ id: q.id, i }] : []))
    const tries = rangs.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id, personnes, reponses } of unites) {
      const dites = tries.map(({ i }) => reponses[i]?.toSorted().join('+') ?? '').join('|')
      for (const personne of personnes) {
        const siennes = parPersonne.get(personne) ?? []
        parPersonne.set(personne, siennes)
        siennes.push(`${unite} ${id} ${dites}`)
      }
    }
  }
  return new Map([...parPersonne].map(([p, siennes]) => [p, siennes.toSorted().join('\n')]))
}
