import { shell } from 'electron'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { HandlersALire } from '#shared/ipc/call.ts'
import type { principal } from '#shared/ipc/principal.ts'
import type { Appel } from '#shared/ipc/router.ts'
import { imprimer } from './imprimer.ts'

/** What main answers to the service. */
export const handlers: HandlersALire<typeof principal, Appel> = {
  impression: async () => ({
    imprimer: async ({ html }) => {
      try {
        return await imprimer(html)
      } catch {
        throw new ErreurMetier('pdf-indisponible')
      }
    },
  }),
  bureau: async () => ({ montrer: ({ chemin }) => shell.showItemInFolder(chemin) }),
}
