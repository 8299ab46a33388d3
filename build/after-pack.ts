import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'

/** Switches of the packaged Electron, all nine said: a new one makes the build fail until somebody decides. */
export const fusibles = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const

/** Called by electron-builder once the application is in place, before it is signed. */
export const afterPack = async ({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> => {
  const executable = executables[electronPlatformName]
  if (executable === undefined) throw new Error(`no fuses known for ${electronPlatformName}`)
  await flipFuses(join(appOutDir, executable(packager.appInfo.productFilename)), fusibles)
}

const executables: Readonly<Record<string, (nom: string) => string>> = {
  darwin: (nom) => `${nom}.app`,
  win32: (nom) => `${nom}.exe`,
  linux: (nom) => nom.toLowerCase(),
}
