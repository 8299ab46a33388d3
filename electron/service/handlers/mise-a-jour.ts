import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { VERSION } from '#shared/version.ts'
import type { HandlersDe } from '../context.ts'
import { verifierMiseAJour } from '../mise-a-jour/verifier.ts'

export const miseAJour: HandlersDe<'miseAJour'> = {
  etat: () => ({ version: VERSION, cle: lireCle() !== undefined }),
  examiner: async (_, { chemin, montrer }) => {
    if (chemin === undefined) throw new ErreurMetier('annule')
    const { dossier, version, publieeLe, nouveautes, verifies } = await verifierMiseAJour({
      chemin,
      cle: lireCle(),
      version: VERSION,
      systeme: process.platform,
    })
    await montrer?.(join(dossier, verifies[0] ?? ''))
    return { version, publieeLe, nouveautes, installateurs: [...verifies] }
  },
}

/** Packed in `dist/`, above this file, by a publisher who has one: inside the asar, whose integrity Electron checks. */
const lireCle = (): string | undefined => {
  const fichier = join(import.meta.dirname, '..', 'cle-mise-a-jour.pub')
  return existsSync(fichier) ? readFileSync(fichier, 'utf8') : undefined
}
