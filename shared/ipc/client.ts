import type { Api, Contract, Reply } from './call.ts'

export type Invoke = (feature: string, method: string, input: unknown) => Promise<Reply<unknown>>

/** Builds the typed API from the contract: no line to write per call. */
export const createClient = <C extends Contract>(contract: C, invoke: Invoke): Api<C> =>
  Object.fromEntries(
    Object.entries(contract).map(([feature, calls]) => [
      feature,
      Object.fromEntries(
        Object.keys(calls).map((method) => [method, (input: unknown) => invoke(feature, method, input)]),
      ),
    ]),
  ) as Api<C>

/** The same API of names alone, each made once when it is first used: whoever asks so has no schema to build. */
export const createClientParNoms = <C extends Contract>(invoke: Invoke): Api<C> =>
  parNom((feature) => parNom((method) => (input: unknown) => invoke(feature, method, input))) as Api<C>

const parNom = (faire: (nom: string) => unknown): object => {
  const faits = new Map<string | symbol, unknown>()
  return new Proxy(
    {},
    {
      get: (_, nom) => {
        const fait = faits.get(nom) ?? faire(String(nom))
        faits.set(nom, fait)
        return fait
      },
    },
  )
}
