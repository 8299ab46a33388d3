import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
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

test.each([
  [[], { mode: 'fenetre', coffre: undefined }],
  [['--coffre', '/d'], { mode: 'fenetre', coffre: '/d' }],
  [['--coffre', 'bilan'], { mode: 'fenetre', coffre: 'bilan' }],
  [['--coffre'], { mode: 'fenetre', coffre: undefined }],
  [['inconnu'], { mode: 'fenetre', coffre: undefined }],
  [['--help'], { mode: 'commande', args: ['--help'] }],
  [['lots'], { mode: 'fenetre', coffre: undefined }],
  [['verifier', '--coffre', '/d'], { mode: 'commande', args: ['verifier', '--coffre', '/d'] }],
])('lit la ligne de commande %j', (args, options) => {
  expect(lireOptions(args)).toEqual(options)
})

test('ne passe au service que les variables qu’il lui faut', () => {
  const env = { HOME: '/h', NODE_OPTIONS: '--inspect', JALON_PHRASE: 'secret', AWS_SECRET: 'x', TZ: 'Europe/Paris' }
  expect(serviceEnv(env)).toEqual({ HOME: '/h', TZ: 'Europe/Paris' })
  expect(serviceEnv(env, ['JALON_PHRASE'])).toEqual({ HOME: '/h', TZ: 'Europe/Paris', JALON_PHRASE: 'secret' })
})
