/** Largest file accepted, in bytes: its base 64 must fit in one call of the contract. */
export const TAILLE_MAX = 60_000_000

/** Bytes of a file dropped or chosen, in base 64; the browser encodes them itself, without a copy in JavaScript. */
export const lireFichier = (fichier: Blob): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const lecteur = new FileReader()
  lecteur.addEventListener('load', () => {
    // `readAsDataURL` gives text: a header, a comma, the base 64.
    const adresse = typeof lecteur.result === 'string' ? lecteur.result : ''
    resolve(adresse.slice(adresse.indexOf(',') + 1))
  })
  lecteur.addEventListener('error', () => reject(new Error('unreadable file')))
  lecteur.readAsDataURL(fichier)
  return promise
}

export const EXTENSIONS = ['.csv', '.tsv', '.txt', '.xlsx', '.ods'] as const

export const extensionConnue = (nom: string): boolean =>
  EXTENSIONS.some((extension) => nom.toLowerCase().endsWith(extension))
