import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chargerExemple } from '#db/queries/strategie/exemple.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { messagesErreur } from '#shared/erreurs/messages.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'
import { phrases, unAgent } from '../acces/aide.ts'

const maintenant = () => new Date('2014-05-20T10:00:00')

test(
  'le coordonnateur écrit son bilan et son annexe ; ce qui n’existe pas est refusé en une phrase',
  { timeout: 180_000 },
  async () => {
    const coffre = unEmplacement()
    const session = createSession({ dossier: coffre, maintenant })
    await session.creer({ phrase, nom: 'CLSPD', dispositifs: ['coordination'] })
    await chargerExemple(session.db(), 'aix-en-provence', maintenant())
    const agent = { ...unAgent(), role: 'coordonnateur' as const, dispositifs: ['coordination' as const] }
    await session.agents.ajouter({ ...agent, phrase: phrases.agent })
    await session.verrouiller()
    const sortie = join(coffre, '..', 'sortie')
    const base = ['bilan', '--coffre', coffre, '--dispositif', 'coordination']
    const ecrit = await jalon([...base, '--annee', '2013', '--sortie', sortie, '--formats', 'docx,ods'], {
      env: { JALON_PHRASE: phrases.agent },
    })
    expect(ecrit).toMatchObject({ code: 0, stderr: '' })
    expect(new Set(readdirSync(sortie))).toEqual(
      new Set(
        ['bilan-coordination', 'annexe-du-coordonnateur'].flatMap((nom) =>
          ['docx', 'ods'].map((format) => `${nom}-2013-aix-en-provence.${format}`),
        ),
      ),
    )
    const refuses = [
      [
        ['--annee', '2013', '--sortie', sortie, '--formats', 'xlsx'],
        2,
        'Le bilan de la coordination n’existe pas en xlsx. Formats : docx, pdf, ods.',
      ],
      [
        ['--annee', '2013', '--sortie', sortie, '--mode', 'arrondi'],
        2,
        '--mode ne va pas avec le bilan de la coordination',
      ],
      [['--annee', '2013'], 2, 'Il manque --sortie.'],
      [['--annee', '2031', '--sortie', sortie], 1, messagesErreur['strategie-absente']],
    ] as const
    for (const [options, code, dit] of refuses) {
      const refus = await jalon([...base, ...options])
      expect([refus.code, refus.stderr.startsWith(dit)]).toEqual([code, true])
    }
    expect(readdirSync(sortie)).toHaveLength(4)
  },
)
