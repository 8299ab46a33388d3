import { expect, test } from 'vitest'
import { masquerNoms } from '#electron/service/droits/masquer.ts'

const elle = { nom: 'Keita', prenom: 'Aïcha' }

test.each([
  [{ nom: 'Benoît-Zola', prenom: 'Anne-Lise' }, 'Vue avec ANNE-LISE BENOIT-ZOLA ce matin', /anne|lise|zola/iu],
  [{ nom: 'D’Almeida (dit Zé)', prenom: 'Jo/Jo' }, 'Jo/Jo d’Almeida (dit Zé) était là', /almeida|jo\/jo/iu],
  [{ nom: 'a]b[c.*+?^$|{}\\', prenom: '-–-' }, 'Dit : a]b[c.*+?^$|{}\\ hier', /a\]b/u],
  [{ nom: 'Ndiaye', prenom: null, telephone: '06 39-98 (12) 34' }, 'Au 06 39-98 (12) 34', /39-98/u],
])('masque le nom de %o, quels que soient ses signes', (tiers, texte, tu) => {
  const dit = masquerNoms([tiers], elle)(`${texte}, dit Aïcha.`)
  expect(dit).not.toMatch(tu)
  expect(dit).toContain('[masqué]')
  expect(dit).toContain('dit Aïcha.')
})
