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
