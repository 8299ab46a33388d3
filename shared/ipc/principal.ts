import { z } from 'zod'
import { command, type Contract } from './call.ts'

/** What the service may ask of main, the only process that has a printer of pages and a desktop. */
export const principal = {
  impression: {
    /** A whole HTML document, without script nor link, to a tagged A4 PDF. */
    imprimer: command(z.strictObject({ html: z.string() }), z.instanceof(Uint8Array)),
  },
  bureau: {
    /** Shows a file in its folder; starts nothing. */
    montrer: command(z.strictObject({ chemin: z.string() }), z.void()),
  },
} as const satisfies Contract
