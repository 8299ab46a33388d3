import type { Ligne } from '#db/queries/droits/donnees.ts'

/** Replaces the names of these persons wherever a text says them; those that she bears as well are hers and stay. */
export const masquerNoms = (masques: readonly Ligne[], elle: Ligne): ((texte: string) => string) => {
  const siens = new Set(motsDuNom(elle).map((m) => m.toLocaleLowerCase('fr')))
  const mots = [...new Set(masques.flatMap(motsDuNom))].filter((m) => !siens.has(m.toLocaleLowerCase('fr')))
  const telephones = masques.flatMap((m) => (typeof m['telephone'] === 'string' ? m['telephone'] : []))
  if (mots.length + telephones.length === 0) return (texte) => texte
  const motif = new RegExp(
    [...mots, ...telephones]
      .toSorted((a, b) => b.length - a.length)
      .map((m) => `(?<![\\p{L}\\d])${sansAccent(m)}(?![\\p{L}\\d])`)
      .join('|'),
    'giu',
  )
  return (texte) => texte.replaceAll(motif, '[masqué]')
}

/** Words of a name worth hiding: a particle alone says nobody. */
const motsDuNom = (p: Ligne): readonly string[] =>
  [p['nom'], p['prenom']]
    .flatMap((t) => (typeof t === 'string' ? [t].concat(t.split(/[\s'’-]+/u)) : []))
    .filter((t) => t.length > 2)

/** A pattern that answers to the word whatever its accents. */
const sansAccent = (mot: string): string =>
  Array.from(mot.normalize('NFD'))
    .filter((c) => !/\p{M}/u.test(c))
    .map((c) => {
      const variantes = lettres.get(c.toLocaleLowerCase('fr'))
      return variantes === undefined ? c.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&') : `[${c}${variantes}]`
    })
    .join('')

const lettres: ReadonlyMap<string, string> = new Map([
  ['a', 'àâä'],
  ['c', 'ç'],
  ['e', 'éèêë'],
  ['i', 'îï'],
  ['o', 'ôö'],
  ['u', 'ùûü'],
  ['y', 'ÿ'],
  ['n', 'ñ'],
])
