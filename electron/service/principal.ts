import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { connect, type Port } from '#shared/ipc/port.ts'
import { principal } from '#shared/ipc/principal.ts'

/** The port to main, which started this process, and what only main can do: print pages and show a file in its folder. */
export const joindrePrincipal = () => {
  const port: Port = {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window: it has no origin
    post: (message) => process.parentPort.postMessage(message),
    onMessage: (listener) => void process.parentPort.on('message', ({ data }: { data: unknown }) => listener(data)),
  }
  const { invoke } = connect(port)
  return {
    port,
    imprimer: async (html: string): Promise<Uint8Array> => {
      const reply = await invoke('impression', 'imprimer', { html })
      if (!reply.ok) throw new ErreurMetier(reply.erreur.code)
      return principal.impression.imprimer.output.parse(reply.value)
    },
    montrer: async (chemin: string): Promise<void> => void (await invoke('bureau', 'montrer', { chemin })),
  }
}
