import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { normaliser } from '#shared/utils/texte.ts'

/** The same accents typed on another PC must open the same coffre: macOS and Windows do not compose them alike. */
export const normaliserPhrase = (phrase: string): string => phrase.normalize('NFKC').trim()

/** Refuses with `phrase-trop-faible` what would be guessed first. */
export const exigerPhraseSolide = (phrase: string): void => {
  if (estFaible(normaliserPhrase(phrase))) throw new ErreurMetier('phrase-trop-faible')
}

/** Fewer than 12 characters, a short pattern repeated, or an evident word with digits around it. */
export const estFaible = (phrase: string): boolean => {
  const lettres = Array.from(phrase)
  const nue = normaliser(phrase).replaceAll(' ', '')
  return (
    lettres.length < 12 ||
    new Set(lettres).size < 5 ||
    /^(.{1,6})\1+.{0,5}$/u.test(nue) ||
    evidentes.has(nue.replaceAll(/^\d+|\d+$/gu, '')) ||
    suites.some((suite) => suite.includes(nue))
  )
}

const evidentes = new Set([
  '',
  'azerty',
  'azertyuiop',
  'commissariat',
  'correspondantvilleprison',
  'gendarmerie',
  'gendarmerienationale',
  'intervenantsocial',
  'intervenantesociale',
  'jalon',
  'jalonjalon',
  'monmotdepasse',
  'motdepasse',
  'motdepassejalon',
  'jalonmotdepasse',
  'password',
  'phrasedepasse',
  'policenationale',
  'qwerty',
  'qwertyuiop',
])

const suites = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
]
