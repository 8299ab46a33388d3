/** What a test may send to the application it drives (see test/e2e/pilote.ts). */
export type Ordre =
  | { readonly type: 'dialogue'; readonly reponse: ReponseDialogue }
  | { readonly type: 'energie'; readonly evenement: 'lock-screen' | 'suspend' }
  /** The cross of the window. */
  | { readonly type: 'fermer-fenetre' }

/** What the user does in a native dialog: chooses a path, presses a button, or gives up. */
export type ReponseDialogue = { readonly chemin: string } | { readonly bouton: number } | 'annuler'

/** What the application tells the test that drives it. */
export type Nouvelle =
  | { readonly type: 'fenetre'; readonly cdp: string }
  | { readonly type: 'service'; readonly pid: number }
  | { readonly type: 'dialogue'; readonly texte: string }

/** True when a test started the application and holds its channel. */
export const estPilote = process.send !== undefined

export const annoncer = (nouvelle: Nouvelle): void => void process.send?.(nouvelle)

export const surOrdre = (listener: (ordre: Ordre) => void): void => {
  if (estPilote) process.on('message', listener)
}
