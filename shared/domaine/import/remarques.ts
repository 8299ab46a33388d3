/** What is said of the lines of one suivi while its parcours is planned, and which of them add something. */
export type Remarques = {
  readonly problemes: ReadonlyMap<string, ReadonlySet<number>>
  readonly avertissements: ReadonlyMap<string, ReadonlySet<number>>
  readonly utiles: Set<number>
  readonly refuser: (ligne: number, raison: string) => void
  readonly avertir: (ligne: number, message: string) => void
}

export const createRemarques = (): Remarques => {
  const problemes = new Map<string, Set<number>>()
  const avertissements = new Map<string, Set<number>>()
  return {
    problemes,
    avertissements,
    utiles: new Set(),
    refuser: noter(problemes),
    avertir: noter(avertissements),
  }
}

const noter =
  (ou: Map<string, Set<number>>) =>
  (ligne: number, texte: string): void => {
    ou.set(texte, (ou.get(texte) ?? new Set()).add(ligne))
  }
