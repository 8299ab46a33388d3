/** Largest file accepted, in bytes: its base 64 must fit in one call of the contract. */
export const TAILLE_MAX = 60_000_000

export const EXTENSIONS = ['.csv', '.tsv', '.txt', '.xlsx', '.ods'] as const

export const extensionConnue = (nom: string): boolean =>
  EXTENSIONS.some((extension) => nom.toLowerCase().endsWith(extension))
