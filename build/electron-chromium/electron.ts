import { EventEmitter } from 'node:events'
import { annoncer, surOrdre } from './pilotage.ts'
import { strict } from './strict.ts'

// The part of Electron's main-process module that the application uses, over Node and Chromium.
export { app } from './app.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc.ts'
export { utilityProcess } from './service.ts'
export { session } from './session.ts'
export { BrowserWindow } from './window.ts'

/** Addresses are translated on the way (see addresses.ts): there is no scheme to register. */
export const protocol = strict('protocol', { registerSchemesAsPrivileged: () => undefined })

/** Chromium has no menu of ours; the keyboard does everything. */
export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly unknown[]) => template,
  setApplicationMenu: () => undefined,
})

/** No desktop here: what would be shown is told to whoever drives. */
export const shell = strict('shell', {
  showItemInFolder: (chemin: string) => annoncer({ type: 'dialogue', texte: `Montrer ${chemin}` }),
})

export const powerMonitor = strict('powerMonitor', new EventEmitter())
surOrdre((ordre) => {
  if (ordre.type === 'energie') powerMonitor.emit(ordre.evenement)
})
