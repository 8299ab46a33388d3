import { expect, test } from 'vitest'
import { createSession } from '#electron/service/coffre/session.ts'
import { messagesErreur } from '#shared/erreurs/messages.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'
import { phrases, unAgent } from './aide.ts'

test('la ligne de commande a les droits de celui dont on donne la phrase', { timeout: 120_000 }, async () => {
  const coffre = unEmplacement()
  const session = createSession({ dossier: coffre, maintenant: () => new Date() })
  await session.creer({ phrase, nom: 'Poste', dispositifs: ['isc', 'cvp'] })
  await session.agents.ajouter({ ...unAgent(), phrase: phrases.agent })
  await session.verrouiller()
  const env = { JALON_PHRASE: phrases.agent }
  const refus = { code: 1, stdout: '', stderr: `${messagesErreur['droit-absent']}\n` }
  const annee = ['--annee', '2025', '--coffre', coffre]
  expect(await jalon(['bilan', '--dispositif', 'isc', ...annee], { env })).toMatchObject({ code: 0 })
  expect(await jalon(['bilan', '--dispositif', 'cvp', ...annee], { env })).toEqual(refus)
  expect(await jalon(['sauvegarder', '--coffre', coffre], { env })).toEqual(refus)
  expect(await jalon(['verifier', '--coffre', coffre], { env })).toEqual(refus)
  expect(await jalon(['verifier', '--coffre', coffre])).toMatchObject({ code: 0 })
})
