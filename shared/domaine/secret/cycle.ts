type Croisement = {
  readonly unite: string
  readonly dimensions: readonly { readonly id: string; readonly groupeDe: string | null }[]
}

/**
 * Whether the tables cross their questions without ever coming back to the first (a star around one question does). Only
 * then do the sums between cells say all that a reader can know: around a cycle he can also reason on the crossing of all
 * its questions, that no table prints (secret-statistique.md §5.11). A coarser question counts as the one it groups.
 */
export const sansCycle = (tableaux: readonly Croisement[]): boolean => {
  const parents = new Map<string, string>()
  const racine = (question: string): string => {
    const parent = parents.get(question)
    return parent === undefined ? question : racine(parent)
  }
  const liens = new Set<string>()
  for (const { unite, dimensions } of tableaux) {
    const [a, b, ...autres] = dimensions.map((d) => `${unite} ${d.groupeDe ?? d.id}`).toSorted()
    if (autres.length > 0) return false
    if (a === undefined || b === undefined || liens.has(`${a}|${b}`)) continue
    liens.add(`${a}|${b}`)
    if (racine(a) === racine(b)) return false
    parents.set(racine(a), racine(b))
  }
  return true
}
