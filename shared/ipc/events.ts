import { z } from 'zod'
import { Id } from '../domaine/communs.ts'

const schemas = {
  /** The coffre has just closed, whoever asked: the window must forget what it holds. */
  verrouille: z.strictObject({}),
  /** The coffre is about to be closed: what is being typed is to be written now, then the window locks. */
  fermeture: z.strictObject({}),
  /** A backup was just made, or was not: its state is to be read again. */
  sauvegarde: z.strictObject({}),
  /** Something was just written by an act that may be undone, or not (`annulable`); `nom` is the call. */
  geste: z.strictObject({ id: Id, nom: z.string(), annulable: z.boolean() }),
  /** The system asked to open a file, which waits to be taken. */
  ouverture: z.strictObject({}),
  /** A long task moves on: `fait` steps out of `total`. */
  progression: z.strictObject({ etape: z.string(), fait: z.int().min(0), total: z.int().min(0) }),
}

type Donnees = { readonly [N in keyof typeof schemas]: Readonly<z.output<(typeof schemas)[N]>> }
export type NomEvenement = keyof Donnees
export type Evenement = {
  readonly [N in NomEvenement]: { readonly nom: N; readonly donnees: Donnees[N] }
}[NomEvenement]

/** Everything the service or main may tell the window without being asked. */
export const evenements: { readonly [N in NomEvenement]: z.ZodType<Donnees[N]> } = schemas

/** The preload's subscription: names and data not yet checked. */
export type AbonnerBrut = (nom: string, ecouteur: (donnees: unknown) => void) => () => void
export type Abonner = <N extends NomEvenement>(nom: N, ecouteur: (donnees: Donnees[N]) => void) => () => void

/** Window side: a listener hears only well-formed events, and gets back the function that unsubscribes it. */
export const createAbonner =
  (brut: AbonnerBrut): Abonner =>
  (nom, ecouteur) =>
    brut(nom, (donnees) => {
      const parsed = evenements[nom].safeParse(donnees)
      if (parsed.success) ecouteur(parsed.data)
    })
