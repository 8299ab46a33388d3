import type Electron from 'electron'
import { expect, expectTypeOf, test } from 'vitest'
import { toApp, toHttp } from '#build/electron-chromium/addresses.ts'
import type * as remplacant from '#build/electron-chromium/electron.ts'
import { strict } from '#build/electron-chromium/strict.ts'

/** Names the stand-in has and Electron has not. */
type Inventes<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>
type Fenetre = InstanceType<typeof remplacant.BrowserWindow>
type Session = ReturnType<typeof remplacant.session.fromPartition>

test('ne porte que des noms d’Electron (vérifié par tsc)', () => {
  expectTypeOf<Inventes<typeof remplacant, typeof Electron>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.app, Electron.App>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.dialog, Electron.Dialog>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.ipcMain, Electron.IpcMain>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.Menu, typeof Electron.Menu>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.powerMonitor, Electron.PowerMonitor>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.protocol, Electron.Protocol>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.shell, Electron.Shell>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.session, typeof Electron.session>>().toBeNever()
  expectTypeOf<Inventes<typeof remplacant.utilityProcess, typeof Electron.utilityProcess>>().toBeNever()
  expectTypeOf<Inventes<ReturnType<typeof remplacant.utilityProcess.fork>, Electron.UtilityProcess>>().toBeNever()
  expectTypeOf<Inventes<Fenetre, Electron.BrowserWindow>>().toBeNever()
  expectTypeOf<Inventes<Fenetre['webContents'], Electron.WebContents>>().toBeNever()
  expectTypeOf<Inventes<Session, Electron.Session>>().toBeNever()
  expectTypeOf<Inventes<Session['protocol'], Electron.Protocol>>().toBeNever()
  expectTypeOf<Inventes<Session['webRequest'], Electron.WebRequest>>().toBeNever()
})

test('refuse clairement ce qu’il ne sait pas faire', () => {
  const objet = strict('shell', { beep: () => 'bip' })
  expect(objet.beep()).toBe('bip')
  expect(() => Reflect.get(objet, 'openExternal')).toThrow('shell.openExternal is not part of the stand-in')
})

test.each([
  ['app://jalon/index.html', 'http://jalon.app.localhost/index.html'],
  ['app://jalon/a/b.js?x=1#y', 'http://jalon.app.localhost/a/b.js?x=1#y'],
  ['app://impression/1234', 'http://impression.app.localhost/1234'],
])('traduit %s en %s, et inversement', (app, http) => {
  expect(toHttp(app)).toBe(http)
  expect(toApp(http)).toBe(app)
})

test.each([
  'https://jalon.app.localhost/',
  'http://jalon.app.localhost.example.org/',
  'http://jalon.app.localhost:8080/',
  'http://x@jalon.app.localhost/',
  'http://example.org/jalon.app.localhost/',
  'file:///etc/passwd',
])('ne prend pas %s pour une adresse de l’application', (adresse) => {
  expect(toApp(adresse)).toBe(adresse)
})
