import { z } from 'zod'
import { command, type Contract } from './call.ts'

/** What the service may ask of main, the only process that has a printer of pages. */
export const principal = {
  impression: {
    /** A whole HTML document, without script nor link, to a tagged A4 PDF. */
    imprimer: command(z.strictObject({ html: z.string() }), z.instanceof(Uint8Array)),
  },
} as const satisfies Contract
