import { create, type StateCreator } from 'zustand'

const remises = new Set<() => void>()

/** A zustand store that forgets everything when the coffre closes: names must not stay in memory. */
export const createFeatureStore = <T extends object>(init: StateCreator<T>) => {
  const store = create<T>()(init)
  remises.add(() => store.setState(store.getInitialState(), true))
  return store
}

export const resetStores = (): void => {
  for (const remettre of remises) remettre()
}
