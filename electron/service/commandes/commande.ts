import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Droit } from '#shared/domaine/acces/roles.ts'
import type { Context } from '../context.ts'

/** One command of the application, as data: what it is called, what it takes, what it does. */
export type Commande = {
  readonly nom: string
  /** Shown when it is badly called: « FICHIER --coffre DIR [--simuler] ». */
  readonly usage: string
  readonly options: Readonly<Record<string, ParseArgsOptionDescriptor>>
  /** What whoever gives the passphrase must have a right to, for the coffre to be opened to it. */
  readonly droit: Droit
  /** Another one, for some of its options. */
  readonly droitDe?: (args: Arguments) => Droit | undefined
  /** It proves: the solver gets ready while the coffre is being opened. */
  readonly prouve?: true
  /** How many files it takes. */
  readonly fichiers?: { readonly min: number; readonly max: number }
  /** Throws an `ErreurMetier` (exit 1) or an `ErreurUsage` (exit 2); any other end is the exit code it gives. */
  readonly executer: (args: Arguments, outils: OutilsCommande) => Promise<CodeSortie>
}

export type CodeSortie = 0 | 1

export type Arguments = {
  readonly fichiers: readonly string[]
  /** The value of an option, or nothing when it was not given. */
  readonly texte: (option: string) => string | undefined
  /** The value of an option that cannot be missing; else the usage is shown. */
  readonly exiger: (option: string) => string
  readonly drapeau: (option: string) => boolean
  /** `--format json`: one JSON document on standard output, and nothing else. */
  readonly json: boolean
}

export type OutilsCommande = {
  readonly maintenant: () => Date
  /** Prints a whole HTML document to a PDF. Throws `pdf-indisponible`. */
  readonly imprimer: (html: string) => Promise<Uint8Array>
  /** One line on standard output. */
  readonly ecrire: (texte: string) => void
  /** One line on standard error. */
  readonly signaler: (texte: string) => void
  /** The passphrase, from `JALON_PHRASE` or standard input. */
  readonly phrase: () => Promise<string>
  /** Opens the coffre with the passphrase for the time of `travail`, and closes it whatever happens. */
  readonly avecCoffre: <T>(dossier: string, travail: (contexte: Context) => Promise<T>) => Promise<T>
}

/** The command was badly called: the usage is shown, exit 2. The message is the French reason. */
export class ErreurUsage extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ErreurUsage'
  }
}
