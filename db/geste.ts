import { AsyncLocalStorage } from 'node:async_hooks'

/** One act of somebody, under which everything it writes is kept as it was before (`declencheurs.ts`). */
export type GesteEnCours = {
  readonly id: string
  /** An instant. */
  readonly le: string
  readonly agent: string | null
  /** « personnes.enregistrer » */
  readonly nom: string
  readonly objet: string | null
  /** The act that this one undoes. */
  readonly annule: string | null
}

const courant = new AsyncLocalStorage<GesteEnCours>()

/** Runs `work` as one act: what it writes in followed tables can be told, and undone. Outside of one, nothing is kept. */
export const enGeste = <T>(geste: GesteEnCours, work: () => Promise<T>): Promise<T> => courant.run(geste, work)

/** What the triggers ask of the act under way; null outside of one. */
export const dansLeGeste = (champ: unknown): string | null => {
  const geste = courant.getStore()
  return geste === undefined ? null : (geste[champ as keyof GesteEnCours] ?? null)
}

/** The same act from now on, said to undo another; `work` is told its id. */
export const enAnnulant = <T>(annule: string, work: (id: string) => Promise<T>): Promise<T> => {
  const geste = courant.getStore()
  if (geste === undefined) throw new Error('nothing is undone outside of an act')
  return courant.run({ ...geste, annule }, () => work(geste.id))
}

/** Nothing of what `work` writes is kept. */
export const horsDuGeste = <T>(work: () => Promise<T>): Promise<T> => courant.exit(work)
