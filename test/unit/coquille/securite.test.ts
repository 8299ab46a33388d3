import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createOuvertures } from '#electron/main/ouvertures.ts'
import { donneesLocales, lireOptions } from '#electron/main/options.ts'
import { isOwnFrame } from '#electron/main/security.ts'
import { serviceEnv } from '#electron/main/service.ts'
import { preferences } from '#electron/main/window.ts'

// Outside Electron its module has no API to give; what is read here asks nothing of it.
vi.mock('electron', () => ({ app: {}, BrowserWindow: {}, session: {}, utilityProcess: {}, protocol: {} }))

test('écrit chaque réglage de sécurité de la fenêtre', () => {
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    plugins: false,
    safeDialogs: true,
    spellcheck: false,
  })
})

test('reconnaît la page de l’application', () => {
  expect(isOwnFrame({ url: 'app://jalon/index.html#/entretiens', parent: null })).toBe(true)
})

test.each([
  [null],
  [{ url: 'app://jalon/index.html', parent: {} }],
  [{ url: 'app://jalon.example.org/', parent: null }],
  [{ url: 'app://jalonx/', parent: null }],
  [{ url: 'app://jalon:1/', parent: null }],
  [{ url: 'app://a@jalon/', parent: null }],
  [{ url: 'app://impression/1', parent: null }],
  [{ url: 'https://jalon/', parent: null }],
  [{ url: 'about:blank', parent: null }],
  [{ url: '', parent: null }],
])('n’obéit pas à %j', (frame) => {
  expect(isOwnFrame(frame)).toBe(false)
})

test('place les données dans le dossier local de l’utilisateur, jamais dans l’itinérant', () => {
  const env = { LOCALAPPDATA: 'L', APPDATA: 'R', XDG_DATA_HOME: '/x' }
  expect(donneesLocales('win32', env, 'H')).toBe(join('L', 'Jalon'))
  expect(donneesLocales('win32', {}, 'H')).toBe(join('H', 'AppData', 'Local', 'Jalon'))
  expect(donneesLocales('linux', env, '/h')).toBe('/x/Jalon')
  expect(donneesLocales('linux', {}, '/h')).toBe('/h/.local/share/Jalon')
  expect(donneesLocales('darwin', env, '/h')).toBe('/h/Library/Application Support/Jalon')
})

const fenetre = (coffre?: string, fichier?: string) => ({ mode: 'fenetre', coffre, fichier })
test.each([
  [[], fenetre()],
  [['--coffre', '/d'], fenetre('/d')],
  [['--coffre', 'bilan'], fenetre('bilan')],
  [['--coffre'], fenetre()],
  [['inconnu'], fenetre()],
  [['--help'], { mode: 'commande', args: ['--help'] }],
  [['lots'], fenetre()],
  [['/c/isc-2012.jalonlot'], fenetre(undefined, '/c/isc-2012.jalonlot')],
  [['--coffre', '/d', '--no-sandbox', 'C:\\x\\sauvegarde.JALON'], fenetre('/d', 'C:\\x\\sauvegarde.JALON')],
  [['--coffre', '/d.jalon'], fenetre('/d.jalon')],
  [['--x.jalon', 'photo.png'], fenetre()],
  [['verifier', '--coffre', '/d'], { mode: 'commande', args: ['verifier', '--coffre', '/d'] }],
])('lit la ligne de commande %j', (args, options) => {
  expect(lireOptions(args)).toEqual(options)
})

test('un fichier ouvert attend d’être pris, une seule fois, et se dit à qui écoute', () => {
  const { noterArguments, noter, prendre, quand } = createOuvertures('/premier.jalon')
  const dits: string[] = []
  quand(() => dits.push('un'))
  expect([prendre(), prendre()]).toEqual(['/premier.jalon', undefined])
  noterArguments(['--coffre', '/d'], '/ailleurs')
  expect([prendre(), dits]).toEqual([undefined, []])
  noterArguments(['--quoi', 'a.jalonlot'], '/ailleurs')
  noter('/b.jalonlot')
  expect([prendre(), prendre(), dits]).toEqual(['/b.jalonlot', undefined, ['un', 'un']])
})

test('ne passe au service que les variables qu’il lui faut', () => {
  const env = { HOME: '/h', NODE_OPTIONS: '--inspect', JALON_PHRASE: 'secret', AWS_SECRET: 'x', TZ: 'Europe/Paris' }
  expect(serviceEnv(env)).toEqual({ HOME: '/h', TZ: 'Europe/Paris' })
  expect(serviceEnv(env, ['JALON_PHRASE'])).toEqual({ HOME: '/h', TZ: 'Europe/Paris', JALON_PHRASE: 'secret' })
})
