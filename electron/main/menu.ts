import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** The application's menu: what the keyboard also does, in French, and nothing that leaves the application. */
export const installMenu = (verrouiller: () => void): void => {
  const developpement: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: 'Outils de développement' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'Fichier',
        submenu: [
          { label: 'Verrouiller le coffre', accelerator: 'CmdOrCtrl+L', click: verrouiller },
          { type: 'separator' },
          { role: 'quit', label: 'Quitter Jalon' },
        ],
      },
      {
        label: 'Édition',
        submenu: [
          { role: 'undo', label: 'Annuler' },
          { role: 'redo', label: 'Rétablir' },
          { type: 'separator' },
          { role: 'cut', label: 'Couper' },
          { role: 'copy', label: 'Copier' },
          { role: 'paste', label: 'Coller' },
          { role: 'selectAll', label: 'Tout sélectionner' },
        ],
      },
      {
        label: 'Affichage',
        submenu: [
          { role: 'zoomIn', label: 'Agrandir' },
          { role: 'zoomOut', label: 'Réduire' },
          { role: 'resetZoom', label: 'Taille réelle' },
          { role: 'togglefullscreen', label: 'Plein écran' },
          ...developpement,
        ],
      },
    ]),
  )
}
