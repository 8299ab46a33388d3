import { expect, test } from 'vitest'
import { delaiApres } from '#electron/service/coffre/essais.ts'

test('le délai double à partir du troisième échec et s’arrête à cinq minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 10, 11, 12, 50, 1000].map(delaiApres)).toEqual([0, 0, 0, 1, 2, 4, 128, 256, 300, 300, 300])
})
