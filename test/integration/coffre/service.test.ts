import { type ChildProcess, fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Evenement } from '#shared/ipc/events.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { connect, listen, type Port } from '#shared/ipc/port.ts'
import { unePersonne } from '../../fixtures/builders.ts'
import { octetsDe, phrase, unDossier } from './aide.ts'

const racine = resolve(import.meta.dirname, '../../..')

/** The real service, in its own process, reached as main reaches it. */
const lancer = (script: 'index' | 'commande', args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess => {
  const enfant = fork(join(racine, `electron/service/${script}.ts`), [...args], {
    serialization: 'advanced',
    execArgv: ['--import', join(racine, 'build/electron-chromium/parent-port.ts')],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  onTestFinished(() => void enfant.kill())
  return enfant
}

const versPort = (enfant: ChildProcess): Port => ({
  post: (message) => void enfant.send(message as object),
  onMessage: (listener) => void enfant.on('message', listener),
})

test('le service répond à la fenêtre, annonce la fermeture, et ne rouvre que par la phrase', async () => {
  const dossier = join(unDossier(), 'coffre')
  const port = versPort(lancer('index', [dossier, `${dossier}-essai`]))
  const { invoke } = connect(port)
  const evenements: Evenement[] = []
  listen(port, (evenement) => evenements.push(evenement))
  expect(await invoke('coffre', 'etat', undefined)).toMatchObject({ value: { etat: 'absent', emplacement: dossier } })
  const cree = await invoke('coffre', 'creer', { phrase, nom: 'Poste' })
  expect(cree).toMatchObject({ ok: true, value: { codeSecours: expect.stringMatching(/^\S{34}$/u) } })
  expect(await invoke('reglages', 'lire', undefined)).toMatchObject({ ok: true, value: { nom: 'Poste' } })
  expect(await invoke('coffre', 'verrouiller', undefined)).toMatchObject({ ok: true })
  // Beside the news of the backup of the day.
  expect(evenements.filter(({ nom }) => nom !== 'sauvegarde')).toEqual([{ nom: 'verrouille', donnees: {} }])
  expect(await invoke('reglages', 'lire', undefined)).toEqual({ ok: false, erreur: { code: 'verrouille' } })
  expect(await invoke('coffre', 'ouvrir', { phrase, autre: 1 })).toMatchObject({ erreur: { code: 'entree-invalide' } })
  expect(await invoke('coffre', 'ouvrir', { phrase: 'pas la bonne phrase' })).toMatchObject({
    erreur: { code: 'phrase-incorrecte' },
  })
  expect(await invoke('coffre', 'ouvrir', { phrase })).toMatchObject({ ok: true })
  expect(await invoke('coffre', 'etat', undefined)).toMatchObject({ value: { etat: 'ouvert' } })
  await invoke('coffre', 'verrouiller', undefined)
  const fichiers = Object.keys(octetsDe(dossier))
  expect(fichiers.filter((nom) => !nom.startsWith('sauvegardes'))).toEqual(['coffre.json', 'jalon.db'])
  expect(fichiers.filter((nom) => nom.endsWith('sauvegarde.jalon'))).toHaveLength(1)
})

test('le service tué pendant des appels répond à chacun, et ce qu’il avait acquitté est dans le coffre', async () => {
  const dossier = join(unDossier(), 'coffre')
  const enfant = lancer('index', [dossier, `${dossier}-essai`])
  const { invoke, fail } = connect(versPort(enfant))
  // As main does: the end of the process is the answer to what was pending.
  enfant.on('exit', fail)
  expect(await invoke('coffre', 'creer', { phrase, nom: 'Poste' })).toMatchObject({ ok: true })
  const personnes = Array.from({ length: 60 }, () => unePersonne())
  let recues = 0
  const reponses = await Promise.all(
    personnes.map(async (personne) => {
      const reponse = await invoke('personnes', 'enregistrer', personne)
      recues += 1
      if (recues === 5) enfant.kill('SIGKILL')
      return reponse
    }),
  )
  const acquittees = personnes.filter((_, i) => reponses[i]?.ok === true)
  expect(acquittees.length).toBeGreaterThanOrEqual(5)
  for (const reponse of reponses) expect(reponse.ok || reponse.erreur.code === 'service-arrete').toBe(true)
  expect(await invoke('personnes', 'enregistrer', unePersonne())).toMatchObject({ erreur: { code: 'service-arrete' } })
  const session = createSession({ dossier, maintenant: () => new Date() })
  onTestFinished(() => session.verrouiller())
  await session.ouvrir({ phrase })
  const gardees = (await session.db().selectFrom('personne').select('id').execute()).map(({ id }) => id)
  expect(gardees).toEqual(expect.arrayContaining(acquittees.map(({ id }) => id)))
}, 300_000)

const executer = async (args: readonly string[]) => {
  const enfant = lancer('commande', args, { JALON_PHRASE: phrase })
  let stdout = ''
  enfant.stdout?.on('data', (octets: Buffer) => {
    stdout += octets.toString()
  })
  const code = await new Promise((fin) => enfant.on('close', fin))
  return { code, stdout }
}

test('avec une commande, le service l’exécute, rend tout ce qu’il a écrit, et finit avec son code', async () => {
  const dossier = join(unDossier(), 'coffre')
  expect(await executer(['creer', '--coffre', dossier])).toMatchObject({ code: 0 })
  const { code, stdout } = await executer(['verifier', '--coffre', dossier, '--format', 'json'])
  expect({ code, rapport: JSON.parse(stdout) }).toMatchObject({ code: 0, rapport: { statut: 'sain' } })
  expect(await executer(['effacer'])).toEqual({ code: 2, stdout: '' })
})
