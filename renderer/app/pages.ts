type Page<L> = { readonly total: number; readonly lignes: readonly L[] }
type Lues<L> = { readonly total: number; readonly lignes: ReadonlyMap<number, L> }

const TAILLE = 100

/** A long list read page by page as it scrolls; an answer older than the latest question is thrown away. */
export const createPages = <L>(
  lire: (debut: number, taille: number) => Promise<Page<L> | undefined>,
  ecrire: (changer: (avant: ReadonlyMap<number, L>) => Lues<L>) => void,
) => {
  let tour = 0
  const demandees = new Set<number>()
  const completer = async (page: number, vider: boolean): Promise<void> => {
    demandees.add(page)
    const moi = tour
    const lue = await lire(page * TAILLE, TAILLE)
    if (lue === undefined || moi !== tour) return
    const rangs = lue.lignes.map((ligne, i): readonly [number, L] => [page * TAILLE + i, ligne])
    ecrire((avant) => ({ total: lue.total, lignes: new Map([...(vider ? [] : avant), ...rangs]) }))
  }
  return {
    /** From the start, after a change of filter or of content. */
    relire: (): Promise<void> => {
      tour++
      demandees.clear()
      return completer(0, true)
    },
    /** The pages these ranks need, asked once each. */
    demander: (debut: number, fin: number): void => {
      for (let page = Math.floor(debut / TAILLE); page <= Math.floor(fin / TAILLE); page++)
        if (!demandees.has(page)) void completer(page, false)
    },
  }
}
