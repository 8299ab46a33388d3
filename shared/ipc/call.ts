import type { z } from 'zod'
import type { Erreur } from '../erreurs/erreur.ts'

/**
 * A path that main adds before the call runs, the window never names one: what the user chooses in a native dialog, or the file
 * that the system asked to open (`ouvert`).
 */
export type CheminDemande = 'dossier' | 'enregistrer' | 'fichier' | 'ouvert'

/** One declared call: the shape of what goes in and of what comes back. */
export type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
  readonly chemin?: CheminDemande
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', input, output }) as const

/** A command that writes where the user says, asked by main in a native dialog. */
export const commandVers = <I extends z.ZodType, O extends z.ZodType>(chemin: CheminDemande, input: I, output: O) =>
  ({ kind: 'command', input, output, chemin }) as const

/** A query about a file or a folder that main names. */
export const queryDe = <I extends z.ZodType, O extends z.ZodType>(chemin: CheminDemande, input: I, output: O) =>
  ({ kind: 'query', input, output, chemin }) as const

export type Contract = Readonly<Record<string, Readonly<Record<string, Call>>>>
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly erreur: Erreur }

/** What the window sees. */
export type Api<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [M in keyof C[F]]: (input: z.input<C[F][M]['input']>) => Promise<Reply<z.output<C[F][M]['output']>>>
  }
}

/** What the other side must implement, whole. */
export type Handlers<C extends Contract, Ctx> = {
  readonly [F in keyof C]: {
    readonly [M in keyof C[F]]: (
      input: z.output<C[F][M]['input']>,
      ctx: Ctx,
    ) => z.input<C[F][M]['output']> | Promise<z.input<C[F][M]['output']>>
  }
}

/** The same, feature by feature, each read when it is first asked. */
export type HandlersALire<C extends Contract, Ctx> = {
  readonly [F in keyof C]: () => Promise<Handlers<C, Ctx>[F]>
}
