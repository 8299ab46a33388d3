import { expect, test } from 'vitest'
import { estFaible, normaliserPhrase } from '#electron/service/coffre/phrase.ts'

test('la même phrase accentuée, composée ou décomposée, est la même phrase', () => {
  const composee = 'l’été à Fécamp'.normalize('NFC')
  const decomposee = composee.normalize('NFD')
  expect(decomposee).not.toBe(composee)
  expect(normaliserPhrase(decomposee)).toBe(normaliserPhrase(composee))
})

test.each([
  ['trop courte', 'onze lettre'],
  ['un caractère répété', 'aaaaaaaaaaaaaaaa'],
  ['un motif répété', 'azeazeazeazeaze'],
  ['une suite de chiffres', '1234567890123'],
  ['une suite du clavier', 'azertyuiopqsdf'],
  ['un mot évident et des chiffres', 'Mot de passe 2026'],
  ['un mot évident ponctué', 'M-o-t d.e P.a.s.s.e !'],
  ['le nom du métier', 'Commissariat2026'],
  ['des espaces', '               '],
])('refuse %s', (_, phrase) => {
  expect(estFaible(normaliserPhrase(phrase))).toBe(true)
})

test.each([['cheval agrafe pile correcte'], ['Tr0is-chats&un2e'], ['écluse vendredi prune']])(
  'accepte « %s »',
  (phrase) => {
    expect(estFaible(normaliserPhrase(phrase))).toBe(false)
  },
)
