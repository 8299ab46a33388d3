import { z } from 'zod'

/** Code of a row: declared, added by a post, or made of a text typed freely. Never a space: codes are joined by one. */
export const CodeLigne = z.string().regex(/^[^\s\p{Cc}]{1,160}$/u)
export const Nom = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,79}$/)
export const Effectif = z.int().min(0).max(100_000_000)
