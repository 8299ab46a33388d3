import { createInterface } from 'node:readline/promises'
import { ErreurUsage } from './commande.ts'

/** The passphrase, never from an argument, which every program of the PC can read. Taken once, then forgotten. */
export const lirePhrase = async (stdin: boolean): Promise<string> => {
  const phrase = stdin ? await premiereLigne() : process.env['JALON_PHRASE']
  delete process.env['JALON_PHRASE']
  if (phrase === undefined || phrase === '')
    throw new ErreurUsage('Il manque la phrase de passe : JALON_PHRASE, ou --phrase-stdin.')
  return phrase
}

const premiereLigne = async (): Promise<string | undefined> => {
  for await (const ligne of createInterface({ input: process.stdin })) return ligne
  return undefined
}
