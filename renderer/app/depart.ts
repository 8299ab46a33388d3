/** What a screen must still write before the coffre closes: a draft typed less than a pause ago. */
const enCours = new Set<() => Promise<void>>()

/** Registers what to write before leaving; gives back the function that forgets it. */
export const avantDePartir = (ecrire: () => Promise<void>): (() => void) => {
  enCours.add(ecrire)
  return () => void enCours.delete(ecrire)
}

export const toutEcrire = async (): Promise<void> => {
  await Promise.allSettled([...enCours].map((ecrire) => ecrire()))
}
