import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Invoke } from '#shared/ipc/client.ts'
import type { AbonnerBrut, Evenement } from '#shared/ipc/events.ts'

/** All that the window can reach: ask, and be told. Neither `ipcRenderer` nor its events are handed over. */
export type Pont = { readonly invoke: Invoke; readonly abonner: AbonnerBrut }

const pont: Pont = {
  invoke: (feature, method, input) => ipcRenderer.invoke('appel', feature, method, input),
  abonner: (nom, ecouteur) => {
    const entendre = (_event: IpcRendererEvent, evenement: Evenement) => {
      if (evenement.nom === nom) ecouteur(evenement.donnees)
    }
    ipcRenderer.on('evenement', entendre)
    return () => void ipcRenderer.removeListener('evenement', entendre)
  },
}

contextBridge.exposeInMainWorld('pont', pont)
