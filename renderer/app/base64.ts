/** Bytes of a file dropped or chosen, in base 64; the browser encodes them itself, without a copy in JavaScript. */
export const lireBase64 = (fichier: Blob): Promise<string> => {
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
