import { createHash } from 'node:crypto'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { texteDeDefinition } from '#shared/domaine/lot/definition.ts'

/** SHA-256 of the definitions of a dispositif, as this Jalon declares them. */
export const empreinteDeDefinition = (dispositif: CodeDispositif): string =>
  createHash('sha256').update(texteDeDefinition(dispositif)).digest('hex')
