/** Shortest passphrase the coffre accepts, in characters; the service has the last word. */
const MINIMUM = 12

export type Force = { readonly niveau: 0 | 1 | 2 | 3; readonly texte: string }

/** What the hint under the field says while typing: how far the passphrase is from holding. */
export const forceDe = (phrase: string): Force => {
  const lettres = Array.from(phrase.trim())
  if (lettres.length < MINIMUM) return { niveau: 0, texte: `Encore ${accorder(MINIMUM - lettres.length)}` }
  if (new Set(lettres).size < 6) return { niveau: 0, texte: 'Trop répétitive' }
  const mots = phrase.trim().split(/\s+/u).length
  if (mots >= 4 || lettres.length >= 24) return { niveau: 3, texte: 'Solide' }
  return lettres.length >= 16 || mots === 3
    ? { niveau: 2, texte: 'Convenable ; un mot de plus la rendrait solide' }
    : { niveau: 1, texte: 'Juste suffisante ; ajoutez un mot ou deux' }
}

export const validerPhrase = (phrase: string): string | null => {
  const { niveau, texte } = forceDe(phrase)
  return niveau === 0 ? `${texte}.` : null
}

export const validerRepetition = (phrase: string, encore: string): string | null =>
  phrase === encore ? null : 'Les deux phrases ne sont pas identiques.'

const accorder = (n: number): string => (n > 1 ? `${n} caractères` : '1 caractère')
