import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSession } from '#electron/service/coffre/session.ts'
import { messagesErreur } from '#shared/erreurs/messages.ts'
import { phrases, unAgent } from '../acces/aide.ts'
import { unDossier } from '../coffre/aide.ts'
import { jalon, phrase, unEmplacement } from '../commandes/jalon.ts'

test(
  'jalon exporter-tout écrit tout, au titulaire seul, et ne prend la place de rien',
  { timeout: 120_000 },
  async () => {
    const coffre = unEmplacement()
    const session = createSession({ dossier: coffre, maintenant: () => new Date() })
    await session.creer({ phrase, nom: 'Poste', dispositifs: ['isc'] })
    for (const [role, sienne] of [
      ['intervenant', phrases.agent],
      ['administrateur', phrases.autre],
    ] as const)
      await session.agents.ajouter({ ...unAgent({ role }), phrase: sienne })
    await session.verrouiller()
    const sortie = join(unDossier(), 'copie')
    const args = ['exporter-tout', '--coffre', coffre, '--sortie', sortie]
    for (const autre of [phrases.agent, phrases.autre])
      expect(await jalon(args, { env: { JALON_PHRASE: autre } })).toEqual({
        code: 1,
        stdout: '',
        stderr: `${messagesErreur['droit-absent']}\n`,
      })
    const faite = await jalon([...args, '--format', 'json'])
    expect([faite.code, faite.stderr]).toEqual([0, ''])
    expect(JSON.parse(faite.stdout)).toMatchObject({ schema: 'jalon-exporter-tout/1', dossier: sortie })
    expect(JSON.parse(readFileSync(join(sortie, 'json/utilisateurs.json'), 'utf8'))).toHaveLength(2)
    const gestes: readonly { readonly geste: string }[] = JSON.parse(
      readFileSync(join(sortie, 'json/journal.json'), 'utf8'),
    )
    expect(gestes.map((g) => g.geste)).toContain('commande.exporter-tout')
    expect(await jalon(args)).toEqual({ code: 1, stdout: '', stderr: `${messagesErreur['dossier-occupe']}\n` })
    const fichier = join(unDossier(), 'un-fichier')
    writeFileSync(fichier, 'mien')
    expect(await jalon([...args.slice(0, -1), fichier])).toMatchObject({ code: 1 })
    expect(readFileSync(fichier, 'utf8')).toBe('mien')
    // An empty folder, chosen by hand, is a place like another.
    const vide = join(unDossier(), 'vide')
    mkdirSync(vide)
    expect(await jalon([...args.slice(0, -1), vide])).toMatchObject({ code: 0, stderr: '' })
  },
)
