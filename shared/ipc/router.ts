import type { z } from 'zod'
import { type Erreur, ErreurMetier } from '../erreurs/erreur.ts'
import type { Call, Contract, HandlersALire, Reply } from './call.ts'
import { lireMorceau } from './morceau.ts'

/** What accompanies one call besides its input: the path that main obtained from a native dialog. */
export type Appel = { readonly chemin?: string }

export type Router = (feature: unknown, method: unknown, input: unknown, appel?: Appel) => Promise<Reply<unknown>>

/** What may be written about an unexpected failure: never the input nor the error's message, which may hold a name. */
export type Log = (incident: { readonly appel: string; readonly erreur: string }) => void

/** Validates, runs, validates again, and never throws: the only door between the window and the data. */
export const createRouter =
  <C extends Contract, Ctx>(
    contract: C,
    handlers: HandlersALire<C, Ctx>,
    makeContext: (appel: Appel) => Ctx,
    log: Log,
    /** What an error of somebody else's program means here; itself when it means nothing. */
    traduire: (error: unknown) => unknown = (error) => error,
  ): Router =>
  async (feature, method, input, appel = {}) => {
    const call = findCall(contract, feature, method)
    if (call === undefined) return refuse({ code: 'appel-inconnu' })
    try {
      const parsed = call.input.safeParse(input)
      if (!parsed.success) return refuse({ code: 'entree-invalide', champs: champs(parsed.error) })
      const run = (await lireFeature(handlers as AnyHandlers<Ctx>, String(feature)))[String(method)]
      return { ok: true, value: call.output.parse(await run?.(parsed.data, makeContext(appel))) }
    } catch (brute) {
      const error = traduire(brute)
      if (error instanceof ErreurMetier) return refuse(error.erreur)
      log({ appel: `${String(feature)}.${String(method)}`, erreur: error instanceof Error ? error.name : typeof error })
      return refuse({ code: 'interne' })
    }
  }

/** The declared call of that name, by own properties only: `constructor` and `__proto__` are not calls. */
export const findCall = (contract: Contract, feature: unknown, method: unknown): Call | undefined => {
  if (typeof feature !== 'string' || typeof method !== 'string' || !Object.hasOwn(contract, feature)) return undefined
  const calls = contract[feature]
  return calls !== undefined && Object.hasOwn(calls, method) ? calls[method] : undefined
}

type AnyFeature<Ctx> = Readonly<Record<string, (input: unknown, ctx: Ctx) => unknown>>
type AnyHandlers<Ctx> = Readonly<Record<string, () => Promise<AnyFeature<Ctx>>>>

const lireFeature = <Ctx>(handlers: AnyHandlers<Ctx>, feature: string): Promise<AnyFeature<Ctx>> =>
  lireMorceau(async () => (await handlers[feature]?.()) ?? {})

const refuse = (erreur: Erreur): Reply<never> => ({ ok: false, erreur })

/** Path of each field at fault → what is wrong with it; our own rules speak by their message, zod's by their code. */
const champs = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' ? issue.message : issue.code]),
  )
