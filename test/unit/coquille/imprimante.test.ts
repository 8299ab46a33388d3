import { afterEach, expect, test, vi } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'

afterEach(() => vi.unstubAllEnvs())

test('dit que le PDF ne peut être fait quand Chromium ne démarre pas, et se ferme sans bruit', async () => {
  vi.stubEnv('CHROMIUM', '/absent/chromium')
  const { imprimer, fermer } = ouvrirImprimante()
  await expect(imprimer('<p>Essai</p>')).rejects.toMatchObject({ erreur: { code: 'pdf-indisponible' } })
  await expect(fermer()).resolves.toBeUndefined()
})
